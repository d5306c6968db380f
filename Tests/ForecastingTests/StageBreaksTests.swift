import Foundation
import Testing

@testable import Forecasting

/// Counts of made-up stages by thirds of months.
private struct Stages {
    var mean: [Double]
    let steps: Int
    /// What all of them do alike, by step.
    var common: (Int) -> Double = { _ in 1 }
    /// What one of them does alone.
    var alone: (_ state: Int, _ step: Int) -> Double = { _, _ in 1 }

    func flows(_ random: inout SplitMix) -> [StageBreaks.Flow] {
        mean.indices.map { state in
            StageBreaks.Flow(
                observed: (0..<steps).map { Double(random.poisson(mean[state] * common($0) * alone(state, $0))) },
                expected: [Double](repeating: mean[state], count: steps))
        }
    }

    var days: [Int32] { (0...Int32(steps)).map { $0 * 10 } }

    /// - Parameter steady: the other drive's counts are as ever.
    func breaks(_ seed: Int, losing: Bool = false) -> [StageBreaks.Break] {
        var random = SplitMix(UInt64(seed))
        let steady = Stages(mean: mean, steps: steps, common: common).flows(&random)
        let changed = flows(&random)
        return StageBreaks(losing ? [steady, changed] : [changed, steady], days: days).found
    }
}

struct StageBreaksTests {
    private static let means = [24.0, 18, 30, 12, 20]

    @Test(
        "a stage that alone goes on slower, or faster, or loses more is named, with its day and by how much",
        arguments: 1...40)
    func named(seed: Int) {
        var random = SplitMix(UInt64(seed) &+ 900)
        let (state, start) = (Int(random.unit() * 5), 60 + Int(random.unit() * 35))
        let ratio = seed % 2 == 0 ? 0.35 + 0.2 * random.unit() : 1.7 + random.unit()
        let stages = Stages(mean: Self.means, steps: 101) { _ in
            1
        } alone: {
            $0 == state && $1 >= start ? ratio : 1
        }
        let found = stages.breaks(seed, losing: seed % 3 == 0)
        #expect(found.first?.state == state)
        #expect(found.first?.drive == (seed % 3 == 0 ? .losing : .progress))
        guard let first = found.first else { return }
        #expect(abs(first.step - start) <= 4 && first.since == Int32(first.step) * 10)
        #expect(abs(log(first.ratio / ratio)) < 0.5)
    }

    @Test("its neighbours are not called quick for it", arguments: 1...20)
    func neighbours(seed: Int) {
        let stages = Stages(mean: [30, 30, 30], steps: 100) { _ in
            1
        } alone: {
            $0 == 1 && $1 >= 80 ? 0.45 : 1
        }
        #expect(stages.breaks(seed).map(\.state) == [1])
    }

    @Test("of five hundred companies whose stages stay as they are at most one of a hundred is said to change")
    func steady() {
        let said = (1...500).count { !Stages(mean: Self.means, steps: 100).breaks($0).isEmpty }
        #expect(said <= 5)
    }

    @Test("what all stages do at once, be it a season, holidays or a break, is no change of one of them")
    func common() {
        let together: [(Int) -> Double] = [
            { 1 + 0.4 * sin(Double($0) / 36 * 2 * .pi) }, { $0 >= 90 ? 0.5 : 1 }, { $0 % 36 == 0 ? 0.2 : 1 },
            { Double($0) / 50 },
        ]
        for (place, common) in together.enumerated() {
            let said = (1...100).count {
                !Stages(mean: Self.means, steps: 100, common: common).breaks($0 + 1_000 * place).isEmpty
            }
            #expect(said <= 2, "\(place)")
        }
    }

    @Test(
        "the stages' order, and how many deals the long run would have brought in all, decide nothing",
        arguments: 1...10)
    func order(seed: Int) {
        let stages = Stages(mean: Self.means, steps: 100) { _ in
            1
        } alone: {
            $0 == 1 && $1 >= 85 ? 0.4 : 1
        }
        var random = SplitMix(UInt64(seed))
        let flows = stages.flows(&random)
        func found(_ flows: [StageBreaks.Flow]) -> [StageBreaks.Break] {
            StageBreaks([flows, []], days: stages.days).found
        }
        let (usual, turned) = (found(flows), found(flows.reversed()))
        #expect(usual.first?.state == 1)
        #expect(turned.map { 4 - $0.state } == usual.map(\.state) && turned.map(\.step) == usual.map(\.step))
        #expect(zip(turned, usual).allSatisfy { abs($0.ratio / $1.ratio - 1) < 1e-9 })
    }

    @Test(
        "without a past, without others, with nothing seen or expected, or with everything at once: nothing and finite")
    func extremes() {
        let nothing = StageBreaks.Flow(observed: [], expected: [])
        let zeros = StageBreaks.Flow(
            observed: [Double](repeating: 0, count: 50), expected: [Double](repeating: 0, count: 50))
        let few = StageBreaks.Flow(observed: [3, 0], expected: [1, 1])
        let seen = StageBreaks.Flow(
            observed: [Double](repeating: 5, count: 40) + [Double](repeating: 50, count: 10),
            expected: [Double](repeating: 5, count: 50))
        for flows in [[], [nothing], [nothing, nothing], [few, few], [zeros, zeros], [seen], [seen, zeros]] {
            #expect(StageBreaks([flows, flows], days: (0...50).map { $0 }).found.isEmpty)
        }
        let burst = StageBreaks.Flow(
            observed: [Double](repeating: 0, count: 49) + [1e9], expected: [Double](repeating: 1, count: 50))
        let found = StageBreaks([[burst, seen, seen], []], days: (0...50).map { $0 }).found
        #expect(found.allSatisfy { $0.ratio.isFinite && $0.odds.isFinite && $0.ratio > 0 })
    }
}

/// A company one of whose stages changes.
private struct ChangingFirm {
    static let length: Int32 = 620
    static let breakDay = Firm.start + 470

    /// - Parameter after: pace of progress from the second of three stages since the break.
    static func made(_ seed: UInt64, after: Double) -> Firm {
        var firm = Firm()
        firm.today = Firm.start + length
        var random = SplitMix(seed)
        for day in Firm.start..<firm.today {
            for _ in 0..<random.poisson(6) {
                firm.deals.append(
                    Firm.Deal(
                        created: day, owner: Int32(random.unit() * 3), product: 0,
                        steps: way(from: day, firm.today, after, &random), amounts: [(day, 500_000)], due: nil))
            }
        }
        return firm
    }

    private static func way(from first: Int32, _ today: Int32, _ after: Double, _ random: inout SplitMix) -> [(
        Int32, Int16
    )] {
        var steps: [(Int32, Int16)] = [(first, 0)]
        var stage: Int16 = 0
        for day in first + 1..<max(today, first + 1) {
            let pace = stage == 1 && day >= breakDay ? after : 1
            let draw = random.unit()
            if draw < 0.02 {
                steps.append((day, History.Stages.lost))
                break
            }
            guard draw < 0.02 + 0.07 * pace else { continue }
            stage += 1
            steps.append((day, stage == 3 ? History.Stages.won : stage))
            if stage == 3 { break }
        }
        return steps
    }
}

struct StageChangeTests {
    private func answer(_ firm: Firm, at day: Int32) -> Answer {
        let question = Question(
            period: Window(start: day, end: day + 30),
            past: (1...8).map { Window(start: day - 30 * Int32($0), end: day - 30 * Int32($0) + 30) })
        return Forecaster().answer(
            firm.history.asOf(startOf: day), nodes: firm.nodes.keeping(firm.history.dealsKept(startOf: day)),
            question: question)
    }

    @Test("the forecast names the stage that slows down, and is near what is won after it", arguments: [1, 2, 3])
    func slows(seed: UInt64) {
        let firm = ChangingFirm.made(seed, after: 0.4)
        let day = ChangingFirm.breakDay + 50
        let answer = answer(firm, at: day)
        #expect(answer.method.stageChanges.map(\.stage) == [1])
        guard let change = answer.method.stageChanges.first else { return }
        #expect(!change.isLosing && (0.25...0.55).contains(change.ratio))
        #expect(abs(change.since - ChangingFirm.breakDay) <= 20)
        let won = firm.deals.count { deal in
            deal.steps.last.map { $0.state == History.Stages.won && (day..<day + 30).contains($0.day) } ?? false
        }
        #expect(abs(answer.count[0].distribution.mean / Double(won) - 1) < 0.25)
    }

    @Test(
        "nothing is said before it slows down, none of it five months later, and nothing where nothing changes",
        arguments: [1, 2])
    func quiet(seed: UInt64) {
        let firm = ChangingFirm.made(seed, after: 0.4)
        #expect(answer(firm, at: ChangingFirm.breakDay).method.stageChanges.isEmpty)
        #expect(answer(firm, at: firm.today).method.stageChanges.isEmpty)
        let steady = ChangingFirm.made(seed &+ 10, after: 1)
        #expect(answer(steady, at: steady.today).method.stageChanges.isEmpty)
    }
}
