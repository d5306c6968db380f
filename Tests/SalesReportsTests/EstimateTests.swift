import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("The revenue estimate")
struct EstimateTests {
    private static let scopes: [Scope] = [.company, .department(Firm.sales), .employee(Firm.petro), .employee(nil)]

    @Test("stages, new business and what is won add up to the forecast, to the smallest unit", arguments: [21, 22])
    func adding(seed: UInt64) throws {
        let reporter = Reporter(Firm.random(seed).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        for asOf in ["2023-05-01", "2023-05-20"] {
            for scope in Self.scopes {
                let (instant, period) = (Firm.instant(asOf), Period.month(containing: Firm.moved))
                let report = try reporter.estimate(
                    ReportRequest(asOf: instant, period: period, scope: scope), for: seen)
                let whole = try reporter.forecast(
                    ForecastRequest(asOf: instant, period: period, scope: scope), for: seen
                ).whole.amount
                func sum(_ of: (EstimateReport.Methods) -> Int64) -> Int64 {
                    report.wonToDate + of(report.newBusiness) + report.stages.reduce(0) { $0 + of($1.methods) }
                }
                #expect(report.wonToDate == whole.wonToDate)
                #expect(report.totals.model == whole.mean && sum(\.model) == whole.mean)
                #expect(report.totals.statistical == whole.statistical && sum(\.statistical) == whole.statistical)
                #expect(report.totals.template == whole.template)
                if let template = whole.template { #expect(sum { $0.template ?? 0 } == template) }
            }
        }
    }

    @Test("a period that is over shows what is open now, and expects nothing of it")
    func over() throws {
        let entries = [Firm.deal(1, owner: Firm.maria, won: "2023-05-20"), Firm.deal(2, owner: Firm.maria, won: nil)]
        let reporter = Reporter(Books(frame: Firm.frame(), entries: entries).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        let request = ReportRequest(asOf: Firm.now, period: .month(containing: Firm.moved))
        let funnel = try reporter.funnel(request, for: seen).total
        #expect(funnel.count == 1 && funnel.amount == 100_000 && funnel.expected == 0)
        let estimate = try reporter.estimate(request, for: seen)
        #expect(estimate.stages.reduce(0) { $0 + $1.count } == 1 && estimate.totals.model == 100_000)
        #expect(try reporter.planFact(request, for: seen).totals.openCount == 1)
    }

    @Test("parts by top department, by person of the company and by pipeline add up to the whole", arguments: [21, 22])
    func parts(seed: UInt64) throws {
        let reporter = Reporter(Firm.random(seed).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        for by in [ForecastRequest.Part.department, .employee, .pipeline] {
            let request = ReportRequest(asOf: Firm.now, period: .month(containing: reporter.today), by: by)
            let parts = try reporter.parts(of: request, for: seen)
            #expect(parts.allSatisfy { $0.request.by == nil })
            let organisation = reporter.facts.organisation
            let tops = parts.filter { part in
                guard case .scope(.department(let id?)) = part.subject else { return true }
                return organisation.department(id)?.parent == nil
            }
            let whole = try reporter.estimate(request.whole, for: seen).totals
            let each = try tops.map { try reporter.estimate($0.request, for: seen).totals }
            #expect(each.count == (by == .department ? 3 : by == .pipeline ? 1 : each.count))
            #expect(each.reduce(0) { $0 + $1.model } == whole.model, "\(by)")
            let funnel = try reporter.funnel(request.whole, for: seen).total
            let funnels = try tops.map { try reporter.funnel($0.request, for: seen).total }
            #expect(funnels.reduce(0) { $0 + $1.count } == funnel.count, "\(by)")
        }
    }

    @Test(
        "on every basis stages, deals won before, new business and what has come add up to the forecast",
        arguments: [Company.Basis.paid, .shipped, .margin])
    func addingOnBases(basis: Company.Basis) throws {
        let reporter = Reporter(Firm.random(21).paying(21).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        for asOf in ["2023-05-01", "2023-05-20"] {
            for scope in Self.scopes {
                let (instant, period) = (Firm.instant(asOf), Period.month(containing: Firm.moved))
                let report = try reporter.estimate(
                    ReportRequest(asOf: instant, period: period, scope: scope, basis: basis), for: seen)
                let whole = try reporter.forecast(
                    ForecastRequest(asOf: instant, period: period, scope: scope, basis: basis), for: seen
                ).whole.amount
                func sum(_ of: (EstimateReport.Methods) -> Int64) -> Int64 {
                    report.wonToDate + of(report.newBusiness) + (report.fromWon.map(of) ?? 0)
                        + report.stages.reduce(0) { $0 + of($1.methods) }
                }
                #expect(report.head.basis == basis && report.wonToDate == whole.wonToDate)
                #expect(report.totals.model == whole.mean && sum(\.model) == whole.mean)
                #expect(report.totals.statistical == whole.statistical && sum(\.statistical) == whole.statistical)
                #expect(report.totals.template == whole.template)
                if let template = whole.template { #expect(sum { $0.template ?? 0 } == template) }
                #expect((report.fromWon != nil) == basis.comesAfterTheWin)
                guard scope == .company else { continue }
                #expect(report.stages.contains { $0.methods.model > 0 })
                #expect(report.stages.contains { ($0.methods.template ?? 0) > 0 })
                if basis.comesAfterTheWin {
                    #expect(report.fromWon.map { $0.model > 0 && ($0.template ?? 0) > 0 } == true)
                }
            }
        }
    }

    @Test("how exact each method was is measured on the basis that is asked for")
    func accuracyOnBases() throws {
        let reporter = Reporter(Firm.random(21).paying(21).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        let june = Period.month(containing: Day(iso: "2023-06-15")!)
        var models = Set<Double?>()
        for basis in Company.Basis.allCases {
            let said = try #require(
                try reporter.estimate(ReportRequest(asOf: Firm.now, period: june, basis: basis), for: seen).accuracy)
            let measured = try reporter.backtest(
                BacktestRequest(asOf: Firm.now, horizons: [said.horizon], basis: basis), for: seen
            ).summary[0]
            #expect(said.horizon == 1.0 / 3 && said.periods == measured.periods && said.periods > 0)
            #expect(said.model == measured.accuracy[.model] && said.template == measured.accuracy[.template])
            #expect(said.statistical == measured.accuracy[.statistical])
            models.insert(said.model)
        }
        #expect(models.count == Company.Basis.allCases.count)
    }

    @Test("of a basis of which nothing is recorded there is neither report")
    func basisOfNothing() throws {
        let reporter = Reporter(Firm.random(21).facts(), now: Firm.now)
        let request = ReportRequest(asOf: Firm.now, period: .month(containing: Firm.moved), basis: .paid)
        #expect(throws: ReportRefusal.notRecorded(.paid)) {
            try reporter.estimate(request, for: reporter.seen(by: .console))
        }
        #expect(throws: ReportRefusal.notRecorded(.paid)) {
            try reporter.planFact(request, for: reporter.seen(by: .console))
        }
    }

    @Test("a stage's gap consists of probability and dates, and of nothing else")
    func gap() throws {
        let reporter = Reporter(Firm.random(3).facts(), now: Firm.now)
        let report = try reporter.estimate(
            ReportRequest(asOf: Firm.instant("2023-05-20"), period: .month(containing: Firm.moved)),
            for: reporter.seen(by: .console))
        for stage in report.stages {
            guard let template = stage.methods.template, let chance = stage.gapOfChance else { continue }
            #expect(chance + stage.gapOfDates == stage.methods.model - template)
            #expect(stage.dueCount <= stage.count && stage.modelOfDue <= stage.methods.model)
        }
        #expect(report.stages.contains { $0.gapOfDates > 0 })
    }

    @Test("the template's part of a stage is its probability times what is expected in the period")
    func template() throws {
        let reporter = Reporter(Firm.random(4).facts(), now: Firm.now)
        let report = try reporter.estimate(
            ReportRequest(asOf: Firm.instant("2023-05-20"), period: .month(containing: Firm.moved)),
            for: reporter.seen(by: .console))
        let known = report.stages.filter { $0.probability != nil && $0.dueCount > 0 }
        #expect(!known.isEmpty)
        for stage in known where report.totals.template != nil {
            let said = Double(stage.dueAmount) * (stage.probability ?? 0)
            #expect(abs(Double(stage.methods.template ?? 0) - said) <= 2)
        }
    }

    @Test("a foreign scope is not found")
    func foreign() throws {
        let reporter = Reporter(Firm.random(5).facts(), now: Firm.now)
        let seen = reporter.seen(by: .employee(Firm.maria))
        let request = ReportRequest(asOf: Firm.now, period: .month(containing: Firm.moved), scope: .company)
        #expect(throws: ReportRefusal.notFound) { try reporter.estimate(request, for: seen) }
    }
}
