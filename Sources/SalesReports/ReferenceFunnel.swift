internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// The funnel that others are measured by: of some deals of some days, stage by stage.
struct ReferenceFunnel {
    let said: PlanFactReport.Reference
    let table: CohortTable
    /// By state.
    let incidence: [Incidence]
    /// Nil where nobody has left the stage.
    let odds: [Odds?]

    init(_ said: PlanFactReport.Reference, _ table: CohortTable) {
        self.said = said
        self.table = table
        let incidence = table.stays.map { Incidence($0) }
        self.incidence = incidence
        odds = zip(table.stays, incidence).map { Odds($0, $1) }
    }

    func conversion(_ state: Int) -> Double? { odds[state] == nil ? nil : incidence[state].conversion }
}

/// What one report of plan against fact is made from.
struct FunnelGround {
    let picture: CompanyPicture
    let passages: Passages
    let organisation: Organisation
    /// The days of the period that are over or running.
    let period: Range<Int32>
    /// A year before them.
    let year: Range<Int32>
    private let states: Int

    init(_ picture: CompanyPicture, _ organisation: Organisation, _ period: Period, watched: Int32) {
        self.picture = picture
        self.organisation = organisation
        passages = Passages(picture.cut, watched: watched)
        states = picture.cut.stages.open.count
        let tomorrow = picture.cut.today.number + 1
        let start = min(period.start.number, tomorrow)
        self.period = start..<max(start, min(period.end.number, tomorrow))
        // In the first days of a book there is nothing before.
        let first = passages.rows.lazy.map(\.enter).min() ?? start
        year = first < start ? max(first, start - 365)..<start : start..<tomorrow
    }

    func table(_ window: Range<Int32>, _ scope: Scope) -> CohortTable {
        let shares = ScopeShares(picture.people, scope)
        return passages.table(picture.cut, from: window.lowerBound, to: window.upperBound) { shares.owns($0) }
    }

    func table(_ window: Range<Int32>, sellers: Set<Int32>) -> CohortTable {
        let owner = picture.cut.owner
        return passages.table(picture.cut, from: window.lowerBound, to: window.upperBound) {
            sellers.contains(owner[$0])
        }
    }

    /// Each seller's deals of some days, in one pass; in order of index of employee, so that sums are the same each time.
    func sellers(_ window: Range<Int32>, in scope: Scope) -> [(seller: Int32, table: CohortTable)] {
        let shares = ScopeShares(picture.people, scope)
        let (owner, amount, watched) = (picture.cut.owner, picture.cut.amount, passages.watched)
        // By index of employee. An empty table that mentions nothing of the ground: else all of it is copied for each row.
        let none = CohortTable(states: states)
        var tables = [CohortTable](repeating: none, count: organisation.employees.count)
        var has = [Bool](repeating: false, count: tables.count)
        for row in passages.rows where window.contains(row.enter) {
            let deal = Int(row.deal)
            guard owner[deal] >= 0, shares.owns(deal) else { continue }
            tables[Int(owner[deal])].add(row, amount[deal], watched: watched)
            has[Int(owner[deal])] = true
        }
        return tables.indices.compactMap { has[$0] ? (Int32($0), tables[$0]) : nil }
    }

    /// The same scope's deals by months of the window: how far a stage scatters from month to month.
    func months(_ window: Range<Int32>, _ scope: Scope) -> [CohortTable] {
        let shares = ScopeShares(picture.people, scope)
        let (amount, watched, first) = (picture.cut.amount, passages.watched, window.lowerBound)
        let none = CohortTable(states: states)
        var tables = [CohortTable](repeating: none, count: window.count / 30 + 1)
        var has = [Bool](repeating: false, count: tables.count)
        for row in passages.rows where window.contains(row.enter) && shares.owns(Int(row.deal)) {
            let month = Int(row.enter - first) / 30
            tables[month].add(row, amount[Int(row.deal)], watched: watched)
            has[month] = true
        }
        return zip(tables, has).compactMap { $1 ? $0 : nil }
    }

    func reference(_ kind: PlanFactReport.Reference.Kind, _ scope: Scope, _ window: Range<Int32>, _ table: CohortTable)
        -> ReferenceFunnel
    {
        ReferenceFunnel(
            PlanFactReport.Reference(
                kind: kind, scope: scope, from: Day(number: window.lowerBound), to: Day(number: window.upperBound),
                deals: table.arrived.reduce(0, +)), table)
    }
}
