internal import Forecasting
internal import SalesDomain

/// How far a scope's stages are from the reference: what its year says, then what the period's deals add to it.
struct StageBeliefs {
    struct Belief {
        /// Shift of the logarithm of odds, and its standard error.
        let shift: Double
        let error: Double
    }

    /// By state; nil without a reference.
    let beliefs: [Belief?]
    let reference: ReferenceFunnel

    /// `year`: nil when the scope is the reference's own. `people` and `months`: how far sellers, and months, scatter.
    init(_ reference: ReferenceFunnel, year: CohortTable?, period: CohortTable, people: Double, months: Double) {
        self.reference = reference
        beliefs = reference.odds.indices.map { state in
            guard let odds = reference.odds[state] else { return nil }
            var before = Belief(shift: 0, error: 0)
            if let year {
                let (shift, error) = odds.shift(odds.score(year.stays[state]), spread: people)
                before = Belief(shift: shift, error: error)
            }
            let spread = (before.error * before.error + months * months).squareRoot()
            let (shift, error) = odds.shift(odds.score(period.stays[state]), mean: before.shift, spread: spread)
            return Belief(shift: shift, error: error)
        }
    }

    /// 0…1; the reference's own without anything else to believe.
    func conversion(_ state: Int) -> Double? {
        guard let own = reference.conversion(state) else { return nil }
        guard let belief = beliefs[state], let odds = reference.odds[state] else { return own }
        return min(1, max(0, own + odds.difference(shift: belief.shift)))
    }

    /// Of the believed conversion.
    func error(_ state: Int) -> Double {
        guard let belief = beliefs[state], let odds = reference.odds[state] else { return 0 }
        return
            (odds.difference(shift: belief.shift + belief.error) - odds.difference(shift: belief.shift - belief.error))
            / 2
    }

    /// What the stage at its reference would multiply by: never by more than three, or less than a third.
    func repair(_ state: Int) -> Double {
        guard let own = reference.conversion(state), let now = conversion(state), now > 1e-6 else { return 1 }
        return min(3, max(1.0 / 3, own / now))
    }

    /// The factor on moving on by days since coming.
    func factor(_ state: Int) -> (Int) -> Double {
        guard let belief = beliefs[state], let odds = reference.odds[state] else { return { _ in 1 } }
        let factors = (0...Stays.longest).map { odds.factor(on: $0, shift: belief.shift) }
        return { factors[min($0, Stays.longest)] }
    }
}

extension Odds {
    /// The 80 % interval of a deviation seen in few or many, before anything usual is believed.
    func interval(_ stays: Stays) -> (low: Double, high: Double) {
        let (shift, error) = self.shift(score(stays), spread: 1.5)
        return (difference(shift: shift - Normal.eighty * error), difference(shift: shift + Normal.eighty * error))
    }
}
