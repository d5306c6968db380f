internal import SalesDomain

extension BacktestReport.Row {
    init(
        _ node: ForecastReport.Node, origin: Instant, period: Period, horizon: Double, actual: Outcomes.Actual,
        level: BacktestReport.Level
    ) {
        var methods: [BacktestReport.MethodName: Int64] = [
            .statistical: node.amount.statistical, .model: node.amount.mean,
        ]
        methods[.template] = node.amount.template
        methods[.naiveLast] = node.amount.naiveLast
        methods[.naiveMean3] = node.amount.naiveMean3
        self.init(
            origin: origin, period: period, horizon: horizon, subject: node.subject, level: level,
            actual: actual.amount, wonCount: actual.count, methods: methods, p10: node.amount.p10,
            p90: node.amount.p90, noise: node.amount.noise)
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
            ceiling: total > 0 ? max(0, 1 - noise / total) : nil, winner: Self.winner(rows),
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
