import Foundation

/// How the pipeline group and the time-series group are mixed, learned from what both would have said in past windows.
///
/// F = w·R_P·e^(−b_P) + (1 − w)·R_T·e^(−b_T). The weight is the mean of its posterior: what came lay w of the way from the
/// series to the pipeline, up to noise of a known size, so windows in which the groups hardly differ, or in which few
/// deals decided, hardly move it from the prior. Biases are ratios of sums: the mean of logarithms would take the skew
/// of large deals for a bias.
struct Blend: Sendable {
    let weight: Double
    let biasPipeline: Double
    let biasSeries: Double
    /// Logarithm of the mixture's last three rests over what came.
    let recentError: Double

    static let halfLife = 365.0
    /// Standard deviation of the weight before anything was seen.
    static let priorSpread = 0.15
    /// Of what came; beyond the deals' noise.
    private static let usualError = 0.05
    /// Money and number tell of the same windows: each counts for so much.
    private static let measureShare = 0.75
    /// By how many times its own variance's root a bias must stand out before any of it is corrected.
    private static let biasDoubt = 2.0

    /// One past window, latest first: rests, and its age in days.
    struct Row: Sendable {
        let pipeline: Double
        let series: Double?
        let actual: Double
        let age: Double
        /// Of the deals' own noise, as it was known then.
        let variance: Double
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
        let prior = min(0.97, (hasStageHistory ? 0.95 : 0.4) + 0.3 * gone)
        let calm = exp(-shift / Blend.shiftScale)
        let biasP = calm * Blend.bias(rows.map { ($0.pipeline, $0.actual, $0.weight) })
        let biasT = calm * Blend.bias(rows.compactMap { row in row.series.map { ($0, row.actual, row.weight) } })
        (biasPipeline, biasSeries) = (biasP, biasT)
        let told = [rows, other].map { Blend.told($0, biasP, biasT) }
        let precision = 1 / (Blend.priorSpread * Blend.priorSpread)
        let share = Blend.measureShare
        let mean =
            (precision * prior + share * told.reduce(0) { $0 + $1.both })
            / (precision + share * told.reduce(0) { $0 + $1.square })
        weight = hasSeries ? 1 - calm * (1 - min(1, max(0, mean))) : 1
        var (said, came) = (0.0, 0.0)
        for row in rows.prefix(3) {
            let p = row.pipeline * exp(-biasPipeline)
            said += weight * p + (1 - weight) * (row.series.map { [b = biasSeries] in $0 * exp(-b) } ?? p)
            came += row.actual
        }
        recentError = Blend.error(said, came)
    }

    /// How far what came lay from the series towards the pipeline, times how far the pipeline lay, and the square of this,
    /// over the variance of what cannot be known: the deals' noise, and whatever the best mixture has erred by beyond it.
    private static func told(_ rows: [Row], _ biasPipeline: Double, _ biasSeries: Double) -> (
        both: Double, square: Double
    ) {
        let points = rows.compactMap { row -> (way: Double, came: Double, noise: Double, weight: Double)? in
            guard let series = row.series, row.actual > 0 else { return nil }
            let t = series * exp(-biasSeries)
            let usual = usualError * row.actual
            return (
                row.pipeline * exp(-biasPipeline) - t, row.actual - t, row.variance + usual * usual, row.weight
            )
        }
        let both = points.reduce(0) { $0 + $1.weight * $1.way * $1.came / $1.noise }
        let square = points.reduce(0) { $0 + $1.weight * $1.way * $1.way / $1.noise }
        guard square > 0 else { return (0, 0) }
        let best = min(1, max(0, both / square))
        let misses = points.reduce(0) { sum, point in
            let miss = point.came - best * point.way
            return sum + point.weight * miss * miss / point.noise
        }
        let excess = max(1, (misses + 2) / (points.reduce(0) { $0 + $1.weight } + 2))
        return (both / excess, square / excess)
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
        return min(0.2, max(-0.2, mean * max(0, 1 - biasDoubt * biasDoubt * noise / max(mean * mean, 1e-12))))
    }
}
