internal import Forecasting

/// What questions as of many instants of one book share: each past moment is fitted once. It changes no figure.
package struct SharedPast: Sendable {
    let fits: PastFits

    /// - Parameter lasting: one that outlives the questions.
    package init(in lasting: SharedPast? = nil) { fits = PastFits(in: lasting?.fits) }

    private init(_ fits: PastFits) { self.fits = fits }

    /// For as long as the program runs, whatever is asked: a past moment is known by all that went into it, so it stays true
    /// when the books go on.
    package static var lasting: SharedPast { SharedPast(PastFits(isLasting: true)) }
}
