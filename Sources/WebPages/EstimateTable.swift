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
        let others = [report.fromWon, report.newBusiness, won].compactMap(\.self)
        let shown = asShown(report.stages.map(\.methods) + others)
        let last = shown.count - 1
        return [
            "unit": texts.unit(scale, currency),
            "stages": zip(report.stages, shown).map(row),
            "others": (report.fromWon == nil ? [] : [line("estimate.from_won", shown[last - 2], href: nil)]) + [
                line("estimate.new", shown[last - 1], href: nil),
                // What has come on other days than those of the wins is no list of deals.
                line("estimate.won", shown[last], href: report.fromWon == nil ? page.wonDeals() : nil),
            ],
            "total": cells(rounded(report.totals)),
            "accuracy": report.accuracy.flatMap { $0.isLuck ? nil : accuracy($0) } ?? false as Any,
            "measuring": report.isBeingMeasured,
        ]
    }

    var scale: AmountScale {
        let amounts = report.stages.map(\.amount) + [report.totals.template ?? 0, report.totals.model]
        return AmountScale(ofColumn: AmountScale.units(amounts.max() ?? 0, currency))
    }

    private func number(_ minor: Int64?) -> String { minor.map { texts.column($0, currency, scale) } ?? texts("none") }

    private var unit: Int64 { Int64(scale.units) * currency.scale }

    /// Parts of each method as they are shown: they add up to the whole as it is shown.
    private func asShown(_ parts: [EstimateReport.Methods]) -> [EstimateReport.Methods] {
        let totals = report.totals
        func column(_ own: (EstimateReport.Methods) -> Int64?) -> [Int64?] {
            let values = parts.map(own)
            guard let whole = own(totals), !values.contains(nil) else { return values }
            return Apportioned(values.compactMap(\.self), of: whole, in: unit).values
        }
        let (template, statistical, model) = (column(\.template), column(\.statistical), column(\.model))
        return parts.indices.map {
            .init(template: template[$0], statistical: statistical[$0] ?? 0, model: model[$0] ?? 0)
        }
    }

    private func rounded(_ methods: EstimateReport.Methods) -> EstimateReport.Methods {
        func rounded(_ minor: Int64) -> Int64 { Int64(nearest: Double(minor) / Double(unit)) * unit }
        return .init(
            template: methods.template.map(rounded), statistical: rounded(methods.statistical),
            model: rounded(methods.model))
    }

    private func cells(_ methods: EstimateReport.Methods) -> Values {
        [
            "template": number(methods.template), "statistical": number(methods.statistical),
            "model": number(methods.model),
            "gap": methods.template.map { texts.signedColumn(methods.model - $0, currency, scale) } ?? texts("none"),
        ]
    }

    private func row(_ stage: EstimateReport.Stage, _ methods: EstimateReport.Methods) -> Values {
        var row = cells(methods)
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
