import SalesDomain
import SalesFacts
import WebRoutes

@testable import SalesReports
@testable import WebPages

/// Pages of reports, one after another.
extension Sample {
    static let reports: [Sample] = [
        Sample("funnel-uk", "funnel") { funnel(.uk, .light, Firm.funnel, $0) },
        Sample("funnel-en-dark", "funnel") { funnel(.en, .dark, Firm.funnel, $0) },
        Sample("funnel-empty", "funnel") { funnel(.uk, .light, Firm.noFunnel, $0) },
        Sample("planfact-uk", "planfact") { planFact(.uk, .light, Firm.planFact, $0) },
        Sample("planfact-en-dark", "planfact") { planFact(.en, .dark, Firm.planFact, $0) },
        Sample("planfact-empty", "planfact") { planFact(.uk, .light, Firm.noPlanFact, $0) },
        Sample("team-uk", "team") { team(.uk, .light, Firm.team, $0) },
        Sample("team-en-dark", "team") { team(.en, .dark, Firm.team, $0) },
        Sample("submissions-uk", "submissions-page") { submissions(.uk, .light, Firm.submissions, $0) },
        Sample("submissions-en-dark", "submissions-page") { submissions(.en, .dark, Firm.submissions, $0) },
        Sample("submissions-none", "submissions-page") { submissions(.uk, .light, Firm.noSubmissions, $0) },
        Sample("submissions-none-en", "submissions-page") { submissions(.en, .light, Firm.noSubmissions, $0) },
        Sample("team-empty-en", "team") { team(.en, .light, Firm.noTeam, $0) },
        Sample("team-empty", "team") { team(.uk, .light, Firm.noTeam, $0) },
        Sample("revive-uk", "revive") { revive(.uk, .light, Firm.revive, $0) },
        Sample("revive-en-dark", "revive") { revive(.en, .dark, Firm.revive, $0) },
        Sample("revive-empty", "revive") { revive(.uk, .light, Firm.noRevive, $0) },
        Sample("revive-empty-en", "revive") { revive(.en, .light, Firm.noRevive, $0) },
        Sample("series-uk", "series") { series(.uk, .light, Firm.series, $0) },
        Sample("series-en-dark", "series") { series(.en, .dark, Firm.series, $0) },
        Sample("series-empty", "series") { series(.uk, .light, Firm.noSeries, $0) },
        Sample("series-empty-en", "series") { series(.en, .light, Firm.noSeries, $0) },
        Sample("estimate-uk", "estimate") { estimate(.uk, .light, Firm.estimate, $0) },
        Sample("estimate-en-dark", "estimate") { estimate(.en, .dark, Firm.estimate, $0) },
        Sample("what-changed-uk", "what-changed") { changes(.uk, .light, Firm.changes, $0) },
        Sample("what-changed-en-dark", "what-changed") { changes(.en, .dark, Firm.changes, $0) },
        Sample("what-changed-empty", "what-changed") { changes(.uk, .light, Firm.noChanges, $0) },
        Sample("what-changed-empty-en", "what-changed") { changes(.en, .light, Firm.noChanges, $0) },
        Sample("estimate-little", "estimate") { estimate(.uk, .light, Firm.noEstimate, $0) },
    ]

    private static func funnel(
        _ language: Company.Language, _ theme: Theme, _ report: FunnelReport, _ assets: Set<String>
    ) -> (String, Values) {
        let page = FunnelPage(
            report, frame: Firm.frame(.report(.funnel), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }

    private static func planFact(
        _ language: Company.Language, _ theme: Theme, _ report: PlanFactReport, _ assets: Set<String>
    ) -> (String, Values) {
        let page = PlanFactPage(
            report, nil, .init(givers: language == .uk ? (1...12).map { .init($0) } : []),
            frame: Firm.frame(.report(.planfact), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }

    private static func submissions(
        _ language: Company.Language, _ theme: Theme, _ content: SubmissionsSection.Content, _ assets: Set<String>
    ) -> (String, Values) {
        let page = SubmissionsPage(
            content, frame: Firm.frame(.report(.submissions), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }

    private static func team(
        _ language: Company.Language, _ theme: Theme, _ report: TeamReport, _ assets: Set<String>
    ) -> (String, Values) {
        let page = TeamPage(
            report, submissions: Firm.submissions,
            frame: Firm.frame(.report(.team), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }

    private static func changes(
        _ language: Company.Language, _ theme: Theme, _ report: ChangesReport, _ assets: Set<String>
    ) -> (String, Values) {
        let page = ChangesPage(
            report, frame: Firm.frame(.report(.changes), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }

    private static func revive(
        _ language: Company.Language, _ theme: Theme, _ report: ReviveReport, _ assets: Set<String>
    )
        -> (String, Values)
    {
        let page = RevivePage(
            report, frame: Firm.frame(.report(.revive), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }

    private static func series(
        _ language: Company.Language, _ theme: Theme, _ report: SeriesReport, _ assets: Set<String>
    ) -> (String, Values) {
        let page = SeriesPage(
            report, given: ["visits <b>"],
            frame: Firm.frame(.report(.series), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }

    private static func estimate(
        _ language: Company.Language, _ theme: Theme, _ report: EstimateReport, _ assets: Set<String>
    ) -> (String, Values) {
        let page = EstimatePage(
            report, frame: Firm.frame(.report(.estimate), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }
}

extension Firm {
    static let head = ReportHead(asOf: now, period: november, scope: .company, currency: uah, basis: .won)

    static let estimate = EstimateReport(
        head: head,
        stages: sales.stages.filter { $0.outcome == .open }.enumerated().map { place, stage in
            let (count, amount): (Int, Int64) = [
                (107, 820_000_000), (110, 890_000_000), (108, 940_000_000), (96, 860_000_000), (92, 960_000_000),
            ][place]
            let (template, statistical, model): (Int64, Int64, Int64) = [
                (26_000_000, 4_000_000, 6_000_000), (118_000_000, 16_000_000, 20_000_000),
                (264_000_000, 50_000_000, 52_000_000), (336_000_000, 98_000_000, 132_000_000),
                (576_000_000, 298_000_000, 320_000_000),
            ][place]
            return EstimateReport.Stage(
                stage: stage.id, count: count, amount: amount, dueCount: count / 2, dueAmount: amount / 2,
                probability: stage.probability, modelOfDue: model * 9 / 10,
                methods: .init(template: template, statistical: statistical, model: model))
        }, newBusiness: .init(template: 0, statistical: 164_000_000, model: 240_000_000), wonToDate: 1_090_000_000,
        totals: .init(template: 2_410_000_000, statistical: 1_720_000_000, model: 1_860_000_000),
        accuracy: .init(periods: 12, horizon: 1.0 / 3, template: -0.2, statistical: 0.84, model: 0.913))

    static let changes = ChangesReport(
        head: head, from: calendar.instant("2026-11-11")!, before: 1_950_000_000, after: 1_860_000_000,
        steps: ChangesReport.Kind.allCases.map { kind in
            let deals: [ChangesReport.Deal] =
                switch kind {
                case .won: [.init(deal: .init(101), amount: 62_000_000), .init(deal: .init(102), amount: 8_000_000)]
                case .slipped: [.init(deal: .init(103), amount: -130_000_000)]
                case .transfer: [.init(deal: nil, amount: -5_000_000)]
                default: []
                }
            let sum = deals.reduce(0) { $0 + $1.amount }
            return .init(
                kind: kind, amount: kind == .model ? -25_000_000 : sum, count: kind == .model ? 480 : deals.count,
                deals: deals)
        }, newBusiness: -40_000_000)

    static let series: SeriesReport = {
        func week(_ number: Int) -> Day { Day(iso: "2026-11-16")! + number * 7 }
        return SeriesReport(
            asOf: now, counted: .won, grain: .week, scope: .company,
            steps: (0..<8).map {
                .init(
                    start: week($0), end: week($0 + 1), toDate: $0 == 0 ? 31 : 0, mean: 48.4, low: 39, high: 58)
            },
            rows: (1...30).reversed().map {
                .init(
                    start: week(-$0), end: week(1 - $0), actual: Double(40 + $0 % 9), model: 45.2, naiveLast: 41,
                    naiveMean3: 44, low: 41, high: 56)
            }, accuracy: .init(model: 0.88, naiveLast: 0.79, naiveMean3: 0.83, coverage80: 0.81), method: "weekly",
            interval: "conformal")
    }()
    static let noSeries = SeriesReport(ofNothing: SeriesRequest(asOf: now, counted: .activity(.email, nil)))

    static let noChanges = ChangesReport(
        head: head, from: calendar.instant("2026-11-11")!, before: 0, after: 0,
        steps: ChangesReport.Kind.allCases.map { .init(kind: $0, amount: 0, count: 0, deals: []) }, newBusiness: 0)

    static let record: RecordReport = {
        let rows = (0..<12).map { place in
            RecordReport.Row(
                snapshot: ForecastSnapshot(
                    day: november.start + place, recordedAt: now, period: november, scope: .company, currency: uah,
                    won: Int64(place) * 90_000_000, mean: 1_900_000_000 - Int64(place) * 3_000_000,
                    p10: 1_500_000_000 + Int64(place) * 9_000_000, p50: 1_890_000_000,
                    p90: 2_300_000_000 - Int64(place) * 15_000_000, template: place == 0 ? nil : 2_410_000_000,
                    statistical: 1_720_000_000, quota: 2_000_000_000), actual: nil)
        }
        return RecordReport(
            scope: .company, currency: uah, begun: november.start, days: 12, rows: rows,
            summary: [
                .init(
                    kind: .month, horizon: 0, periods: 1, accuracy: [.model: 0.91, .template: -0.3], coverage80: 1)
            ])
    }()

    static let bridge = ForecastReport.Bridge(
        wonToDate: 1_090_000_000,
        stages: sales.stages.prefix(5).enumerated().map { place, stage in
            .init(stage: stage.id, count: 107 - place, likely: Int64(place + 1) * 35_000_000)
        } + [.init(stage: nil, count: 1, likely: 100)], newBusiness: 260_000_000, correction: -15_000_100)

    static let noEstimate = EstimateReport(
        head: head,
        stages: [
            EstimateReport.Stage(
                stage: nil, count: 1, amount: 0, dueCount: 0, dueAmount: 0, probability: nil, modelOfDue: 0,
                methods: .init(template: nil, statistical: 0, model: 0))
        ], newBusiness: .init(template: nil, statistical: 0, model: 0), wonToDate: 0,
        totals: .init(template: nil, statistical: 0, model: 0), accuracy: nil)
}

extension Firm {
    private static func figures(_ count: Int, _ amount: Int64, late: Int) -> FunnelReport.Figures {
        var figures = FunnelReport.Figures()
        figures.count = count
        figures.amount = amount
        figures.inPeriodCount = count / 3
        figures.inPeriodAmount = amount / 3
        figures.inPeriodExpected = amount / 9
        figures.expected = amount / 8
        figures.overdueCount = late
        figures.overdueAmount = late > 0 ? amount / 2 : 0
        return figures
    }

    static let funnel = FunnelReport(
        head: head, rule: .init(),
        stages: sales.stages.filter { $0.outcome == .open }.map { stage in
            FunnelReport.Stage(
                stage: stage.id, position: stage.position,
                figures: figures(
                    20 - stage.position, 900_000_000 / Int64(stage.position), late: stage.position == 4 ? 9 : 0),
                usual: .init(median: 7, p90: 19), age: 8, isProblem: stage.position == 4)
        }, total: figures(85, 2_055_000_000, late: 9),
        problemDeals: [
            .init(
                deal: .init(101), stage: .init(4), owner: .init(5), amount: 18_700_000, days: 41,
                usual: .init(median: 9, p90: 26), expectedClose: Day(iso: "2026-11-10"), chance: 0.34),
            .init(
                deal: .init(103), stage: .init(4), owner: nil, amount: 9_000_000, days: 39,
                usual: .init(median: 9, p90: 26), expectedClose: nil, chance: 0.002),
            .init(
                deal: .init(102), stage: .init(4), owner: .init(5), amount: 7_000_000, days: 412,
                usual: .init(median: 9, p90: 26), expectedClose: nil, chance: 0, isDead: true),
        ])

    static let noFunnel = FunnelReport(head: head, rule: .init(), stages: [], total: .init(), problemDeals: [])
}

extension Firm {
    /// Deals since February, of which Олег Бойко's are lost at the presentation; and what is open now.
    static let planFact = planFact(deals: 1...700)
    static let noPlanFact = planFact(deals: 1...1)

    private static func planFact(deals: ClosedRange<Int64>) -> PlanFactReport {
        let frame = CompanyFrame(
            company: company, organisation: organisation, pipelines: [sales],
            quotas: [
                Quota(
                    period: november, scope: .company, pipeline: nil, measure: .won, value: 40_000_000, currency: uah,
                    from: nil)
            ])
        var builder = FactsBuilder(zone: calendar.zone)
        for number in deals { add(number, of: deals.count, to: &builder) }
        let reporter = Reporter(builder.facts(frame: frame, position: 1), now: now)
        let request = ReportRequest(asOf: now, period: november)
        // A report of the whole company for whoever has it in hand is never refused.
        return try! reporter.planFact(request, for: reporter.seen(by: .console))
    }

    private static func add(_ number: Int64, of count: Int, to builder: inout FactsBuilder) {
        let begun = now.adding(seconds: -Int64(280 * 86_400) * (Int64(count) - number) / Int64(count))
        let owner = Employee.ID(number % 7 + 1)
        builder.add(
            deal: DealFact(
                id: .init(number), created: begun, recorded: begun, pipeline: sales.id, currency: uah,
                stage: .init(1), amount: 100_000 + number * 1_000, owner: owner))
        let isWeak = owner == .init(1)
        for step in 1...5 {
            let at = begun.adding(seconds: Int64(step) * 5 * 86_400)
            guard at < now else { return }
            let fails = step == 3 && isWeak ? number % 10 != 0 : (number / 7 + Int64(step)) % 5 == 0
            builder.add(
                change: ChangeFact(
                    deal: .init(number), field: .stage, changed: at, recorded: at, new: fails ? 7 : Int64(step) + 1))
            if fails { return }
        }
    }
}

extension Firm {
    static let revive = revive(
        causes: [-210, -180, 40, -60, 30, 5],
        candidates: [
            .init(
                kind: .sleeping, deal: .init(101), account: .init(1), owner: .init(5), amount: 18_000_000, chance: 0.2,
                anyway: nil,
                expected: 3_600_000, days: 120, usual: 31, stage: nil),
            .init(
                kind: .lost, deal: .init(102), account: .init(1), owner: .init(5), amount: 12_000_000, chance: 0.17,
                anyway: 0.05, expected: 2_040_000, days: 64, usual: nil, stage: nil),
            .init(
                kind: .stuck, deal: .init(103), account: nil, owner: nil, amount: 9_000_000, chance: 0.11, anyway: nil,
                expected: 990_000, days: 39, usual: 26, stage: .init(4)),
        ])
    static let noRevive = revive(causes: [0, 0, 0, 0, 0, 0], candidates: [])

    /// Causes in tens of thousands of hryvnias.
    private static func revive(causes: [Int64], candidates: [ReviveReport.Candidate]) -> ReviveReport {
        let change = causes.reduce(0, +) * 1_000_000
        return ReviveReport(
            head: head, from: november.previous(in: calendar), to: november, days: 17, isCut: true,
            wonFrom: 1_500_000_000, wonTo: 1_500_000_000 + change,
            causes: zip(ReviveReport.CauseName.allCases, causes).map { name, amount in
                .init(
                    name: name, amount: amount * 1_000_000, low: (amount - abs(amount)) * 1_000_000,
                    high: (amount + 50) * 1_000_000)
            }, candidates: candidates)
    }
}
