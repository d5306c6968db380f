import Foundation

/// The standard normal distribution.
package enum Normal {
    /// Eight cases in ten lie within so many deviations of the middle.
    package static let eighty = 1.2816
    /// Within so many all but one case in a hundred.
    package static let hardly = 2.5758

    static func below(_ z: Double) -> Double { erfc(-z / 2.0.squareRoot()) / 2 }

    /// Acklam's rational approximation with one Newton step: exact to double rounding for 1e-300 < p < 1.
    static func quantile(_ p: Double) -> Double {
        guard p > 1e-300 else { return -37 }
        guard p < 1 - 1e-16 else { return 8.2 }
        var z = approximation(p)
        let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
        if density > 0 { z -= (below(z) - p) / density }
        return z
    }

    private static func approximation(_ p: Double) -> Double {
        let a = [
            -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.3577518672690, -30.66479806614716,
            2.506628277459239,
        ]
        let b = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572]
        let c = [
            -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
            2.938163982698783,
        ]
        let d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416]
        if p < 0.02425 || p > 1 - 0.02425 {
            let q = (-2 * log(min(p, 1 - p))).squareRoot()
            let top = ((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]
            let bottom = (((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1
            return p < 0.5 ? top / bottom : -top / bottom
        }
        let q = p - 0.5
        let r = q * q
        let top = (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q
        let bottom = ((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1
        return top / bottom
    }
}
