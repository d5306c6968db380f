import Testing

@testable import Forecasting

@Suite("How deals leave a stage")
struct IncidenceTests {
    private func stays(moved: [Int] = [], failed: [Int] = [], open: [Int] = []) -> Stays {
        var stays = Stays()
        for day in moved { stays.add(days: day, .moved) }
        for day in failed { stays.add(days: day, .failed) }
        for day in open { stays.add(days: day, .open) }
        return stays
    }

    @Test("the estimator of Aalen and Johansen, by hand: five came, one could not be watched to the end")
    func byHand() throws {
        // Day 1: 2 of 5 move on. Day 2: 1 of 3 fails, 1 is watched no longer. Day 3: the last one moves on.
        let incidence = Incidence(stays(moved: [1, 1, 3], failed: [2], open: [2]))
        #expect(abs(incidence.moved[1] - 0.4) < 1e-12)
        #expect(abs(incidence.failed[2] - 0.2) < 1e-12)
        #expect(abs(try #require(incidence.conversion) - 0.8) < 1e-12)
        #expect(incidence.staying.last == 0)
        #expect(incidence.medianDays == 1)
    }

    @Test("with everybody watched to the end it is the plain share")
    func plain() throws {
        let incidence = Incidence(stays(moved: [0, 4, 9, 9], failed: [2, 30]))
        #expect(abs(try #require(incidence.conversion) - 4.0 / 6) < 1e-12)
    }

    @Test("those still there go on as the reference does")
    func tail() throws {
        let reference = Incidence(stays(moved: [1, 5, 5, 5], failed: [1, 5, 5, 5]))
        // Of two who came, one moved on by day 1; of those who stay beyond day 1 the reference moves on a half.
        let young = Incidence(stays(moved: [1], open: [1]))
        #expect(abs(try #require(young.conversion(tail: reference)) - 0.75) < 1e-12)
        // Nobody has left: nothing but the reference is known.
        let new = Incidence(stays(open: [0]))
        #expect(abs(try #require(new.conversion(tail: reference)) - 0.5) < 1e-12)
        #expect(Incidence(Stays()).conversion(tail: reference) == nil)
    }

    @Test("a small sample raises no alarm, a large one with the same share does")
    func samples() throws {
        let reference = stays(moved: (0..<750).map { $0 % 10 }, failed: (0..<250).map { $0 % 10 })
        let odds = try #require(Odds(reference, Incidence(reference)))
        let few = odds.score(stays(moved: [1, 2], failed: [1, 2]))
        let many = odds.score(stays(moved: (0..<100).map { $0 % 10 }, failed: (0..<100).map { $0 % 10 }))
        #expect(Family.chance(few, spread: 0.1) == 1)
        #expect(Family.chance(many, spread: 0.1) < 1e-4)
        let believed = odds.difference(shift: odds.shift(few, spread: 0.2).shift)
        #expect(believed < 0 && believed > -0.05)
        #expect(odds.difference(shift: odds.shift(many, spread: 10).shift) < -0.2)
    }

    @Test("slowness is not failure: who leaves later, in the same proportion, is like the reference")
    func slow() throws {
        let reference = stays(moved: (0..<600).map { $0 % 20 }, failed: (0..<400).map { $0 % 20 })
        let odds = try #require(Odds(reference, Incidence(reference)))
        let late = odds.score(stays(moved: (0..<60).map { 10 + $0 % 10 }, failed: (0..<40).map { 10 + $0 % 10 }))
        #expect(abs(late.surplus) < 1)
    }

    @Test("of a hundred companies in which groups only scatter, few show anything")
    func family() throws {
        let reference = stays(moved: (0..<700).map { $0 % 10 }, failed: (0..<300).map { $0 % 10 })
        let odds = try #require(Odds(reference, Incidence(reference)))
        var dice = SystemLikeDice(state: 11)
        var alarms = 0
        for _ in 0..<100 {
            let scores = (0..<60).map { _ -> Odds.Score in
                let share = min(0.95, max(0.05, 0.7 + 0.04 * dice.bell()))
                var group = Stays()
                for number in 0..<80 { group.add(days: number % 10, dice.unit() < share ? .moved : .failed) }
                return odds.score(group)
            }
            let spread = Family.spread(scores)
            if scores.contains(where: { Family.chance($0, spread: spread) * 60 <= Family.level }) { alarms += 1 }
        }
        #expect(alarms <= 11, "\(alarms) of 100")
    }
}

/// The same numbers every time.
private struct SystemLikeDice {
    var state: UInt64
    mutating func unit() -> Double {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Double((bits ^ (bits >> 31)) >> 11) * 0x1p-53
    }
    mutating func bell() -> Double { (0..<12).reduce(-6) { sum, _ in sum + unit() } }
}
