/// How likely a forecast falls so far without anything being wrong. A forecast that is right moves only by what happens, so
/// the variance of its movement between two days is what its own variance loses between them.
package enum Drift {
    /// - Parameters:
    ///   - before: what was forecast, `now`: what is, of the same total.
    ///   - elapsed: the share of the days that were left before which has passed since; the movement is never taken for
    ///     less than that share of the variance.
    /// - Returns: 0…1; 1 where nothing could move.
    package static func chance(before: Distribution, now: Distribution, elapsed: Double) -> Double {
        let (was, left) = (variance(before), variance(now))
        let movement = max(was - left, was * min(1, max(0, elapsed)))
        guard movement > 0 else { return 1 }
        return Normal.below((now.mean - before.mean) / movement.squareRoot())
    }

    /// Of the normal distribution with the same 80 % range.
    private static func variance(_ distribution: Distribution) -> Double {
        let deviation = (distribution.quantile(0.9) - distribution.quantile(0.1)) / (2 * 1.2816)
        return deviation * deviation
    }
}
