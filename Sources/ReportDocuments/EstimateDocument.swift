internal import SalesDomain
package import SalesReports

/// `report estimate --json`, and its lines as a table: stages, new business, what is won, the totals.
package struct EstimateDocument: ReportDocument {
    private let report: EstimateReport
    private let naming: Naming

    package init(_ report: EstimateReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                ("stages", .array(report.stages.map(stage))), ("new_business", methods(report.newBusiness)),
                (
                    "won_to_date",
                    methods(
                        .init(template: report.wonToDate, statistical: report.wonToDate, model: report.wonToDate))
                ),
                ("totals", methods(report.totals)), ("accuracy", report.accuracy.map(accuracy) ?? .null),
                ("headline", .string(report.headline.rawValue)),
            ] + (report.fromWon.map { [("from_won", methods($0))] } ?? []))
    }

    private func stage(_ stage: EstimateReport.Stage) -> JSONValue {
        .object([
            ("stage", .string(naming.name(stage.stage))), ("pipeline", .string(naming.pipeline(of: stage.stage))),
            ("count", .int(stage.count)), ("amount", money(stage.amount)),
            ("template", money(stage.methods.template)), ("statistical", money(stage.methods.statistical)),
            ("model", money(stage.methods.model)), ("probability", .fraction(stage.probability)),
            ("in_period_count", .int(stage.dueCount)), ("in_period_amount", money(stage.dueAmount)),
            ("gap_of_probability", money(stage.gapOfChance)), ("gap_of_dates", money(stage.gapOfDates)),
        ])
    }

    private func methods(_ methods: EstimateReport.Methods) -> JSONValue {
        .object([
            ("template", money(methods.template)), ("statistical", money(methods.statistical)),
            ("model", money(methods.model)),
        ])
    }

    private func accuracy(_ accuracy: EstimateReport.Accuracy) -> JSONValue {
        .object([
            ("periods", .int(accuracy.periods)), ("horizon", .number((accuracy.horizon * 100).rounded() / 100)),
            ("template", .fraction(accuracy.template)), ("statistical", .fraction(accuracy.statistical)),
            ("model", .fraction(accuracy.model)),
        ])
    }

    private func money(_ minor: Int64?) -> JSONValue { .money(minor, report.head.currency) }

    package var table: ReportTable {
        let currency = report.head.currency
        var table = ReportTable(header: [
            "line", "stage", "count", "amount", "template", "statistical", "model", "probability", "in_period_count",
            "in_period_amount", "gap_of_probability", "gap_of_dates", "currency",
        ])
        func methods(_ methods: EstimateReport.Methods) -> [ReportTable.Cell] {
            [methods.template, methods.statistical, methods.model].map { .money($0, currency) }
        }
        for stage in report.stages {
            table.row(
                [.text("stage"), .text(naming.line(stage.stage)), .int(stage.count), .money(stage.amount, currency)]
                    + methods(stage.methods) + [
                        .fraction(stage.probability), .int(stage.dueCount), .money(stage.dueAmount, currency),
                        .money(stage.gapOfChance, currency), .money(stage.gapOfDates, currency), .text(currency.code),
                    ])
        }
        let won = EstimateReport.Methods(
            template: report.wonToDate, statistical: report.wonToDate, model: report.wonToDate)
        let lines: [(String, EstimateReport.Methods?)] = [
            ("from_won", report.fromWon), ("new_business", report.newBusiness), ("won_to_date", won),
            ("total", report.totals),
        ]
        for case (let line, let figures?) in lines {
            let blank = [ReportTable.Cell](repeating: .empty, count: 5)
            table.row([.text(line), .empty, .empty, .empty] + methods(figures) + blank + [.text(currency.code)])
        }
        return table
    }
}
