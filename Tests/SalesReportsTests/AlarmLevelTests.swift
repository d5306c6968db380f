import DemoCompany
import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// Made-up companies in which nothing is wrong, and the same with something planted. `LIYKA_SEEDS=40` measures over so
/// many; `LIYKA_WEEKS=24` looks at each of them once a week for so long.
@Suite("No alarm from noise") struct AlarmLevelTests {
    private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }
    private static let seeds = number("LIYKA_SEEDS") ?? 1
    private static let weeks = number("LIYKA_WEEKS") ?? 1
    private static let until = Day(iso: "2026-11-18")!
    private static let deviations: [AlertKind] = [.planDropped, .stageOff]

    @Test("where nothing is wrong hardly any plan has become unlikelier and hardly any stage is off")
    func level() throws {
        var (cried, looks) = ([AlertKind: Int](), 0)
        for seed in 1...Self.seeds {
            let firm = try PlainFirm(seed, until: Self.until)
            for back in 0..<Self.weeks {
                let report = try firm.alerts(firm.books, on: Self.until + -7 * back)
                looks += 1
                #expect(report.plansCompared > 10)
                for kind in Self.deviations where report.count(kind) > 0 {
                    cried[kind, default: 0] += 1
                    print(
                        "seed \(seed), \(back) weeks before: \(report.alerts.filter { $0.mark.kind == kind }.map(\.reason))"
                    )
                }
            }
        }
        print("nothing planted, \(looks) looks: \(cried)")
        for kind in Self.deviations { #expect((cried[kind] ?? 0) * 10 <= looks, "\(kind)") }
    }

    @Test("a plan whose largest open deals are lost within the week is found", arguments: [0.4, 0.6, 0.9])
    func found(share: Double) throws {
        var (company, seller) = (0, 0)
        for seed in 1...Self.seeds {
            let firm = try PlainFirm(seed, until: Self.until)
            let report = try firm.alerts(try firm.losing(share, of: nil), on: Self.until)
            if report.alerts.contains(where: { $0.mark == AlertMark(kind: .planDropped) }) { company += 1 }
            let who = try firm.seller()
            let own = try firm.alerts(try firm.losing(share, of: who), on: Self.until)
            if own.alerts.contains(where: { $0.mark == AlertMark(kind: .planDropped, scope: .employee(who)) }) {
                seller += 1
            }
        }
        print(
            "lost \(share) of what was expected of open deals: found of the company \(company), of a seller \(seller) of \(Self.seeds)"
        )
        if share > 0.8 { #expect(company * 10 >= Self.seeds * 8) }
    }
}

/// A made-up company in which nobody is weaker than elsewhere.
private struct PlainFirm {
    let books: Books
    private let until: Day
    private let pipeline: Pipeline.ID

    init(_ seed: Int, until: Day) throws {
        let company = DemoCompany(seed: UInt64(seed), until: until, truth: DemoCompany.truth.withoutWeakness)
        books = try ExchangeFolder(company).books
        self.until = until
        pipeline = books.frame.pipelines.first { $0.kind == .sales }!.id
    }

    func alerts(_ books: Books, on day: Day) throws -> AlertsReport {
        let reporter = Reporter(books.facts(), now: books.frame.calendar.zone.start(of: until))
        let request = ReportRequest(
            asOf: books.frame.calendar.zone.start(of: day), period: .month(containing: day),
            pipelines: .one(pipeline))
        return try reporter.alerts(request, planned: [], for: reporter.seen(by: .console))
    }

    /// Who has the most to come.
    func seller() throws -> Employee.ID {
        let chances = try expected()
        let sums = Dictionary(chances.compactMap { one in one.owner.map { ($0, one.money) } }, uniquingKeysWith: +)
        return sums.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key
    }

    /// The same books in which the most valuable open deals, which together hold this share of what is expected of all of
    /// them, were lost three days ago. The plan is what was forecast a week ago: as likely as not.
    func losing(_ share: Double, of who: Employee.ID?) throws -> Books {
        let own = try expected().filter { who == nil || $0.owner == who }.sorted { $0.money > $1.money }
        let whole = own.reduce(0) { $0 + $1.money }
        var (sum, lost) = (0.0, Set<Deal.ID>())
        for one in own where sum < share * whole {
            sum += one.money
            lost.insert(one.deal)
        }
        let at = eve.adding(seconds: 36_000)
        let stage = books.frame.pipelines.first { $0.id == pipeline }!.stages.first { $0.outcome == .lost }!.id
        var books = books
        books.frame.quotas = try planned(who)
        for index in books.entries.indices where lost.contains(books.entries[index].deal.id) {
            books.entries[index].changes.removeAll { $0.changed >= eve || $0.recorded >= eve }
            books.entries[index].changes.append(
                ChangeFact(
                    deal: books.entries[index].deal.id, field: .stage, changed: at, recorded: at, new: stage.number))
        }
        return books
    }

    private func planned(_ who: Employee.ID?) throws -> [Quota] {
        let scope = who.map { Scope.employee($0) } ?? .company
        let month = Period.month(containing: until)
        let others = books.frame.quotas.filter { $0.scope != scope || $0.period != month || $0.measure != .won }
        let weekAgo = books.frame.calendar.zone.start(of: until + -PlanDrops.days)
        let facts = books.facts()
        let forecast = CompanyForecast(
            CompanyQuestion(asOf: weekAgo, period: month, pipelines: .one(pipeline)), facts,
            picture: CompanyPicture(facts, asOf: weekAgo, pipelines: .one(pipeline)))
        return others + [
            Quota(
                period: month, scope: scope, pipeline: nil, measure: .won, value: forecast.amount(of: scope).mean,
                currency: books.frame.company.baseCurrency, from: nil)
        ]
    }

    private var eve: Instant { books.frame.calendar.zone.start(of: until + -3) }

    private func expected() throws -> [(deal: Deal.ID, owner: Employee.ID?, money: Double)] {
        let facts = books.facts()
        let picture = CompanyPicture(facts, asOf: eve, pipelines: .one(pipeline))
        let question = CompanyQuestion(
            asOf: eve, period: .month(containing: until), pipelines: .one(pipeline), chances: true)
        let people = facts.organisation.employees
        return CompanyForecast(question, facts, picture: picture).chances.map { chance in
            let deal = Int(chance.deal)
            let owner = picture.cut.owner[deal]
            return (
                Deal.ID(picture.cut.id[deal]), owner < 0 ? nil : people[Int(owner)].id,
                chance.model * chance.modelValue
            )
        }
    }
}
