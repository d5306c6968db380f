import Foundation

/// The Theta method: simple exponential smoothing of the seasonally adjusted series, with half the slope of its trend
/// line as drift. Assimakopoulos & Nikolopoulos 2000, in the form of Hyndman & Billah 2003.
package struct Theta: Sendable {
    package let season: Int
    package init(season: Int) { self.season = season }

    /// - Parameter values: oldest first, at least one.
    package func fit(_ values: [Double]) -> FittedTheta {
        let adjustment = SeasonalAdjustment(values, season: season)
        let plain = adjustment.removed(from: values)
        let alpha = plain.count < 3 ? 0.5 : leastPlace(from: 0.01, to: 0.99, grid: 24) { Smoothing(plain, $0).squares }
        return FittedTheta(adjustment, plain, alpha: alpha)
    }
}

package struct FittedTheta: Sendable {
    package let alpha: Double
    /// What is added with every step.
    package let drift: Double
    let level: Double
    let sigma: Double
    let count: Int
    let adjustment: SeasonalAdjustment

    init(_ adjustment: SeasonalAdjustment, _ plain: [Double], alpha: Double) {
        let smoothing = Smoothing(plain, alpha)
        self.adjustment = adjustment
        self.alpha = alpha
        count = plain.count
        drift = slope(plain) / 2
        level = smoothing.level
        sigma = (smoothing.squares / Double(max(1, plain.count - 2))).squareRoot()
    }

    package func forecast(_ horizon: Int) -> Outlook {
        let gone = (1 - pow(1 - alpha, Double(count))) / alpha
        let plain = Outlook(
            means: (0..<horizon).map { level + drift * (Double($0) + gone) },
            deviations: (0..<horizon).map { sigma * (1 + Double($0) * alpha * alpha).squareRoot() })
        return adjustment.restored(to: plain, from: count)
    }
}

/// Simple exponential smoothing from the first value on.
struct Smoothing {
    let level: Double
    /// Σ of squared errors of one step.
    let squares: Double

    init(_ values: [Double], _ alpha: Double) {
        var (level, squares) = (values[0], 0.0)
        for value in values.dropFirst() {
            let error = value - level
            squares += error * error
            level += alpha * error
        }
        self.level = level
        self.squares = squares
    }
}

/// Of the least-squares line over equally spaced values.
func slope(_ values: [Double]) -> Double {
    let number = Double(values.count)
    guard number > 1 else { return 0 }
    let mean = values.reduce(0, +) / number
    let middle = (number - 1) / 2
    let product = values.enumerated().reduce(0) { $0 + (Double($1.offset) - middle) * ($1.element - mean) }
    return product / (number * (number * number - 1) / 12)
}
