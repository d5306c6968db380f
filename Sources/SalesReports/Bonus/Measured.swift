internal import Forecasting
internal import Foundation
internal import SalesDomain
internal import SalesFacts

/// What a rule measures: the credits so far, and the distribution of the whole period's total.
struct Measured {
    let credits: [CommissionCredit]
    let total: Distribution
    /// Of the total, in minor units or pieces; of everything that a forecast counts, the forecast's own, to the unit.
    let mean: Double

    init(credits: [CommissionCredit], total: Distribution, mean: Double? = nil) {
        self.credits = credits
        self.total = total
        self.mean = mean ?? total.mean
    }
}

/// Measures one scope in one period. `company` must be of the basis that the rule counts on.
struct Measuring {
    let facts: Facts
    let company: CompanyForecast
    let picture: CompanyPicture
    var scope: Scope
    let period: Period
    /// Of the question: the cut's may be earlier, when no deal has changed since.
    let asOf: Instant
    let customers: FirstWins

    init(_ reporter: Reporter, _ company: CompanyForecast, _ scope: Scope, _ period: Period, asOf: Instant) {
        let pipelines = company.question.pipelines
        facts = reporter.facts
        self.company = company
        picture = reporter.pictures(asOf, pipelines)
        self.scope = scope
        self.period = period
        self.asOf = asOf
        customers = reporter.firstWins(picture.cut, asOf: asOf, pipelines)
    }

    /// Nil when the books have nothing of the measure.
    func measured(_ rule: CommissionRule) -> Measured? {
        switch rule.measure {
        case .won: won(rule, margins: nil)
        case .margin: won(rule, margins: MarginShares(facts, cut))
        case .paid, .shipped: came(rule)
        case .deals, .newAccounts: pieces(rule)
        case .calls, .callsOutbound, .meetings:
            EventsMeasured(
                EventBook(rule.measure, facts, period, asOf: asOf).days(of: scope), facts, period, asOf: asOf
            ).measured
        }
    }

    private var nodes: [Int] { company.people.nodes(of: scope).map(Int.init) }
    private var cut: Cut { picture.cut }
    private var money: Figure { Figure.sum(nodes.map { company.amounts[$0] }) }
    private var days: Range<Int32> { period.start.number..<period.end.number }
    private var yearBefore: Range<Int32> { cut.today.number - 365..<cut.today.number }

    /// What one deal brought, or would bring, to the total.
    private typealias Worth = (Int) -> Int64

    /// The scope's shares of a sum of a deal.
    private var shared: (_ sum: Int64, _ deal: Int) -> Int64 {
        let inside = picture.people.inside(scope)
        let shares = ShareRows(picture.people.nodes)
        return { sum, deal in
            var own: Int64 = 0
            shares.divide(sum, of: deal) { own = own.plus(inside[$0] ? $1 : 0) }
            return own
        }
    }

    /// Amounts of wins, or what they earn above their cost.
    private func won(_ rule: CommissionRule, margins: MarginShares?) -> Measured {
        let shared = self.shared
        func worth(_ deal: Int) -> Int64 {
            let amount = cut.amount[deal]
            guard amount != Cut.unknown else { return 0 }
            return shared(margins.map { Int64(nearest: Double(amount) * $0.share(of: deal)) } ?? amount, deal)
        }
        return measured(rule, money, unit: 1, wins: worth)
    }

    /// A deal is a piece of its owner.
    private func pieces(_ rule: CommissionRule) -> Measured {
        let inside = picture.people.inside(scope)
        let owners = picture.people.nodes.nodeOfDeal
        func worth(_ deal: Int) -> Int64 { inside[Int(owners[deal])] ? 1 : 0 }
        return measured(
            rule, Figure.sum(nodes.map { company.counts[$0] }), unit: Figure.countUnit, wins: worth)
    }

    private func measured(_ rule: CommissionRule, _ figure: Figure, unit: Double, wins worth: Worth) -> Measured {
        func credits(_ days: Range<Int32>) -> [Credit] {
            cut.won(from: days.lowerBound, to: days.upperBound).map {
                Credit(deal: $0, day: cut.since[$0], value: worth($0))
            }
        }
        let own = credits(days).filter { admits(rule, $0.deal) }
        let inPieces = !rule.measure.isMoney
        guard rule.isPart else { return measured(own, figure, unit: unit, rest: nil, inPieces: inPieces) }
        let open = share(of: company.deals.map { (Int($0.deal), $0.winInPeriod * Double(worth(Int($0.deal)))) }, rule)
        let past = share(of: credits(yearBefore).map { ($0.deal, Double($0.value)) }, rule)
        let rest =
            Double(figure.fromOpen) / unit * (open ?? past ?? 0) + Double(figure.fromNew) / unit * (past ?? open ?? 0)
        return measured(own, figure, unit: unit, rest: rest, inPieces: inPieces)
    }

    /// What was paid or sent, less what went back, each on its own day: a deal that is paid in parts is credited in parts.
    private func came(_ rule: CommissionRule) -> Measured {
        let shared = self.shared
        func credits(_ days: Range<Int32>) -> [Credit] {
            let payments = PaymentsOfCut(rule.measure.basis ?? .paid, facts, cut, on: days)
            return DealMoney.came(payments, cut).map {
                Credit(deal: $0.deal, day: $0.day, value: shared($0.money, $0.deal))
            }
        }
        let own = credits(days).filter { admits(rule, $0.deal) }
        guard rule.isPart else { return measured(own, money, rest: nil) }
        let past = share(of: credits(yearBefore).map { ($0.deal, Double($0.value)) }, rule)
        let rest = Double(money.fromOpen.plus(money.fromNew)) * (past ?? 0)
        return measured(own, money, rest: rest)
    }

    private struct Credit {
        let deal: Int
        let day: Int32
        let value: Int64
    }

    /// - Parameters:
    ///   - unit: how much of the figure is one.
    ///   - rest: the mean of what is to come, where only a part of the whole counts.
    ///   - inPieces: half a customer is never paid for.
    private func measured(
        _ own: [Credit], _ figure: Figure, unit: Double = 1, rest: Double?, inPieces: Bool = false
    ) -> Measured {
        let whole = figure.distribution
        let credits = own.filter { $0.value != 0 }.map {
            CommissionCredit(deal: Deal.ID(cut.id[$0.deal]), day: Day(number: $0.day), value: $0.value)
        }
        let base = Double(credits.total(\.value))
        let total = rest.map { whole.part(base: base, mean: $0) } ?? whole.moved(to: base)
        let mean = base + (rest ?? Double(figure.fromOpen.plus(figure.fromNew)) / unit)
        return Measured(credits: credits, total: inPieces ? total.inPieces : total, mean: mean)
    }

    /// What a deal is counted for: its product, and the customer, who is new once. A new account is counted with the
    /// first deal that is won with it.
    func admits(_ rule: CommissionRule, _ deal: Int) -> Bool {
        if let product = rule.product {
            guard cut.product[deal] >= 0, facts.frame.products[Int(cut.product[deal])].id == product else {
                return false
            }
        }
        guard rule.customer != nil || rule.measure == .newAccounts else { return true }
        let isNew = customers.isNew(deal)
        return (rule.customer != .existing || !isNew) && (rule.asksForNew ? isNew : true)
    }

    /// What of a deal's money counts of what it brings; nil where deals bring nothing.
    func keptOfDeals(_ rule: CommissionRule) -> ((Int) -> Double)? {
        switch rule.measure {
        case .won, .paid, .shipped, .deals, .newAccounts: return { _ in 1 }
        case .margin:
            let margins = MarginShares(facts, cut)
            return { max(0, margins.share(of: $0)) }
        case .calls, .callsOutbound, .meetings: return nil
        }
    }

    private func share(of values: [(deal: Int, weight: Double)], _ rule: CommissionRule) -> Double? {
        let whole = values.reduce(0) { $0 + $1.weight }
        guard whole > 0 else { return nil }
        return values.filter { admits(rule, $0.deal) }.reduce(0) { $0 + $1.weight } / whole
    }
}

extension CommissionRule {
    /// Only some deals of the scope count.
    var isPart: Bool { product != nil || customer != nil || measure == .newAccounts }
    fileprivate var asksForNew: Bool { customer == .new || measure == .newAccounts }
}

extension Distribution {
    fileprivate var inPieces: Distribution { .pieces(base: base, mean: mean - base, variance: variance) }

    fileprivate func moved(to base: Double) -> Distribution { Distribution(base: base, shape: shape) }

    /// A part of this total: what is sure of it, and the mean of what is to come. Its variance is to its mean as the
    /// whole's is, as with deals that are won or not one by one.
    fileprivate func part(base: Double, mean: Double) -> Distribution {
        let whole = self.mean - self.base
        guard mean > 0, whole > 0 else { return Distribution(base: base + max(0, mean), shape: .point) }
        return .lognormal(base: base, mean: mean, sigma: log1p(variance * mean / whole / (mean * mean)).squareRoot())
    }
}
