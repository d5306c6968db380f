internal import SalesDomain
package import SalesReports

/// `report submissions --json`, and one row for each person as CSV.
package struct SubmissionsDocument: ReportDocument {
    private let report: SubmissionsReport
    private let naming: Naming
    private let categories: [CategoryTotal]

    package init(_ report: SubmissionsReport, _ naming: Naming, categories: [CategoryTotal] = []) {
        self.report = report
        self.naming = naming
        self.categories = categories
    }

    private var currency: Currency { report.head.currency }
    private func money(_ minor: Int64?) -> JSONValue { .money(minor, currency) }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                ("model", money(report.whole.amount.mean)), ("said", money(report.total)),
                ("submitted", money(report.submitted)),
                ("said_by", .int(report.saidBy.count)), ("people_count", .int(report.rows.count)),
                ("model_of_those", money(report.modelOfThose)), ("people", .array(report.rows.map(person))),
                ("track", .array(report.track.map(track))), ("categories", .array(categories.map(category))),
            ])
    }

    private func category(_ total: CategoryTotal) -> JSONValue {
        .object([
            ("category", .string(total.category.rawValue)), ("deals", .int(total.deals)),
            ("amount", money(total.amount)),
        ])
    }

    private func person(_ row: SubmissionsReport.Row) -> JSONValue {
        .object([
            ("employee_id", .string(naming.name(row.employee))), ("name", .string(naming.called(row.employee))),
            ("model", money(row.node.amount.mean)), ("p10", money(row.node.amount.p10)),
            ("p90", money(row.node.amount.p90)), ("quota", money(row.node.plan.quota)),
            ("submission", row.submission.map(said) ?? .null), ("adjustment", row.adjustment.map(said) ?? .null),
            ("holding", money(row.holding?.amount)), ("versions", .array(row.said.map(said))),
        ])
    }

    private func said(_ said: Submission) -> JSONValue {
        .object([
            ("kind", .string(said.kind.rawValue)), ("amount", money(said.amount)), ("note", .string(said.note)),
            ("at", .string(naming.text(said.made))), ("by", .string(naming.name(said.by))),
            ("model_then", money(said.model)),
        ])
    }

    private func track(_ track: SubmissionsReport.Track) -> JSONValue {
        .object([
            ("employee_id", .string(naming.name(track.employee))), ("kind", .string(track.kind.rawValue)),
            ("pairs", .int(track.pairs)), ("wape", .fraction(track.said)), ("model_wape", .fraction(track.model)),
            ("bias", .fraction(track.saidBias)), ("model_bias", .fraction(track.modelBias)),
            ("nearer", .string(track.nearer?.rawValue)),
        ])
    }

    package var table: ReportTable {
        var table = ReportTable(header: [
            "employee_id", "name", "model", "p10", "p90", "submission", "submission_note", "adjustment",
            "adjustment_note", "holding", "quota", "currency",
        ])
        for row in report.rows {
            let amount = row.node.amount
            table.row([
                .text(naming.name(row.employee)), .text(naming.called(row.employee)), .money(amount.mean, currency),
                .money(amount.p10, currency), .money(amount.p90, currency), .money(row.submission?.amount, currency),
                .text(row.submission?.note), .money(row.adjustment?.amount, currency), .text(row.adjustment?.note),
                .money(row.holding?.amount, currency), .money(row.node.plan.quota, currency), .text(currency.code),
            ])
        }
        return table
    }
}
