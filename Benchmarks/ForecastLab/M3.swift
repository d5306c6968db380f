import Forecasting
import Foundation

/// The series methods on monthly series of the M3 competition, 18 months ahead, beside the published methods' figures.
enum M3 {
    struct Series {
        let name: String
        let kind: String
        var train: [Double] = []
        var test: [Double] = []
    }

    struct Tally {
        var smape = 0.0
        var mase = 0.0
        var micro = 0.0
        var covered = 0
    }

    static let methods: [(name: String, forecast: @Sendable ([Double]) -> Outlook)] = [
        ("Theta", { Theta(season: 12).fit($0).forecast(18) }),
        ("DOTM", { DynamicTheta(season: 12).fit($0).forecast(18) }),
        ("ETS", { ExponentialSmoothing(season: 12).fit($0).forecast(18) }),
        ("DOTM + ETS", { SeriesForecast(values: $0, season: 12, horizon: 18).outlook }),
    ]

    static func run(_ data: String) {
        guard let all = read(data + "/m3_monthly_even/series.csv") else { return print("m3: no data") }
        print("M3 monthly, \(all.count) series: sMAPE %, of MICRO, MASE, coverage of the 80 % interval %, ms a series")
        for method in methods {
            var tally = Tally()
            let clock = ContinuousClock()
            let start = clock.now
            let outlooks = all.map { method.forecast($0.train) }
            let time = start.duration(to: clock.now) / Double(all.count)
            for (series, outlook) in zip(all, outlooks) { tally.add(series, outlook) }
            let number = Double(all.count)
            let micro = Double(all.count { $0.kind == "MICRO" })
            print(
                method.name.padded(14)
                    + [
                        tally.smape / number, tally.micro / micro, tally.mase / number,
                        100 * Double(tally.covered) / (18 * number), Double(time.components.attoseconds) / 1e15,
                    ].map { $0.fixed(3).leftPadded(10) }.joined())
        }
        guard let known = Table(data + "/m3_monthly_even/reference_accuracy.csv") else { return }
        for row in known.rows {
            print(row[0].padded(14) + [row[1], row[3], row[2]].map { $0.leftPadded(10) }.joined())
        }
    }

    static func read(_ path: String) -> [Series]? {
        guard let table = Table(path) else { return nil }
        var all: [Series] = []
        for row in table.rows {
            if all.last?.name != row[0] { all.append(Series(name: row[0], kind: row[1])) }
            let value = Double(row[4]) ?? .nan
            if row[2] == "train" {
                all[all.count - 1].train.append(value)
            } else {
                all[all.count - 1].test.append(value)
            }
        }
        return all
    }
}

extension M3.Tally {
    mutating func add(_ series: M3.Series, _ outlook: Outlook) {
        let misses = zip(series.test, outlook.means).map { abs($0 - $1) }
        let relative = zip(misses, zip(series.test, outlook.means)).map { 200 * $0 / (abs($1.0) + abs($1.1)) }
        let mean = relative.reduce(0, +) / Double(relative.count)
        smape += mean
        if series.kind == "MICRO" { micro += mean }
        let naive = zip(series.train.dropFirst(12), series.train).map { abs($0 - $1) }
        mase += misses.reduce(0, +) / Double(misses.count) / (naive.reduce(0, +) / Double(naive.count))
        covered += series.test.indices.count {
            outlook.quantile(0.1, step: $0) <= series.test[$0] && series.test[$0] <= outlook.quantile(0.9, step: $0)
        }
    }
}
