import Foundation
import Testing

@testable import Forecasting

@Suite("Chances between the levels of the group multipliers")
struct LevelGridTests {
    /// What several steps need grows with a power of the multiplier, and bends down where it comes near certainty.
    private func chance(steps: Double, risk: Double, progress: Double, losing: Double) -> Double {
        pow(1 - exp(-risk * exp(progress)), steps) * exp(-0.3 * exp(losing))
    }

    @Test(
        "are met to within 0.3, 0.6 and 3.5 % by steps that they need, where straight lines are up to 2, 8 and 18 % too high",
        arguments: zip([1.0, 2, 3], [0.003, 0.006, 0.035]))
    func between(steps: Double, tolerance: Double) {
        for risk in [0.1, 0.5] {
            for progress in stride(from: -1.55, through: 1.55, by: 0.07) {
                for losing in [-0.3, 0.0, 0.25] {
                    let exact = chance(steps: steps, risk: risk, progress: progress, losing: losing)
                    let read = LevelGrid.place(progress: progress, losing: losing).mix { level in
                        let row = level / LevelGrid.progress.count
                        return chance(
                            steps: steps, risk: risk, progress: LevelGrid.progress[level % LevelGrid.progress.count],
                            losing: LevelGrid.losing[row])
                    }
                    #expect(abs(read / exact - 1) < tolerance)
                }
            }
        }
    }

    @Test("are those of the levels themselves on them, and stay at the last one beyond")
    func levels() {
        func value(_ level: Int) -> Double { Double(level * level + 3) }
        for (level, multipliers) in LevelGrid.levels.enumerated() {
            let place = LevelGrid.place(progress: log(multipliers.win), losing: log(multipliers.loss))
            #expect(abs(place.mix(value) - value(level)) < 1e-6)
        }
        #expect(abs(LevelGrid.place(progress: 9, losing: 9).mix(value) - value(LevelGrid.levels.count - 1)) < 1e-6)
    }
}
