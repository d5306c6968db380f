/// What a series is expected to do next: the mean of each coming step and the standard deviation of its error.
package struct Outlook: Sendable, Equatable {
    package let means: [Double]
    package let deviations: [Double]

    package init(means: [Double], deviations: [Double]) {
        self.means = means
        self.deviations = deviations
    }

    /// The value that step `step` (0 is the next) stays below with probability `p`, errors taken for normal.
    package func quantile(_ p: Double, step: Int) -> Double {
        means[step] + Normal.quantile(p) * deviations[step]
    }

    /// The mean of several forecasts. Their errors are taken to go together: deviations are averaged, not thinned.
    package static func mean(_ outlooks: [Outlook]) -> Outlook {
        let number = Double(outlooks.count)
        return Outlook(
            means: outlooks[0].means.indices.map { step in outlooks.reduce(0) { $0 + $1.means[step] } / number },
            deviations: outlooks[0].means.indices.map { step in
                outlooks.reduce(0) { $0 + $1.deviations[step] } / number
            })
    }
}
