internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// The report beside what was asked: which scope, which moment of the period.
struct Backtest: Sendable {
    let report: BacktestReport
    let frame: Frame

    var texts: Texts { frame.texts }

    private var filter: BacktestFilter {
        if case .accuracy(let filter) = frame.route { return filter }
        return BacktestFilter()
    }

    var scope: Scope { filter.scope?.scope(in: frame.names.organisation) ?? frame.home }
    var horizon: Horizon { filter.horizon ?? .start }

    func asked(_ change: (inout BacktestFilter) -> Void) -> Route {
        var filter = filter
        change(&filter)
        return .accuracy(filter)
    }

    /// Widest first; only those that were measured.
    var levels: [BacktestReport.Level] {
        BacktestReport.Level.allCases.filter { level in report.summary.contains { $0.level == level } }
    }

    var horizons: [Double] { Array(Set(report.summary.map(\.horizon))).sorted() }

    /// Of the scope itself, at the moment that was asked for, oldest first.
    var rows: [BacktestReport.Row] {
        let own = report.rows.filter { $0.subject == .scope(scope) && isNear($0.horizon, horizon) }
        return own.sorted { $0.period.start < $1.period.start }
    }

    func summary(_ level: BacktestReport.Level, _ horizon: Horizon) -> BacktestReport.Summary? {
        report.summary.first { $0.level == level && isNear($0.horizon, horizon) }
    }

    func key(of horizon: Horizon) -> String {
        switch horizon {
        case .start: "start"
        case .third: "third"
        case .twoThirds: "two_thirds"
        }
    }

    /// Wins in a period of somebody at this level, about.
    func typicalWins(_ level: BacktestReport.Level) -> Int {
        let rows = report.rows.filter { $0.level == level && isNear($0.horizon, .start) }
        guard !rows.isEmpty else { return 0 }
        return Int((Double(rows.map(\.wonCount).reduce(0, +)) / Double(rows.count)).rounded())
    }

    /// Wins of the scope in all periods together.
    var wins: Int { rows.map(\.wonCount).reduce(0, +) }

    /// So few wins were there that how right a forecast was is luck.
    var isLuck: Bool { !rows.isEmpty && wins < EstimateReport.Accuracy.fewWins }

    func percent(_ accuracy: Double?) -> String {
        guard let accuracy else { return texts("none") }
        return accuracy < 0 ? texts("accuracy.below_zero") : texts.decimal(accuracy * 100, places: 1)
    }

    /// 0.33 in a report stands for exactly a third.
    private func isNear(_ value: Double, _ horizon: Horizon) -> Bool { abs(value - horizon.fraction) < 0.02 }
}

extension Frame {
    /// `За виграшами, без ПДВ`.
    var basisWords: String {
        let texts = texts
        return texts(
            company.amounts == .net ? "basis.net" : "basis.gross",
            ["basis": .text(texts("basis." + basis.rawValue))])
    }
}
