internal import SalesDomain
internal import SalesReports
internal import Texts

/// The whole period's revenue by each method, with how accurate each was.
struct EstimateSums {
    let report: EstimateReport
    let texts: Texts

    var values: [Values] { Headline.Method.allCases.map(row) }

    private func row(_ method: Headline.Method) -> Values {
        let (amount, accuracy, style) = figures(method)
        return [
            "name": texts("method." + method.rawValue), "current": method == report.headline,
            "value": amount.map { texts.amount($0, report.head.currency) } ?? texts("none"),
            "accuracy": accuracy.map { texts("estimate.sums.accuracy", ["accuracy": .text(said($0))]) } ?? "",
            "mark_svg": amount.map { mark($0, style) } ?? "",
        ]
    }

    private func figures(_ method: Headline.Method) -> (Int64?, Double?, String) {
        switch method {
        case .template: (report.totals.template, report.accuracy?.template, "f-hatch-lost")
        case .statistical: (report.totals.statistical, report.accuracy?.statistical, "f-slate")
        case .model: (report.totals.model, report.accuracy?.model, "f-open")
        }
    }

    private func said(_ accuracy: Double) -> String {
        accuracy < 0 ? texts("accuracy.below_zero") + texts.percentSign : texts.percent(accuracy, places: 1)
    }

    private func mark(_ minor: Int64, _ style: String) -> String {
        let all = [report.totals.template, report.totals.statistical, report.totals.model].compactMap(\.self)
        let end = Double(max(1, all.max() ?? 1)) * 1.02
        func share(_ minor: Int64) -> Double { max(0, Double(minor) / end * 100) }
        var drawing = Drawing()
        drawing.rect(.percent(0), 10, .percent(share(minor)), 8, style)
        drawing.rect(.percent(0), 10, .percent(share(min(minor, report.wonToDate))), 8, "f-won")
        return drawing.stretched(height: 28, "method", said: nil)
    }
}
