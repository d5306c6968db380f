internal import Forecasting
internal import Parallel
internal import SalesFacts

/// For whoever answers a reader at once: what takes long is done aside, and the reader is told so.
package struct Waiting: Sendable {
    /// Books of no more deals are gone through while the reader waits.
    package let patience: Int
    package let isAtHand: @Sendable (CompanyQuestion) -> Bool
    /// Somebody is to run this backtest when nobody waits for it.
    package let wish: @Sendable (BacktestRequest) -> Void

    package init(
        patience: Int, isAtHand: @escaping @Sendable (CompanyQuestion) -> Bool,
        wish: @escaping @Sendable (BacktestRequest) -> Void
    ) {
        self.patience = patience
        self.isAtHand = isAtHand
        self.wish = wish
    }
}

extension Reporter {
    /// False when the forecasts of a backtest have yet to be made, which takes seconds: then they are wished for, to be made
    /// aside. Always true for who waits.
    package func isMeasured(_ request: BacktestRequest) -> Bool {
        guard let waiting, facts.dealCount > waiting.patience else { return true }
        let isMade = questions(request).allSatisfy(waiting.isAtHand)
        if !isMade { waiting.wish(request) }
        return isMade
    }

    /// The forecasts of a backtest have been made, as far as anybody keeps them: nothing is wished for.
    func isAtHand(_ request: BacktestRequest) -> Bool {
        waiting.map { questions(request).allSatisfy($0.isAtHand) } ?? false
    }

    /// Nobody waits long for a forecast of that period: it is made, or soon made.
    package func isQuick(_ request: ForecastRequest) -> Bool {
        guard let waiting, facts.dealCount > waiting.patience else { return true }
        return waiting.isAtHand(
            CompanyQuestion(
                asOf: request.asOf, period: request.period, pipelines: request.pipelines, basis: request.basis))
    }

    /// Runs `body` on this thread alone, however many processors there are: those who wait for a page come first.
    package static func aside<Result>(_ body: () throws -> Result) rethrows -> Result {
        try Spread.$isAlone.withValue(true, operation: body)
    }
}
