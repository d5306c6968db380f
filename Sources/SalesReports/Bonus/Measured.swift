internal import Forecasting
internal import Foundation
internal import SalesDomain
internal import SalesFacts

/// What a rule measures: the credits so far, and the distribution of the whole period's total.
struct Measured {
    let credits: [CommissionCredit]
    let total: Distribution
}

/// Measures one scope in one period.
struct Measuring {
    let facts: Facts
    let company: CompanyForecast
    let picture: CompanyPicture
    let scope: Scope
    let period: Period

    /// Nil when the books have nothing of the measure.
    func measured(_ rule: CommissionRule) -> Measured? {
        switch rule.measure {
        case .won: money(rule)
        case .deals, .newAccounts: pieces(rule)
        case .paid, .shipped, .margin, .calls, .callsOutbound, .meetings: nil
        }
    }

    private var nodes: [Int] { company.people.nodes(of: scope).map(Int.init) }
    private var cut: Cut { picture.cut }

    private func money(_ rule: CommissionRule) -> Measured {
        let inside = picture.people.inside(scope)
        let shares = ShareRows(picture.people.nodes)
        func value(_ deal: Int) -> Int64 {
            var own: Int64 = 0
            shares.divide(cut, deal) { own = own.plus(inside[$0] ? $1 : 0) }
            return own
        }
        let figure = Figure.sum(nodes.map { company.amounts[$0] })
        return measured(rule, figure, unit: 1, value: value)
    }

    /// A deal is a piece of its owner; a new account is the first deal that is won with it.
    private func pieces(_ rule: CommissionRule) -> Measured {
        let inside = picture.people.inside(scope)
        let owners = picture.people.nodes.nodeOfDeal
        func value(_ deal: Int) -> Int64 {
            guard inside[Int(owners[deal])] else { return 0 }
            return rule.measure == .deals || (cut.returning[deal] == 0 && cut.account[deal] >= 0) ? 1 : 0
        }
        let figure = Figure.sum(nodes.map { company.counts[$0] })
        return measured(rule, figure, unit: Figure.countUnit, value: value)
    }

    private func measured(_ rule: CommissionRule, _ figure: Figure, unit: Double, value: (Int) -> Int64) -> Measured {
        let won = cut.won(from: period.start.number, to: period.end.number)
        let credits = won.filter { admits(rule, $0) }.compactMap { deal -> CommissionCredit? in
            let own = value(deal)
            return own == 0
                ? nil : CommissionCredit(deal: Deal.ID(cut.id[deal]), day: Day(number: cut.since[deal]), value: own)
        }
        let base = Double(credits.total(\.value))
        guard isPart(rule) else { return Measured(credits: credits, total: figure.distribution.moved(to: base)) }
        let open = share(of: openValues(value), rule)
        let past = share(of: wonValues(value), rule)
        let rest =
            Double(figure.fromOpen) / unit * (open ?? past ?? 0) + Double(figure.fromNew) / unit * (past ?? open ?? 0)
        return Measured(credits: credits, total: figure.distribution.part(base: base, mean: rest))
    }

    private func isPart(_ rule: CommissionRule) -> Bool {
        rule.product != nil || rule.customer != nil || rule.measure == .newAccounts
    }

    func admits(_ rule: CommissionRule, _ deal: Int) -> Bool {
        if let product = rule.product {
            guard cut.product[deal] >= 0, facts.frame.products[Int(cut.product[deal])].id == product else {
                return false
            }
        }
        switch rule.customer {
        case .new: return cut.returning[deal] == 0
        case .existing: return cut.returning[deal] == 1
        case nil: return true
        }
    }

    /// What open deals are expected to bring, of this scope: deal and weight.
    private func openValues(_ value: (Int) -> Int64) -> [(deal: Int, weight: Double)] {
        company.deals.compactMap { estimate in
            let deal = Int(estimate.deal)
            let own = value(deal)
            return own == 0 ? nil : (deal, estimate.winInPeriod * Double(own))
        }
    }

    /// What was won in the year before.
    private func wonValues(_ value: (Int) -> Int64) -> [(deal: Int, weight: Double)] {
        let today = cut.today.number
        return cut.won(from: today - 365, to: today).map { ($0, Double(value($0))) }
    }

    private func share(of values: [(deal: Int, weight: Double)], _ rule: CommissionRule) -> Double? {
        let whole = values.reduce(0) { $0 + $1.weight }
        guard whole > 0 else { return nil }
        return values.filter { admits(rule, $0.deal) }.reduce(0) { $0 + $1.weight } / whole
    }
}

extension Distribution {
    fileprivate func moved(to base: Double) -> Distribution { Distribution(base: base, shape: shape) }

    /// A part of this total: what is sure of it, and the mean of what is to come. Its variance is to its mean as the
    /// whole's is, as with deals that are won or not one by one.
    fileprivate func part(base: Double, mean: Double) -> Distribution {
        let whole = self.mean - self.base
        guard mean > 0, whole > 0 else { return Distribution(base: base + max(0, mean), shape: .point) }
        return .lognormal(base: base, mean: mean, sigma: log1p(variance * mean / whole / (mean * mean)).squareRoot())
    }
}
