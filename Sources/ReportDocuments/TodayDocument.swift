internal import SalesDomain
package import SalesReports

/// `report today --json`; its table is what is due and whom to call.
package struct TodayDocument: ReportDocument {
    private let report: TodayReport
    private let naming: Naming

    package init(_ report: TodayReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        let month = PeriodDocument(report.month, naming)
        return .object(
            naming.head(report.head) + [
                ("plan_probability", .fraction(report.month.whole.plan.probability)),
                ("due", .array(report.due.map(due))), ("actions", .array(report.actions.map(action))),
                ("calls_to_return", .array(report.calls.map(naming.missed))),
                ("deciding_deals", month.deciding), ("questions", month.questions),
            ])
    }

    private func due(_ due: TodayReport.Due) -> JSONValue {
        let activity = due.activity
        return .object([
            ("activity_id", .string(activity.externalID)), ("kind", .string(activity.kind.rawValue)),
            ("due_at", .string(naming.text(activity.due))), ("overdue", .bool(due.isOverdue)),
            ("employee_id", .string(naming.name(activity.employee))),
            ("deal_id", .string(activity.deal.map(naming.name))), ("note", .string(activity.note)),
        ])
    }

    private func action(_ due: TodayReport.Action) -> JSONValue {
        .object([
            ("action_id", .string(due.action.externalID)), ("what", .string(due.action.what)),
            ("due", .day(due.action.due)), ("overdue", .bool(due.state == .overdue)),
            ("employee_id", .string(naming.name(due.action.assignee))),
            ("deal_id", .string(due.deal.map { naming.name($0) })),
            ("expected", .money(due.action.expected, report.head.currency)),
        ])
    }

    package var table: ReportTable {
        var table = ReportTable(header: ["what", "due_at", "overdue", "employee_id", "deal_id", "note"])
        for due in report.due {
            let activity = due.activity
            table.row([
                .text(activity.kind.rawValue), .text(naming.text(activity.due)), .text(due.isOverdue ? "yes" : "no"),
                .text(naming.name(activity.employee)), .text(activity.deal.map(naming.name)), .text(activity.note),
            ])
        }
        for due in report.actions {
            table.row([
                .text("action"), .day(due.action.due), .text(due.state == .overdue ? "yes" : "no"),
                .text(naming.name(due.action.assignee)), .text(due.deal.map { naming.name($0) }),
                .text(due.action.what),
            ])
        }
        for call in report.calls {
            table.row([
                .text("call back"), .text(naming.text(call.due)),
                .text(call.due <= report.head.asOf ? "yes" : "no"), .text(naming.name(call.employee)),
                .text(call.deal.map(naming.name)), .empty,
            ])
        }
        return table
    }
}
