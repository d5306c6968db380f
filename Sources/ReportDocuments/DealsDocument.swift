package import SalesDomain
package import SalesReports

/// A list of deals as JSON and CSV. Titles and accounts' names are the caller's to know.
package struct DealsDocument: ReportDocument {
    private let report: DealsReport
    private let naming: Naming
    private let title: @Sendable (Deal.ID) -> String?
    private let account: @Sendable (Account.ID) -> String?

    package init(
        _ report: DealsReport, _ naming: Naming, title: @escaping @Sendable (Deal.ID) -> String? = { _ in nil },
        account: @escaping @Sendable (Account.ID) -> String? = { _ in nil }
    ) {
        self.report = report
        self.naming = naming
        self.title = title
        self.account = account
    }

    package var json: JSONValue {
        .object([
            ("as_of", .string(naming.text(report.asOf))), ("currency", .string(report.currency.code)),
            ("total", .int(report.total)), ("total_amount", .money(report.totalAmount, report.currency)),
            ("deals", .array(report.rows.map(deal))),
        ])
    }

    private func deal(_ row: DealsReport.Row) -> JSONValue {
        .object([
            ("deal_id", .string(naming.name(row.deal))), ("title", .string(title(row.deal))),
            ("pipeline", .string(naming.name(row.pipeline))), ("stage", .string(naming.name(row.stage))),
            ("status", .string(row.status.rawValue)), ("owner_id", .string(naming.name(row.owner))),
            ("owner", .string(naming.called(row.owner))), ("account", .string(row.account.flatMap(account))),
            ("product", .string(naming.name(row.product))),
            ("amount", row.amount.map { .money($0.minorUnits, $0.currency) } ?? .null),
            ("currency", .string(row.amount?.currency.code)), ("base_amount", .money(row.baseAmount, report.currency)),
            ("created", .day(row.created)), ("expected_close", .day(row.expectedClose)), ("closed", .day(row.closed)),
            ("days_in_stage", row.daysInStage.map { .int($0) } ?? .null),
        ])
    }

    package var table: ReportTable {
        var table = ReportTable(header: [
            "deal_id", "title", "pipeline", "stage", "status", "owner_id", "account", "product", "amount", "currency",
            "created", "expected_close", "closed", "days_in_stage", "owner",
        ])
        for row in report.rows {
            table.row([
                .text(naming.name(row.deal)), .text(title(row.deal)), .text(naming.name(row.pipeline)),
                .text(naming.name(row.stage)), .text(row.status.rawValue), .text(naming.name(row.owner)),
                .text(row.account.flatMap(account)), .text(naming.name(row.product)),
                row.amount.map { .money($0.minorUnits, $0.currency) } ?? .empty, .text(row.amount?.currency.code),
                .day(row.created), .day(row.expectedClose), .day(row.closed),
                row.daysInStage.map { .int($0) } ?? .empty, .text(naming.called(row.owner)),
            ])
        }
        return table
    }
}
