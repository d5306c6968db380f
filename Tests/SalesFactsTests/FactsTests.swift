import SalesDomain
import Testing

@testable import SalesFacts

private let pipeline = Pipeline(
    id: Pipeline.ID(1), name: "Sales", kind: .sales,
    stages: [
        Stage(id: Stage.ID(1), name: "New", position: 1, probability: 0.2, outcome: .open),
        Stage(id: Stage.ID(2), name: "Won", position: 2, probability: 1, outcome: .won),
    ])

private let frame = CompanyFrame(
    company: Company(
        name: "Firm", baseCurrency: Currency(code: "UAH")!, language: .uk, basis: .won, amounts: .net,
        calendar: CompanyCalendar(zone: .utc)),
    organisation: Organisation(departments: [], employees: [], memberships: []), pipelines: [pipeline])

private func at(_ second: Int64) -> Instant { Instant(seconds: second) }

private func add(_ id: Int64, wonAt: Int64? = nil, amount: Int64 = 5, to builder: inout FactsBuilder) {
    builder.add(
        deal: DealFact(
            id: Deal.ID(id), created: at(id), recorded: at(id), pipeline: pipeline.id, stage: Stage.ID(1),
            amount: amount))
    guard let wonAt else { return }
    builder.add(
        change: ChangeFact(
            deal: Deal.ID(id), field: .stage, changed: at(wonAt), recorded: at(wonAt), new: 2))
}

@Suite("Facts")
struct FactsTests {
    @Test("taking in changes gives what loading anew gives, and says from when on it differs")
    func absorbing() {
        var builder = FactsBuilder(zone: .utc)
        for id in 1...10_000 where id % 3 != 0 { add(Int64(id), to: &builder) }
        var facts = builder.facts(frame: frame, position: 1)
        #expect(facts.dealCount == 6_667)

        var changed = facts.builder()
        add(3, to: &changed)
        add(5, wonAt: 20_000, amount: 7, to: &changed)
        add(9_999, wonAt: 30_000, to: &changed)
        add(20_000, to: &changed)
        let earliest = facts.absorb(changed, gone: [], position: 2)
        #expect(earliest == at(3))
        #expect(facts.position == 2)

        var again = FactsBuilder(zone: .utc)
        for id in 1...20_000 {
            switch id {
            case 5: add(5, wonAt: 20_000, amount: 7, to: &again)
            case 9_999: add(9_999, wonAt: 30_000, to: &again)
            case 3, 20_000: add(Int64(id), to: &again)
            case ...10_000 where id % 3 != 0: add(Int64(id), to: &again)
            default: break
            }
        }
        let anew = again.facts(frame: frame, position: 2).cut(asOf: at(100_000))
        let followed = facts.cut(asOf: at(100_000))
        #expect(followed.id == anew.id)
        #expect(followed.state == anew.state)
        #expect(followed.amount == anew.amount)
        #expect(followed.steps.start == anew.steps.start)
    }

    @Test("a new entry of one deal puts in doubt only what is asked as of later")
    func difference() {
        var builder = FactsBuilder(zone: .utc)
        for id in 1...10 { add(Int64(id), to: &builder) }
        var facts = builder.facts(frame: frame, position: 1)
        var changed = facts.builder()
        add(4, wonAt: 500, to: &changed)
        #expect(facts.absorb(changed, position: 2) == at(500))
        #expect(facts.absorb(facts.builder(), position: 3) == nil)
        #expect(facts.absorb(facts.builder(), gone: [Deal.ID(4)], position: 4) == .distantPast)
        #expect(facts.dealCount == 9)
    }

    @Test("deals first and their log after them, or each with its own: the same")
    func order() {
        var together = FactsBuilder(zone: .utc)
        var apart = FactsBuilder(zone: .utc)
        for id in 1...9_000 {
            add(Int64(id), wonAt: id % 2 == 0 ? 50_000 : nil, to: &together)
            add(Int64(id), to: &apart)
        }
        for id in stride(from: 2, through: 9_000, by: 2) {
            apart.add(
                change: ChangeFact(
                    deal: Deal.ID(Int64(id)), field: .stage, changed: at(50_000), recorded: at(50_000), new: 2))
        }
        let one = together.facts(frame: frame, position: 1).cut(asOf: at(60_000))
        let other = apart.facts(frame: frame, position: 1).cut(asOf: at(60_000))
        #expect(one.state == other.state)
        #expect(one.state.count { $0 == StageTable.won } == 4_500)
    }

    @Test("an entry made ahead of its time is not so before it")
    func ahead() {
        var builder = FactsBuilder(zone: .utc)
        add(1, to: &builder)
        builder.add(
            change: ChangeFact(deal: Deal.ID(1), field: .stage, changed: at(900), recorded: at(10), new: 2))
        let facts = builder.facts(frame: frame, position: 1)
        #expect(facts.cut(asOf: at(900)).state == [0])
        #expect(facts.cut(asOf: at(901)).state == [StageTable.won])
    }

    @Test("all questions about now are one until something is recorded")
    func canonical() {
        var builder = FactsBuilder(zone: .utc)
        add(100, to: &builder)
        let facts = builder.facts(frame: frame, position: 1)
        #expect(facts.canonical(at(5_000)) == facts.canonical(at(80_000)))
        #expect(facts.canonical(at(5_000)) != facts.canonical(at(90_000)))
        #expect(facts.canonical(at(100)) == at(100))
        #expect(facts.canonical(at(86_400)) == at(86_400))
    }

    @Test("a corrected closing day moves what would have happened after it, and says nothing of a later closing")
    func corrected() {
        func on(_ day: Int64) -> Instant { at(day * 86_400 + 10) }
        /// Won on the fifth, open again on the seventh, won on the ninth.
        func days(corrected: Int64, to closed: Int64) -> [Int32] {
            var builder = FactsBuilder(zone: .utc)
            builder.add(
                deal: DealFact(
                    id: Deal.ID(1), created: on(1), recorded: on(1), pipeline: pipeline.id, stage: Stage.ID(1),
                    amount: 5))
            for (day, stage) in [(5, 2), (7, 1), (9, 2)] as [(Int64, Int64)] {
                builder.add(
                    change: ChangeFact(
                        deal: Deal.ID(1), field: .stage, changed: on(day), recorded: on(day), new: stage))
            }
            builder.add(
                change: ChangeFact(
                    deal: Deal.ID(1), field: .closedAt, changed: on(corrected), recorded: on(corrected),
                    new: on(closed).microseconds))
            return builder.facts(frame: frame, position: 1).cut(asOf: on(20)).steps.day
        }
        #expect(days(corrected: 10, to: 8) == [1, 5, 7, 8])
        #expect(days(corrected: 10, to: 6) == [1, 5, 6, 6])
        #expect(days(corrected: 6, to: 4) == [1, 5, 7, 9])
    }

    @Test("what was entered late is known late, and a corrected closing day changes nothing of when it was known")
    func late() {
        func on(_ day: Int64) -> Instant { at(day * 86_400 + 10) }
        var builder = FactsBuilder(zone: .utc)
        for (id, closed, recorded) in [(1, 5, 5), (2, 6, 9), (3, 7, 7)] as [(Int64, Int64, Int64)] {
            builder.add(
                deal: DealFact(
                    id: Deal.ID(id), created: on(id), recorded: on(id), pipeline: pipeline.id, stage: Stage.ID(1),
                    amount: 5))
            builder.add(
                change: ChangeFact(
                    deal: Deal.ID(id), field: .stage, changed: on(closed), recorded: on(recorded), new: 2))
        }
        builder.add(
            change: ChangeFact(
                deal: Deal.ID(3), field: .closedAt, changed: on(10), recorded: on(10), new: on(4).microseconds))
        let facts = builder.facts(frame: frame, position: 1)
        let before = facts.cut(asOf: on(8))
        #expect(before.steps.day == [1, 5, 2, 3, 7])
        #expect(before.steps.known == before.steps.day)
        let after = facts.cut(asOf: on(11))
        #expect(after.steps.day == [1, 5, 2, 6, 3, 4])
        #expect(after.steps.known == [1, 5, 2, 9, 3, 7])
        #expect(after.amounts.known == after.amounts.day)
    }
}
