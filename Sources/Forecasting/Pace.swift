import Foundation

/// How fast deals move on and how many are lost against the long run, by thirds of months: after a break of the level the
/// intensities of today are those since the break.
struct Pace: Sendable {
    /// By `Lexis.Exit` and block of days.
    let level: [[Double]]
    /// Today's, by `Lexis.Exit`.
    let now: [Double]
    /// A break within the last four months, larger than a fifth.
    let isChanging: Bool

    /// How far today's level of wins is from that of the last hundred days, and half as far as from that of a year ago, as
    /// a logarithm: by so much the totals of past periods tell of another process.
    let shift: Double

    /// Chance that the level changes from one third of a month to the next: once in three and a half years.
    static let change = 1.0 / 120

    /// - Parameter flows: observed and expected exits by class and block. Wins and moves change their level together,
    ///   and wins apart only as far as that does not explain them.
    init(_ flows: [(observed: [Double], expected: [Double])]) {
        func regimes(_ observed: [Double], _ expected: [Double]) -> Regimes {
            Regimes(
                observed, expected, dispersion: Regimes.dispersion(observed, expected), change: Pace.change)
        }
        let (win, loss, move) = (flows[0], flows[1], flows[2])
        let progress = regimes(
            zip(win.observed, move.observed).map { $0 + $1 }, zip(win.expected, move.expected).map { $0 + $1 })
        let losing = regimes(loss.observed, loss.expected)
        let apart = regimes(win.observed, zip(win.expected, progress.level).map { $0 * $1 })
        level = [zip(progress.level, apart.level).map { $0 * $1 }, losing.level, progress.level]
        now = [progress.now * apart.now, losing.now, progress.now]
        isChanging = [progress, losing, apart].contains { $0.changed(within: 10, size: 0.2) }
        let (wins, today) = (level[0], now[0])
        let lately = wins.suffix(9)
        let near = lately.isEmpty ? 0 : abs(log(today * Double(lately.count) / lately.reduce(0, +)))
        // Half of the series is the same month of the year before.
        let year = wins.count > 36 ? abs(log(today / wins[wins.count - 37])) / 2 : 0
        shift = max(near, year)
    }

    /// Logarithm of the chance of these counts, all breaks weighed, up to a part that all explanations of them have alike.
    /// - Parameter noise: variance over mean, by class.
    static func evidence(_ flows: [(observed: [Double], expected: [Double])], _ noise: [Double]) -> Double {
        func told(_ observed: [Double], _ expected: [Double], _ noise: Double) -> (evidence: Double, level: [Double]) {
            let regimes = Regimes(observed, expected, dispersion: noise, change: change)
            let when = zip(observed, expected).reduce(0) { $0 + ($1.0 > 0 ? $1.0 * log(max($1.1, 1e-9)) : 0) }
            return (regimes.evidence + when / noise, regimes.level)
        }
        let (win, loss, move) = (flows[0], flows[1], flows[2])
        let progress = told(
            zip(win.observed, move.observed).map { $0 + $1 }, zip(win.expected, move.expected).map { $0 + $1 },
            max(noise[0], noise[2]))
        let apart = told(win.observed, zip(win.expected, progress.level).map { $0 * $1 }, noise[0])
        return progress.evidence + apart.evidence + told(loss.observed, loss.expected, noise[1]).evidence
    }

    /// The level of wins was another one for some time.
    var isUneven: Bool { (level[0].max() ?? 1) > 1.05 * (level[0].min() ?? 1) }

    /// Nothing in it that would change a fit.
    var isFlat: Bool { (level.flatMap { $0 } + now).allSatisfy { abs($0 - 1) < 0.005 } }
}
