import SalesDomain
import WebRoutes

@testable import SalesReports
@testable import WebPages

/// What people are to do, and the day of which it is a part.
extension Sample {
    static let actions: [Sample] = [
        Sample("actions-uk", "actions") { actions(.uk, .light, Firm.actions, $0) },
        Sample("actions-en-dark", "actions") { actions(.en, .dark, Firm.actions, $0) },
        Sample("actions-empty", "actions") { actions(.uk, .light, Firm.noActions, $0) },
        Sample("actions-refused-en", "actions") { actions(.en, .light, Firm.noActions, $0, refused: true) },
        Sample("actions-many-people", "actions") {
            actions(.uk, .light, Firm.actions, $0, givers: (1...70).map { .init($0) })
        },
        Sample("actions-empty-en", "actions") { actions(.en, .light, Firm.noActions, $0) },
        Sample("today-uk", "today") { today(.uk, $0, list: nil) },
        Sample("today-all-uk", "today") { today(.uk, $0, list: .all) },
        Sample("today-empty-uk", "today") { today(.uk, $0, list: nil, due: 0) },
        Sample("today-empty-en", "today") { today(.en, $0, list: nil, due: 0) },
        Sample("today-all-en", "today") { today(.en, $0, list: .all) },
    ]

    private static func actions(
        _ language: Company.Language, _ theme: Theme, _ report: ActionsReport, _ assets: Set<String>,
        refused: Bool = false, givers: [Employee.ID] = (1...12).map { .init($0) }
    ) -> (String, Values) {
        let draft = ActionDraft(
            origin: .none, subject: .sales, scope: .company, who: "s5", what: "a\"b<c", due: "2020-01-01", expected: "x"
        )
        let page = ActionsPage(
            report, frame: Firm.frame(.report(.actions), language: language, theme: theme, assets: assets),
            givers: givers, refused: refused ? draft.refused("due") : nil)
        return (page.html(), page.values)
    }

    private static func today(
        _ language: Company.Language, _ assets: Set<String>, list: ListLength?, due number: Int = 30
    )
        -> (String, Values)
    {
        let due = (0..<number).map { Firm.due($0 + 1) }
        let whole = Firm.node(
            .company, won: 712, open: 410, new: 118, low: 980, high: 1_510, plan: nil, sure: nil, deals: 8)
        let report = TodayReport(
            head: Firm.head, due: due,
            actions: Firm.actions.rows.prefix(number > 0 ? 2 : 0).map {
                .init(action: $0.action, state: $0.state, deal: $0.deal)
            },
            calls: [],
            month: PeriodReport(
                head: Firm.head, whole: whole, curve: Firm.curve, bonus: nil, deciding: [], questions: [], openDeals: 3)
        )
        let page = TodayPage(
            report, alerts: AlertsSection.Content(Firm.alerts.waiting(without: [])),
            frame: Firm.frame(.report(.today, ReportFilter(list: list)), language: language, assets: assets),
            versions: [:], answers: true, givers: [.init(5)])
        return (page.html(), page.values)
    }
}

extension Firm {
    fileprivate static func due(_ number: Int) -> TodayReport.Due {
        let activity = PlannedActivity(
            id: .init(Int64(number)), externalID: "t\(number)", kind: .task, employee: .init(5),
            deal: number == 2 ? .init(101) : nil, account: .init(1), due: now, recorded: now, note: "a<b")
        return TodayReport.Due(
            activity: activity, isOverdue: number == 1, isOwn: number < 3, value: Int64(number))
    }

    static let noActions = ActionsReport(head: head, rows: [])

    static let actions = ActionsReport(
        head: head,
        rows: [
            row(
                1, .overdue, .stage(.init(3)), what: "Розібрати останні угоди <b>", due: "2026-11-10",
                effect: .tooEarly(left: 3)),
            row(
                2, .due, .stage(.init(4)), what: "Призначити наступний крок", due: "2026-11-18",
                effect: .stage(
                    .init(
                        left: 24, moved: 14, before: 0.41, now: 0.55, low: 0.46, high: 0.64, verdict: .better,
                        money: .init(amount: 34_000_000, low: 11_000_000, high: 57_000_000)))),
            row(
                3, .open, .deal(.init(101)), what: "Домовитися про зустріч", due: "2026-11-25",
                effect: .deal(.init(was: 9_000_000, now: 12_500_000, status: .open))),
            row(
                4, .done, .sales, what: "Нова кампанія", due: "2026-10-25",
                effect: .sales(.init(was: 1_700_000_000, now: 1_790_000_000, isOver: true, verdict: .unclear))),
            row(5, .dropped, .deal(.init(103)), what: "Знижка", due: "2026-10-25", effect: nil),
        ])

    private static func row(
        _ number: Int, _ state: CorrectiveAction.State, _ subject: CorrectiveAction.Subject, what: String,
        due: String, effect: ActionsReport.Effect?
    ) -> ActionsReport.Row {
        var deal: Deal.ID?
        if case .deal(let id) = subject { deal = id }
        let ended = state == .done || state == .dropped
        let baseline = CorrectiveAction.Baseline(
            period: november, mean: 1_700_000_000, low: 1_500_000_000, high: 1_900_000_000)
        return ActionsReport.Row(
            action: CorrectiveAction(
                externalID: "A\(number)", origin: number == 4 ? .none : .deviation, subject: subject,
                scope: .employee(.init(5)), pipeline: sales.id, assignee: .init(5), what: what, due: Day(iso: due)!,
                expected: number == 3 ? nil : 26_000_000, made: calendar.instant("2026-10-12")!, by: .init(6),
                baseline: baseline,
                end: ended
                    ? .init(
                        kind: state == .done ? .done : .dropped, at: calendar.instant("2026-11-02")!, by: nil,
                        note: "вийшло & добре") : nil),
            state: state, deal: deal, baseline: number == 1 ? nil : baseline, effect: effect)
    }
}
