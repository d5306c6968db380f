import Foundation

/// The dynamic optimised Theta model (DOTM): the trend line is fitted anew with every value, and the strength θ of the
/// curved part is learned. Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler 2016.
///
/// For a given α the one-step forecast is linear in the first level ℓ₀ and in w = 1 − 1/θ:
/// μ_t = ℓ_{t−1} + w·D_t, ℓ_t = αY_t + (1 − α)ℓ_{t−1}, with D_t of the data and α alone. So both are found by least
/// squares and only α is searched for: the whole fit is a search along one line, and finds the least of all.
package struct DynamicTheta: Sendable {
    package let season: Int
    package init(season: Int) { self.season = season }

    /// - Parameter values: oldest first, at least one.
    package func fit(_ values: [Double]) -> FittedDynamicTheta {
        let adjustment = SeasonalAdjustment(values, season: season)
        let plain = adjustment.removed(from: values)
        let alpha =
            plain.count < 4 ? 0.5 : leastPlace(from: 0.1, to: 0.99, grid: 20) { ThetaLine(plain, alpha: $0).squares }
        return FittedDynamicTheta(adjustment, ThetaLine(plain, alpha: alpha), plain)
    }
}

package struct FittedDynamicTheta: Sendable {
    package let alpha: Double
    /// ≥ 1; infinite where w reached 1.
    package var theta: Double { 1 / (1 - line.curve) }
    package var firstLevel: Double { line.first }
    /// Σ of squared errors of one step, of the seasonally adjusted series.
    package var squares: Double { line.squares }
    let line: ThetaLine
    let values: [Double]
    let adjustment: SeasonalAdjustment

    init(_ adjustment: SeasonalAdjustment, _ line: ThetaLine, _ values: [Double]) {
        self.adjustment = adjustment
        self.line = line
        self.values = values
        alpha = line.alpha
    }

    package func forecast(_ horizon: Int) -> Outlook {
        var state = ThetaState(level: line.first)
        for value in values { state.take(value, alpha) }
        let sigma = (line.squares / Double(max(1, values.count - 3))).squareRoot()
        let means = (0..<horizon).map { _ in
            let mean = state.level + line.curve * state.trend(alpha)
            state.take(mean, alpha)
            return mean
        }
        let plain = Outlook(
            means: means,
            deviations: (0..<horizon).map { sigma * (1 + Double($0) * alpha * alpha).squareRoot() })
        return adjustment.restored(to: plain, from: values.count)
    }
}

/// The best ℓ₀ and w for one α.
struct ThetaLine: Sendable {
    let alpha: Double
    /// ℓ₀.
    let first: Double
    /// w = 1 − 1/θ, 0…1.
    let curve: Double
    let squares: Double

    init(_ values: [Double], alpha: Double) {
        var state = ThetaState(level: 0)
        var (reach, sums) = (1.0, Sums())
        for value in values {
            sums.add(value - state.level, reach, state.trend(alpha))
            state.take(value, alpha)
            reach *= 1 - alpha
        }
        self.alpha = alpha
        (first, curve, squares) = sums.solved
    }

    /// Least squares of y on x (how far ℓ₀ still reaches) and z (the trend).
    private struct Sums {
        var (yy, yx, yz, xx, xz, zz) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

        mutating func add(_ y: Double, _ x: Double, _ z: Double) {
            yy += y * y
            yx += y * x
            yz += y * z
            xx += x * x
            xz += x * z
            zz += z * z
        }

        var solved: (first: Double, curve: Double, squares: Double) {
            let determinant = xx * zz - xz * xz
            let free = determinant > 1e-12 * xx * zz ? (yz * xx - yx * xz) / determinant : 0
            let curve = min(1 - 1e-9, max(0, free))
            let first = (yx - curve * xz) / xx
            let squares =
                yy + first * first * xx + curve * curve * zz - 2 * first * yx - 2 * curve * yz + 2 * first * curve * xz
            return (first, curve, max(0, squares))
        }
    }
}

/// What is carried from value to value: the level, and the line through all values so far.
struct ThetaState {
    var level: Double
    private var number = 0.0
    private var mean = 0.0
    private var slope = 0.0
    private var left = 1.0

    init(level: Double) { self.level = level }

    /// D: (1 − α)^t·A_t + (1 − (1 − α)^{t+1})/α·B_t.
    func trend(_ alpha: Double) -> Double {
        guard number > 0 else { return 0 }
        let intercept = mean - (number + 1) / 2 * slope
        return left * intercept + (1 - left * (1 - alpha)) / alpha * slope
    }

    /// Equations of B_t, Ȳ_t and ℓ_t.
    mutating func take(_ value: Double, _ alpha: Double) {
        number += 1
        if number > 1 {
            slope = ((number - 2) * slope + 6 / number * (value - mean)) / (number + 1)
        }
        mean += (value - mean) / number
        level += alpha * (value - level)
        left *= 1 - alpha
    }
}
