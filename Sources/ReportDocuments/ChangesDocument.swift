internal import SalesDomain
package import SalesReports

/// `report changes --json`, and as a table: each step, then its deals.
package struct ChangesDocument: ReportDocument {
    private let report: ChangesReport
    private let naming: Naming

    package init(_ report: ChangesReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                ("from", .string(naming.text(report.from))), ("to", .string(naming.text(report.head.asOf))),
                ("before", money(report.before)), ("after", money(report.after)),
                ("difference", money(report.after - report.before)), ("steps", .array(report.steps.map(step))),
                (
                    "model_parts",
                    .object([("new_business", money(report.newBusiness)), ("other", money(report.otherwise))])
                ),
            ])
    }

    private func step(_ step: ChangesReport.Step) -> JSONValue {
        .object([
            ("kind", .string(step.kind.rawValue)), ("amount", money(step.amount)), ("count", .int(step.count)),
            ("deals", .array(step.deals.map(deal))),
        ])
    }

    private func deal(_ deal: ChangesReport.Deal) -> JSONValue {
        .object([
            ("deal_id", .string(deal.deal.map(naming.name))), ("title", .string(deal.deal.flatMap(naming.called))),
            ("amount", money(deal.amount)),
        ])
    }

    private func money(_ minor: Int64) -> JSONValue { .money(minor, report.head.currency) }

    package var table: ReportTable {
        let currency = report.head.currency
        var table = ReportTable(header: ["line", "kind", "count", "deal_id", "title", "amount", "currency"])
        func row(_ line: String, _ kind: String?, _ count: Int?, _ deal: Deal.ID?, _ amount: Int64) {
            table.row([
                .text(line), .text(kind), count.map { .int($0) } ?? .empty, .text(deal.map(naming.name)),
                .text(deal.flatMap(naming.called)), .money(amount, currency), .text(currency.code),
            ])
        }
        row("before", nil, nil, nil, report.before)
        for step in report.steps {
            row("step", step.kind.rawValue, step.count, nil, step.amount)
            for deal in step.deals { row("deal", step.kind.rawValue, nil, deal.deal, deal.amount) }
        }
        row("after", nil, nil, nil, report.after)
        return table
    }
}
