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
        .object(
            naming.head(report.head) + [
                ("measure", .string(report.measure.rawValue)), ("rows", .array(report.rows.map(row))),
            ])
    }

    private func row(_ row: PlansReport.Row) -> JSONValue {
        func money(_ value: Int64?) -> JSONValue {
            report.measure.isMoney ? .money(value, report.head.currency) : value.map { .int(Int($0)) } ?? .null
        }
        return .object([
            ("scope", .string(naming.name(row.scope))), ("plan", money(row.own)),
            ("sum_of_parts", money(row.sumOfParts)), ("difference", money(row.difference)),
            ("sum_of_months", money(row.sumOfMonths)), ("months_set", row.someMonths.map { .int($0.set) } ?? .null),
            ("before", money(row.before)),
            ("suggestion", money(row.suggestion)), ("since", .day(row.since)), ("versions", .int(row.versions)),
            ("withdrawn", .bool(row.isWithdrawn)),
        ])
    }

    package var table: ReportTable {
        let currency = report.head.currency
        var table = ReportTable(header: [
            "scope", "plan", "sum_of_parts", "difference", "sum_of_months", "before", "suggestion", "since",
            "versions", "currency", "measure",
        ])
        for row in report.rows {
            let values = [
                row.own, row.sumOfParts, row.difference, row.sumOfMonths, row.before, row.suggestion,
            ].map { report.measure.isMoney ? ReportTable.Cell.money($0, currency) : .int($0) }
            table.row(
                [.text(naming.name(row.scope))] + values + [
                    .day(row.since), .int(row.versions), .text(report.measure.isMoney ? currency.code : nil),
                    .text(report.measure.rawValue),
                ])
        }
        return table
    }
}
