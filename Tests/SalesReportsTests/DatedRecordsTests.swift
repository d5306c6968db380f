import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// All reports about a company and a department, of every basis, as of an instant.
private func said(_ reporter: Reporter, asOf: Instant) throws -> [String] {
    let calendar = reporter.facts.calendar
    let seen = reporter.seen(by: .console)
    let month = Period.month(containing: calendar.zone.day(of: asOf))
    var all = ["\(reporter.basis(nil, asOf: asOf)) \(reporter.bases(asOf: asOf))"]
    for scope in [Scope.company, .department(Firm.sales)] {
        let request = ReportRequest(asOf: asOf, period: month, scope: scope)
        for basis in reporter.bases(asOf: asOf) {
            for by in [ForecastRequest.Part.department, .employee, .product] {
                let asked = ForecastRequest(asOf: asOf, period: month, scope: scope, by: by, basis: basis)
                all.append("\(try reporter.forecast(asked, for: seen))")
                all.append("\(try reporter.curve(asked, for: seen))")
            }
        }
        all.append(
            "\(try reporter.forecast(ForecastRequest(asOf: asOf, period: month, scope: scope, by: .deal), for: seen))")
        all += [
            "\(try reporter.changes(request, for: seen))", "\(try reporter.estimate(request, for: seen))",
            "\(try reporter.events(request, for: seen))", "\(try reporter.funnel(request, for: seen))",
            "\(try reporter.period(request, for: seen))", "\(try reporter.planFact(request, for: seen))",
            "\(try reporter.revive(request, for: seen))", "\(try reporter.team(request, for: seen))",
            "\(try reporter.plans(request, for: seen))", "\(try reporter.submissions(request, for: seen))",
            "\(try reporter.alerts(request, planned: [], for: seen).alerts)",
            "\(try reporter.today(request, planned: [], for: seen))",
            "\(try reporter.bonuses(request, for: seen))",
            "\(try reporter.deals(DealsQuery(scope: scope, limit: 10_000), asOf: asOf, for: seen))",
        ]
    }
    return all
}

extension Books {
    /// From an instant on, everything that is dated is said otherwise: prices and costs, who works here, what stands under
    /// what, one stage more, and which basis is the company's.
    fileprivate func otherwise(since instant: Instant) -> Books {
        var books = self
        let frame = frame
        let uah = frame.company.baseCurrency
        var changes = frame.changes
        func note(_ what: CompanyChange.What) { changes.append(CompanyChange(what, recordedAt: instant)) }
        books.frame.company = Company(
            name: frame.company.name, baseCurrency: uah, language: frame.company.language, basis: .margin,
            amounts: frame.company.amounts, calendar: frame.company.calendar)
        note(.basis(.init(old: frame.company.basis, new: .margin)))
        books.frame.products = frame.products.enumerated().map { place, product in
            let price = Money(minorUnits: Int64(900_000 + place), currency: uah)
            let cost = Money(minorUnits: 450_000, currency: uah)
            note(.price(product.id, .init(old: product.price, new: price)))
            note(.cost(product.id, .init(old: product.cost, new: cost)))
            return Product(id: product.id, name: product.name, price: price, cost: cost)
        }
        let departments = frame.organisation.departments.map { department in
            guard department.id == Firm.north || department.id == Firm.sales else { return department }
            note(.parent(of: department.id, .init(old: department.parent, new: Firm.service)))
            return Department(id: department.id, name: department.name, parent: Firm.service)
        }
        let people = frame.organisation.employees.map { person in
            guard person.id == Firm.maria else { return person }
            note(.active(person.id, .init(old: person.active, new: false)))
            return Employee(
                id: person.id, externalID: person.externalID, name: person.name, role: person.role, active: false)
        }
        books.frame.organisation = Organisation(
            departments: departments, employees: people, memberships: frame.organisation.memberships)
        books.frame.pipelines = frame.pipelines.map { pipeline in
            let stage = Stage(id: Stage.ID(77), name: "Later", position: 2, probability: 0.5, outcome: .open)
            note(.stage(stage.id))
            return Pipeline(
                id: pipeline.id, name: pipeline.name, kind: pipeline.kind,
                stages: (pipeline.stages + [stage]).sorted { ($0.position, $0.id) < ($1.position, $1.id) })
        }
        books.frame.changes = changes
        return books
    }
}

@Suite("What is said later of the company's own records") struct DatedRecordsTests {
    private static let later = Firm.instant("2023-06-01")

    private static func books(_ seed: UInt64) -> Books {
        var books = Firm.random(seed)
        // Something to earn on, and deals that only a price tells the worth of.
        books.frame.products = books.frame.products.map {
            Product(
                id: $0.id, name: $0.name, price: $0.price,
                cost: $0.price.map { Money(minorUnits: $0.minorUnits / 2, currency: $0.currency) })
        }
        return books
    }

    @Test("is in no report as of an earlier instant, nor as of its very own", arguments: [1])
    func past(seed: UInt64) throws {
        let books = Self.books(seed)
        let changed = books.otherwise(since: Self.later)
        let (before, after) = (Reporter(books.facts(), now: Firm.now), Reporter(changed.facts(), now: Firm.now))
        for asOf in ["2023-04-20T13:30", "2023-06-01"].map({ Firm.instant($0) }) {
            for (was, now) in zip(try said(before, asOf: asOf), try said(after, asOf: asOf)) {
                #expect(was == now, "\(asOf) \(was.prefix(60))")
            }
        }
        let soon = Self.later.adding(seconds: 1)
        #expect(try said(before, asOf: soon) != said(after, asOf: soon))
    }

    @Test("makes each later day that of a company of which it was said since ever")
    func present() throws {
        let changed = Self.books(2).otherwise(since: Self.later)
        var ever = changed
        ever.frame.changes = []
        let seen = Reporter(changed.facts(), now: Firm.now).seen(by: .console)
        let june = Period.month(containing: Day(iso: "2023-06-01")!)
        let request = ForecastRequest(asOf: Firm.now, period: june, by: .department, basis: .margin)
        let (one, other) = (Reporter(changed.facts(), now: Firm.now), Reporter(ever.facts(), now: Firm.now))
        #expect(try "\(one.forecast(request, for: seen))" == "\(other.forecast(request, for: seen))")
    }

    @Test(
        "each row of a backtest is the forecast as of its origin, on either side of a change",
        arguments: [Company.Basis.won, .margin])
    func backtest(basis: Company.Basis) throws {
        let books = Self.books(2)
        let changed = books.otherwise(since: Firm.instant("2023-04-20"))
        let reporter = Reporter(changed.facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        let request = BacktestRequest(asOf: Firm.now, grain: .month, by: .department, basis: basis)
        let rows = try reporter.backtest(request, for: seen).rows
        #expect(rows.count > 10)
        for row in rows {
            let asked = ForecastRequest(asOf: row.origin, period: row.period, by: .department, basis: basis)
            let report = try reporter.forecast(asked, for: seen)
            let node = try #require(
                ([report.whole] + report.parts).first {
                    $0.subject == row.subject && $0.amount.mean == row.methods[.model]
                })
            #expect(node.amount.p90 == row.p90)
        }
        let plain = Reporter(books.facts(), now: Firm.now)
        for row in rows where row.origin <= Firm.instant("2023-04-20") {
            let asked = ForecastRequest(asOf: row.origin, period: row.period, by: .department, basis: basis)
            #expect(try "\(plain.forecast(asked, for: seen))" == "\(reporter.forecast(asked, for: seen))")
        }
    }

    @Test("rights are today's: who may see a department now sees its past, though it stood elsewhere")
    func rights() throws {
        let changed = Self.books(1).otherwise(since: Self.later)
        let reporter = Reporter(changed.facts(), now: Firm.now)
        let earlier = Firm.instant("2023-04-11")
        let may = Period.month(containing: Day(iso: "2023-04-01")!)
        // North stood under Sales, whose head Olena is, and stands under Service now.
        let olena = reporter.seen(by: .employee(Firm.olena))
        #expect(throws: ReportRefusal.self) {
            try reporter.forecast(
                ForecastRequest(asOf: earlier, period: may, scope: .department(Firm.north)), for: olena)
        }
        #expect(throws: Never.self) {
            try reporter.forecast(
                ForecastRequest(asOf: earlier, period: may, scope: .department(Firm.sales)), for: olena)
        }
    }

    @Test("an instant stands for those after it until something is said, never across that")
    func stretches() {
        let facts = Books(frame: Self.books(3).otherwise(since: Self.later).frame, entries: []).facts()
        #expect(facts.canonical(Self.later.adding(seconds: 32_400)) > Self.later)
        #expect(facts.settled(Self.later) <= Self.later)
        #expect(!facts.isQuiet(from: Self.later) && facts.isQuiet(from: Self.later.adding(seconds: 86_400)))
        #expect(!facts.holdsAll(Self.later) && facts.holdsAll(Self.later.adding(seconds: 1)))
    }
}
