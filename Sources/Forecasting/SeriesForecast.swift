/// The forecast of a series of equally long periods: the mean of DOTM and ETS, which on a thousand monthly series misses
/// by less than either. With fewer than four values it is their mean.
package struct SeriesForecast: Sendable {
    package let outlook: Outlook
    package var means: [Double] { outlook.means }

    /// - Parameters:
    ///   - values: oldest first; none gives zeros.
    ///   - season: values in one season (12 for months, 7 for days); 1 for none.
    package init(values: [Double], season: Int, horizon: Int) {
        guard values.count >= 4 else {
            outlook =
                values.isEmpty
                ? Outlook(means: .init(repeating: 0, count: horizon), deviations: .init(repeating: 0, count: horizon))
                : FittedSmoothing(levelOf: values).forecast(horizon)
            return
        }
        let theta = DynamicTheta(season: season).fit(values).forecast(horizon)
        let smoothing = ExponentialSmoothing(season: season).fit(values).forecast(horizon)
        outlook = Outlook.mean([theta, smoothing])
    }
}
