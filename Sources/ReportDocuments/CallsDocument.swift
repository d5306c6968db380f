package import SalesDomain
package import SalesReports

/// Calls one by one. Deals and accounts are named only to who may know them.
package struct CallsDocument: ReportDocument {
    private let report: CallsReport
    private let naming: Naming
    private let isSeen: @Sendable (Deal.ID) -> Bool
    private let account: @Sendable (Account.ID) -> String?

    package init(
        _ report: CallsReport, _ naming: Naming, isSeen: @escaping @Sendable (Deal.ID) -> Bool,
        account: @escaping @Sendable (Account.ID) -> String?
    ) {
        self.report = report
        self.naming = naming
        self.isSeen = isSeen
        self.account = account
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                ("from", .day(report.from)), ("to", .day(report.upTo)), ("total", .int(report.total)),
                ("talk_s", .int(report.talkSeconds)), ("rows", .array(report.rows.map(row))),
            ])
    }

    private func row(_ row: CallsReport.Row) -> JSONValue {
        .object([
            ("at", .string(naming.text(row.at))), ("employee_id", .string(naming.name(row.employee))),
            ("direction", .string(row.direction?.rawValue)), ("answered", .bool(row.result == .answered)),
            ("not_called_back", .bool(row.isLost)), ("duration_s", .int(row.seconds)),
            ("over_1h", .bool(row.isOverLong)), ("deal_id", .string(deal(row))),
            ("account", .string(row.account.flatMap(account))),
        ])
    }

    package var table: ReportTable {
        var table = ReportTable(header: [
            "at", "employee_id", "name", "direction", "answered", "not_called_back", "duration_s", "over_1h",
            "deal_id", "account",
        ])
        for row in report.rows {
            table.row([
                .text(naming.text(row.at)), .text(naming.name(row.employee)), .text(naming.called(row.employee)),
                .text(row.direction?.rawValue), .text(yes(row.result == .answered)), .text(yes(row.isLost)),
                .int(row.seconds), .text(yes(row.isOverLong)), .text(deal(row)),
                .text(row.account.flatMap(account)),
            ])
        }
        return table
    }

    private func yes(_ value: Bool) -> String { value ? "yes" : "no" }
    private func deal(_ row: CallsReport.Row) -> String? { row.deal.flatMap { isSeen($0) ? naming.name($0) : nil } }
}
