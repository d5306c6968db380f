internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Who falls behind the reference at which stage, so far that all comparisons together would hardly show it by chance.
struct StageSignals {
    struct Comparison {
        let state: Int
        let scope: Scope
        let window: Range<Int32>
        let stays: Stays
        let score: Odds.Score
        let spread: Double
        let odds: Odds
    }

    private(set) var comparisons: [Comparison] = []
    /// How far sellers scatter, and how far months do.
    let people: Double
    let months: Double

    init(_ ground: FunnelGround, _ reference: ReferenceFunnel, scope: Scope) {
        let states = reference.odds.indices.filter { reference.odds[$0] != nil }
        func scores(_ tables: some Sequence<CohortTable>) -> [Odds.Score] {
            tables.flatMap { table in
                states.compactMap { state in reference.odds[state].map { $0.score(table.stays[state]) } }
            }
        }
        let whole = ground.year.lowerBound..<max(ground.year.upperBound, ground.period.upperBound)
        people = Family.spread(scores(ground.sellers(whole, in: reference.said.scope).map(\.table)))
        months = Family.spread(scores(ground.months(ground.year, reference.said.scope)))
        let period = ground.table(ground.period, scope)
        for state in states { add(state, scope, ground.period, period, months, reference) }
        if scope != reference.said.scope {
            let year = ground.table(whole, scope)
            for state in states { add(state, scope, whole, year, people, reference) }
        }
        if case .employee = scope { return }
        let staff = ground.organisation.employees
        for (seller, table) in ground.sellers(whole, in: scope) {
            let employee = staff[Int(seller)]
            guard ground.organisation.works(employee, on: ground.picture.cut.today) else { continue }
            for state in states { add(state, .employee(employee.id), whole, table, people, reference) }
        }
    }

    private mutating func add(
        _ state: Int, _ scope: Scope, _ window: Range<Int32>, _ table: CohortTable, _ spread: Double,
        _ reference: ReferenceFunnel
    ) {
        guard let odds = reference.odds[state] else { return }
        let score = odds.score(table.stays[state])
        guard score.variance >= Family.leastVariance else { return }
        comparisons.append(
            Comparison(
                state: state, scope: scope, window: window, stays: table.stays[state], score: score, spread: spread,
                odds: odds))
    }

    /// Surest first, with how sure: 1 − the chance that any comparison of the family brings so much.
    var found: [(comparison: Comparison, confidence: Double)] {
        let chances = comparisons.map { Family.chance($0.score, spread: $0.spread) }
        let number = Double(comparisons.count)
        return zip(comparisons, chances).filter { $0.1 * number <= Family.level }
            .sorted { ($0.1, $0.0.state) < ($1.1, $1.0.state) }.map { ($0.0, 1 - $0.1 * number) }
    }

    /// A scope's own stage better than the reference by as much.
    func isBetter(_ state: Int, _ scope: Scope) -> Bool {
        comparisons.contains { comparison in
            comparison.state == state && comparison.scope == scope
                && Family.chance(comparison.score.turned, spread: comparison.spread) * Double(comparisons.count)
                    <= Family.level
        }
    }
}
