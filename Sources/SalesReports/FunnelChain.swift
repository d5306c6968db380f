internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// The stages of one pipeline as a chain: the plan run back through it, and how many come to each stage by the end.
struct FunnelChain {
    struct Plan {
        let wins: Double
        let meanAmount: Double
        /// By place in the chain.
        let entered: [Double]
    }

    let pipeline: Int32
    /// States of the stages, in order: those that somebody of the reference has left. Of another nobody knows how it is
    /// passed, so the chain goes on behind it.
    let states: [Int]
    let usual: RunBack
    let believed: RunBack
    let plan: Plan?
    private let coming: [Double]
    /// Relative errors of the believed conversions.
    private let errors: [Double]
    private let isOver: Bool

    init?(_ states: [Int], pipeline: Int32, of own: ScopeFunnel, _ maker: PlanFactMaker) {
        let reference = maker.reference
        let states = states.filter { reference.conversion($0) != nil }
        let conversions = states.compactMap(reference.conversion)
        guard !states.isEmpty else { return nil }
        self.pipeline = pipeline
        self.states = states
        let scopeArrivals = states.map { own.year.arrived[$0] + own.period.arrived[$0] }
        let arrivals = scopeArrivals.reduce(0, +) > 0 ? scopeArrivals : states.map { reference.table.arrived[$0] }
        usual = RunBack(conversions, arrivals: arrivals)
        believed = RunBack(states.map { own.beliefs.conversion($0) ?? 0 }, arrivals: arrivals)
        errors = states.map { own.beliefs.error($0) / max(1e-6, own.beliefs.conversion($0) ?? 1) }
        plan = FunnelChain.plan(usual, pipeline, own, maker)
        isOver = maker.request.period.end <= maker.ground.picture.cut.today
        coming = isOver ? states.map { _ in 0 } + [0] : FunnelChain.flow(states, own, maker).coming
    }

    /// How many wins the quota takes at the scope's own mean amount, and how many deals at each stage those take. What is to be
    /// paid in a period comes from wins of other days for the most part: such a plan says nothing of deals.
    private static func plan(_ back: RunBack, _ pipeline: Int32, _ own: ScopeFunnel, _ maker: PlanFactMaker) -> Plan? {
        let basis = maker.request.basis
        guard !basis.comesAfterTheWin else { return nil }
        let quotas = QuotaBook(
            maker.facts, maker.company, asOf: maker.request.asOf, measure: Quota.Measure(basis))
        guard let quota = quotas.quota(of: own.scope, in: maker.request.period)?.value, let perWin = back.perWin
        else { return nil }
        let won = WonMix(maker.ground, own.scope, maker.margins).of(pipeline)
        guard let mean = won.meanAmount, mean > 0 else { return nil }
        let wins = Double(quota) * won.share / mean
        return Plan(wins: wins, meanAmount: mean, entered: perWin.map { $0 * wins })
    }

    private static func flow(_ states: [Int], _ own: ScopeFunnel, _ maker: PlanFactMaker) -> StageFlow {
        let ground = maker.ground
        let today = ground.picture.cut.today.number
        let first = ground.passages.watched + 1
        let end = maker.request.period.end.number
        let shares = ScopeShares(ground.picture.people, own.scope)
        var standing = [[Int32]](repeating: [], count: own.stages.count)
        for row in ground.passages.rows where row.end == .open && shares.owns(Int(row.deal)) {
            standing[Int(row.state)].append(row.enter)
        }
        let recent = ground.table((today - 56)..<today, own.scope).arrived
        let calendar = maker.facts.calendar
        func works(_ day: Int32) -> Double { calendar.isWorking(Day(number: day)) ? 1 : 0 }
        let worked = ((today - 56)..<today).reduce(0) { $0 + works($1) }
        let days = (first..<max(first, end)).map(works)
        return StageFlow(
            states.map { state in
                StageFlow.Stage(
                    incidence: own.beliefs.reference.incidence[state], factor: own.beliefs.factor(state),
                    standing: standing[state],
                    beginning: days.map { worked > 0 ? $0 * Double(recent[state]) / worked : 0 })
            }, first: first, start: maker.request.period.start.number, end: end)
    }

    func flow(_ state: Int, _ own: ScopeFunnel) -> PlanFactReport.Flow {
        let place = states.firstIndex(of: state) ?? 0
        let fact = own.period.stays[state].entered
        let amount = own.beliefs.reference.table.meanAmount(state) ?? plan?.meanAmount ?? 0
        let needed = plan?.entered[place]
        return PlanFactReport.Flow(
            plan: needed, planAmount: needed.map { Int64(nearest: $0 * amount) }, fact: fact,
            factAmount: Int64(nearest: own.period.amount[state]), forecast: Double(fact) + coming[place],
            margin: Normal.eighty * coming[place].squareRoot())
    }

    /// Fewer come to a stage than the plan needs, by more than chance explains in so many stages; and that does not come of
    /// too few at the stage before, where it is said already.
    func isShort(_ state: Int, _ own: ScopeFunnel) -> Bool {
        guard let plan, let place = states.firstIndex(of: state) else { return false }
        func came(_ place: Int) -> Double { Double(own.period.stays[states[place]].entered) + coming[place] }
        var needed = plan.entered[place]
        if place > 0, plan.entered[place - 1] > 0 { needed *= min(1, came(place - 1) / plan.entered[place - 1]) }
        return needed - came(place) > Normal.hardly * needed.squareRoot()
    }

    /// Of a hundred who begin, how many are believed to come here, with the 80 % range.
    func reach(_ place: Int) -> (low: Double, middle: Double, high: Double) {
        let middle = believed.reach[place]
        let error = errors.prefix(place).reduce(0) { $0 + $1 * $1 }.squareRoot()
        return (max(0, middle * (1 - Normal.eighty * error)), middle, min(1, middle * (1 + Normal.eighty * error)))
    }
}

/// Of a scope's wins in the year before, each pipeline's share of the money and the mean amount.
struct WonMix {
    private var money: [Int32: Double] = [:]
    private var number: [Int32: Double] = [:]

    init(_ ground: FunnelGround, _ scope: Scope, _ margins: MarginShares?) {
        let cut = ground.picture.cut
        let shares = ScopeShares(ground.picture.people, scope)
        for deal in cut.won(from: ground.year.lowerBound, to: ground.year.upperBound)
        where shares.owns(deal) && cut.amount[deal] != Cut.unknown {
            money[cut.pipeline[deal], default: 0] += Double(cut.amount[deal]) * (margins?.share(of: deal) ?? 1)
            number[cut.pipeline[deal], default: 0] += 1
        }
    }

    func of(_ pipeline: Int32) -> (share: Double, meanAmount: Double?) {
        let all = money.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
        guard let own = money[pipeline], let count = number[pipeline], all > 0 else { return (0, nil) }
        return (own / all, own / count)
    }
}
