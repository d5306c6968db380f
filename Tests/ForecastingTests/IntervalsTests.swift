import Testing

@testable import Forecasting

/// What a band adds to the noise of the deals before its own windows have told.
struct IntervalsTests {
    /// A company of two departments.
    private let parent: [Int32] = [-1, 0, 0]

    /// Every node's past errors, so many times the noise of each as would hold 80 % of a normal.
    private func errors(_ windows: Int, times excess: Double) -> [[Intervals.Error]] {
        parent.map { _ in
            (0..<windows).map {
                Intervals.Error(error: ($0 % 2 == 0 ? 0.3 : -0.3) * excess * Normal.eighty, noise: 0.3, weight: 1)
            }
        }
    }

    @Test("twenty windows tell a level's excess, and the company has no more than its parts show")
    func boundedByParts() {
        let priors = Intervals.priors(errors(12, times: 1.5), parent: parent, noise: [0.08, 0.09, 0.09])
        #expect(abs(priors[1].excess - 1.5) < 1e-9)
        #expect(priors[1].windows == 6)
        // What all have in common is at most (1.5² − 1) × 0.09.
        #expect(abs(priors[0].excess - (1 + 1.25 * 0.09 / 0.08).squareRoot()) < 1e-9)
        #expect(priors[0].windows == 2)
    }

    @Test("where parts err by their noise alone nothing is common to them")
    func nothingCommon() {
        let priors = Intervals.priors(errors(12, times: 0.9), parent: parent, noise: [0.04, 0.09, 0.09])
        #expect(priors[0].excess == 1)
    }

    @Test("what parts show bounds the usual excess and never exceeds it")
    func neverMoreThanUsual() {
        let priors = Intervals.priors(errors(12, times: 3), parent: parent, noise: [0.01, 0.09, 0.09])
        #expect(priors[0].excess == Intervals.Prior.usual.excess)
    }

    @Test("until some level has twenty windows, and where nothing is to come, the usual excess stands")
    func usual() {
        for prior in Intervals.priors(errors(9, times: 1), parent: parent, noise: [0.04, 0.09, 0.09]) {
            #expect(prior.excess == Intervals.Prior.usual.excess)
        }
        let priors = Intervals.priors(errors(12, times: 1), parent: parent, noise: [0, 0.09, 0.09])
        #expect(priors[0].excess == Intervals.Prior.usual.excess)
    }
}
