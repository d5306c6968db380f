/// How fast the exits of each state come lately against their own long run, as far as chance alone would not make them
/// come so.
///
/// A change of the whole company's pace is found by `Pace`; what changes at one stage alone is found here. Recent counts fade
/// by half in `FitSettings.halfLife` days, which makes their variance half of their mean.
struct RecentPace: Sendable {
    /// Of each class of exit and state, as the counts are given: 1 is the long run.
    let level: [Double]

    /// Variance over mean of counts that fade, and a fifth for what days have in common.
    static let dispersion = 0.6

    /// - Parameters:
    ///   - recent: exits, each weighted by how recent it is.
    ///   - expected: the same of the exits that the long run would have brought.
    init(_ recent: [Double], _ expected: [Double]) {
        let pseudo = Shrinkage.pseudoCounts(recent, expected, dispersion: RecentPace.dispersion)
        level = zip(recent, expected).map { ($0 + pseudo) / ($1 + pseudo) }
    }
}
