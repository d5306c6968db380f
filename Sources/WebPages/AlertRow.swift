internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// One matter: what it is about, why, what it is worth, and what can be done about it.
struct AlertRow {
    private static let usualDays = 7

    let matter: AlertsReport.Matter
    let page: ReportPage
    let givers: [Employee.ID]
    /// The day until which it is put off; nil while it is shown.
    var until: Day?

    private var texts: Texts { page.texts }
    private var frame: Frame { page.frame }
    private var currency: Currency { page.head.currency }
    private var mark: AlertMark { matter.first.mark }

    var values: Values {
        [
            "title": title, "href": href, "who": who ?? false as Any,
            "reasons": matter.alerts.map { alert in
                ["kind": texts("alerts.kind." + alert.mark.kind.rawValue), "words": words(alert)] as Values
            },
            "money": matter.stake > 0 ? texts.whole(matter.stake, currency) : texts("none"), "of": stakeWords,
            "act": act ?? false as Any,
            "snooze": snooze ?? false as Any,
            "until": until.map { texts("alerts.until", ["day": .text(texts.numericDay($0))]) } ?? false as Any,
            "hand": hand ?? false as Any,
        ]
    }

    var title: String {
        if let deal = mark.deal { return frame.names.title(of: deal) }
        guard let stage = mark.stage else { return frame.name(of: mark.scope) }
        return texts(
            "action.about.stage",
            ["stage": .text(page.stage(stage)), "scope": .text(frame.name(of: mark.scope))])
    }

    private var scope: ScopeName { ScopeName(mark.scope, in: frame.names.organisation) }

    var href: String {
        if let deal = mark.deal { return frame.address(of: deal) }
        let (period, asOf) = (PeriodName(page.head.period, in: page.calendar), frame.route.asOfText)
        let name: ReportName = mark.stage == nil ? .changes : .planfact
        return Route.report(name, ReportFilter(scope: scope, period: period, asOf: asOf)).target
    }

    private var who: String? {
        guard let whose = customerAndOwner else { return nil }
        return [whose, matter.first.stage.map { page.stage($0) }].compactMap(\.self).joined(separator: " · ")
    }

    /// Of a deal, the customer and whose it is.
    var customerAndOwner: String? {
        guard mark.deal != nil else { return nil }
        let customer = matter.first.account.flatMap { frame.names.accounts[$0] }
        return [customer, frame.name(of: .employee(matter.first.owner))].compactMap(\.self).joined(separator: " · ")
    }

    /// - Parameter brief: without what is usual, for which another page has no room.
    func words(_ alert: AlertsReport.Alert, brief: Bool = false) -> String {
        let key = brief ? "alerts.brief." : "alerts.why."
        switch alert.reason {
        case .plan(let drop):
            return texts(
                key + "plan",
                [
                    "before": .text(texts.probability(drop.before)), "now": .text(texts.probability(drop.now)),
                    "since": .text(texts.day(frame.zone.day(of: drop.since), year: false)),
                    "plan": .text(texts.amount(drop.quota, currency)),
                    "was": .text(texts.amount(drop.meanBefore, currency)),
                    "is": .text(texts.amount(drop.meanNow, currency)),
                ])
        case .stage(let signal):
            return texts(
                key + "stage",
                [
                    "conversion": .text(texts.percent(signal.conversion)),
                    "reference": .text(texts.percent(signal.reference)),
                    "confidence": .text(texts.probability(signal.confidence)),
                ])
        case .stuck(let days, let usual):
            return texts(key + "stuck", ["days": .count(days), "usual": .count(usual)])
        case .noNextStep(let days): return texts(key + "no_next_step", ["days": .count(days)])
        case .silent(let days, let usual):
            return texts(key + "silent", ["days": .count(days), "usual": .count(usual)])
        }
    }

    /// Of a stage, which of its two amounts leads.
    var stakeWords: String {
        guard case .stage(let signal) = matter.first.reason, matter.stake > 0 else { return "" }
        guard signal.isPast else { return texts("alerts.stake.still") }
        return texts("alerts.stake.missed", ["since": .text(texts.day(signal.from, year: false))])
    }

    private var hand: Values? {
        guard let hand = matter.first.hand else { return nil }
        return [
            "href": Route.report(.actions, ReportFilter(asOf: frame.route.asOfText)).target + "#" + hand.action,
            "words": texts(
                "alerts.hand",
                [
                    "who": .text(frame.name(of: .employee(hand.assignee))), "day": .text(texts.numericDay(hand.due)),
                ]),
        ]
    }

    /// Puts it off, or shows it again; nobody but the reader sees a difference.
    private var snooze: Values? {
        guard frame.asOf == nil, frame.viewer?.employee != nil else { return nil }
        let today = frame.zone.day(of: frame.now)
        return [
            "action": page.action, "csrf": frame.csrf, "scope": scope.queryText,
            "stage": mark.stage.map { String($0.number) } ?? "", "deal": mark.deal.map { String($0.number) } ?? "",
            "kinds": matter.marks.map { ["kind": $0.kind.rawValue] as Values }, "back": until != nil,
            "least": today.description, "usual": (today + AlertRow.usualDays).description,
        ]
    }

    private var act: Values? {
        guard matter.first.hand == nil else { return nil }
        let draft = ActionDraft(
            origin: .alert, subject: subject, scope: ScopeName(whose, in: frame.names.organisation),
            who: frame.id(of: owner),
            what: texts("alerts.do." + mark.kind.rawValue, ["title": .text(title)]), due: nil,
            expected: frame.typed(matter.stake))
        var values = ActionForm(
            draft: draft, givers: people, frame: frame, period: page.head.period, back: frame.route
        ).values
        values?["label"] = texts("action.make")
        return values
    }

    private var subject: CorrectiveAction.Subject {
        mark.deal.map { .deal($0) } ?? mark.stage.map { .stage($0) } ?? .sales
    }

    /// Who answers for it.
    private var owner: Employee.ID? { mark.deal == nil ? frame.leader(of: mark.scope) : matter.first.owner }

    private var whose: Scope {
        guard mark.deal != nil else { return mark.scope }
        return owner.flatMap { givers.contains($0) ? .employee($0) : nil } ?? page.head.scope
    }

    /// A deal is its seller's, or the reader's to take: others are not offered in each row.
    private var people: [Employee.ID] {
        let near = givers.filter { $0 == owner || $0 == frame.viewer?.employee }
        return mark.deal == nil || near.isEmpty ? givers : near
    }
}
