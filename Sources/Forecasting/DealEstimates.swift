import Foundation

/// The answer for each open deal, in order of the history.
enum DealEstimates {
    static func all(_ book: Book, _ model: PipelineModel) -> [DealEstimate] {
        let history = book.history
        let curve = WinCurve(model.fit, history.calendar, today: history.today)
        let usual = model.usualHazards()
        return model.deals.map { bet in
            let deal = Int(bet.deal)
            let place = model.groups.flat.place(of: deal, book.codes)
            let chances = curve.chances(place, state: bet.state, age: bet.age)
            let close = curve.close(chances)
            return DealEstimate(
                deal: bet.deal, winInPeriod: bet.chance, winEver: max(bet.chance, chances[chances.count - 1]),
                value: bet.value, expectedClose: close.median, closeP10: close.p10, closeP90: close.p90,
                reasons: model.reasons(of: deal, bet, book.codes, usual: usual))
        }
    }
}

extension PipelineModel {
    struct Usual {
        /// Chance of an open deal to be won in the period: mean over all; by state.
        let overall: Double
        let byState: [Double]
    }

    func usualHazards() -> Usual {
        var sum = [Double](repeating: 0, count: fit.states)
        var number = sum
        for bet in deals {
            sum[bet.state] += bet.plainChance
            number[bet.state] += 1
        }
        let overall = (sum.reduce(0, +) + 1e-6) / (number.reduce(0, +) + 1e-4)
        return Usual(overall: overall, byState: zip(sum, number).map { ($0 + 5 * overall) / ($1 + 5) })
    }

    /// What speaks for and against the deal: its stage and its age in it by the chance in the period that they give
    /// against the usual one, each group by its multiplier of every step towards the win.
    func reasons(of deal: Int, _ bet: Chance, _ codes: [[Int32]], usual: Usual) -> [Reason] {
        func ratio(_ a: Double, _ b: Double) -> Double { log(max(a, 1e-6) / max(b, 1e-6)) }
        var reasons = [
            Reason(cause: .stage, logMultiplier: ratio(usual.byState[bet.state], usual.overall)),
            Reason(cause: .age, logMultiplier: ratio(bet.plainChance, usual.byState[bet.state])),
        ]
        for factor in Groups.Factor.allCases {
            let own = groups.log(.progress, factor, of: deal, codes)
            reasons.append(Reason(cause: factor.cause, logMultiplier: own))
        }
        return reasons.filter { abs($0.logMultiplier) > 1e-9 }
    }
}

extension Groups.Factor {
    var cause: Reason.Cause {
        switch self {
        case .owner: .owner
        case .product: .product
        case .source: .source
        case .account: .account
        case .amount: .amount
        }
    }
}
