internal import SalesDomain
internal import SalesReports
internal import Texts

/// Stage × three estimates, the gap between model and template, and of what the gap consists.
struct EstimateTable {
    let report: EstimateReport
    let page: ReportPage

    private var texts: Texts { page.texts }
    private var currency: Currency { report.head.currency }

    var values: Values {
        let won = EstimateReport.Methods(
            template: report.wonToDate, statistical: report.wonToDate, model: report.wonToDate)
        return [
            "unit": texts.unit(scale, currency),
            "stages": report.stages.map(row),
            "others": (report.fromWon.map { [line("estimate.from_won", $0, href: nil)] } ?? []) + [
                line("estimate.new", report.newBusiness, href: nil),
                // What has come on other days than those of the wins is no list of deals.
                line("estimate.won", won, href: report.fromWon == nil ? page.wonDeals() : nil),
            ],
            "total": cells(report.totals),
            "accuracy": report.accuracy.map(accuracy) ?? false as Any,
            "measuring": report.isBeingMeasured,
        ]
    }

    var scale: AmountScale {
        let amounts = report.stages.map(\.amount) + [report.totals.template ?? 0, report.totals.model]
        return AmountScale(ofColumn: AmountScale.units(amounts.max() ?? 0, currency))
    }

    private func number(_ minor: Int64?) -> String { minor.map { texts.column($0, currency, scale) } ?? texts("none") }

    private func cells(_ methods: EstimateReport.Methods) -> Values {
        [
            "template": number(methods.template), "statistical": number(methods.statistical),
            "model": number(methods.model),
            "gap": methods.template.map { texts.signedColumn(methods.model - $0, currency, scale) } ?? texts("none"),
        ]
    }

    private func row(_ stage: EstimateReport.Stage) -> Values {
        var row = cells(stage.methods)
        row["name"] = page.stage(stage.stage)
        row["href"] = page.openDeals(at: stage.stage)
        row["count"] = texts.integer(stage.count)
        row["amount"] = number(stage.amount)
        row["due"] = number(stage.dueAmount)
        row["probability"] = stage.probability.map { texts.percent($0) } ?? texts("none")
        row["why"] = why(stage)
        return row
    }

    /// The gap in its two parts.
    private func why(_ stage: EstimateReport.Stage) -> String {
        guard let chance = stage.gapOfChance, stage.gap != 0 else { return "" }
        return texts(
            "estimate.why",
            [
                "chance": .text(texts.signedColumn(chance, currency, scale)),
                "dates": .text(texts.signedColumn(stage.gapOfDates, currency, scale)),
            ])
    }

    private func line(_ key: String, _ methods: EstimateReport.Methods, href: String?) -> Values {
        var line = cells(methods)
        line["name"] = texts(key)
        line["link"] = href.map { ["href": $0] as Values } ?? false as Any
        return line
    }

    private func accuracy(_ accuracy: EstimateReport.Accuracy) -> Values {
        func percent(_ value: Double?) -> String {
            value.map { $0 < 0 ? texts("accuracy.below_zero") + texts.percentSign : texts.percent($0, places: 1) }
                ?? texts("none")
        }
        return [
            "words": texts("estimate.accuracy", ["periods": .count(accuracy.periods)]),
            "of_template": percent(accuracy.template), "of_statistical": percent(accuracy.statistical),
            "of_model": percent(accuracy.model),
        ]
    }
}
