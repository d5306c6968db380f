internal import SalesDomain
package import SalesReports

/// `report actions --json`; its table has one row for each action.
package struct ActionsDocument: ReportDocument {
    private let report: ActionsReport
    private let naming: Naming

    package init(_ report: ActionsReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                (
                    "totals",
                    .object([
                        ("open", .int(report.count(.open))), ("due", .int(report.count(.due))),
                        ("overdue", .int(report.count(.overdue))), ("done", .int(report.count(.done))),
                        ("dropped", .int(report.count(.dropped))), ("expected", money(report.expected)),
                        ("proven", .int(report.proven.count)), ("gained", money(report.gained)),
                    ])
                ), ("actions", .array(report.rows.map(row))),
            ])
    }

    private func row(_ row: ActionsReport.Row) -> JSONValue {
        let action = row.action
        return .object([
            ("action_id", .string(action.externalID)), ("state", .string(row.state.rawValue)),
            ("origin", .string(action.origin.rawValue)), ("scope", .string(naming.name(action.scope))),
            ("pipeline", .string(action.pipeline.map { naming.name($0) })), ("stage", .string(stage(row))),
            ("deal_id", .string(row.deal.map { naming.name($0) })), ("owner_id", .string(naming.name(action.assignee))),
            ("what", .string(action.what)), ("due", .day(action.due)), ("expected", money(action.expected)),
            ("made_at", .string(naming.text(action.made))), ("made_by", .string(naming.name(action.by))),
            ("ended_at", .string(ended(row).map { naming.text($0.at) })),
            ("ended_by", .string(ended(row).flatMap { naming.name($0.by) })), ("note", .string(ended(row)?.note)),
            ("baseline", row.baseline.map(baseline) ?? .null), ("effect", row.effect.map(effect) ?? .null),
        ])
    }

    /// Nothing of an end that was not known yet.
    private func ended(_ row: ActionsReport.Row) -> CorrectiveAction.End? { row.state.isOpen ? nil : row.action.end }

    private func stage(_ row: ActionsReport.Row) -> String? {
        if case .stage(let id) = row.action.subject { return naming.name(id) }
        return nil
    }

    private func baseline(_ baseline: CorrectiveAction.Baseline) -> JSONValue {
        .object([
            ("period", .string(baseline.period.name(in: naming.calendar))), ("mean", money(baseline.mean)),
            ("p10", money(baseline.low)), ("p90", money(baseline.high)),
            ("conversion", .fraction(baseline.stage?.conversion)),
            ("days", baseline.stage?.days.map { .int($0) } ?? .null), ("deal_amount", money(baseline.deal)),
        ])
    }

    private func effect(_ effect: ActionsReport.Effect) -> JSONValue {
        switch effect {
        case .tooEarly(let left): .object([("verdict", .string("too_early")), ("left", .int(left))])
        case .stage(let stage):
            .object([
                ("verdict", .string(stage.verdict.rawValue)), ("left", .int(stage.left)),
                ("moved_on", .int(stage.moved)), ("before", .fraction(stage.before)),
                ("now", .fraction(stage.now)), ("low", .fraction(stage.low)), ("high", .fraction(stage.high)),
                ("money", money(stage.money?.amount)), ("money_low", money(stage.money?.low)),
                ("money_high", money(stage.money?.high)),
            ])
        case .deal(let deal):
            .object([
                ("verdict", .string(deal.status.word)), ("was", money(deal.was)), ("now", money(deal.now)),
            ])
        case .sales(let sales):
            .object([
                ("verdict", .string(sales.verdict.rawValue)), ("was", money(sales.was)), ("now", money(sales.now)),
                ("over", .bool(sales.isOver)),
            ])
        }
    }

    private func money(_ minor: Int64?) -> JSONValue { .money(minor, report.head.currency) }

    package var table: ReportTable {
        var table = ReportTable(header: [
            "action_id", "state", "origin", "scope", "pipeline", "stage", "deal_id", "owner_id", "what", "due",
            "expected", "made_at", "ended_at", "note", "verdict", "before", "now", "low", "high", "was_amount",
            "now_amount", "money", "money_low", "money_high", "currency",
        ])
        for row in report.rows {
            let action = row.action
            table.row(
                [
                    .text(action.externalID), .text(row.state.rawValue), .text(action.origin.rawValue),
                    .text(naming.name(action.scope)), .text(action.pipeline.map { naming.name($0) }),
                    .text(stage(row)), .text(row.deal.map { naming.name($0) }), .text(naming.name(action.assignee)),
                    .text(action.what), .day(action.due), cell(action.expected), .text(naming.text(action.made)),
                    .text(ended(row).map { naming.text($0.at) }), .text(ended(row)?.note),
                ] + cells(row.effect) + [.text(report.head.currency.code)])
        }
        return table
    }

    private func cell(_ minor: Int64?) -> ReportTable.Cell { .money(minor, report.head.currency) }

    private func cells(_ effect: ActionsReport.Effect?) -> [ReportTable.Cell] {
        func blank(_ number: Int) -> [ReportTable.Cell] { [ReportTable.Cell](repeating: .empty, count: number) }
        switch effect {
        case nil: return blank(10)
        case .tooEarly: return [.text("too_early")] + blank(9)
        case .stage(let stage):
            return [
                .text(stage.verdict.rawValue), .fraction(stage.before), .fraction(stage.now), .fraction(stage.low),
                .fraction(stage.high), .empty, .empty, cell(stage.money?.amount), cell(stage.money?.low),
                cell(stage.money?.high),
            ]
        case .deal(let deal):
            return [.text(deal.status.word)] + blank(4) + [cell(deal.was), cell(deal.now)] + blank(3)
        case .sales(let sales):
            return [.text(sales.verdict.rawValue)] + blank(4) + [cell(sales.was), cell(sales.now)] + blank(3)
        }
    }
}

extension Deal.Status {
    fileprivate var word: String {
        switch self {
        case .open: "open"
        case .won: "won"
        case .lost: "lost"
        }
    }
}
