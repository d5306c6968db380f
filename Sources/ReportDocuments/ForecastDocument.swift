internal import SalesDomain
package import SalesReports

/// `forecast --json`, and its parts as CSV.
package struct ForecastDocument: ReportDocument {
    private let report: ForecastReport
    private let naming: Naming

    package init(_ report: ForecastReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        var whole: [(String, JSONValue)] = [
            ("as_of", .string(naming.text(report.asOf))), ("period", naming.period(report.period)),
            ("scope", .string(naming.name(report.whole.subject))), ("currency", .string(report.currency.code)),
            ("basis", .string(report.basis.rawValue)),
        ]
        whole += figures(report.whole)
        whole.append(("parts", .array(report.parts.map(part) + report.deals.map(deal))))
        whole.append(("bridge", report.bridge.map(bridge) ?? .null))
        if let coverage = report.coverage { whole.append(("coverage", self.coverage(coverage))) }
        if let parts = report.basisParts {
            whole.append(("basis_parts", BasisPartsFigures(parts, report.currency).json))
        }
        if !report.deals.isEmpty { whole.append(("correction", .money(report.correction, report.currency))) }
        whole.append(("notes", notes))
        return .object(whole)
    }

    private func bridge(_ bridge: ForecastReport.Bridge) -> JSONValue {
        func money(_ minor: Int64) -> JSONValue { .money(minor, report.currency) }
        return .object([
            ("won_to_date", money(bridge.wonToDate)), ("won_count", .int(report.whole.count.wonToDate)),
            (
                "stages",
                .array(
                    bridge.stages.map {
                        .object([
                            ("stage", .string(naming.name($0.stage))), ("count", .int($0.count)),
                            ("likely", money($0.likely)),
                        ])
                    })
            ),
            ("new_business", money(bridge.newBusiness)), ("new_count", .number(rounded(report.whole.count.fromNew))),
            ("correction", money(bridge.correction)), ("mean", money(bridge.mean)),
            ("mean_count", .number(rounded(report.whole.count.mean))),
        ])
    }

    private func coverage(_ coverage: Coverage) -> JSONValue {
        .object([
            ("open", .money(coverage.open, report.currency)), ("missing", .money(coverage.missing, report.currency)),
            ("ratio", .fraction(coverage.ratio)), ("enough", .fraction(coverage.past.enough)),
            ("periods", .int(coverage.past.periods)), ("met", .int(coverage.past.met)),
        ])
    }

    private func part(_ node: ForecastReport.Node) -> JSONValue {
        var part: [(String, JSONValue)] = [
            ("as_of", .string(naming.text(report.asOf))), ("period", naming.period(report.period)),
            ("scope", .string(naming.name(node.subject))), ("name", .string(naming.called(node.subject))),
            ("parent", .string(node.parent.map(naming.name))),
            ("currency", .string(report.currency.code)),
        ]
        part += figures(node)
        part.append(("parts", .array([])))
        return .object(part)
    }

    private func figures(_ node: ForecastReport.Node) -> [(String, JSONValue)] {
        ForecastFigures(currency: report.currency).of(node)
    }

    /// Counts are whole ten-thousandths.
    private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

    private func deal(_ deal: ForecastReport.DealForecast) -> JSONValue {
        .object([
            ("deal_id", .string(naming.name(deal.deal))), ("win_probability", .fraction(deal.winProbability)),
            ("win_probability_in_period", .fraction(deal.winProbabilityInPeriod)),
            ("expected_amount", .money(deal.expectedAmount, report.currency)),
            ("expected_close", .day(deal.expectedClose)), ("valued_by", .string(deal.valuedBy.rawValue)),
            (
                "reasons",
                .array(
                    deal.reasons.map {
                        .object([("cause", .string($0.cause)), ("log_multiplier", .fraction($0.logMultiplier))])
                    })
            ),
        ])
    }

    private var notes: JSONValue {
        let notes = report.notes
        return .object([
            ("method", .string(notes.method)), ("closed_deals", .int(notes.closedDeals)),
            ("pipeline_weight", .fraction(notes.pipelineWeight)),
            ("process_is_changing", .bool(notes.processIsChanging || !notes.stageChanges.isEmpty)),
            ("stage_changes", .array(notes.stageChanges.map(change))),
            ("better_baseline", .string(notes.betterBaseline)),
            ("without_rate", .array(notes.withoutRate.map { .string(naming.name($0)) })),
            ("valued_by_price", .int(notes.valuedByPrice)), ("valued_by_average", .int(notes.valuedByAverage)),
            ("won_without_amount", .int(notes.wonWithoutAmount)), ("amounts_known", .bool(notes.amountsKnown)),
            ("silent_since", .string(notes.silentSince?.description)),
            (
                "stages_without_probability",
                .array(notes.stagesWithoutProbability.map { .string(naming.name($0)) })
            ),
        ])
    }

    private func change(_ change: ForecastReport.StageChange) -> JSONValue {
        .object([
            ("stage", .string(naming.name(change.stage))), ("exit", .string(change.exit.rawValue)),
            ("pace", .fraction(change.pace)), ("since", .day(change.since)),
        ])
    }

    /// The whole, then its parts; with deals, one row for each.
    package var table: ReportTable { report.deals.isEmpty ? partsTable : dealsTable }

    private var partsTable: ReportTable {
        var table = ReportTable(header: [
            "scope", "parent", "won_to_date", "template", "statistical", "model", "from_open", "from_new", "p10", "p50",
            "p90", "won_count", "model_count", "quota", "probability", "currency", "name",
        ])
        for node in [report.whole] + report.parts {
            func money(_ minor: Int64?) -> ReportTable.Cell { .money(minor, report.currency) }
            let amount = node.amount
            table.row([
                .text(naming.name(node.subject)), .text(node.parent.map(naming.name)), money(amount.wonToDate),
                money(amount.template), money(amount.statistical), money(amount.mean), money(amount.fromOpen),
                money(amount.fromNew), money(amount.p10), money(amount.p50), money(amount.p90),
                .int(node.count.wonToDate), .number(rounded(node.count.mean)), money(node.plan.quota),
                .fraction(node.plan.probability), .text(report.currency.code), .text(naming.called(node.subject)),
            ])
        }
        return table
    }

    private var dealsTable: ReportTable {
        var table = ReportTable(header: [
            "deal_id", "win_probability", "win_probability_in_period", "expected_amount", "currency", "expected_close",
        ])
        for deal in report.deals {
            table.row([
                .text(naming.name(deal.deal)), .fraction(deal.winProbability), .fraction(deal.winProbabilityInPeriod),
                .money(deal.expectedAmount, report.currency), .text(report.currency.code), .day(deal.expectedClose),
            ])
        }
        return table
    }
}
