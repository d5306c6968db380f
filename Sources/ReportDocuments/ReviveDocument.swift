package import SalesDomain
package import SalesReports

/// `report revive --json`; its table has the causes, then what may be brought back.
package struct ReviveDocument: ReportDocument {
    private let report: ReviveReport
    private let naming: Naming
    private let account: @Sendable (Account.ID) -> String?

    package init(
        _ report: ReviveReport, _ naming: Naming, account: @escaping @Sendable (Account.ID) -> String? = { _ in nil }
    ) {
        self.report = report
        self.naming = naming
        self.account = account
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                ("from", .string(report.from.name(in: naming.calendar))),
                ("to", .string(report.to.name(in: naming.calendar))), ("days", .int(report.days)),
                ("won_from", money(report.wonFrom)), ("won_to", money(report.wonTo)),
                ("change", money(report.change)), ("causes", .array(report.causes.map(cause))),
                ("candidates", .array(report.candidates.map(candidate))),
                ("horizon_days", .int(ReviveReport.horizon)),
            ])
    }

    private func cause(_ cause: ReviveReport.Cause) -> JSONValue {
        .object([
            ("cause", .string(cause.name.rawValue)), ("amount", money(cause.amount)), ("low", money(cause.low)),
            ("high", money(cause.high)),
        ])
    }

    private func candidate(_ one: ReviveReport.Candidate) -> JSONValue {
        .object([
            ("kind", .string(one.kind.rawValue)), ("deal_id", .string(naming.name(one.deal))),
            ("account", .string(one.account.flatMap(account))), ("owner_id", .string(naming.name(one.owner))),
            ("stage", .string(naming.name(one.stage))), ("amount", money(one.amount)),
            ("chance", .fraction(one.chance)), ("anyway", .fraction(one.anyway)), ("expected", money(one.expected)),
            ("days", .int(one.days)),
            ("usual_days", one.usual.map { .int($0) } ?? .null),
        ])
    }

    private func money(_ minor: Int64) -> JSONValue { .money(minor, report.head.currency) }

    package var table: ReportTable {
        let currency = report.head.currency
        var table = ReportTable(header: [
            "line", "cause", "amount", "low", "high", "deal_id", "account", "owner_id", "stage", "chance", "anyway",
            "expected",
            "days", "usual_days", "currency",
        ])
        func blank(_ number: Int) -> [ReportTable.Cell] { [ReportTable.Cell](repeating: .empty, count: number) }
        let code = ReportTable.Cell.text(currency.code)
        table.row([.text("won_from"), .empty, .money(report.wonFrom, currency)] + blank(11) + [code])
        for cause in report.causes {
            table.row(
                [
                    .text("cause"), .text(cause.name.rawValue), .money(cause.amount, currency),
                    .money(cause.low, currency), .money(cause.high, currency),
                ] + blank(9) + [code])
        }
        table.row([.text("won_to"), .empty, .money(report.wonTo, currency)] + blank(11) + [code])
        for one in report.candidates {
            table.row([
                .text(one.kind.rawValue), .empty, .money(one.amount, currency), .empty, .empty,
                .text(naming.name(one.deal)), .text(one.account.flatMap(account)), .text(naming.name(one.owner)),
                .text(naming.name(one.stage)), .fraction(one.chance), .fraction(one.anyway),
                .money(one.expected, currency), .int(one.days),
                one.usual.map { .int($0) } ?? .empty, code,
            ])
        }
        return table
    }
}
