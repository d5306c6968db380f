import Foundation

/// Exponential smoothing in its state space form (ETS): every sound model is fitted by maximum likelihood, and the one
/// with the least AICc is kept. Hyndman, Koehler, Snyder & Grose 2002; Hyndman et al. 2008.
package struct ExponentialSmoothing: Sendable {
    package let season: Int
    package init(season: Int) { self.season = season }

    /// - Parameter values: oldest first, at least one.
    package func fit(_ values: [Double]) -> FittedSmoothing {
        let seasonal = season > 1 && values.count >= 3 * season && SeasonalAdjustment.standsOut(values, season)
        let positive = (values.min() ?? 0) > 0
        let fitted = SmoothingModel.candidates(positive: positive, seasonal: seasonal).compactMap {
            FittedSmoothing($0, values, season: season)
        }
        return fitted.min { $0.criterion < $1.criterion } ?? FittedSmoothing(levelOf: values)
    }

    /// One model by name.
    package func fit(_ values: [Double], model: SmoothingModel) -> FittedSmoothing? {
        FittedSmoothing(model, values, season: season)
    }
}

package struct FittedSmoothing: Sendable {
    package let model: SmoothingModel
    package let weights: SmoothingWeights
    /// At the start and at the end of the series.
    package let start: SmoothingState
    package let end: SmoothingState
    /// −2 log-likelihood without the constant.
    package let deviance: Double
    /// AICc.
    let criterion: Double
    let variance: Double

    /// Nil where the series is too short for it or its likelihood is not defined.
    init?(_ model: SmoothingModel, _ values: [Double], season: Int) {
        let search = SmoothingSearch(model, values, season: season)
        let number = Double(values.count)
        let parameters = Double(search.parameters)
        guard number > parameters + 1 else { return nil }
        let (weights, start) = search.found()
        self.init(model, weights, from: start, over: values, parameters: parameters)
        guard deviance.isFinite else { return nil }
    }

    /// With weights and first states that are known; `parameters` of them were learned from these values.
    init(
        _ model: SmoothingModel, _ weights: SmoothingWeights, from start: SmoothingState, over values: [Double],
        parameters: Double = 0
    ) {
        let run = SmoothingRun(model, weights, from: start, over: values)
        let number = Double(values.count)
        self.model = model
        self.weights = weights
        self.start = start
        end = run.state
        deviance = run.deviance
        criterion = run.deviance + 2 * parameters * number / max(1, number - parameters - 1)
        variance = run.variance * number / max(1, number - parameters)
    }

    /// Too few values for a model: their mean, and their spread around it.
    init(levelOf values: [Double]) {
        let mean = values.reduce(0, +) / Double(max(1, values.count))
        model = SmoothingModel(.additive, .none, .none)
        weights = SmoothingWeights(alpha: 0)
        start = SmoothingState(level: mean)
        end = start
        deviance = .infinity
        criterion = .infinity
        variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, values.count - 1))
    }
}
