internal import SalesDomain
package import SalesReports

/// Plans of a scope and everything below it, in the order of the tree.
package struct PlansDocument: ReportDocument {
    private let report: PlansReport
    private let naming: Naming

    package init(_ report: PlansReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object(naming.head(report.head) + [("rows", .array(report.rows.map(row)))])
    }

    private func row(_ row: PlansReport.Row) -> JSONValue {
        func money(_ minor: Int64?) -> JSONValue { .money(minor, report.head.currency) }
        return .object([
            ("scope", .string(naming.name(row.scope))), ("plan", money(row.own)),
            ("sum_of_parts", money(row.sumOfParts)), ("difference", money(row.difference)),
            ("sum_of_months", money(row.sumOfMonths)), ("before", money(row.before)),
            ("suggestion", money(row.suggestion)), ("since", .day(row.since)), ("versions", .int(row.versions)),
        ])
    }

    package var table: ReportTable {
        let currency = report.head.currency
        var table = ReportTable(header: [
            "scope", "plan", "sum_of_parts", "difference", "sum_of_months", "before", "suggestion", "since",
            "versions", "currency",
        ])
        for row in report.rows {
            table.row([
                .text(naming.name(row.scope)), .money(row.own, currency), .money(row.sumOfParts, currency),
                .money(row.difference, currency), .money(row.sumOfMonths, currency), .money(row.before, currency),
                .money(row.suggestion, currency), .day(row.since), .int(row.versions), .text(currency.code),
            ])
        }
        return table
    }
}
