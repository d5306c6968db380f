import Foundation

/// The search for a model's weights, first level and first slope. The first season is that of the decomposition.
struct SmoothingSearch {
    let model: SmoothingModel
    private let values: [Double]
    private let season: [Double]
    private let level: Double
    private let slope: Double
    /// A step of the level that is neither nothing nor too far.
    private let scale: Double

    init(_ model: SmoothingModel, _ values: [Double], season length: Int) {
        self.model = model
        self.values = values
        let adjustment = model.season == .none ? SeasonalAdjustment.none : SmoothingSearch.season(model, values, length)
        season = adjustment.pattern
        let plain = adjustment.removed(from: values)
        let first = Array(plain.prefix(max(10, 2 * length)).prefix(10))
        let mean = first.reduce(0, +) / Double(first.count)
        slope = model.trend == .none ? 0 : Forecasting.slope(first)
        level = model.trend == .none ? mean : mean - slope * Double(first.count + 1) / 2
        let spread = first.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(first.count)
        scale = max(spread.squareRoot(), 1e-3 * abs(mean), 1e-9)
    }

    /// Weights and first states that are learned, and the variance.
    var parameters: Int {
        let states = 1 + (model.trend == .none ? 0 : 1) + season.count
        let weights = 1 + (model.trend == .none ? 0 : 1) + (model.trend == .damped ? 1 : 0) + (season.isEmpty ? 0 : 1)
        return states + weights + 1
    }

    func found() -> (SmoothingWeights, SmoothingState) {
        let simplex = Simplex(tolerance: 1e-4, limit: 80 + 60 * parameters0)
        let best = simplex.least(from: start, steps: start.map { _ in 0.7 }) { place in
            let (weights, state) = read(place)
            return SmoothingRun(model, weights, from: state, over: values).deviance
        }
        return read(best.place)
    }

    private var parameters0: Int { start.count }

    /// Numbers without bounds; `read` gives them their meaning.
    private var start: [Double] {
        var start = [SmoothingSearch.free(0.3), 0.0]
        if model.trend != .none { start += [SmoothingSearch.free(0.1), 0.0] }
        if model.trend == .damped { start.append(SmoothingSearch.free(0.8)) }
        if !season.isEmpty { start.append(SmoothingSearch.free(0.1)) }
        return start
    }

    /// 0 < α < 1, 0 < β < α, 0 < γ < 1 − α, 0.8 < φ < 0.98: the usual region.
    private func read(_ place: [Double]) -> (SmoothingWeights, SmoothingState) {
        var weights = SmoothingWeights(alpha: 0.0001 + 0.9998 * SmoothingSearch.share(place[0]))
        var state = SmoothingState(level: level + scale * place[1], slope: slope, season: season)
        var next = 2
        if model.trend != .none {
            weights.beta = weights.alpha * SmoothingSearch.share(place[2])
            state.slope += 0.2 * scale * place[3]
            next = 4
        }
        if model.trend == .damped {
            weights.phi = 0.8 + 0.18 * SmoothingSearch.share(place[next])
            next += 1
        }
        if !season.isEmpty { weights.gamma = (1 - weights.alpha) * SmoothingSearch.share(place[next]) }
        return (weights, state)
    }

    private static func season(_ model: SmoothingModel, _ values: [Double], _ length: Int) -> SeasonalAdjustment {
        SeasonalAdjustment(
            decomposing: values, season: length, as: model.season == .additive ? .additive : .multiplicative)
    }

    private static func share(_ free: Double) -> Double { 1 / (1 + exp(-free)) }
    private static func free(_ share: Double) -> Double { log(share / (1 - share)) }
}
