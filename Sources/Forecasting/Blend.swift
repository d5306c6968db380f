import Foundation

/// How the pipeline group and the time-series group are mixed, learned from the errors of both in past windows.
///
/// F = w·R_P·e^(−b_P) + (1 − w)·R_T·e^(−b_T). The weight minimises the squared error of the mixture (the two groups
/// share the noise of what happened, so their covariance counts), shrunk to a prior weight.
struct Blend: Sendable {
    let weight: Double
    let biasPipeline: Double
    let biasSeries: Double
    /// Mean of the last three errors of the mixture, and how many windows there were.
    let recentError: Double
    let windows: Double

    static let halfLife = 365.0
    static let priorWindows = 4.0

    /// - Parameters:
    ///   - gone: share of the period that is gone, 0…1.
    ///   - rows: rests by past window, latest first: pipeline, series (nil where it had none), what happened, age in days.
    init(_ rows: [Row], gone: Double, hasStageHistory: Bool, hasSeries: Bool) {
        let errors = rows.map { row in
            (
                pipeline: Blend.error(row.pipeline, row.actual), series: row.series.map { Blend.error($0, row.actual) },
                weight: exp2(-row.age / Blend.halfLife)
            )
        }
        let prior = min(0.95, (hasStageHistory ? 0.6 : 0.4) + 0.3 * gone)
        windows = errors.reduce(0) { $0 + $1.weight }
        biasPipeline = Blend.bias(errors.map { ($0.pipeline, $0.weight) })
        biasSeries = Blend.bias(errors.compactMap { row in row.series.map { ($0, row.weight) } })
        var (both, number, square) = (0.0, 0.0, 0.0)
        for row in errors {
            guard let series = row.series else { continue }
            let a = row.pipeline - biasPipeline
            let b = series - biasSeries
            both += row.weight * b * (b - a)
            square += row.weight * (b - a) * (b - a)
            number += row.weight
        }
        if !hasSeries {
            weight = 1
        } else if square > 1e-12 {
            let learned = both / square
            weight = min(1, max(0, (number * learned + Blend.priorWindows * prior) / (number + Blend.priorWindows)))
        } else {
            weight = prior
        }
        let w = weight
        let mixed = errors.prefix(3).map { w * $0.pipeline + (1 - w) * ($0.series ?? $0.pipeline) }
        recentError = mixed.isEmpty ? 0 : mixed.reduce(0, +) / Double(mixed.count)
    }

    struct Row: Sendable {
        let pipeline: Double
        let series: Double?
        let actual: Double
        let age: Double
    }

    func mix(pipeline: Double, series: Double?) -> Double {
        let corrected = pipeline * exp(-biasPipeline)
        guard let series else { return corrected }
        return weight * corrected + (1 - weight) * series * exp(-biasSeries)
    }

    static func error(_ forecast: Double, _ actual: Double) -> Double {
        if actual <= 0 { return forecast <= 0 ? 0 : 1 }
        if forecast <= 0 { return -1 }
        return min(1, max(-1, log(forecast / actual)))
    }

    /// The mean error as far as it stands out of its own noise: mean · max(0, 1 − se²/mean²), within ±0.2.
    private static func bias(_ errors: [(Double, Double)]) -> Double {
        let total = errors.reduce(0) { $0 + $1.1 }
        guard errors.count >= 3, total > 0 else { return 0 }
        let mean = errors.reduce(0) { $0 + $1.0 * $1.1 } / total
        let variance = errors.reduce(0) { $0 + $1.1 * ($1.0 - mean) * ($1.0 - mean) } / total
        let noise = (variance + 0.01) / max(1, total - 1)
        let shrunk = mean * max(0, 1 - noise / max(mean * mean, 1e-12))
        return min(0.2, max(-0.2, shrunk))
    }
}
