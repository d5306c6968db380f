internal import SalesDomain

extension BacktestReport {
    /// How many were won in the period, and in the part of it that was open at the origin.
    struct RowWins {
        let all: Int
        let open: Int
        let kappa: Double
    }
}

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
            p90: node.amount.p90)
    }
}

extension BacktestReport.Summary {
    static func all(_ rows: [BacktestReport.Row], _ wins: [BacktestReport.RowWins]) -> [BacktestReport.Summary] {
        var result = [BacktestReport.Summary]()
        let horizons = rows.reduce(into: [Double]()) { if !$0.contains($1.horizon) { $0.append($1.horizon) } }
        let levels = rows.reduce(into: [BacktestReport.Level]()) { if !$0.contains($1.level) { $0.append($1.level) } }
        for level in levels {
            for horizon in horizons {
                let chosen = rows.indices.filter { rows[$0].level == level && rows[$0].horizon == horizon }
                if chosen.isEmpty { continue }
                result.append(.init(chosen.map { rows[$0] }, chosen.map { wins[$0] }, horizon, level))
            }
        }
        return result
    }

    private init(
        _ rows: [BacktestReport.Row], _ wins: [BacktestReport.RowWins], _ horizon: Double, _ level: BacktestReport.Level
    ) {
        let total = rows.reduce(0) { $0 + Double($1.actual) }
        var accuracy = [BacktestReport.MethodName: Double]()
        for method in BacktestReport.MethodName.allCases where total > 0 {
            let errors = rows.compactMap { row in row.methods[method].map { abs(Double(row.actual - $0)) } }
            if errors.count == rows.count { accuracy[method] = 1 - errors.reduce(0, +) / total }
        }
        let covered = rows.count { $0.p10 <= $0.actual && $0.actual <= $0.p90 }
        let all = wins.reduce(0) { $0 + $1.all }
        // The miss is of the open part: 0.798·√(κ/n) of it, which is n of N wins.
        let noise = wins.reduce(0) { $0 + 0.798 * ($1.kappa * Double($1.open)).squareRoot() }
        self.init(
            horizon: horizon, level: level, periods: Set(rows.map(\.period)).count, accuracy: accuracy,
            coverage80: rows.isEmpty ? nil : Double(covered) / Double(rows.count),
            ceiling: all > 0 ? max(0, 1 - noise / Double(all)) : nil, winner: Self.winner(rows))
    }

    /// The method that was nearer than the model by more than a standard error of the difference, over 6 rows or more.
    private static func winner(_ rows: [BacktestReport.Row]) -> BacktestReport.MethodName? {
        guard rows.count >= 6 else { return nil }
        var best: (method: BacktestReport.MethodName, gain: Double)?
        for method in BacktestReport.MethodName.allCases where method != .model {
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
