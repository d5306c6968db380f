import ReportDocuments
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Two side by side")
struct ComparisonTests {
    private let april = Period.month(containing: Day(iso: "2023-04-01")!)
    private let may = Period.month(containing: Day(iso: "2023-05-01")!)
    private let reporter = Reporter(Firm.random(41).facts(), now: Firm.now)

    private func request(_ compare: ReportRequest.Compare?, scope: Scope = .company) -> ReportRequest {
        ReportRequest(asOf: Firm.instant("2023-05-11T13:30"), period: may, scope: scope, compare: compare)
    }

    @Test("each side is what the report says of it alone, and the difference is one less the other")
    func sides() throws {
        let seen = reporter.seen(by: .console)
        let asked = request(.scope(.employee(Firm.petro)), scope: .employee(Firm.maria))
        let report = try reporter.funnel(asked, for: seen)
        let alone = try reporter.funnel(request(nil, scope: .employee(Firm.petro)), for: seen)
        let comparison = try #require(try reporter.compared(report, asked, for: seen))
        let amount = try #require(comparison.measures.firstIndex(of: .amount))
        for stage in report.stages {
            let row = try #require(comparison.rows.first { $0.stage == stage.stage && !$0.isTotal })
            #expect(row.pairs[amount].this == .money(stage.figures.amount))
            let other = alone.stages.first { $0.stage == stage.stage }?.figures.amount ?? 0
            #expect(row.pairs[amount].other == .money(other))
            #expect(row.pairs[amount].difference == .money(stage.figures.amount - other))
        }
        #expect(comparison.rows.last?.pairs[amount].this == .money(report.total.amount))
        #expect(comparison.rows.last?.pairs[amount].other == .money(alone.total.amount))
        #expect(report.total.amount != alone.total.amount)
    }

    @Test("another period is seen from the same place of it")
    func samePlace() throws {
        let seen = reporter.seen(by: .console)
        let asked = request(.period(april))
        let report = try reporter.planFact(asked, for: seen)
        let comparison = try #require(try reporter.compared(report, asked, for: seen))
        #expect(comparison.other.asOf == Firm.instant("2023-04-11"))
        #expect(comparison.other.period == april && comparison.this == report.head)
        let over = ReportRequest(asOf: Firm.now, period: april, compare: .period(.month(containing: april.start + -1)))
        #expect(reporter.other(of: over)?.asOf == Firm.instant("2023-04-01"))
        let later = ReportRequest(asOf: Firm.now, period: april, compare: .period(.month(containing: Firm.moved + 80)))
        #expect(reporter.other(of: later)?.asOf == Firm.now)
    }

    @Test("whom one may not see cannot be looked at beside either")
    func rights() throws {
        let seen = reporter.seen(by: .employee(Firm.maria))
        let own = request(.scope(.employee(Firm.petro)), scope: .employee(Firm.maria))
        let funnel = try reporter.funnel(own, for: seen)
        #expect(throws: ReportRefusal.notFound) { try reporter.compared(funnel, own, for: seen) }
        let plan = try reporter.planFact(own, for: seen)
        #expect(throws: ReportRefusal.notFound) { try reporter.compared(plan, own, for: seen) }
        #expect(try reporter.compared(funnel, request(nil, scope: .employee(Firm.maria)), for: seen) == nil)
    }
}

@Suite("Pinned references")
struct PinnedReferenceTests {
    private let may = Period.month(containing: Day(iso: "2023-05-01")!)

    private func reporter(_ references: PinnedReference...) -> Reporter {
        var books = Firm.random(42)
        books.frame.references = references
        return Reporter(books.facts(), now: Firm.now)
    }

    private func pin(
        _ name: String, of scope: Scope = .company, best: Bool = false, _ from: String, _ to: String, at: String,
        ended: String? = nil
    ) -> PinnedReference {
        PinnedReference(
            name: name, scope: scope, isBest: best, from: Day(iso: from)!, to: Day(iso: to)!,
            pinned: Firm.instant(at), by: nil, ended: ended.map { Firm.instant($0) })
    }

    private func report(
        _ reporter: Reporter, _ reference: String?, asOf: String = "2023-06-10", scope: Scope = .company,
        by viewer: Viewer = .console
    ) throws -> PlanFactReport {
        try reporter.planFact(
            ReportRequest(asOf: Firm.instant(asOf), period: may, scope: scope, reference: reference),
            for: reporter.seen(by: viewer))
    }

    @Test("a reference is made of the pinned days of the pinned scope, and others are measured by it")
    func pinned() throws {
        let reporter = reporter(pin("winter", "2022-12-01", "2023-02-28", at: "2023-06-01"))
        let report = try report(reporter, "winter")
        #expect(report.reference.kind == .pinned("winter") && report.reference.scope == .company)
        #expect(report.reference.from == Day(iso: "2022-12-01") && report.reference.to == Day(iso: "2023-03-01"))
        let usual = try self.report(reporter, nil)
        #expect(report.stages.map(\.cohort.entered) == usual.stages.map(\.cohort.entered))
        #expect(report.stages.map(\.cohort.reference) != usual.stages.map(\.cohort.reference))
        #expect(report.totals.methods == usual.totals.methods)
    }

    @Test("a whole year of the company under a name is the usual reference")
    func same() throws {
        let usual = try report(reporter(), nil)
        let days = (usual.reference.from.description, (usual.reference.to + -1).description)
        let named = try report(reporter(pin("year", days.0, days.1, at: "2023-06-01")), "year")
        #expect(named.stages.map(\.cohort.reference) == usual.stages.map(\.cohort.reference))
        let best = try report(reporter(pin("best year", best: true, days.0, days.1, at: "2023-06-01")), "best year")
        #expect(best.stages.map(\.cohort.reference) == (try report(reporter(), "best").stages.map(\.cohort.reference)))
    }

    @Test("pinned later, taken down, or of others: there is no such reference")
    func refused() throws {
        let reporter = reporter(
            pin("later", "2022-12-01", "2023-02-28", at: "2023-06-12"),
            pin("over", "2022-12-01", "2023-02-28", at: "2023-06-01", ended: "2023-06-05"),
            pin("petro", of: .employee(Firm.petro), "2022-12-01", "2023-02-28", at: "2023-06-01"))
        for name in ["later", "over", "nobody's"] {
            #expect(throws: ReportRefusal.notFound) { try report(reporter, name) }
        }
        #expect(try report(reporter, "later", asOf: "2023-06-13").reference.kind == .pinned("later"))
        #expect(try report(reporter, "over", asOf: "2023-06-03").reference.kind == .pinned("over"))
        #expect(try report(reporter, "petro").reference.scope == .employee(Firm.petro))
        #expect(throws: ReportRefusal.notFound) {
            try report(reporter, "petro", scope: .employee(Firm.maria), by: .employee(Firm.maria))
        }
        let names = { (viewer: Viewer) in
            reporter.references(asOf: Firm.now, for: reporter.seen(by: viewer)).map(\.name)
        }
        #expect(names(.console) == ["later", "petro"])
        #expect(names(.employee(Firm.maria)) == [])
        #expect(names(.employee(Firm.petro)) == ["petro"])
    }

    @Test("pinned again under its name, the later one holds from then on")
    func again() {
        let both = [
            pin("year", "2022-01-01", "2022-12-31", at: "2023-06-01", ended: "2023-06-08"),
            pin("year", "2022-06-01", "2023-05-31", at: "2023-06-08"),
        ]
        #expect(both.holding(at: Firm.instant("2023-06-05")) == [both[0]])
        #expect(both.holding(at: Firm.instant("2023-06-09")) == [both[1]])
        #expect(both.holding(at: Firm.instant("2023-05-31")) == [])
    }

    @Test("the estimate that is read first is that of the day")
    func headline() throws {
        var books = Firm.random(43)
        books.frame.headlines = [
            Headline(method: .template, from: Day(iso: "2023-03-01")!, by: nil),
            Headline(method: .statistical, from: Day(iso: "2023-06-01")!, by: nil),
        ]
        let reporter = Reporter(books.facts(), now: Firm.now)
        func read(_ day: String) throws -> Headline.Method {
            try reporter.estimate(
                ReportRequest(asOf: Firm.instant(day), period: may), for: reporter.seen(by: .console)
            ).headline
        }
        #expect(try read("2023-02-20") == .model)
        #expect(try read("2023-05-20") == .template)
        #expect(try read("2023-06-02") == .statistical)
    }
}
