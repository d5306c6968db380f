import Foundation

/// The season of a series by classical decomposition: ratios to (or differences from) the centred moving average,
/// averaged by place in the season. Applied only where the season stands out of the noise (test of the autocorrelation
/// at the season's lag, 90 %). Reference: Makridakis & Hibon 2000; Assimakopoulos & Nikolopoulos 2000.
struct SeasonalAdjustment: Sendable, Equatable {
    enum Kind: Sendable { case none, additive, multiplicative }

    let kind: Kind
    /// What belongs to each place in the season, from the first value on: mean 1 (multiplicative) or 0 (additive).
    let pattern: [Double]

    /// - Parameter season: values in one season; less than 2, or more than a third of the values: no season.
    init(_ values: [Double], season: Int) {
        let stands = season > 1 && values.count >= 3 * season && SeasonalAdjustment.standsOut(values, season)
        self = stands ? SeasonalAdjustment(decomposing: values, season: season) : .none
    }

    /// Without the test. A multiplicative season needs values above 0, and becomes additive without them.
    init(decomposing values: [Double], season: Int, as kind: Kind = .multiplicative) {
        let middle = SeasonalAdjustment.movingAverage(values, season)
        if kind == .multiplicative, (values.min() ?? 0) > 0 {
            let pattern = SeasonalAdjustment.byPlace(values, middle, season) { $0 / $1 }
            let mean = pattern.reduce(0, +) / Double(season)
            if let least = pattern.min(), least / mean > 0.01 {
                self.init(kind: .multiplicative, pattern: pattern.map { $0 / mean })
                return
            }
        }
        let pattern = SeasonalAdjustment.byPlace(values, middle, season) { $0 - $1 }
        let mean = pattern.reduce(0, +) / Double(season)
        self.init(kind: .additive, pattern: pattern.map { $0 - mean })
    }

    static let none = SeasonalAdjustment(kind: .none, pattern: [])

    private init(kind: Kind, pattern: [Double]) {
        self.kind = kind
        self.pattern = pattern
    }

    func removed(from values: [Double]) -> [Double] {
        switch kind {
        case .none: values
        case .additive: values.enumerated().map { $1 - pattern[$0 % pattern.count] }
        case .multiplicative: values.enumerated().map { $1 / pattern[$0 % pattern.count] }
        }
    }

    /// Puts the season back on what was forecast without it; the first of `outlook` stands at `place`.
    func restored(to outlook: Outlook, from place: Int) -> Outlook {
        let seasons = outlook.means.indices.map { kind == .none ? 0 : pattern[(place + $0) % pattern.count] }
        switch kind {
        case .none: return outlook
        case .additive:
            return Outlook(means: zip(outlook.means, seasons).map(+), deviations: outlook.deviations)
        case .multiplicative:
            return Outlook(
                means: zip(outlook.means, seasons).map(*), deviations: zip(outlook.deviations, seasons).map(*))
        }
    }

    /// |r_m| beyond 1.645 of its standard deviation, √((1 + 2Σ r²)/n) over the lags before (Bartlett).
    static func standsOut(_ values: [Double], _ season: Int) -> Bool {
        let mean = values.reduce(0, +) / Double(values.count)
        let centred = values.map { $0 - mean }
        let whole = centred.reduce(0) { $0 + $1 * $1 }
        guard whole > 0 else { return false }
        let lags = (1...season).map { lag in
            zip(centred.dropFirst(lag), centred).reduce(0) { $0 + $1.0 * $1.1 } / whole
        }
        let before = lags.dropLast().reduce(1) { $0 + 2 * $1 * $1 }
        return abs(lags[season - 1]) > 1.645 * (before / Double(values.count)).squareRoot()
    }

    /// Centred over a whole season; the first half and the last half season have none.
    private static func movingAverage(_ values: [Double], _ season: Int) -> [Double] {
        let half = season / 2
        guard values.count > 2 * half else { return [] }
        return (half..<values.count - half).map { centre in
            var sum = values[centre - half...centre + half].reduce(0, +)
            if season % 2 == 0 { sum -= (values[centre - half] + values[centre + half]) / 2 }
            return sum / Double(season)
        }
    }

    private static func byPlace(
        _ values: [Double], _ middle: [Double], _ season: Int, _ against: (Double, Double) -> Double
    ) -> [Double] {
        var sums = [Double](repeating: 0, count: season)
        var numbers = sums
        for (row, level) in middle.enumerated() {
            let place = row + season / 2
            sums[place % season] += against(values[place], level)
            numbers[place % season] += 1
        }
        return zip(sums, numbers).map { $0 / max(1, $1) }
    }
}
