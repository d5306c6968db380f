import Testing

@testable import Forecasting

@Suite("How the whole's rest is spread over its parts")
struct LevelsTests {
    private func nodes(_ open: [Bool] = [true, true, true]) -> Nodes {
        Nodes(parent: [-1, 0, 0], nodeOfDeal: [], open: open)
    }

    /// Where the pipeline gave the first part four fifths and the six periods before gave it two.
    private func row(_ actual: [Double]) -> Levels.Row {
        Levels.Row(pipeline: [100, 80, 20], recent: [100, 40, 60], actual: actual)
    }

    @Test("how much either share is trusted is learned from past windows, against three that are supposed")
    func trust() {
        #expect(abs(Levels(nodes(), past: []).trust - Levels.priorTrust) < 1e-12)
        let right = Levels(nodes(), past: Array(repeating: row([100, 80, 20]), count: 3)).trust
        #expect(abs(right - (3 * 1 + 3 * Levels.priorTrust) / 6) < 1e-12)
        let wrong = Levels(nodes(), past: Array(repeating: row([100, 40, 60]), count: 3)).trust
        #expect(abs(wrong - Levels.priorTrust / 2) < 1e-12)
    }

    @Test("no trust is beyond nothing and all")
    func bounds() {
        #expect(Levels(nodes(), past: Array(repeating: row([100, 100, 0]), count: 40)).trust == 1)
        #expect(Levels(nodes(), past: Array(repeating: row([100, 0, 100]), count: 40)).trust == 0)
    }

    @Test("a part gets its share of the pipeline mixed with that of what was won, and parts are the whole")
    func mixed() {
        let spread = Levels(nodes(), past: []).spread(50, pipeline: [100, 80, 20], recent: [100, 40, 60])
        #expect(spread[0] == 50)
        #expect(abs(spread[1] - 50 * (0.7 * 0.8 + 0.3 * 0.4)) < 1e-12)
        #expect(abs(spread[1] + spread[2] - 50) < 1e-12)
    }

    @Test("where no new business may come nothing is given for what was won before")
    func closed() {
        let left = Levels(nodes([true, false, true]), past: [])
        #expect(left.spread(50, pipeline: [0, 0, 0], recent: [100, 40, 60]) == [50, 0, 50])
        // What it has in hand it keeps.
        let spread = left.spread(50, pipeline: [100, 80, 20], recent: [100, 40, 60])
        #expect(abs(spread[1] - 50 * 0.7 * 0.8) < 1e-12)
    }
}
