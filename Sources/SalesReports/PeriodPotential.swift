internal import Forecasting
internal import Foundation
internal import SalesDomain
internal import SalesFacts

/// What a whole period would bring a scope with every stage at its reference, from its first day to its last: what stood
/// open when it began, and as many new deals as usually come. How much of the period has passed changes nothing in it.
struct PeriodPotential {
    /// Minor units; in eight cases of ten within `low ... high`.
    let mean: Int64
    let low: Int64
    let high: Int64

    /// Arrivals are those of so many days before.
    private static let usual: Int32 = 182
    /// Wins' worth with which a scope's mean amount is drawn to the reference's.
    private static let prior = 5.0

    /// Nil where nothing can be said: no reference, nobody has come yet, no amount is known, or money comes after the win.
    init?(_ maker: PlanFactMaker, _ own: ScopeFunnel, _ chains: [FunnelChain], months: Double) {
        guard !maker.request.basis.comesAfterTheWin else { return nil }
        let ground = maker.ground
        let first = min(maker.request.period.start.number, ground.passages.watched + 1)
        let inflow = Inflow(maker, own, before: first, PeriodPotential.usual)
        guard let inflow, !chains.isEmpty else { return nil }
        var (mean, squares, scatter) = (0.0, 0.0, 0.0)
        var isKnown = false
        for chain in chains {
            guard
                let value = WonValue(ground, own.scope, chain.pipeline, maker.margins).drawn(
                    to: WonValue(ground, maker.reference.said.scope, chain.pipeline, maker.margins),
                    PeriodPotential.prior)
            else { continue }
            isKnown = true
            let wins = inflow.wins(chain, maker, own, from: first)
            mean += wins * value.mean
            squares += wins * value.square
            let loose = chain.states.reduce(0) { sum, state in
                let failing = months * (1 - (maker.reference.conversion(state) ?? 0))
                return sum + failing * failing
            }
            scatter = max(scatter, loose + inflow.scatter(chain, maker, own))
        }
        guard isKnown else { return nil }
        self.mean = Int64(nearest: mean)
        guard mean > 0 else {
            (low, high) = (0, 0)
            return
        }
        let sigma = log1p(squares / (mean * mean) + scatter).squareRoot()
        func end(_ side: Double) -> Int64 {
            Int64(nearest: mean * exp(side * Normal.eighty * sigma - sigma * sigma / 2))
        }
        (low, high) = (end(-1), end(1))
    }
}

/// How many deals begin at each stage on a usual day.
private struct Inflow {
    /// By state, on a working day.
    let daily: [Double]

    /// Of `days` before a day, or of all there are; of a book that begins later, of what has come.
    init?(_ maker: PlanFactMaker, _ own: ScopeFunnel, before day: Int32, _ days: Int32) {
        let ground = maker.ground
        guard let first = ground.passages.rows.lazy.map(\.enter).min() else { return nil }
        let start = max(first, day - days)
        let window = day - start >= 28 ? start..<day : first..<(ground.passages.watched + 1)
        guard !window.isEmpty else { return nil }
        let worked = Inflow.working(window, maker).reduce(0, +)
        guard worked > 0 else { return nil }
        daily = ground.table(window, own.scope).arrived.map { Double($0) / worked }
    }

    static func working(_ days: Range<Int32>, _ maker: PlanFactMaker) -> [Double] {
        days.map { maker.facts.calendar.isWorking(Day(number: $0)) ? 1 : 0 }
    }

    /// Within the period, of deals that stand there on day `first` and of those that begin from it on.
    func wins(_ chain: FunnelChain, _ maker: PlanFactMaker, _ own: ScopeFunnel, from first: Int32) -> Double {
        let ground = maker.ground
        let end = max(first, maker.request.period.end.number)
        let shares = ScopeShares(ground.picture.people, own.scope)
        var standing = [[Int32]](repeating: [], count: own.stages.count)
        for row in ground.passages.rows
        where row.enter < first && row.exit >= first && shares.owns(Int(row.deal)) {
            standing[Int(row.state)].append(row.enter)
        }
        let days = Inflow.working(first..<end, maker)
        let flow = StageFlow(
            chain.states.map { state in
                StageFlow.Stage(
                    incidence: maker.reference.incidence[state], factor: { _ in 1 }, standing: standing[state],
                    beginning: days.map { $0 * daily[state] })
            }, first: first, start: maker.request.period.start.number, end: end)
        return flow.coming.last ?? 0
    }

    /// Relative variance of a period's arrivals beyond chance, by how far the year's months scatter.
    func scatter(_ chain: FunnelChain, _ maker: PlanFactMaker, _ own: ScopeFunnel) -> Double {
        let months = maker.ground.months(maker.ground.year, own.scope).map { table in
            Double(chain.states.reduce(0) { $0 + table.arrived[$1] })
        }
        guard months.count >= 4 else { return 0 }
        let mean = months.reduce(0, +) / Double(months.count)
        let variance = months.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(months.count - 1)
        guard mean > 0 else { return 0 }
        let number = max(1, Double(maker.request.period.days) / 30)
        return max(0, variance - mean) / (mean * mean) / number
    }
}

/// Of a scope's wins in the year before in one pipeline: the mean amount and the mean of its square.
private struct WonValue {
    private var money = 0.0
    private var squares = 0.0
    private var number = 0.0

    init(_ ground: FunnelGround, _ scope: Scope, _ pipeline: Int32, _ margins: MarginShares?) {
        let cut = ground.picture.cut
        let shares = ScopeShares(ground.picture.people, scope)
        for deal in cut.won(from: ground.year.lowerBound, to: ground.year.upperBound)
        where cut.pipeline[deal] == pipeline && cut.amount[deal] != Cut.unknown {
            let part = shares.fraction(of: deal) * Double(cut.amount[deal]) * (margins?.share(of: deal) ?? 1)
            number += shares.owns(deal) ? 1 : 0
            money += part
            squares += part * part
        }
    }

    /// Nil where neither knows of any.
    func drawn(to usual: WonValue, _ prior: Double) -> (mean: Double, square: Double)? {
        guard usual.number > 0 else { return number > 0 ? (money / number, squares / number) : nil }
        let all = number + prior
        return (
            (money + prior * usual.money / usual.number) / all, (squares + prior * usual.squares / usual.number) / all
        )
    }
}
