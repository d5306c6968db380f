internal import SalesDomain
package import SalesReports

/// `report planfact --json`; its table has the stages, new business and the totals.
package struct PlanFactDocument: ReportDocument {
    let report: PlanFactReport
    let naming: Naming
    private let comparison: Comparison?
    private let advice: @Sendable (PlanFactReport.Stage) -> String

    /// `advice`: what to do at a stage, in words of the reader's language.
    package init(
        _ report: PlanFactReport, _ naming: Naming, comparison: Comparison? = nil,
        advice: @escaping @Sendable (PlanFactReport.Stage) -> String
    ) {
        self.report = report
        self.naming = naming
        self.comparison = comparison
        self.advice = advice
    }

    package var json: JSONValue {
        .object(
            naming.head(report.head) + [
                ("reference", reference), ("stages", .array(report.stages.map(stage))),
                ("new_business", .object(methods(report.newBusiness))), ("totals", totals),
                ("plan_verdict", verdict), ("signals", .array(report.signals.map(signal))),
                ("comparisons", .int(report.comparisons)),
            ] + (report.fromWon.map { [("from_won", .object(methods($0)))] } ?? [])
                + (compared.map { [("comparison", $0.json)] } ?? []))
    }

    private var reference: JSONValue {
        .object([
            ("name", .string(report.reference.kind.name)), ("scope", .string(naming.name(report.reference.scope))),
            ("from", .day(report.reference.from)), ("to", .day(report.reference.to)),
            ("deals", .int(report.reference.deals)),
        ])
    }

    private func stage(_ stage: PlanFactReport.Stage) -> JSONValue {
        .object(
            [
                ("stage", .string(naming.name(stage.stage))), ("pipeline", .string(naming.pipeline(of: stage.stage))),
                ("open_count", .int(stage.openCount)), ("open_amount", money(stage.openAmount)),
            ] + methods(stage.methods) + flow(stage.flow) + cohort(stage.cohort) + [
                ("signal", .bool(report.isSignalled(stage.stage))), ("money", money(stage.money)),
                ("advice", .string(advice(stage))),
            ])
    }

    private func methods(_ methods: EstimateReport.Methods) -> [(String, JSONValue)] {
        [
            ("template", money(methods.template)), ("statistical", money(methods.statistical)),
            ("model", money(methods.model)),
        ]
    }

    private func flow(_ flow: PlanFactReport.Flow) -> [(String, JSONValue)] {
        [
            ("plan_entered", .number(flow.plan?.hundredths)), ("plan_amount", money(flow.planAmount)),
            ("fact_entered", .int(flow.fact)), ("fact_amount", money(flow.factAmount)),
            ("forecast_entered", .number(flow.forecast.hundredths)),
            ("forecast_margin", .number(flow.margin.hundredths)),
            ("deviation_entered", .number(flow.shownDeviation)),
        ]
    }

    private func cohort(_ cohort: PlanFactReport.Cohort) -> [(String, JSONValue)] {
        [
            ("entered", .int(cohort.entered)), ("moved_on", .int(cohort.movedOn)), ("failed", .int(cohort.failed)),
            ("conversion", .fraction(cohort.conversion)), ("reference", .fraction(cohort.reference)),
            ("deviation", .fraction(cohort.deviation)), ("low", .fraction(cohort.low)),
            ("high", .fraction(cohort.high)),
            ("believed", .fraction(cohort.believed)), ("days", cohort.days.map { .int($0) } ?? .null),
            ("reference_days", cohort.referenceDays.map { .int($0) } ?? .null),
            ("mean_amount", money(cohort.amount)), ("reference_amount", money(cohort.referenceAmount)),
            ("reach", .fraction(cohort.reach)), ("reference_reach", .fraction(cohort.referenceReach)),
        ]
    }

    private func signal(_ signal: PlanFactReport.Signal) -> JSONValue {
        .object([
            ("stage", .string(naming.name(signal.stage))), ("scope", .string(naming.name(signal.scope))),
            ("from", .day(signal.from)), ("to", .day(signal.to)), ("entered", .int(signal.entered)),
            ("moved_on", .int(signal.movedOn)), ("conversion", .fraction(signal.conversion)),
            ("reference", .fraction(signal.reference)), ("low", .fraction(signal.low)),
            ("high", .fraction(signal.high)), ("confidence", .fraction(signal.confidence)),
            ("money", money(signal.money)), ("missed", money(signal.missed)),
        ])
    }

    private var totals: JSONValue {
        let totals = report.totals
        return .object(
            [("open_count", .int(totals.openCount)), ("open_amount", money(totals.openAmount))]
                + methods(totals.methods) + [
                    ("plan_amount", money(totals.quota)), ("fact_amount", money(totals.wonToDate)),
                    ("plan_won", .number(totals.wonPlan?.hundredths)), ("fact_won", .int(totals.wonCount)),
                    ("forecast_won", .number(totals.wonForecast.hundredths)),
                    ("forecast_won_margin", .number(totals.wonMargin.hundredths)),
                    ("forecast", money(totals.methods.model)), ("p10", money(totals.p10)), ("p90", money(totals.p90)),
                    ("deviation_amount", money(totals.deviation)), ("deviation_margin", money(totals.margin)),
                    ("conversion", .fraction(totals.conversion)),
                    ("reference", .fraction(totals.reference)), ("money", money(totals.money)),
                ])
    }

    private var verdict: JSONValue {
        let verdict = report.verdict
        return .object([
            ("quota", money(verdict.quota)), ("potential", money(verdict.potential)), ("low", money(verdict.low)),
            ("high", money(verdict.high)), ("verdict", .string(verdict.word?.rawValue)),
        ])
    }

    func money(_ minor: Int64?) -> JSONValue { .money(minor, report.head.currency) }

    private var compared: ComparedFigures? { comparison.map { ComparedFigures(comparison: $0, naming: naming) } }

    package var table: ReportTable { compared?.beside(own) ?? own }

    private var own: ReportTable {
        let currency = report.head.currency
        func cell(_ minor: Int64?) -> ReportTable.Cell { .money(minor, currency) }
        func methods(_ methods: EstimateReport.Methods) -> [ReportTable.Cell] {
            [cell(methods.template), cell(methods.statistical), cell(methods.model)]
        }
        func blank(_ number: Int) -> [ReportTable.Cell] { [ReportTable.Cell](repeating: .empty, count: number) }
        var table = ReportTable(header: [
            "line", "stage", "open_count", "open_amount", "template", "statistical", "model", "plan_entered",
            "plan_amount", "fact_entered", "fact_amount", "forecast_entered", "forecast_margin", "deviation_entered",
            "entered", "moved_on", "conversion", "reference", "deviation", "low", "high", "days", "reference_days",
            "signal", "money", "advice", "currency",
        ])
        for stage in report.stages {
            let (flow, cohort) = (stage.flow, stage.cohort)
            table.row(
                [.text("stage"), .text(naming.line(stage.stage)), .int(stage.openCount), cell(stage.openAmount)]
                    + methods(stage.methods) + [
                        .number(flow.plan?.hundredths), cell(flow.planAmount), .int(flow.fact), cell(flow.factAmount),
                        .number(flow.forecast.hundredths), .number(flow.margin.hundredths),
                        .number(flow.shownDeviation), .int(cohort.entered), .int(cohort.movedOn),
                        .fraction(cohort.conversion), .fraction(cohort.reference), .fraction(cohort.deviation),
                        .fraction(cohort.low), .fraction(cohort.high), cohort.days.map { .int($0) } ?? .empty,
                        cohort.referenceDays.map { .int($0) } ?? .empty,
                        .text(report.isSignalled(stage.stage) ? "yes" : "no"), cell(stage.money),
                        .text(advice(stage)), .text(currency.code),
                    ])
        }
        let others: [(String, EstimateReport.Methods?)] = [
            ("from_won", report.fromWon), ("new_business", report.newBusiness),
        ]
        for case (let line, let figures?) in others {
            table.row(
                [.text(line), .empty, .empty, .empty] + methods(figures) + blank(19) + [.text(currency.code)])
        }
        let totals = report.totals
        table.row(
            [.text("total"), .empty, .int(totals.openCount), cell(totals.openAmount)] + methods(totals.methods) + [
                .number(totals.wonPlan?.hundredths), cell(totals.quota), .int(totals.wonCount),
                cell(totals.wonToDate), .number(totals.wonForecast.hundredths),
                .number(totals.wonMargin.hundredths), .empty, .empty, .empty, .fraction(totals.conversion),
                .fraction(totals.reference),
            ] + blank(6) + [cell(totals.money), .empty, .text(currency.code)])
        return table
    }
}

extension PlanFactReport.Flow {
    /// Of forecast and plan as they are given.
    fileprivate var shownDeviation: Double? { plan.map { (forecast.hundredths - $0.hundredths).hundredths } }
}

extension Double {
    var hundredths: Double { (self * 100).rounded() / 100 }
}

extension PlanFactReport.Reference.Kind {
    /// As it is named in an address and on the command line.
    package var name: String {
        switch self {
        case .trailing: "trailing"
        case .best: "best"
        case .pinned(let name): name
        case .scope: "scope"
        case .period: "period"
        }
    }
}
