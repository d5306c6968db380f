package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// What calls for attention, by kind, each with its reason, what is at stake, and what can be done: put it off, make it
/// an action.
package struct AlertsPage: Sendable {
    private let all: AlertsReport
    private let hidden: [AlertMark: Day]
    private let frame: Frame
    private let givers: [Employee.ID]
    private let danger: PlanDanger?
    /// So many of each kind are shown at first, and so many when all are asked for: more is read as a file.
    private static let first = 10
    private static let most = 200

    /// - Parameters:
    ///   - hidden: what the reader has put off, and until when.
    ///   - givers: to whom the reader may give something to do.
    ///   - danger: the scope's plan, when it will hardly be met.
    package init(
        _ report: AlertsReport, hidden: [AlertMark: Day], frame: Frame, givers: [Employee.ID], danger: PlanDanger? = nil
    ) {
        self.danger = danger
        all = report
        self.hidden = hidden
        self.frame = frame
        self.givers = givers
    }

    /// The deals that are named on the page.
    package static func deals(_ report: AlertsReport, hidden: Set<AlertMark>) -> [Deal.ID] {
        named(report, hidden: hidden).compactMap(\.deal)
    }

    /// With whom they are made.
    package static func accounts(_ report: AlertsReport, hidden: Set<AlertMark>) -> [Account.ID] {
        named(report, hidden: hidden).compactMap(\.first.account)
    }

    private static func named(_ report: AlertsReport, hidden: Set<AlertMark>) -> [AlertsReport.Matter] {
        let shown = Dictionary(grouping: report.waiting(without: hidden).toAct, by: \.kind).values
        let folded = report.only {
            $0.hand != nil || hidden.contains($0.mark) || report.shown.isOwn && $0.line != nil
        }
        return shown.flatMap { $0.prefix(most) } + folded.matters
    }

    package func html() -> String { Templates.render("alerts", values) }

    var values: Values {
        let waiting = all.waiting(without: Set(hidden.keys))
        let matters = waiting.toAct
        let gathered = GatheredAlerts(lines: waiting.lines, page: page)
        var values: Values = [
            "sentence_html": ((matters.isEmpty ? danger?.sentence(page) : nil) ?? sentence(matters))
                + (isOwn ? small(waiting) : gathered.sentence), "rule": rule,
            "danger": matters.isEmpty ? false as Any : danger?.values(page) ?? false as Any,
            "gathered": isOwn ? false as Any : gathered.values ?? false as Any,
            "small": isOwn ? fold("alerts.small", waiting.only { $0.line != nil }) ?? false as Any : false as Any,
            "sections": AlertKind.allCases.compactMap { kind in group(kind, matters.filter { $0.kind == kind }) },
            "untold": AlertKind.allCases.filter(all.untold.contains).map {
                ["words": texts("alerts.untold." + $0.rawValue)] as Values
            },
            "in_hand": fold("alerts.in_hand", all.only { $0.hand != nil && hidden[$0.mark] == nil }) ?? false as Any,
            "snoozed": fold("alerts.snoozed", all.only { hidden[$0.mark] != nil }) ?? false as Any,
        ]
        values.merge(page.values) { $1 }
        return frame.values(heading, values)
    }

    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .alerts, head: all.head, frame: frame) }
    private var isOwn: Bool { all.shown.isOwn }

    /// What hardly moves the period, in a list of its own below.
    private func small(_ waiting: AlertsReport) -> String {
        let matters = waiting.matters.filter { $0.line != nil }
        guard !matters.isEmpty else { return "" }
        let money = texts.amount(matters.total(\.stake), all.head.currency)
        return " " + texts.html("alerts.sentence.small", ["all": .count(matters.count), "money": .text(money)])
    }

    private var isWhole: Bool { page.filter.list == .all }

    private var heading: Heading {
        Heading(
            title: texts("page.report.alerts"), scope: all.head.scope, period: all.head.period, action: .report)
    }

    private func sentence(_ matters: [AlertsReport.Matter]) -> String {
        let counts = [
            ("plans", matters.count { $0.kind == .planDropped }), ("stages", matters.count { $0.kind == .stageOff }),
            ("deals", matters.count { $0.deal != nil }),
        ]
        let parts = counts.filter { $0.1 > 0 }.map { texts("alerts.part." + $0.0, [$0.0: .count($0.1)]) }
        let given: [String: Texts.Argument] = [
            "subject": .text(page.subject), "all": .count(matters.count),
            "parts": .text(parts.joined(separator: ", ")),
        ]
        let none = all.alerts.isEmpty ? "alerts.sentence.none" : "alerts.sentence.none.alone"
        let some = matters.allSatisfy { $0.deal != nil } ? "alerts.sentence.deals" : "alerts.sentence.some"
        let key = matters.isEmpty ? none : some
        return texts.capital(texts.html(key, given))
    }

    /// By what it is decided what stands by itself.
    private var rule: String {
        let key =
            switch all.shown {
            case .own: "alerts.rule.own"
            case .team: "alerts.rule.team"
            case .wide: all.head.scope == .company ? "alerts.rule.company" : "alerts.rule.departments"
            }
        return texts(
            key,
            [
                "floor": .text(texts.amount(all.shown.floor, all.head.currency)),
                "share": .text(texts.percent(AlertsReport.Shown.share, places: 0)),
            ])
    }

    private func group(_ kind: AlertKind, _ matters: [AlertsReport.Matter]) -> Values? {
        guard !matters.isEmpty else { return nil }
        let shown = matters.prefix(isWhole ? AlertsPage.most : AlertsPage.first)
        let money = matters.total(\.stake)
        return [
            "id": kind.rawValue, "title": texts("alerts.group." + kind.rawValue),
            "count": texts.integer(matters.count), "note": texts("alerts.note." + kind.rawValue),
            "at_stake": matters[0].deal != nil && money > 0
                ? texts("alerts.expected", ["money": .text(texts.amount(money, all.head.currency))]) : "",
            "rows": shown.map { AlertRow(matter: $0, page: page, givers: givers).values },
            "more": more(matters.count - shown.count) ?? false as Any,
        ]
    }

    /// All of them, or, where that would be a wall, the file.
    private func more(_ left: Int) -> Values? {
        guard left > 0 else { return nil }
        if isWhole { return ["href": page.file(.csv), "label": texts("alerts.file", ["left": .count(left)])] }
        var filter = page.filter
        filter.list = .all
        return ["href": Route.report(.alerts, filter).target, "label": texts("alerts.more", ["left": .count(left)])]
    }

    /// What does not wait: what was put off, the first to come back first, or what somebody has in hand.
    private func fold(_ key: String, _ report: AlertsReport) -> Values? {
        let matters = report.matters
        guard !matters.isEmpty else { return nil }
        let rows = matters.map { ($0, hidden[$0.first.mark]) }
            .sorted { ($0.1 ?? page.today, $0.0.stake) < ($1.1 ?? page.today, $1.0.stake) }
        return [
            "title": texts(key, ["all": .count(matters.count)]),
            "rows": rows.prefix(AlertsPage.most).map {
                AlertRow(matter: $0.0, page: page, givers: [], until: $0.1).values
            },
        ]
    }
}

extension AlertsReport.Shown {
    /// One person's, whose small matters are listed apart.
    fileprivate var isOwn: Bool { if case .own = self { true } else { false } }
}
