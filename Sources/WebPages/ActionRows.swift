internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// Actions one by one, for the list of all and for the page of what they are about.
struct ActionRows {
    let rows: [ActionsReport.Row]
    let currency: Currency
    let frame: Frame
    /// Whose actions this reader may end.
    let givers: Set<Employee.ID>
    /// On the page of the deal itself nothing says which deal it is.
    var saysWhat = true

    private var texts: Texts { frame.texts }

    var values: [Values] { rows.map(row) }

    private func row(_ row: ActionsReport.Row) -> Values {
        let action = row.action
        let words = EffectWords(row: row, currency: currency, texts: texts)
        let note = row.state.isOpen ? nil : action.end?.note
        return [
            "id": action.externalID, "what": action.what, "late": row.state == .overdue,
            "about": saysWhat ? about(row) ?? false as Any : false as Any,
            "who": frame.name(of: .employee(action.assignee)),
            "giver": action.by.flatMap { $0 == action.assignee ? nil : $0 }.map {
                texts("action.by", ["who": .text(frame.name(of: .employee($0)))])
            } ?? "",
            "due": texts.numericDay(action.due), "state": state(row),
            "expected": action.expected.map { texts.whole($0, currency) } ?? texts("none"),
            "effect": words.effect, "effect_note": words.note, "proven": row.effect?.isProven ?? false,
            "mark_svg": words.mark, "note": note ?? "", "end": end(row) ?? false as Any,
        ]
    }

    private func about(_ row: ActionsReport.Row) -> Values? {
        let action = row.action
        let scope = ScopeName(action.scope, in: frame.names.organisation)
        switch action.subject {
        case .sales:
            return action.origin == .none
                ? nil
                : ["title": frame.name(of: action.scope), "href": Route.company(ReportFilter(scope: scope)).target]
        case .stage(let id):
            let title = texts(
                "action.about.stage",
                [
                    "stage": .text(frame.names.stage(id)?.name ?? texts("none")),
                    "scope": .text(frame.name(of: action.scope)),
                ])
            let isSeen = row.baseline != nil
            return [
                "title": title,
                "href": isSeen ? Route.report(.planfact, ReportFilter(scope: scope)).target : false as Any,
            ]
        case .deal:
            return row.deal.map { ["title": frame.names.title(of: $0), "href": frame.address(of: $0)] }
        }
    }

    private func state(_ row: ActionsReport.Row) -> String {
        guard !row.state.isOpen, let end = row.action.end else { return texts("action.state." + row.state.rawValue) }
        return texts(
            "action.state." + row.state.rawValue + ".on",
            ["day": .text(texts.numericDay(frame.zone.day(of: end.at)))])
    }

    private func end(_ row: ActionsReport.Row) -> Values? {
        guard row.state.isOpen, frame.asOf == nil, givers.contains(row.action.assignee) else { return nil }
        return [
            "action": Route.report(.actions).target, "csrf": frame.csrf, "back": frame.route.target,
            "id": row.action.externalID,
        ]
    }
}

extension ActionsReport.StageEffect {
    /// Of those who left the stage since, the share that moved on.
    fileprivate var observed: Double { left > 0 ? Double(moved) / Double(left) : now }
}

/// What an action has changed, in words and as a mark.
struct EffectWords {
    let row: ActionsReport.Row
    let currency: Currency
    let texts: Texts

    var effect: String {
        switch row.effect {
        case nil: return ""
        case .tooEarly: return texts("action.effect.early")
        case .stage(let stage):
            return texts(
                "action.effect.stage",
                ["before": .text(texts.percent(stage.before)), "now": .text(texts.percent(stage.observed))])
        case .deal(let deal):
            return texts(
                "action.effect.deal." + word(deal.status),
                [
                    "was": .text(texts.amount(deal.was, currency)), "now": .text(texts.amount(deal.now, currency)),
                ])
        case .sales(let sales):
            return texts(
                sales.isOver ? "action.effect.sales.over" : "action.effect.sales",
                [
                    "was": .text(texts.amount(sales.was, currency)), "now": .text(texts.amount(sales.now, currency)),
                ])
        }
    }

    var note: String {
        switch row.effect {
        case nil: return ""
        case .tooEarly(let left): return texts("action.effect.early.note", ["left": .count(left)])
        case .stage(let stage): return note(stage)
        case .deal: return texts("action.effect.deal.note")
        case .sales(let sales): return texts("action.verdict." + sales.verdict.rawValue)
        }
    }

    private func note(_ stage: ActionsReport.StageEffect) -> String {
        let range = texts(
            "action.effect.stage.range",
            [
                "low": .text(texts.decimal(stage.low * 100, places: 0)), "high": .text(texts.percent(stage.high)),
                "moved": .count(stage.moved), "left": .count(stage.left), "now": .text(texts.percent(stage.now)),
            ])
        guard stage.verdict != .unclear else { return range + "; " + texts("action.verdict.unclear") }
        guard let money = stage.money else { return range }
        let ends = texts.amounts(from: money.low, to: money.high, currency)
        return range + "; "
            + texts(
                "action.effect.worth",
                [
                    "money": .text(texts.signedAmount(money.amount, currency)), "low": .text(ends.low),
                    "high": .text(ends.high),
                ])
    }

    private func word(_ status: Deal.Status) -> String {
        switch status {
        case .open: "open"
        case .won: "won"
        case .lost: "lost"
        }
    }

    /// What was, and what is with its range, on a line from nothing to all.
    var mark: String {
        guard case .stage(let stage)? = row.effect else { return "" }
        var drawing = Drawing()
        let colour = stage.verdict == .better ? "f-won" : stage.verdict == .worse ? "f-signal" : "f-slate"
        drawing.line(.percent(0), 13, .percent(100), 13, "s-line")
        drawing.rect(
            .percent(stage.low * 100), 9, .percent(max(1, (stage.high - stage.low) * 100)), 8, "f-slate2", round: 2)
        drawing.line(.percent(stage.before * 100), 4, .percent(stage.before * 100), 22, "s-plan")
        drawing.circle(.percent(stage.now * 100), 13, 4, colour)
        return drawing.stretched(height: 26, "mark", said: nil)
    }
}
