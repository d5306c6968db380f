internal import Forecasting
internal import SalesDomain

extension PiecewiseLinear {
    /// The payout of a rule as a function of its total, for the mean over a distribution.
    init(_ terms: CommissionTerms) {
        var function = PiecewiseLinear(PiecewiseLinear.pieces(terms))
        if let threshold = terms.threshold { function = function.nothing(below: Double(threshold)) }
        if let cap = terms.cap { function = function.capped(at: Double(cap)) }
        self = function
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

    var mean: Double {
        guard let cap, parts.count > 1 else {
            let own = parts.reduce(0) { $0 + $1.total.mean(of: pay(of: $1)) }
            return own
        }
        let ranks = 2_000
        return (0..<ranks).reduce(0) { $0 + min(Double(cap), plain(at: (Double($1) + 0.5) / Double(ranks))) }
            / Double(ranks)
    }

    /// Nothing pays less on a larger total, so a quantile of the pay is the pay of the quantile.
    func quantile(_ p: Double) -> Double { min(cap.map { Double($0) } ?? .infinity, plain(at: p)) }

    private func pay(of part: Part) -> PiecewiseLinear { cap.map { part.pay.capped(at: Double($0)) } ?? part.pay }
    private func plain(at p: Double) -> Double { parts.reduce(0) { $0 + $1.pay($1.total.quantile(p)) } }
}
