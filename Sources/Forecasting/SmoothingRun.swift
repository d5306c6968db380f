import Foundation

/// A smoothing model run over a series: its likelihood, and the state that it ends in.
struct SmoothingRun {
    /// −2 log-likelihood without the constant; infinite where a mean that divides is not positive.
    private(set) var deviance: Double
    /// Variance of the one-step error: of e, or of e/μ for a multiplicative error.
    private(set) var variance: Double
    private(set) var state: SmoothingState

    /// The updates of additive and multiplicative errors differ only in the likelihood, but for a multiplicative
    /// season, where the error is divided by what it was multiplied with.
    init(_ model: SmoothingModel, _ weights: SmoothingWeights, from start: SmoothingState, over values: [Double]) {
        var (level, slope, season) = (start.level, start.slope, start.season)
        let relative = model.error == .multiplicative
        var (squares, logarithms, product) = (0.0, 0.0, 1.0)
        var sound = true
        values.withUnsafeBufferPointer { values in
            season.withUnsafeMutableBufferPointer { season in
                var place = 0
                for value in values {
                    let base = level + weights.phi * slope
                    var mean = base
                    switch model.season {
                    case .none: break
                    case .additive: mean += season[place]
                    case .multiplicative: mean *= season[place]
                    }
                    let error = value - mean
                    if relative {
                        guard mean > 0 else {
                            sound = false
                            return
                        }
                        let share = error / mean
                        squares += share * share
                        product *= mean
                        if product > 1e200 || product < 1e-200 {
                            logarithms += log(product)
                            product = 1
                        }
                    } else {
                        squares += error * error
                    }
                    var step = error
                    switch model.season {
                    case .none: break
                    case .additive: season[place] += weights.gamma * error
                    case .multiplicative:
                        guard base > 0 else {
                            sound = false
                            return
                        }
                        step = error / season[place]
                        season[place] += weights.gamma * error / base
                    }
                    level = base + weights.alpha * step
                    slope = weights.phi * slope + weights.beta * step
                    place = place + 1 < season.count ? place + 1 : 0
                }
            }
        }
        let number = Double(values.count)
        variance = squares / number
        deviance =
            sound ? number * log(max(squares, 1e-30)) + (relative ? 2 * (logarithms + log(product)) : 0) : .infinity
        if !season.isEmpty {
            let turn = values.count % season.count
            season = Array(season[turn...] + season[..<turn])
        }
        state = SmoothingState(level: level, slope: slope, season: season)
    }
}
