internal import SalesDomain
package import SalesReports

/// `report funnel --json`; its table has the stages, the total, and then the deals that stand too long.
package struct FunnelDocument: ReportDocument {
    private let report: FunnelReport
    private let naming: Naming
    private let comparison: Comparison?

    package init(_ report: FunnelReport, _ naming: Naming, comparison: Comparison? = nil) {
        self.report = report
        self.naming = naming
        self.comparison = comparison
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                ("stages", .array(report.stages.map(stage))), ("totals", .object(figures(report.total))),
                ("problem_deals", .array(report.problemDeals.map(deal))),
                (
                    "rule",
                    .object([
                        ("least_probability", .fraction(report.rule.leastChance)),
                        ("problem_share", .fraction(report.rule.problemShare)),
                        ("problem_count", .int(report.rule.problemDeals)),
                    ])
                ),
            ] + (compared.map { [("comparison", $0.json)] } ?? []))
    }

    private func stage(_ stage: FunnelReport.Stage) -> JSONValue {
        .object(
            [
                ("stage", .string(naming.name(stage.stage))), ("pipeline", .string(naming.pipeline(of: stage.stage))),
                ("position", stage.position.map { .int($0) } ?? .null),
            ] + figures(stage.figures) + [
                ("usual_days", stage.usual.map { .int($0.median) } ?? .null),
                ("limit_days", stage.usual.map { .int($0.p90) } ?? .null),
                ("age_days", stage.age.map { .int($0) } ?? .null), ("problem", .bool(stage.isProblem)),
            ])
    }

    private func figures(_ figures: FunnelReport.Figures) -> [(String, JSONValue)] {
        [
            ("count", .int(figures.count)), ("amount", money(figures.amount)),
            ("in_period_count", .int(figures.inPeriodCount)), ("in_period_amount", money(figures.inPeriodAmount)),
            ("in_period_expected", money(figures.inPeriodExpected)), ("expected", money(figures.expected)),
            ("overdue_count", .int(figures.overdueCount)), ("overdue_amount", money(figures.overdueAmount)),
        ]
    }

    private func deal(_ deal: FunnelReport.ProblemDeal) -> JSONValue {
        .object([
            ("deal_id", .string(naming.name(deal.deal))), ("stage", .string(naming.name(deal.stage))),
            ("owner_id", .string(naming.name(deal.owner))), ("amount", money(deal.amount)), ("days", .int(deal.days)),
            ("usual_days", .int(deal.usual.median)), ("limit_days", .int(deal.usual.p90)),
            ("expected_close", .day(deal.expectedClose)), ("win_probability_in_period", .fraction(deal.chance)),
            ("dead", .bool(deal.isDead)),
        ])
    }

    private func money(_ minor: Int64) -> JSONValue { .money(minor, report.head.currency) }

    private var compared: ComparedFigures? { comparison.map { ComparedFigures(comparison: $0, naming: naming) } }

    package var table: ReportTable { compared?.beside(own) ?? own }

    private var own: ReportTable {
        var table = ReportTable(header: [
            "line", "stage", "position", "count", "amount", "in_period_count", "in_period_amount",
            "in_period_expected", "expected", "overdue_count", "overdue_amount", "usual_days", "limit_days", "age_days",
            "deal_id", "owner_id", "expected_close", "win_probability_in_period", "dead", "currency",
        ])
        for stage in report.stages {
            table.row(
                [.text("stage"), .text(naming.line(stage.stage)), stage.position.map { .int($0) } ?? .empty]
                    + cells(stage.figures)
                    + [stage.usual?.median, stage.usual?.p90, stage.age].map { $0.map { .int($0) } ?? .empty }
                    + [.empty, .empty, .empty, .empty, .empty, .text(report.head.currency.code)])
        }
        let blank = [ReportTable.Cell](repeating: .empty, count: 8)
        table.row(
            [.text("total"), .empty, .empty] + cells(report.total) + blank + [.text(report.head.currency.code)])
        for deal in report.problemDeals {
            table.row(
                [.text("problem_deal"), .text(naming.line(deal.stage)), .empty, .empty, cell(deal.amount)]
                    + [ReportTable.Cell](repeating: .empty, count: 6) + [
                        .int(deal.usual.median), .int(deal.usual.p90), .int(deal.days), .text(naming.name(deal.deal)),
                        .text(naming.name(deal.owner)), .day(deal.expectedClose), .fraction(deal.chance),
                        .text(deal.isDead ? "yes" : "no"),
                        .text(report.head.currency.code),
                    ])
        }
        return table
    }

    private func cells(_ figures: FunnelReport.Figures) -> [ReportTable.Cell] {
        [
            .int(figures.count), cell(figures.amount), .int(figures.inPeriodCount), cell(figures.inPeriodAmount),
            cell(figures.inPeriodExpected), cell(figures.expected), .int(figures.overdueCount),
            cell(figures.overdueAmount),
        ]
    }

    private func cell(_ minor: Int64) -> ReportTable.Cell { .money(minor, report.head.currency) }
}
