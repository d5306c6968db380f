internal import Forecasting

/// What questions as of many instants of one book share: each past moment is fitted once. It changes no figure.
package struct SharedPast: Sendable {
    let fits: PastFits

    /// - Parameters:
    ///   - lasting: one that outlives the questions.
    ///   - isLarge: what past moments were fitted from is too large to be kept: only what was found is.
    package init(in lasting: SharedPast? = nil, isLarge: Bool = false) {
        fits = PastFits(in: lasting?.fits, windowsOnly: isLarge)
    }

    private init(_ fits: PastFits) { self.fits = fits }

    /// For as long as the program runs, whatever is asked: a past moment is known by all that went into it, so it stays true
    /// when the books go on.
    package static var lasting: SharedPast { SharedPast(PastFits(windowsOnly: true)) }
}
