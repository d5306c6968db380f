internal import SalesDomain
package import SalesReports

/// `report period --json`; its table is the deals that decide the plan.
package struct PeriodDocument: ReportDocument {
    private let report: PeriodReport
    private let naming: Naming

    package init(_ report: PeriodReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        let whole = report.whole
        return .object(
            naming.head(report.head) + [
                ("won_to_date", money(whole.amount.wonToDate)),
                ("forecast", .object(ForecastFigures(currency: report.head.currency).of(whole))),
                ("quota", money(whole.plan.quota)), ("plan_probability", .fraction(whole.plan.probability)),
                ("missing", money(report.missing)), ("open_deals", .int(report.openDeals)),
                (
                    "bonus",
                    BonusDocument(
                        bonus: report.bonus, naming: naming, currency: report.bonus?.currency ?? report.head.currency
                    ).json
                ),
                ("deciding_deals", deciding), ("questions", questions), ("pace", pace),
            ])
    }

    var deciding: JSONValue { .array(report.deciding.map(deciding)) }
    var questions: JSONValue { .array(report.questions.map(question)) }

    private func deciding(_ deal: PeriodReport.Deciding) -> JSONValue {
        .object([
            ("deal_id", .string(naming.name(deal.row.deal))), ("stage", .string(naming.name(deal.row.stage))),
            ("amount", money(deal.value)), ("win_probability_in_period", .fraction(deal.chance)),
            ("plan_probability_if_won", .fraction(deal.ifWon)), ("plan_probability_if_not", .fraction(deal.ifNot)),
            ("days_in_stage", deal.row.daysInStage.map { .int($0) } ?? .null), ("overdue", .bool(deal.isOverdue)),
        ])
    }

    private func question(_ question: PeriodReport.Question) -> JSONValue {
        .object([
            ("deal_id", .string(naming.name(question.row.deal))), ("unknown", .string(question.unknown.rawValue)),
            ("moves", money(question.moves)), ("narrows", money(question.narrows)),
            ("amount", money(question.row.baseAmount)),
            ("expected_close", .day(question.row.expectedClose)), ("stage", .string(naming.name(question.row.stage))),
            ("win_probability_in_period", .fraction(question.chance)),
        ])
    }

    /// By the end of each day: what is won, and what the plan wants.
    private var pace: JSONValue {
        let curve = report.curve
        return .object([
            ("won", .array(curve.won.map { money($0) })),
            ("plan", curve.pace.map { .array($0.map { money($0) }) } ?? .null),
            ("mean", .array(curve.mean.map { money($0) })), ("p10", .array(curve.p10.map { money($0) })),
            ("p90", .array(curve.p90.map { money($0) })),
        ])
    }

    private func money(_ minor: Int64?) -> JSONValue { .money(minor, report.head.currency) }

    package var table: ReportTable {
        var table = ReportTable(header: [
            "deal_id", "stage", "amount", "win_probability_in_period", "plan_probability_if_won",
            "plan_probability_if_not", "days_in_stage", "expected_close", "currency",
        ])
        for deal in report.deciding {
            table.row([
                .text(naming.name(deal.row.deal)), .text(naming.name(deal.row.stage)),
                .money(deal.value, report.head.currency), .fraction(deal.chance), .fraction(deal.ifWon),
                .fraction(deal.ifNot), deal.row.daysInStage.map { .int($0) } ?? .empty, .day(deal.row.expectedClose),
                .text(report.head.currency.code),
            ])
        }
        return table
    }
}
