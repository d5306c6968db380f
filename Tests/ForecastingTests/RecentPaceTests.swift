import Testing

@testable import Forecasting

/// One stage against its own long run.
struct RecentPaceTests {
    /// Expected exits of three classes at four states.
    private let expected: [Double] = [0, 12, 40, 90, 60, 30, 25, 20, 150, 120, 80, 0]

    @Test("where exits come as they always did, every level is one")
    func steady() {
        for level in RecentPace(expected, expected).level { #expect(abs(level - 1) < 1e-12) }
    }

    @Test("what chance alone would do moves no level by more than a fiftieth")
    func chance() {
        // Within one standard deviation of counts that fade, up and down in turn.
        let seen = expected.enumerated().map { place, due in
            due + (place % 2 == 0 ? 1 : -1) * (RecentPace.dispersion * due).squareRoot()
        }
        for level in RecentPace(seen, expected).level { #expect(abs(level - 1) < 0.02) }
    }

    @Test("one stage that goes half as fast is seen for more than half of what it is, and the others hardly")
    func oneStage() {
        var seen = expected
        for place in [2, 10] { seen[place] /= 2 }
        let level = RecentPace(seen, expected).level
        for place in level.indices {
            let isSlow = place == 2 || place == 10
            #expect(isSlow ? level[place] < 0.75 && level[place] > 0.5 : abs(level[place] - 1) < 0.01, "\(place)")
        }
    }

    @Test("more is believed of many exits than of few")
    func many() {
        let level = RecentPace([5, 50, 100], [10, 100, 100]).level
        #expect(level[1] < level[0] && level[0] < 1)
    }

    @Test("without anything seen or expected every level is one")
    func nothing() {
        #expect(RecentPace([0, 0], [0, 0]).level == [1, 1])
        #expect(RecentPace([], []).level.isEmpty)
    }
}
