import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("What a period could bring at the reference, and what is advised")
struct PotentialTests {
    private let may = Period.month(containing: Day(iso: "2023-05-01")!)
    private let june = Period.month(containing: Day(iso: "2023-06-01")!)

    private func deal(_ id: Int64, _ day: Day, _ steps: [(Stage.ID, Int)]) -> Books.Entry {
        func instant(_ days: Int) -> Instant { Firm.kyiv.start(of: day + days) }
        return Books.Entry(
            deal: DealFact(
                id: Deal.ID(id), created: instant(0), recorded: instant(0), pipeline: Firm.pipeline,
                stage: steps[0].0, amount: 100_000, owner: Firm.maria),
            changes: steps.dropFirst().map {
                ChangeFact(
                    deal: Deal.ID(id), field: .stage, changed: instant($0.1), recorded: instant($0.1),
                    new: $0.0.number)
            })
    }

    /// Three deals on each working day since autumn: all alike, of four one is won within twelve days.
    private func steady(first: Stage.ID = Firm.new, until last: String = "2023-06-14") -> [Books.Entry] {
        var entries = [Books.Entry]()
        var (day, id) = (Day(iso: "2022-09-01")!, Int64(1))
        while day < Day(iso: last)! {
            defer { day = day + 1 }
            guard Firm.frame().calendar.isWorking(day) else { continue }
            for _ in 0..<3 {
                let isWon = id % 4 == 0
                let begins: [(Stage.ID, Int)] = first == Firm.new ? [(Firm.new, 0), (Firm.offer, 2)] : [(first, 0)]
                entries.append(
                    deal(id, day, begins + [(Firm.talks, 5), (isWon ? Firm.won : Firm.lost, Int(8 + id % 5))]))
                id += 1
            }
        }
        return entries
    }

    private func report(_ entries: [Books.Entry], _ period: Period, asOf: String, quota: Int64?) throws
        -> PlanFactReport
    {
        var frame = Firm.frame()
        if let quota {
            frame.quotas = [
                Quota(
                    period: period, scope: .company, pipeline: nil, measure: .won, value: quota, currency: Firm.uah,
                    from: nil)
            ]
        }
        let instant = Firm.instant(asOf)
        let reporter = Reporter(Books(frame: frame, entries: entries).facts(), now: instant)
        return try reporter.planFact(ReportRequest(asOf: instant, period: period), for: reporter.seen(by: .console))
    }

    @Test("it is that of the whole period: on its third day, on its fourteenth, and when it is over")
    func independent() throws {
        let entries = steady()
        let early = try #require(try report(entries, june, asOf: "2023-06-03", quota: nil).verdict.potential)
        let late = try #require(try report(entries, june, asOf: "2023-06-14", quota: nil).verdict.potential)
        #expect(abs(Double(late - early)) < 0.03 * Double(early), "\(early), \(late)")
        let over = try report(entries, may, asOf: "2023-06-14", quota: nil)
        let potential = try #require(over.verdict.potential)
        // Nothing changes from month to month, so the reference brings what came.
        #expect(abs(Double(potential - over.totals.wonToDate)) < 0.1 * Double(over.totals.wonToDate))
        #expect(potential != over.totals.wonToDate)
        #expect(try #require(over.verdict.low) < potential && potential < (try #require(over.verdict.high)))
    }

    @Test(
        "a plan of half of it is low, of as much right, of twice as much high, also of a month that is over",
        arguments: ["2023-06-03", "2023-06-14"])
    func words(asOf: String) throws {
        let entries = steady()
        for period in [may, june] {
            let usual = try #require(try report(entries, period, asOf: asOf, quota: nil).verdict.potential)
            #expect(try report(entries, period, asOf: asOf, quota: nil).verdict.word == nil)
            #expect(try report(entries, period, asOf: asOf, quota: usual / 2).verdict.word == .low)
            #expect(try report(entries, period, asOf: asOf, quota: usual).verdict.word == .right)
            #expect(try report(entries, period, asOf: asOf, quota: usual * 2).verdict.word == .high)
        }
    }

    @Test("too few is advised only where it begins, never on the first stage to bring more from the one before it")
    func advice() throws {
        let far = try report(steady(), june, asOf: "2023-06-14", quota: 20_000_000)
        #expect(far.stages[0].advice == .tooFewBegin)
        #expect(!far.stages.contains { $0.advice == .tooFewCome })
        let usual = try #require(far.verdict.potential)
        let near = try report(steady(), june, asOf: "2023-06-14", quota: usual)
        #expect(!near.stages.contains { $0.advice.calls })
    }

    @Test("where deals begin at the second stage and nobody has left the first, plan, fact and flow are of the others")
    func secondStage() throws {
        let waiting = (9_001...9_004).map { deal($0, Day(iso: "2023-06-05")!, [(Firm.new, 0)]) }
        let entries = steady(first: Firm.offer) + waiting
        let without = try report(entries, june, asOf: "2023-06-14", quota: nil)
        #expect(without.stages[0].cohort.reference == nil && without.stages[0].flow.fact == 4)
        #expect(without.stages[1].flow.fact == without.stages[1].cohort.entered)
        #expect(without.stages[1].flow.forecast > Double(without.stages[1].flow.fact))
        #expect(without.totals.wonPlan == nil)
        #expect(try #require(without.totals.conversion) > 0.2)
        #expect(without.stages[1].cohort.reach == 1)
        let planned = try report(entries, june, asOf: "2023-06-14", quota: 1_500_000)
        #expect(abs(try #require(planned.totals.wonPlan) - 15) < 1e-6)
        #expect(abs(try #require(planned.stages[1].flow.plan) - 60) < 2)
    }
}
