import SalesDomain
import Testing

@testable import SalesFacts

private let zone = Zone(identifier: "Europe/Kyiv")!
private let calendar = CompanyCalendar(zone: zone)
private func at(_ text: String) -> Instant { calendar.instant(text)! }

private let pipeline = Pipeline(
    id: Pipeline.ID(1), name: "Sales", kind: .sales,
    stages: [
        Stage(id: Stage.ID(1), name: "New", position: 1, probability: 0.2, outcome: .open),
        Stage(id: Stage.ID(2), name: "Won", position: 2, probability: 1, outcome: .won),
    ])

@Suite("Instants between two entries") struct SettledTests {
    private func facts(
        moves: [Instant] = [], payments: [Instant] = [], calls: [Instant] = [], submissions: [Instant] = [],
        plans: [Instant] = [], bases: [Instant] = [], pinned: Instant? = nil, ended: Instant? = nil
    ) -> Facts {
        var frame = CompanyFrame(
            company: Company(
                name: "Firm", baseCurrency: Currency(code: "UAH")!, language: .uk, basis: .won, amounts: .net,
                calendar: calendar),
            organisation: Organisation(departments: [], employees: [], memberships: []), pipelines: [pipeline])
        frame.submissions = submissions.map {
            Submission(
                employee: Employee.ID(1), period: .month(containing: Day(iso: "2026-11-01")!), kind: .submission,
                amount: 1,
                note: nil, model: nil, made: $0, by: nil)
        }
        frame.quotas = plans.map {
            Quota(
                period: .month(containing: Day(iso: "2026-11-01")!), scope: .company, pipeline: nil, measure: .won,
                value: 1, currency: Currency(code: "UAH")!, from: nil, recordedAt: $0)
        }
        frame.changes = bases.map { CompanyChange(.basis(.init(old: .won, new: .paid)), recordedAt: $0) }
        if let pinned {
            frame.references = [
                PinnedReference(
                    name: "Year", scope: .company, isBest: false, from: Day(iso: "2026-01-01")!,
                    to: Day(iso: "2026-06-30")!, pinned: pinned, by: nil, ended: ended)
            ]
        }
        var builder = FactsBuilder(zone: zone)
        builder.add(
            deal: DealFact(
                id: Deal.ID(1), created: at("2026-11-01"), recorded: at("2026-11-01"), pipeline: pipeline.id,
                stage: Stage.ID(1), amount: 5))
        for move in moves {
            builder.add(
                change: ChangeFact(deal: Deal.ID(1), field: .amount, changed: move, recorded: move, new: 7))
        }
        var facts = builder.facts(frame: frame, position: 1)
        facts.payments = PaymentColumns(
            payments.enumerated().map {
                PaymentFact(
                    id: Int64($0), deal: Deal.ID(1), day: Day(iso: "2026-11-02")!, recorded: $1, kind: .paid,
                    amount: 1, currency: Currency(code: "UAH")!)
            })
        facts.activities = ActivityColumns(
            calls.enumerated().map {
                ActivityFact(
                    id: Activity.ID(Int64($0 + 1)), kind: .call, direction: .outbound, employee: nil, deal: nil,
                    account: nil, contact: nil, at: $1, recorded: $1, seconds: 1, result: .answered)
            }, zone: zone)
        return facts
    }

    @Test("an instant stands for those after it until the next entry, never across one, a midnight, or into the future")
    func stretches() {
        let entry = at("2026-11-18T10:00:00")
        for facts in [
            facts(moves: [entry]), facts(payments: [entry]), facts(submissions: [entry]), facts(plans: [entry]),
            facts(moves: [at("2026-11-17"), entry, at("2026-11-19")]),
            facts(bases: [entry]), facts(bases: [at("2026-11-17"), entry, at("2026-11-19")]),
            facts(payments: [entry, at("2026-11-19")]), facts(submissions: [at("2026-11-19"), entry]),
        ] {
            let before = facts.settled(at("2026-11-18T09:00:00"))
            #expect(before == facts.settled(at("2026-11-18T09:59:59")) && before == facts.settled(entry))
            let after = facts.settled(at("2026-11-18T10:00:01"))
            #expect(after > before && after == facts.settled(at("2026-11-18T23:59:59")))
            #expect(facts.settled(at("2026-11-19T08:00:00")) > after)
            #expect(facts.settled(at("2026-11-18")) == at("2026-11-18"))
            for hour in [8, 11, 23] {
                let asked = at("2026-11-18T" + (hour < 10 ? "0" : "") + "\(hour):30:00")
                #expect(facts.settled(asked) <= asked)
                #expect(facts.settled(facts.settled(asked)) == facts.settled(asked))
            }
        }
    }

    @Test("a call is known as of the second after it")
    func seconds() {
        let call = at("2026-11-18T10:00:00")
        for facts in [facts(calls: [call]), facts(calls: [call, at("2026-11-20")])] {
            let within = facts.settled(Instant(microseconds: call.microseconds + 999_999))
            #expect(within == facts.settled(call))
            #expect(facts.settled(call.adding(seconds: 1)) > within)
            #expect(facts.settled(call.adding(seconds: 1)) == facts.settled(call.adding(seconds: 99)))
        }
    }

    @Test("a reference holds from its very instant on, and no more at its end")
    func references() {
        let (pinned, ended) = (at("2026-11-18T10:00:00"), at("2026-11-18T12:00:00"))
        let facts = facts(pinned: pinned, ended: ended)
        func just(before instant: Instant) -> Instant { Instant(microseconds: instant.microseconds - 1) }
        for edge in [pinned, ended] { #expect(facts.settled(edge) > facts.settled(just(before: edge))) }
        #expect(facts.settled(pinned) == facts.settled(just(before: ended)))
    }
}
