internal import Forecasting
internal import SalesDomain

extension PiecewiseLinear {
    /// The payout of a rule as a function of its total, for the mean over a distribution.
    init(_ terms: CommissionTerms) {
        var function = PiecewiseLinear(PiecewiseLinear.pieces(terms))
        if let threshold = terms.threshold { function = function.nothing(below: Double(threshold)) }
        if terms.goesBelowNothing { function = function.goingOn(belowNothing: terms.slope(terms.steps[0])) }
        if let cap = terms.cap { function = function.capped(at: Double(cap)) }
        self = function
    }

    /// The same from nothing on, and below it so much for each unit.
    private func goingOn(belowNothing slope: Double) -> PiecewiseLinear {
        let above = pieces.filter { $0.start >= 0 }
        let gap = above.first?.start == 0 ? [] : [Piece(start: 0, value: 0, slope: 0)]
        return PiecewiseLinear([Piece(start: -1, value: -slope, slope: slope)] + gap + above)
    }

    private static func pieces(_ terms: CommissionTerms) -> [Piece] {
        var pieces = [Piece(start: -.greatestFiniteMagnitude, value: 0, slope: 0)]
        var value = 0.0
        for (place, step) in terms.steps.enumerated() {
            let start = Double(step.from)
            switch terms.rule.mode {
            case .marginal:
                if place > 0 {
                    value += terms.slope(terms.steps[place - 1]) * (start - Double(terms.steps[place - 1].from))
                }
                pieces.append(Piece(start: start, value: value, slope: terms.slope(step)))
            case .retroactive:
                pieces.append(Piece(start: start, value: terms.slope(step) * start, slope: terms.slope(step)))
            case .step: pieces.append(Piece(start: start, value: terms.lump(step), slope: 0))
            }
        }
        return pieces
    }
}

/// A sum of payouts on totals that rise and fall together: the same rank in each. The mean of the sum is exact without a
/// ceiling on it; its quantiles are an upper bound on the spread.
struct Payouts {
    struct Part {
        let total: SupposedTotal
        let pay: PiecewiseLinear
    }
    let parts: [Part]
    let cap: Int64?

    /// By how much the rules' sum is expected to exceed the ceiling; exactly nothing where it never does.
    var overCeiling: Double {
        guard let cap else { return 0 }
        if parts.count == 1 {
            let part = parts[0]
            return part.total.mean(of: part.pay) - part.total.mean(of: part.pay.capped(at: Double(cap)))
        }
        let ranks = 2_000
        return (0..<ranks).reduce(0) { $0 + max(0, plain(at: (Double($1) + 0.5) / Double(ranks)) - Double(cap)) }
            / Double(ranks)
    }

    /// Nothing pays less on a larger total, so a quantile of the pay is the pay of the quantile.
    func quantile(_ p: Double) -> Double { min(cap.map { Double($0) } ?? .infinity, plain(at: p)) }

    private func plain(at p: Double) -> Double { parts.reduce(0) { $0 + $1.pay($1.total.quantile(p)) } }
}
