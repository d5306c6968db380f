import SalesDomain

@testable import SalesReports

extension Firm {
    /// Twelve months before November 2026, in hundreds of thousands of hryvnias.
    static let backtest: BacktestReport = {
        let months: [(fact: Int64, forecast: Int64, low: Int64, high: Int64)] = [
            (158, 171, 148, 197), (196, 167, 145, 192), (129, 151, 131, 174), (142, 136, 118, 157),
            (168, 154, 133, 178),
            (151, 163, 141, 188), (159, 150, 130, 173), (174, 157, 136, 181), (146, 161, 139, 185),
            (152, 160, 138, 184),
            (183, 162, 140, 187), (179, 182, 157, 209),
        ]
        let unit: Int64 = 10_000_000
        let rows = months.enumerated().flatMap { index, month -> [BacktestReport.Row] in
            let period = november.previous(12 - index, in: calendar)
            return [0.0, 1.0 / 3, 2.0 / 3].map { horizon in
                let left = 1 - horizon
                func near(_ value: Int64) -> Int64 { (month.fact + Int64(Double(value - month.fact) * left)) * unit }
                return BacktestReport.Row(
                    origin: calendar.zone.start(of: period.origin(horizon: horizon)), period: period, horizon: horizon,
                    subject: .scope(.company), level: .company, actual: month.fact * unit, wonCount: 180 + index,
                    methods: [
                        .model: near(month.forecast), .statistical: near(month.forecast - 12), .template: near(240),
                        .naiveLast: near(160), .naiveMean3: near(155),
                    ], p10: near(month.low), p90: near(month.high))
            }
        }
        let sellers = november.previous(in: calendar)
        let seller = BacktestReport.Row(
            origin: calendar.zone.start(of: sellers.start), period: sellers, horizon: 0,
            subject: .scope(.employee(.init(1))), level: .employee, actual: 10 * unit, wonCount: 14, methods: [:],
            p10: 8 * unit, p90: 12 * unit)
        func summary(
            _ horizon: Double, _ level: BacktestReport.Level, _ values: [Double], cover: Double, ceiling: Double,
            winner: BacktestReport.MethodName? = nil
        ) -> BacktestReport.Summary {
            let names: [BacktestReport.MethodName] = [.model, .statistical, .naiveMean3, .naiveLast, .template]
            return BacktestReport.Summary(
                horizon: horizon, level: level, periods: 12,
                accuracy: Dictionary(uniqueKeysWithValues: zip(names, values)),
                coverage80: cover, ceiling: ceiling, winner: winner)
        }
        return BacktestReport(
            kind: .month, currency: uah, rows: rows + [seller],
            summary: [
                summary(0, .company, [0.913, 0.846, 0.821, 0.793, 0.62], cover: 0.83, ceiling: 0.939),
                summary(1.0 / 3, .company, [0.934, 0.892, 0.869, 0.848, 0.664], cover: 0.83, ceiling: 0.952),
                summary(2.0 / 3, .company, [0.952, 0.932, 0.926, 0.914, -0.2], cover: 0.75, ceiling: 0.968),
                summary(0, .department, [0.86, 0.794, 0.77, 0.732, 0.578], cover: 0.81, ceiling: 0.892),
                summary(1.0 / 3, .department, [0.891, 0.84, 0.828, 0.801, 0.619], cover: 0.78, ceiling: 0.916),
                summary(2.0 / 3, .department, [0.926, 0.901, 0.903, 0.885, 0.674], cover: 0.8, ceiling: 0.944),
                summary(
                    0, .employee, [0.708, 0.641, 0.715, 0.527, 0.41], cover: 0.79, ceiling: 0.73, winner: .naiveMean3),
                summary(1.0 / 3, .employee, [0.763, 0.709, 0.69, 0.624, 0.468], cover: 0.8, ceiling: 0.78),
                summary(2.0 / 3, .employee, [0.842, 0.803, 0.809, 0.76, 0.555], cover: 0.82, ceiling: 0.85),
            ])
    }()
}
