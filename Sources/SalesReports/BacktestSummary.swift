internal import SalesDomain

extension BacktestReport.Row {
    /// - Parameter one: deals are counted, each as so many units; nil: amounts.
    init(
        _ node: ForecastReport.Node, origin: Instant, period: Period, horizon: Double, actual: Outcomes.Actual,
        level: BacktestReport.Level, counting one: Double?
    ) {
        let figures = one.map { Figures(node.count, $0) } ?? Figures(node.amount)
        self.init(
            origin: origin, period: period, horizon: horizon, subject: node.subject, level: level,
            actual: one.map { Int64(Double(actual.count) * $0) } ?? actual.amount, wonCount: actual.count,
            methods: figures.methods, p10: figures.p10, p90: figures.p90, noise: figures.noise)
    }

    private struct Figures {
        var methods: [BacktestReport.MethodName: Int64]
        let p10: Int64
        let p90: Int64
        let noise: Double

        init(_ amount: ForecastReport.Amounts) {
            methods = [.statistical: amount.statistical, .model: amount.mean]
            methods[.template] = amount.template
            methods[.naiveLast] = amount.naiveLast
            methods[.naiveMean3] = amount.naiveMean3
            (p10, p90, noise) = (amount.p10, amount.p90, amount.noise)
        }

        init(_ count: ForecastReport.Counts, _ one: Double) {
            func units(_ deals: Double) -> Int64 { Int64(nearest: deals * one) }
            methods = [.statistical: units(count.statistical), .model: units(count.mean)]
            methods[.template] = count.template.map(units)
            methods[.naiveLast] = count.naiveLast.map(units)
            methods[.naiveMean3] = count.naiveMean3.map(units)
            (p10, p90, noise) = (units(Double(count.p10)), units(Double(count.p90)), 0)
        }
    }
}

extension BacktestReport.Summary {
    static func all(_ rows: [BacktestReport.Row]) -> [BacktestReport.Summary] {
        var result = [BacktestReport.Summary]()
        let horizons = rows.reduce(into: [Double]()) { if !$0.contains($1.horizon) { $0.append($1.horizon) } }
        let levels = rows.reduce(into: [BacktestReport.Level]()) { if !$0.contains($1.level) { $0.append($1.level) } }
        for level in levels {
            for horizon in horizons {
                let chosen = rows.filter { $0.level == level && $0.horizon == horizon }
                if !chosen.isEmpty { result.append(.init(chosen, horizon, level)) }
            }
        }
        return result
    }

    private init(_ rows: [BacktestReport.Row], _ horizon: Double, _ level: BacktestReport.Level) {
        let total = rows.reduce(0) { $0 + Double($1.actual) }
        var accuracy = [BacktestReport.MethodName: Double]()
        for method in BacktestReport.MethodName.allCases where total > 0 {
            let errors = rows.compactMap { row in row.methods[method].map { abs(Double(row.actual - $0)) } }
            if errors.count == rows.count { accuracy[method] = 1 - errors.reduce(0, +) / total }
        }
        let covered = rows.count { $0.p10 <= $0.actual && $0.actual <= $0.p90 }
        // Mean distance from the mean of a normal distribution.
        let noise = rows.reduce(0) { $0 + (2 / Double.pi).squareRoot() * $1.noise }
        self.init(
            horizon: horizon, level: level, periods: Set(rows.map(\.period)).count, accuracy: accuracy,
            coverage80: rows.isEmpty ? nil : Double(covered) / Double(rows.count),
            ceiling: total > 0 && noise > 0 ? max(0, 1 - noise / total) : nil, winner: Self.winner(rows),
            betterBaseline: Self.winner(rows, among: [.naiveLast, .naiveMean3]))
    }

    /// The method that was nearer than the model by more than a standard error of the difference, over 6 rows or more.
    private static func winner(
        _ rows: [BacktestReport.Row], among methods: [BacktestReport.MethodName] = BacktestReport.MethodName.allCases
    ) -> BacktestReport.MethodName? {
        guard rows.count >= 6 else { return nil }
        var best: (method: BacktestReport.MethodName, gain: Double)?
        for method in methods where method != .model {
            let gains = rows.compactMap { row -> Double? in
                guard let other = row.methods[method], let model = row.methods[.model] else { return nil }
                return abs(Double(row.actual - model)) - abs(Double(row.actual - other))
            }
            guard gains.count == rows.count else { continue }
            let mean = gains.reduce(0, +) / Double(gains.count)
            let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gains.count - 1)
            let error = (variance / Double(gains.count)).squareRoot()
            if mean > error, mean > best?.gain ?? 0 { best = (method, mean) }
        }
        return best?.method
    }
}
