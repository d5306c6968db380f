import SalesDomain
import WebRoutes

@testable import SalesReports
@testable import WebPages

/// A seller's own pages, and the plans and bonuses of those who lead.
extension Sample {
    static let own: [Sample] = [
        Sample("period-uk", "period") { period(.uk, $0) },
        Sample("period-supposed-uk", "period") { period(.uk, $0, supposes: true) },
        Sample("period-supposed-en", "period") { period(.en, $0, supposes: true) },
        Sample("period-en-no-plan", "period") { period(.en, $0, plan: nil, bonus: nil) },
        Sample("period-past", "period") { period(.uk, $0, asOf: Firm.calendar.instant("2026-11-18T09:00")!) },
        Sample("plans-uk", "plans") { plans(.uk, $0, maySet: true) },
        Sample("plans-en-read", "plans") { plans(.en, $0, maySet: false) },
        Sample("bonuses-uk", "bonuses") { bonuses(.uk, $0) },
        Sample("bonuses-own-en", "bonuses") { ownBonus(.en, $0) },
        Sample("bonuses-none", "bonuses") { noBonus(.uk, $0) },
        Sample("bonuses-quarter-uk", "bonuses") { quarterly(.uk, .employee(seller), $0) },
        Sample("bonuses-mixed-uk", "bonuses") { quarterly(.uk, .company, $0) },
        Sample("bonuses-mixed-en", "bonuses") { quarterly(.en, .company, $0) },
        Sample("schemes-uk", "schemes") { schemes(.uk, .company, $0) },
        Sample("schemes-own-en", "schemes") { schemes(.en, .employee(seller), $0) },
        Sample("schemes-none", "schemes") { schemes(.uk, .company, $0, nothing: true) },
        Sample("scheme-form-uk", "scheme-form") { schemeForm(.uk, $0) },
        Sample("scheme-form-en-shown", "scheme-form") { schemeForm(.en, $0, shown: true) },
        Sample("scheme-form-new-uk", "scheme-form") { schemeForm(.uk, $0, isNew: true) },
        Sample("calls-uk", "call-list") { calls(.uk, $0) },
        Sample("calls-en-none", "call-list") { calls(.en, $0, nothing: true) },
    ]

    private static let seller = Employee.ID(5)
    private static let viewer = Frame.Viewer(name: "Ірина Коваль", role: .seller, department: "Корпоративні продажі")

    private static func head(_ scope: Scope, asOf: Instant = Firm.now) -> ReportHead {
        ReportHead(asOf: asOf, period: Firm.november, scope: scope, currency: Firm.uah, basis: .won)
    }

    private static func row(_ id: Int64, amount: Int64?, close: String?, days: Int) -> DealsReport.Row {
        DealsReport.Row(
            deal: .init(id), pipeline: .init(1), stage: .init(4), status: .open,
            owner: seller, product: nil, account: nil,
            amount: amount.map { Money(minorUnits: $0, currency: Firm.uah) }, baseAmount: amount,
            created: Day(iso: "2026-10-01")!, expectedClose: close.flatMap { Day(iso: $0) }, closed: nil,
            daysInStage: days)
    }

    private static let bonus = BonusReport(
        employee: seller, period: Firm.november, currency: Firm.uah,
        accruals: [
            BonusReport.Accrual(
                plan: "Менеджери", period: Firm.november, worked: 18, workingDays: 21, toDate: 2_140_000,
                expected: 3_890_000, p10: 2_700_000, p90: 5_200_000,
                rules: [
                    BonusReport.Rule(
                        name: "Продажі", measure: .won, team: false, total: 71_200_000, expectedTotal: 124_000_000,
                        quota: 130_000_000, toDate: 2_140_000, expected: 3_890_000, silence: nil),
                    BonusReport.Rule(
                        name: "План відділу", measure: .won, team: true, total: 0, expectedTotal: 0, quota: nil,
                        toDate: 0, expected: 0, silence: .teamHidden),
                ],
                lines: [
                    CommissionLine(
                        rule: "Продажі", measure: .won, kind: .accrual, deal: .init(101), base: 71_200_000,
                        rate: 30_000,
                        amount: 2_136_000),
                    CommissionLine(
                        rule: "Новий клієнт", measure: .newAccounts, kind: .accrual, deal: .init(103), base: 1,
                        rate: 40_000,
                        amount: 40_000),
                    CommissionLine(
                        rule: "Продажі", measure: .won, kind: .correction, deal: .init(102), period: "2026-10", base: 0,
                        rate: nil, amount: -36_000),
                ])
        ])

    private static func period(
        _ language: Company.Language, _ assets: Set<String>, plan: Int64? = 1_300, bonus: BonusReport? = bonus,
        asOf: Instant? = nil, supposes: Bool = false
    ) -> (String, Values) {
        let whole = Firm.node(
            .employee(seller), won: 712, open: 410, new: 118, low: 980, high: 1_510, plan: plan,
            sure: plan == nil ? nil : 0.38, deals: 8)
        let usual = DealReport.Usual(median: 8, p90: 20)
        let report = PeriodReport(
            head: head(.employee(seller), asOf: asOf ?? Firm.now), whole: whole, curve: Firm.curve, bonus: bonus,
            deciding: plan == nil
                ? []
                : [
                    .init(
                        row: row(101, amount: 28_600_000, close: "2026-11-25", days: 6), chance: 0.46,
                        value: 28_600_000,
                        ifWon: 0.7, ifNot: 0.11, usual: usual),
                    .init(
                        row: row(103, amount: 19_800_000, close: nil, days: 41), chance: 0.34, value: 19_800_000,
                        ifWon: 0.64, ifNot: 0.25, usual: usual),
                ],
            questions: [
                .init(
                    unknown: .close, row: row(101, amount: 28_600_000, close: "2026-11-25", days: 6), chance: 0.46,
                    moves: -4_100_000, narrows: 9_600_000, usual: usual),
                .init(
                    unknown: .stage, row: row(103, amount: 19_800_000, close: nil, days: 41), chance: 0.34,
                    moves: -6_200_000, narrows: 6_100_000, usual: usual),
                .init(
                    unknown: .amount, row: row(101, amount: 16_400_000, close: "2026-11-20", days: 4), chance: 0.5,
                    moves: 820_000, narrows: 3_800_000, usual: nil),
                .init(
                    unknown: .amount, row: row(103, amount: nil, close: "2026-11-01", days: 4), chance: 0.5,
                    moves: 820_000, narrows: 3_800_000, usual: nil),
                .init(
                    unknown: .close, row: row(103, amount: nil, close: "2026-11-01", days: 4), chance: 0.5,
                    moves: -4_100_000, narrows: 3_800_000, usual: nil),
            ], openDeals: 31)
        let filter = ReportFilter(
            asOf: asOf.map { AsOfText($0, in: Firm.calendar) }, suppositions: supposes ? Firm.suppositions : .none)
        var frame = Firm.frame(
            .report(.period, filter), language: language, viewer: viewer, asOf: asOf, scopes: [.employee(seller)],
            assets: assets)
        let strip = Strip(whole, bonus: bonus, currency: Firm.uah, now: Firm.now, zone: Firm.calendar.zone)
        frame.strip = { strip }
        let page = PeriodPage(
            report, frame: frame, versions: [.init(101): 4, .init(103): 0], answers: true,
            whatIf: supposes ? Firm.supposed(head(.employee(seller))) : nil,
            submissions: supposes ? Firm.submissions : nil, own: supposes ? Firm.own : nil)
        return (page.html(), page.values)
    }

    private static func plans(_ language: Company.Language, _ assets: Set<String>, maySet: Bool) -> (String, Values) {
        func row(_ scope: Scope, _ depth: Int, _ own: Int64?, _ parts: Int64?) -> PlansReport.Row {
            PlansReport.Row(
                scope: scope, depth: depth, own: own, sumOfParts: parts, sumOfMonths: nil, suggestion: 96_000_000,
                before: 90_000_000, versions: own == nil ? 0 : 2, since: own == nil ? nil : Day(iso: "2026-11-03"))
        }
        let rows = [
            row(.company, 0, 300_000_000, 280_000_000), row(.department(.init(1)), 1, 130_000_000, 130_000_000),
            row(.employee(seller), 2, 130_000_000, nil), row(.department(.init(2)), 1, nil, 150_000_000),
        ]
        let page = PlansPage(
            PlansReport(head: head(.company), rows: rows),
            frame: Firm.frame(.plans(), language: language, assets: assets),
            maySet: maySet ? Set(rows.map(\.scope)) : [],
            refused: maySet ? .init(.department(.init(2)), typed: "a\"b", .notANumber) : nil)
        return (page.html(), page.values)
    }

    private static func bonuses(_ language: Company.Language, _ assets: Set<String>) -> (String, Values) {
        let statement = CommissionStatement(
            employee: seller, plan: "Менеджери", period: Firm.november, state: .calculated,
            lines: bonus.accruals[0].lines)
        let rows = [
            BonusesPage.Row(bonus: bonus, statement: .init(id: .init(1), statement: statement, next: .agreed)),
            BonusesPage.Row(bonus: bonus, statement: nil),
        ]
        let page = BonusesPage(
            rows, head: head(.company), rights: .init(calculates: true, sharesTeams: false),
            frame: Firm.frame(.bonuses(), language: language, assets: assets))
        return (page.html(), page.values)
    }

    private static func ownBonus(_ language: Company.Language, _ assets: Set<String>) -> (String, Values) {
        let page = BonusesPage(
            [BonusesPage.Row(bonus: bonus, statement: nil)], head: head(.employee(seller)),
            rights: .init(calculates: false, sharesTeams: nil),
            frame: Firm.frame(
                .bonuses(), language: language, viewer: viewer, scopes: [.employee(seller)], assets: assets))
        return (page.html(), page.values)
    }

    private static let rule = CommissionRule(
        name: "Продажі", measure: .won, unit: .attainment, threshold: 500_000,
        tiers: [
            .init(from: 0, rate: 20_000), .init(from: 1_000_000, rate: 45_000), .init(from: 1_200_000, rate: 60_000),
        ])
    private static let teamRule = CommissionRule(
        name: "План відділу", measure: .won, team: true, pay: .target(6_000_000, weight: 600_000),
        mode: .retroactive, unit: .attainment, threshold: 800_000, cap: 9_000_000,
        tiers: [.init(from: 0, rate: 900_000), .init(from: 1_000_000, rate: 1_200_000)])
    private static let pieceRule = CommissionRule(
        name: "Новий клієнт", measure: .newAccounts, customer: .new,
        tiers: [.init(from: 0, rate: 40_000), .init(from: 5, rate: 70_000)])

    /// A head's bonus of the quarter below its threshold, with a seller's of the month beside it.
    private static func quarterly(_ language: Company.Language, _ scope: Scope, _ assets: Set<String>) -> (
        String, Values
    ) {
        func rule(_ rule: CommissionRule, total: Int64, expected: Int64, quota: Int64) -> BonusReport.Rule {
            BonusReport.Rule(
                name: rule.name, measure: rule.measure, team: rule.team, total: total, expectedTotal: Double(expected),
                quota: quota, toDate: 0, expected: 1_940_000, silence: nil,
                terms: CommissionTerms(rule, quota: quota, presence: (60, 64)))
        }
        let quarter = Period.quarter(containing: Firm.november.start, in: Firm.calendar)
        let head = BonusReport(
            employee: .init(2), period: Firm.november, currency: Firm.uah,
            accruals: [
                BonusReport.Accrual(
                    plan: "Керівники", period: quarter, worked: 60, workingDays: 64, toDate: 0, expected: 3_880_000,
                    p10: 0, p90: 7_000_000,
                    rules: [
                        rule(teamRule, total: 58_500_000, expected: 131_000_000, quota: 130_000_000),
                        rule(Self.rule, total: 58_500_000, expected: 131_000_000, quota: 130_000_000),
                    ], lines: [])
            ])
        let statement = CommissionStatement(
            employee: .init(2), plan: "Керівники", period: quarter, state: .approved,
            lines: [
                CommissionLine(
                    rule: "План відділу", measure: .won, kind: .accrual, deal: .init(101), base: 71_200_000, rate: nil,
                    amount: 1_153_440)
            ])
        let rows = [
            BonusesPage.Row(bonus: head, statement: .init(id: .init(2), statement: statement, next: nil)),
            BonusesPage.Row(bonus: bonus, statement: nil),
        ]
        let page = BonusesPage(
            scope.isPerson ? [rows[0]] : rows, head: Self.head(scope),
            rights: .init(calculates: false, sharesTeams: nil),
            frame: Firm.frame(.bonuses(), language: language, assets: assets))
        return (page.html(), page.values)
    }

    private static func schemes(
        _ language: Company.Language, _ scope: Scope, _ assets: Set<String>, nothing: Bool = false
    ) -> (String, Values) {
        func scheme(
            _ id: Int64, _ standing: SchemesReport.Standing, from: String?, to: String?,
            _ members: [CommissionPlan.Member], others: Int = 0
        ) -> SchemesReport.Scheme {
            SchemesReport.Scheme(
                plan: CommissionPlan(
                    id: .init(id), name: "Менеджери <\(id)>", every: id == 2 ? .quarter : .month,
                    cap: id == 1 ? 15_000_000 : nil, proRata: id == 1, from: from.flatMap { Day(iso: $0) },
                    to: to.flatMap { Day(iso: $0) }, rules: [rule, teamRule, pieceRule], members: members),
                standing: standing, members: members, others: others, people: [seller])
        }
        let all = [
            scheme(1, .now, from: "2026-01-01", to: nil, [.init(who: .role(.seller))]),
            scheme(2, .now, from: nil, to: nil, []),
            scheme(
                3, .coming, from: "2027-01-01", to: "2027-12-31",
                [
                    .init(who: .department(.init(1))),
                    .init(who: .employee(seller), from: Day(iso: "2027-01-01"), to: nil),
                ], others: 2),
            scheme(4, .past, from: nil, to: "2025-12-31", [.init(who: .role(.seller))]),
        ]
        let page = SchemesPage(
            SchemesReport(head: head(scope), schemes: nothing ? [] : all),
            frame: Firm.frame(.schemes(), language: language, assets: assets),
            settable: language == .uk ? all.map(\.plan) : nil)
        return (page.html(), page.values)
    }

    /// Refused with everything that can be wrong, or shown with what it costs.
    private static func schemeForm(
        _ language: Company.Language, _ assets: Set<String>, shown: Bool = false, isNew: Bool = false
    ) -> (String, Values) {
        let plan = CommissionPlan(
            id: .init(1), name: "a\"b<c", every: .month, cap: 15_000_000, proRata: true, from: nil, to: nil,
            rules: [rule, teamRule, pieceRule], members: [.init(who: .role(.seller)), .init(who: .employee(seller))])
        let frame = Firm.frame(.setScheme(isNew ? nil : plan.name), language: language, assets: assets)
        var content = SchemeFormPage.Content(
            plan: isNew ? nil : plan.name, typed: SchemeTyped(isNew ? nil : plan, frame: frame))
        if shown {
            content.preview = SchemePreview(
                period: Firm.november, currency: Firm.uah,
                rows: [
                    .init(
                        employee: seller, before: .init(plan: "a<b", earned: 1_000_000, expected: 2_345_600),
                        after: .init(plan: nil, earned: 0, expected: 0)),
                    .init(
                        employee: .init(6), before: .init(plan: nil, earned: 0, expected: 0),
                        after: .init(plan: plan.name, earned: 900_000, expected: 5_000_000)),
                ])
        } else if !isNew {
            content.problems = schemeProblems
        }
        let page = SchemeFormPage(content, frame: frame)
        return (page.html(), page.values)
    }

    private static let schemeProblems: [CommissionProblem] = [
        .init(.name, .tooLong), .init(.from, .settled(seller, Firm.november)), .init(.every, .unknown),
        .init(.cap, .notMoney), .init(.members, .everybodys), .init(.rules, .missing),
        .init(.rule(0, .tiers), .tooHigh(1_000_000)), .init(.rule(0, .threshold), .aboveCap(2_000_000)),
        .init(.rule(0, .cap), .notMoney), .init(.rule(1, .tiers), .notRising), .init(.rule(1, .pay), .needsTarget),
        .init(.rule(1, .weight), .notShare), .init(.rule(2, .name), .twice), .init(.rule(2, .tiers), .falling),
        .init(.rule(2, .threshold), .notCount),
    ]

    private static func calls(_ language: Company.Language, _ assets: Set<String>, nothing: Bool = false) -> (
        String, Values
    ) {
        func row(
            _ id: Int64, _ direction: Activity.Direction, _ result: Activity.Result, lost: Bool = false,
            seconds: Int = 187, deal: Int64? = nil
        ) -> CallsReport.Row {
            CallsReport.Row(
                id: .init(id), at: Firm.now.adding(seconds: -id * 4_000), employee: id == 3 ? nil : seller,
                direction: direction, result: result, isLost: lost, seconds: seconds, isOverLong: seconds > 3_600,
                deal: deal.map { .init($0) }, account: nil)
        }
        let rows = [
            row(1, .outbound, .answered, deal: 101), row(2, .outbound, .busy, seconds: 0, deal: 102),
            row(3, .inbound, .missed, lost: true, seconds: 0), row(4, .inbound, .missed, seconds: 0),
            row(5, .inbound, .answered, seconds: 7_265),
        ]
        var filter = CallsFilter(scope: .company, page: 2)
        filter.who = nothing ? .employee("") : nil
        let query = CallsQuery(
            who: nothing ? .employee(nil) : nil, direction: nothing ? .inbound : nil, choice: nothing ? .lost : nil,
            weekday: nothing ? 0 : nil, hour: nothing ? 9 : nil, offset: nothing ? 0 : 60, limit: 60)
        let page = CallsPage(
            CallsReport(
                head: head(.company), from: Firm.november.start, upTo: Firm.november.start + 17,
                total: nothing ? 0 : 1_489, talkSeconds: nothing ? 0 : 49_000, rows: nothing ? [] : rows),
            query: query, filter: filter, seen: [.init(101)],
            frame: Firm.frame(.calls(filter), language: language, assets: assets))
        return (page.html(), page.values)
    }

    private static func noBonus(_ language: Company.Language, _ assets: Set<String>) -> (String, Values) {
        let page = BonusesPage(
            [], head: head(.company), rights: .init(calculates: false, sharesTeams: true),
            frame: Firm.frame(.bonuses(), language: language, assets: assets))
        return (page.html(), page.values)
    }
}
