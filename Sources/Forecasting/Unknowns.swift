import Foundation

extension Leverage {
    /// What somebody who knows the deal could tell.
    package enum Unknown: Sendable, CaseIterable {
        /// Will it be won at all?
        case alive
        /// If it is won: within the period?
        case close
        /// How much will it bring?
        case amount
    }
}

extension Leverage.Bet {
    /// The part of the variance that goes once the answer is known, on average over the answers (the law of total variance).
    /// With p to be won in the period, w ever, value v of relative variance s²: alive p²v²(1 − w)/w, close p·v²(w − p),
    /// amount p²v²s².
    func varianceKnown(by unknown: Leverage.Unknown) -> Double {
        let square = value * value * chance
        switch unknown {
        case .alive: return ever > 0 ? square * chance * (1 - ever) / ever : 0
        case .close: return square * (ever - chance)
        case .amount: return square * chance * vagueness
        }
    }
}

extension Distribution {
    /// By how much the band of 8 cases in 10 narrows, on average over the answers.
    package func narrowing(_ bet: Leverage.Bet, _ unknown: Leverage.Unknown) -> Double {
        let variance = variance
        guard variance > 0 else { return 0 }
        let left = max(0, 1 - bet.varianceKnown(by: unknown) / variance)
        return (quantile(0.9) - quantile(0.1)) * (1 - left.squareRoot())
    }
}
