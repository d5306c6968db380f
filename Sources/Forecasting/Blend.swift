import Foundation

/// How the pipeline group and the time-series group are mixed, learned from what both would have said in past windows.
///
/// F = w·R_P·e^(−b_P) + (1 − w)·R_T·e^(−b_T). The weight minimises the squared error of the mixture in money (the two
/// groups share the noise of what happened, so only their difference informs), shrunk to a prior weight. Biases are
/// ratios of sums: the mean of logarithms would take the skew of large deals for a bias.
struct Blend: Sendable {
    let weight: Double
    let biasPipeline: Double
    let biasSeries: Double
    /// Logarithm of the mixture's last three rests over what came.
    let recentError: Double

    static let halfLife = 365.0
    static let priorWindows = 4.0

    /// One past window, latest first: rests, and its age in days.
    struct Row: Sendable {
        let pipeline: Double
        let series: Double?
        let actual: Double
        let age: Double
        var weight: Double { exp2(-age / Blend.halfLife) }
    }

    /// Shift of the level, as a logarithm, after which past periods and past errors count a third.
    static let shiftScale = 0.1

    /// - Parameters:
    ///   - other: the same windows in the other measure (number beside money): the groups' merits are the same, its
    ///     noise is another.
    ///   - gone: share of the period that is gone, 0…1.
    ///   - shift: how far today's level is from that of the periods behind the series (`Pace.shift`).
    init(_ rows: [Row], other: [Row], gone: Double, hasStageHistory: Bool, hasSeries: Bool, shift: Double) {
        let prior = min(0.95, (hasStageHistory ? 0.7 : 0.4) + 0.3 * gone)
        let calm = exp(-shift / Blend.shiftScale)
        biasPipeline = calm * Blend.bias(rows.map { ($0.pipeline, $0.actual, $0.weight) })
        biasSeries = calm * Blend.bias(rows.compactMap { row in row.series.map { ($0, row.actual, row.weight) } })
        let own = Blend.agreement(rows, biasPipeline, biasSeries)
        let beside = Blend.agreement(other, biasPipeline, biasSeries)
        let (both, square) = (own.both + beside.both, own.square + beside.square)
        let number = rows.reduce(0) { $0 + ($1.series == nil ? 0 : $1.weight) }
        if !hasSeries {
            weight = 1
        } else if square > 0 {
            let mixed = (number * both / square + Blend.priorWindows * prior) / (number + Blend.priorWindows)
            weight = 1 - calm * (1 - min(1, max(0, mixed)))
        } else {
            weight = 1 - calm * (1 - prior)
        }
        var (said, came) = (0.0, 0.0)
        for row in rows.prefix(3) {
            let p = row.pipeline * exp(-biasPipeline)
            said += weight * p + (1 - weight) * (row.series.map { [b = biasSeries] in $0 * exp(-b) } ?? p)
            came += row.actual
        }
        recentError = Blend.error(said, came)
    }

    /// How far what came lay from the series towards the pipeline, against how far the pipeline lay: in units of what came,
    /// so that money and number can be added.
    private static func agreement(_ rows: [Row], _ biasPipeline: Double, _ biasSeries: Double) -> (
        both: Double, square: Double
    ) {
        let scale = rows.reduce(0) { $0 + $1.weight * $1.actual * $1.actual }
        guard scale > 0 else { return (0, 0) }
        var (both, square) = (0.0, 0.0)
        for row in rows {
            guard let series = row.series else { continue }
            let p = row.pipeline * exp(-biasPipeline)
            let t = series * exp(-biasSeries)
            both += row.weight * (p - t) * (row.actual - t)
            square += row.weight * (p - t) * (p - t)
        }
        return (both / scale, square / scale)
    }

    func mix(pipeline: Double, series: Double?) -> Double {
        let corrected = pipeline * exp(-biasPipeline)
        guard let series else { return corrected }
        return weight * corrected + (1 - weight) * series * exp(-biasSeries)
    }

    /// ln(forecast / actual) within ±1.
    static func error(_ forecast: Double, _ actual: Double) -> Double {
        if actual <= 0 { return forecast <= 0 ? 0 : 1 }
        if forecast <= 0 { return -1 }
        return min(1, max(-1, log(forecast / actual)))
    }

    /// ln(Σ forecast / Σ actual) as far as it stands out of its own noise, b · max(0, 1 − se²/b²), within ±0.2.
    private static func bias(_ rows: [(forecast: Double, actual: Double, weight: Double)]) -> Double {
        let number = rows.reduce(0) { $0 + $1.weight }
        let said = rows.reduce(0) { $0 + $1.weight * $1.forecast }
        let came = rows.reduce(0) { $0 + $1.weight * $1.actual }
        guard rows.count >= 3, said > 0, came > 0 else { return 0 }
        let ratio = came / said
        let squares = rows.reduce(0) { sum, row in
            let residual = row.actual - ratio * row.forecast
            return sum + row.weight * residual * residual
        }
        let mean = log(said / came)
        let noise = (squares / (came * came) * number + 0.02) / max(1, number - 1)
        return min(0.2, max(-0.2, mean * max(0, 1 - noise / max(mean * mean, 1e-12))))
    }
}
