import SalesDomain
import WebRoutes

@testable import SalesReports
@testable import WebPages

/// A page with made-up figures: what snapshots, checks of templates and previews share.
struct Sample: Sendable {
    let name: String
    let make: @Sendable (Set<String>) -> String
    let values: @Sendable () -> (template: String, values: Values)

    func html(assets: Set<String> = []) -> String { make(assets) }

    init(
        _ name: String, _ template: String, _ page: @escaping @Sendable (Set<String>) -> (html: String, values: Values)
    ) {
        self.name = name
        make = { page($0).html }
        values = { (template, page([]).values) }
    }

    static let all: [Sample] = companies + accuracies + lists + cards + doors + reports + own + actions + alerts

    static let companies: [Sample] = [
        Sample("company-uk", "company") { company(.uk, .light, $0) },
        Sample("company-en-dark", "company") { company(.en, .dark, $0) },
        Sample("company-little", "company") { little(.uk, $0) },
        Sample("company-person", "company") { person(.uk, $0) },
        Sample("company-closed-en", "company") { closed(.en, $0) },
        Sample("company-quarter", "company") { quarter(.uk, $0) },
        Sample("company-past", "company") {
            let asOf = Firm.calendar.instant("2026-11-18T09:00")!
            return company(.uk, .light, $0, asOf: asOf)
        },
    ]

    private static func company(
        _ language: Company.Language, _ theme: Theme, _ assets: Set<String>, asOf: Instant? = nil
    ) -> (String, Values) {
        let filter = ReportFilter(
            period: PeriodName(Firm.november, in: Firm.calendar), asOf: asOf.map { AsOfText($0, in: Firm.calendar) })
        var departments = Firm.report(Firm.whole, parts: Firm.departmentNodes, asOf: asOf ?? Firm.now)
        departments.bridge = Firm.bridge
        departments.coverage = Coverage(
            open: 620_000_000, missing: 260_000_000,
            past: .init(periods: 11, met: 5, enough: language == .uk ? 3.1 : nil))
        var content = CompanyPage.Content(
            departments: departments, people: Firm.report(Firm.whole, parts: Firm.peopleNodes),
            other: Firm.report(Firm.wholeQuarter, period: Firm.quarter), before: 1_790_000_000, curve: Firm.curve,
            changes: Firm.changes)
        content.then = Dictionary(
            uniqueKeysWithValues: ([Firm.whole] + Firm.departmentNodes + Firm.peopleNodes.dropLast()).compactMap {
                node in
                guard case .scope(let scope) = node.subject else { return nil }
                return (scope, node.amount.mean + (node.amount.p90 - node.amount.mean) / 3)
            })
        content.signals = [
            .employee(.init(1)): [
                .stage(.init(3), missed: 42_000_000, since: Day(iso: "2025-11-01")!), .fewCalls(outbound: 14, norm: 60),
            ],
            .employee(.init(2)): [.fewCalls(outbound: 9, norm: 60)],
        ]
        if asOf == nil { content.alerts = AlertsSection.Content(Firm.alerts.waiting(without: [])) }
        let page = CompanyPage(
            content, frame: Firm.frame(.company(filter), language: language, theme: theme, asOf: asOf, assets: assets))
        return (page.html(), page.values)
    }

    /// A young firm: no plan, no picture, few deals, a wide range.
    private static func little(_ language: Company.Language, _ assets: Set<String>) -> (String, Values) {
        let whole = Firm.node(
            .company, won: 40, open: 25, new: 18, low: 52, high: 140, plan: nil, sure: nil, deals: 2)
        let people = [
            Firm.node(
                .employee(.init(1)), won: 40, open: 10, new: 10, low: 45, high: 90, plan: nil, sure: nil, deals: 2),
            Firm.node(.employee(nil), won: 0, open: 15, new: 8, low: 4, high: 60, plan: nil, sure: nil, deals: 0),
        ]
        let page = CompanyPage(
            .init(
                departments: Firm.report(whole, notes: Firm.notes("little", deals: 21)),
                people: Firm.report(whole, parts: people), other: nil, before: nil, curve: nil),
            frame: Firm.frame(.company(), language: language, assets: assets))
        return (page.html(), page.values)
    }

    private static func person(_ language: Company.Language, _ assets: Set<String>) -> (String, Values) {
        let viewer = Frame.Viewer(name: "Ірина Коваль", role: .seller, department: "Корпоративні продажі")
        let page = CompanyPage(
            .init(
                departments: Firm.report(Firm.peopleNodes[4]), people: nil, other: nil, before: 98_000_000,
                curve: Firm.curve),
            frame: Firm.frame(
                .company(), language: language, viewer: viewer, scopes: [.employee(.init(5))], assets: assets))
        return (page.html(), page.values)
    }

    private static func quarter(_ language: Company.Language, _ assets: Set<String>) -> (String, Values) {
        let days = Firm.quarter.days
        let working = (0..<days).map { Firm.calendar.isWorking(Firm.quarter.start + $0) }
        let today = Firm.now.seconds / 86_400 - Int64(Firm.quarter.start.number) + 1
        let won = (0...Int(today)).map { Int64($0) * 2_880_000_000 / today }
        func ahead(_ end: Int64) -> [Int64] {
            let left = Int64(days) - today
            return (0...left).map { 2_880_000_000 + (end - 2_880_000_000) * $0 / left }
        }
        let curve = PeriodCurve(
            period: Firm.quarter, currency: Firm.uah, won: won, p10: ahead(5_320_000_000), p25: ahead(5_500_000_000),
            mean: ahead(5_830_000_000), p75: ahead(6_100_000_000), p90: ahead(6_370_000_000), pace: nil,
            working: working)
        let page = CompanyPage(
            .init(
                departments: Firm.report(Firm.wholeQuarter, period: Firm.quarter), people: nil,
                other: Firm.report(Firm.whole), before: 5_110_000_000, curve: curve),
            frame: Firm.frame(
                .company(.init(period: PeriodName(Firm.quarter, in: Firm.calendar))), language: language, assets: assets
            ))
        return (page.html(), page.values)
    }

    private static func closed(_ language: Company.Language, _ assets: Set<String>) -> (String, Values) {
        let whole = Firm.node(
            .company, won: 17_900, open: 0, new: 0, low: 17_900, high: 17_900, plan: 20_000, sure: 0, deals: 251)
        let october = Firm.november.previous(in: Firm.calendar)
        let working = (0..<31).map { Firm.calendar.isWorking(october.start + $0) }
        let won = (0...31).map { Int64($0) * 57_741_935 }
        let curve = PeriodCurve(
            period: october, currency: Firm.uah, won: won, p10: [], p25: [], mean: [], p75: [], p90: [], pace: nil,
            working: working)
        let page = CompanyPage(
            .init(
                departments: Firm.report(whole, period: october), people: Firm.report(whole, period: october),
                other: nil,
                before: 1_650_000_000, curve: curve),
            frame: Firm.frame(
                .company(.init(period: PeriodName(october, in: Firm.calendar))), language: language, theme: .dark,
                assets: assets))
        return (page.html(), page.values)
    }

    static let accuracies: [Sample] = [
        Sample("accuracy-uk", "accuracy") { accuracy(.uk, .light, $0) },
        Sample("accuracy-en-dark", "accuracy") { accuracy(.en, .dark, $0) },
    ]

    private static func accuracy(_ language: Company.Language, _ theme: Theme, _ assets: Set<String>) -> (
        String, Values
    ) {
        let page = AccuracyPage(
            Firm.backtest, record: theme == .light ? Firm.record : nil,
            frame: Firm.frame(.accuracy(), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }

    static let lists: [Sample] = [
        Sample("deals-uk", "deals") { deals(.uk, $0, Firm.deals) },
        Sample("deals-en", "deals") { deals(.en, $0, Firm.deals) },
        Sample("deals-none", "deals") { deals(.uk, $0, Firm.noDeals) },
    ]

    private static func deals(_ language: Company.Language, _ assets: Set<String>, _ report: DealsReport) -> (
        String, Values
    ) {
        let filter = DealsFilter(status: .open, sort: .amount, page: 2)
        let query = DealsQuery(scope: .company, status: .open, sort: .amount, offset: 50)
        let page = DealsPage(
            report, query: query, frame: Firm.frame(.deals(filter), language: language, assets: assets))
        return (page.html(), page.values)
    }

    static let cards: [Sample] = [
        Sample("deal-uk", "deal") { deal(.uk, $0, Firm.openDeal) },
        Sample("deal-en", "deal") { deal(.en, $0, Firm.openDeal) },
        Sample("deal-actions", "deal") { assets in
            let page = DealPage(
                Firm.openDeal, actions: [Firm.actions.rows[2]], givers: [.init(5), .init(6)],
                frame: Firm.frame(.deal(Firm.openDeal.row.deal), assets: assets))
            return (page.html(), page.values)
        },
        Sample("deal-won", "deal") { deal(.uk, $0, Firm.wonDeal) },
    ]

    private static func deal(_ language: Company.Language, _ assets: Set<String>, _ report: DealReport) -> (
        String, Values
    ) {
        let page = DealPage(report, frame: Firm.frame(.deal(report.row.deal), language: language, assets: assets))
        return (page.html(), page.values)
    }

    static let doors: [Sample] = [
        Sample("sign-in-uk", "sign-in") { assets in
            let page = SignInPage(
                email: "a\"b@example.com", problem: .slowed(21),
                frame: Firm.frame(.signIn(back: .company()), viewer: nil, assets: assets))
            return (page.html(), page.values)
        },
        Sample("sign-in-en", "sign-in") { assets in
            let page = SignInPage(
                frame: Firm.frame(.signIn(), language: .en, theme: .dark, viewer: nil, assets: assets))
            return (page.html(), page.values)
        },
        Sample("set-up-uk", "set-up") { assets in
            let frame = Firm.frame(.setUp, viewer: nil, assets: assets)
            let page = SetUpPage(
                values: [.code: "1234", .name: "Віктор"],
                problems: [.code: .wrongCode, .password: .tooShort(12), .email: .empty],
                frame: frame)
            return (page.html(), page.values(frame.texts))
        },
        Sample("problem-uk", "problem") { assets in
            let page = ProblemPage(.notFound, frame: Firm.frame(.home(), viewer: nil, assets: assets))
            return (page.html(), page.values)
        },
        Sample("problem-inside-uk", "problem-inside") { assets in
            var frame = Firm.frame(.home(), assets: assets)
            frame.isNowhere = true
            let page = ProblemPage(.notFound, frame: frame)
            return (page.html(), page.values)
        },
        Sample("problem-inside-en", "problem-inside") { assets in
            var frame = Firm.frame(.company(), language: .en, assets: assets)
            (frame.basis, frame.bases) = (.paid, [.won, .paid])
            let page = ProblemPage(.basis, saying: "problem.basis.nothing.paid", frame: frame)
            return (page.html(), page.values)
        },
        Sample("settings-uk", "settings") { settings(.uk, $0) },
        Sample("settings-en", "settings") { settings(.en, $0) },
        Sample("account-uk", "own-account") { assets in
            var content = AccountPage.Content()
            content.outcome = .wrong
            content.problem = .taken
            content.typed = ("звіт <b>", "2027-01-31")
            content.tokens = tokens
            let page = AccountPage(content, frame: Firm.frame(.account, assets: assets))
            return (page.html(), page.values)
        },
        Sample("account-en", "own-account") { assets in
            var content = AccountPage.Content()
            content.made = ("report", "liyka_0123")
            let page = AccountPage(content, frame: Firm.frame(.account, language: .en, assets: assets))
            return (page.html(), page.values)
        },
        Sample("empty-uk", "empty") { assets in
            let admin = Frame.Viewer(name: "Адмін", role: .admin, department: nil)
            let page = EmptyPage(.noDeals, frame: Firm.frame(.company(), viewer: admin, assets: assets))
            return (page.html(), page.values)
        },
        Sample("empty-en", "empty") { assets in
            let page = EmptyPage(.noHistory, frame: Firm.frame(.accuracy(), language: .en, assets: assets))
            return (page.html(), page.values)
        },
    ]

    private static let tokens: [TokenTable.Line] = [
        .init(
            id: 1, name: "звіт <i>", owner: "Віктор", madeOn: Day(number: 20_000), until: nil, usedOn: nil,
            isOver: false),
        .init(
            id: 2, name: "Power BI", owner: "Віктор", madeOn: Day(number: 20_000), until: Day(number: 20_010),
            usedOn: Day(number: 20_009), isOver: true),
    ]

    private static func settings(_ language: Company.Language, _ assets: Set<String>) -> (String, Values) {
        let admin = Frame.Viewer(name: "Адмін", role: .admin, department: nil)
        var content = SettingsPage.Content()
        content.accounts = [
            .init(
                id: 1, name: "admin@firm.example", person: "Максим Кучер", role: .admin, department: nil, isOpen: true,
                isMine: true),
            .init(
                id: 2, name: "olena@firm.example", person: "Олена <b>Гнатюк</b>", role: .seller,
                department: "Корпоративні продажі", isOpen: false, isMine: false),
        ]
        content.others = [(.init(4), "Ірина Коваль")]
        content.data.deals = 4_012
        content.data.logEntries = 20_113
        content.data.imports = [("crm/export", Firm.now, true), ("crm/may", Firm.now, false)]
        if language == .uk {
            content.opened = .init(
                name: "ira@firm.example", password: "ABCD-EFGH-JKMN",
                whose: .init(name: "Ірина Коваль", role: .seller, isByEmail: true))
        } else {
            content.problem = .taken
            content.tokens = tokens
            content.typed = "admin@firm.example"
            content.data.lastBackup = Firm.now
        }
        let page = SettingsPage(
            content, frame: Firm.frame(.settings, language: language, viewer: admin, assets: assets))
        return (page.html(), page.values)
    }
}
