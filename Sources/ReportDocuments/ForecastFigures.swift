internal import SalesDomain
internal import SalesReports

/// What a forecast says of one scope: amount, count and plan.
struct ForecastFigures {
    let currency: Currency

    func of(_ node: ForecastReport.Node) -> [(String, JSONValue)] {
        [
            ("amount", amount(node.amount)), ("count", count(node.count)),
            (
                "plan",
                .object(
                    [
                        ("quota", .money(node.plan.quota, currency)),
                        ("probability", .fraction(node.plan.probability)), ("quota_is_sum", .bool(node.plan.isSum)),
                    ] + cover(node.plan))
            ),
        ]
    }

    /// How many of those who sell have a plan, where not all have.
    private func cover(_ plan: ForecastReport.Plan) -> [(String, JSONValue)] {
        plan.cover.map { [("quota_people", .int($0.planned)), ("people", .int($0.all))] } ?? []
    }

    private func amount(_ amount: ForecastReport.Amounts) -> JSONValue {
        func money(_ minor: Int64?) -> JSONValue { .money(minor, currency) }
        func mean(_ minor: Int64?) -> JSONValue { .object([("mean", money(minor))]) }
        return .object([
            ("won_to_date", money(amount.wonToDate)), ("template", mean(amount.template)),
            ("statistical", mean(amount.statistical)),
            (
                "model",
                .object([
                    ("mean", money(amount.mean)), ("p10", money(amount.p10)), ("p50", money(amount.p50)),
                    ("p90", money(amount.p90)), ("from_open", money(amount.fromOpen)),
                    ("from_new", money(amount.fromNew)),
                ])
            ),
            ("naive_last", mean(amount.naiveLast)), ("naive_mean3", mean(amount.naiveMean3)),
        ])
    }

    private func count(_ count: ForecastReport.Counts) -> JSONValue {
        func mean(_ value: Double?) -> JSONValue { .object([("mean", .number(value))]) }
        return .object([
            ("won_to_date", .int(count.wonToDate)), ("template", mean(count.template)),
            ("statistical", mean(count.statistical)),
            (
                "model",
                .object([
                    ("mean", .number(rounded(count.mean))), ("p10", .int(count.p10)), ("p50", .int(count.p50)),
                    ("p90", .int(count.p90)), ("from_open", .number(count.fromOpen)),
                    ("from_new", .number(count.fromNew)),
                ])
            ),
        ])
    }

    /// Counts are whole ten-thousandths.
    private func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }
}
