import Foundation
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

    @Test("a level's excess is that of the window which eight in ten of all its parts' do not exceed")
    func eightInTen() {
        // A tenth, two tenths, … of the noise that would hold 80 % of a normal, in turn of either part.
        let errors = parent.indices.map { node in
            (1...24).filter { node > 0 && $0 % 2 == node - 1 }.map {
                Intervals.Error(error: 0.3 * Double($0) / 10 * Normal.eighty, noise: 0.3, weight: 1)
            }
        }
        let priors = Intervals.priors(errors, parent: parent, noise: [0.08, 0.09, 0.09])
        #expect(abs(priors[1].excess - 2) < 1e-9)
        #expect(priors[2].excess == priors[1].excess)
    }

    @Test("what parts show is what the middle one of them shows")
    func middlePart() {
        let parent: [Int32] = [-1, 0, 0, 0]
        let windows = errors(8, times: 1.5)[0]
        let priors = Intervals.priors(
            [windows, windows, windows, windows], parent: parent, noise: [0.08, 0.09, 0.01, 0.04])
        #expect(abs(priors[0].excess - (1 + 1.25 * 0.04 / 0.08).squareRoot()) < 1e-9)
    }

    @Test("until a node's own windows have told, σ is that of the prior, never less than the noise nor half for little")
    func sigma() {
        func sigma(_ excess: Double, _ errors: [Double] = [], little: Bool = false) -> Double {
            Intervals(
                variance: expm1(0.09), rest: 1,
                errors: errors.map { Intervals.Error(error: $0, noise: 0.3, weight: 1) },
                prior: Intervals.Prior(excess: excess, windows: 2), little: little
            ).sigma
        }
        #expect(abs(sigma(1.5) - 0.45) < 1e-12)
        // Two windows of the prior beside two of its own.
        #expect(abs(sigma(2, [0.3, -0.3]) - ((2 * 0.09 + 2 * 0.36) / 4).squareRoot()) < 1e-12)
        // A forecast that never erred is still of deals that are won or not.
        #expect(abs(sigma(1, [0, 0, 0, 0, 0, 0]) - 0.3) < 1e-12)
        #expect(abs(sigma(0.8, [0, 0, 0, 0, 0, 0]) - 0.24) < 1e-12)
        #expect(sigma(1, little: true) == 0.5)
        #expect(sigma(4, [4, -4]) == 2)
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
