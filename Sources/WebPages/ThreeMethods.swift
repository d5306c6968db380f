internal import SalesDomain
internal import SalesReports
internal import Texts

/// Template, statistics and model side by side, with the simple forecasts that anyone could make.
struct ThreeMethods {
    let amounts: ForecastReport.Amounts
    let quota: Int64?
    var headline = Headline.Method.model
    let currency: Currency
    let texts: Texts

    var values: Values {
        [
            "methods": rows.map { row in
                [
                    "name": row.name, "value": row.value.map { texts.amount($0, currency) } ?? texts("none"),
                    "strong": row.method == headline, "mark_svg": mark(row),
                ] as Values
            },
            "methods_plan": quota != nil,
        ]
    }

    private struct Row {
        let name: String
        let value: Int64?
        let style: String
        var method: Headline.Method?
        var isModel: Bool { method == .model }
    }

    private var rows: [Row] {
        [
            Row(name: texts("method.model"), value: amounts.mean, style: "f-open", method: .model),
            Row(name: texts("method.statistical"), value: amounts.statistical, style: "f-slate", method: .statistical),
            Row(name: texts("method.template"), value: amounts.template, style: "f-hatch-lost", method: .template),
            Row(name: texts("method.naive_mean3"), value: amounts.naiveMean3, style: "f-slate2"),
            Row(name: texts("method.naive_last"), value: amounts.naiveLast, style: "f-slate2"),
        ]
    }

    private func mark(_ row: Row) -> String {
        let end = Double(max(rows.compactMap(\.value).max() ?? 0, amounts.p90, quota ?? 0, 1)) * 1.02
        func share(_ minor: Int64) -> Double { max(0, Double(minor) / end * 100) }
        var drawing = Drawing()
        if row.isModel {
            drawing.rect(.percent(share(amounts.p10)), 6, .percent(share(amounts.p90 - amounts.p10)), 16, "f-band80")
        }
        if let value = row.value { drawing.rect(.percent(0), 10, .percent(share(value)), 8, row.style) }
        if row.isModel { drawing.rect(.percent(share(amounts.mean)), 6, 3, 16, "f-accent", shift: -1.5) }
        if let quota { drawing.rect(.percent(share(quota)), 0, 2, 28, "f-plan", shift: -1) }
        return drawing.stretched(height: 28, "method", said: nil)
    }
}
