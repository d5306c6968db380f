import Foundation
internal import Parallel

/// The answer for each open deal, in order of the history.
enum DealEstimates {
    static func all(_ model: PipelineModel, _ curve: WinCurve, _ codes: DealCodes) -> [DealEstimate] {
        let usual = model.usualHazards()
        let parts = 8
        return spread(parts) { part in
            let deals = model.deals.count * part / parts..<model.deals.count * (part + 1) / parts
            return model.groups.flat.reading(codes) { places in
                model.deals[deals].map { one($0, places.place(of: Int($0.deal)), model, curve, codes, usual) }
            }
        }.flatMap { $0 }
    }

    private static func one(
        _ bet: PipelineModel.Chance, _ place: LevelGrid.Place, _ model: PipelineModel, _ curve: WinCurve,
        _ codes: DealCodes, _ usual: PipelineModel.Usual
    ) -> DealEstimate {
        let deal = Int(bet.deal)
        let chances = curve.chances(place, state: bet.state, age: bet.age, due: bet.due)
        let close = curve.close(chances)
        return DealEstimate(
            deal: bet.deal, winInPeriod: bet.chance, winEver: max(bet.chance, chances[chances.count - 1]),
            value: bet.value, expectedClose: close.median, closeP10: close.p10, closeP90: close.p90,
            reasons: model.reasons(of: deal, bet, codes, usual: usual),
            spread: bet.isVague ? model.newSpread : model.valueSpread)
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
    /// against the usual one, each group, and then its expected close, by what its multipliers make of that chance. They add up to the logarithm of the
    /// deal's chance in the period over that of a usual open deal.
    func reasons(of deal: Int, _ bet: Chance, _ codes: DealCodes, usual: Usual) -> [Reason] {
        func ratio(_ a: Double, _ b: Double) -> Double { log(max(a, 1e-6) / max(b, 1e-6)) }
        var reasons = [
            Reason(cause: .stage, logMultiplier: ratio(usual.byState[bet.state], usual.overall)),
            Reason(cause: .age, logMultiplier: ratio(bet.plainChance, usual.byState[bet.state])),
        ]
        // One factor after the other is let in, so that the parts add up to the whole.
        var multiplier = SIMD2<Double>.zero
        var before = bet.plainChance
        for factor in Groups.Factor.allCases {
            multiplier.x += groups.log(.progress, factor, of: deal, codes)
            multiplier.y += groups.log(.losing, factor, of: deal, codes)
            let place = LevelGrid.place(progress: multiplier.x, losing: multiplier.y)
            let after = learned.chances.open(place, bet.state, bet.age)
            reasons.append(Reason(cause: factor.cause, logMultiplier: ratio(after, before)))
            before = after
        }
        let dated = learned.chances.open(
            LevelGrid.place(progress: multiplier.x, losing: multiplier.y), bet.state, bet.age, due: bet.due)
        reasons.append(Reason(cause: .due, logMultiplier: ratio(dated, before)))
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
