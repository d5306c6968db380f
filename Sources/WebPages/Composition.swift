internal import SalesDomain
internal import SalesReports
internal import Texts

/// Won + open + new = forecast, and where the plan stands.
struct Composition {
    let amounts: ForecastReport.Amounts
    let quota: Int64?
    let currency: Currency
    let texts: Texts

    var values: Values {
        let scale = AmountScale(ofColumn: AmountScale.units(largest, currency))
        func number(_ minor: Int64) -> String { texts.column(minor, currency, scale) }
        return [
            "composition_unit": texts.unit(scale, currency),
            "composition_won": number(amounts.wonToDate), "composition_open": number(amounts.fromOpen),
            "composition_new": number(amounts.fromNew), "composition_mean": number(amounts.mean),
            "composition_plan": quota.map { ["plan": number($0)] as Values } ?? false as Any,
            "composition_svg": svg,
        ]
    }

    private var largest: Int64 { max(amounts.p90, quota ?? 0, amounts.mean, 1) }

    private var svg: String {
        var drawing = Drawing()
        let end = Double(largest) * 1.04
        func share(_ minor: Int64) -> Double { max(0, Double(minor) / end * 100) }
        let (won, open, new) = (share(amounts.wonToDate), share(amounts.fromOpen), share(amounts.fromNew))
        drawing.line(.percent(0), 19.5, .percent(100), 19.5, "s-line2")
        drawing.rect(.percent(0), 6, .percent(won), 14, "f-won")
        drawing.rect(.percent(won), 6, .percent(open), 14, "f-open")
        drawing.rect(.percent(won + open), 6, .percent(new), 14, "f-hatch")
        drawing.rect(.percent(won), 6, 1, 14, "f-paper", shift: -0.5)
        drawing.rect(.percent(won + open), 6, 1, 14, "f-paper", shift: -0.5)
        if let quota { drawing.rect(.percent(share(quota)), 1, 2, 24, "f-plan", shift: -1) }
        return drawing.stretched(height: 26, "stripe", said: nil)
    }
}
