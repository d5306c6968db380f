internal import Forecasting

/// What questions as of many instants of one book share: each past moment is fitted once. It changes no figure.
package struct SharedPast: Sendable {
    let fits = PastFits()

    package init() {}
}
