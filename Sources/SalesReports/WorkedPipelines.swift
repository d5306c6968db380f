internal import SalesDomain
internal import SalesFacts

/// Who works in which of several pipelines: whose deals are open, or were won in the period. A plan of some of them stands
/// only for who does not work in the others.
struct WorkedPipelines: Sendable {
    private let owners: [Pipeline.ID: Set<Employee.ID?>]

    /// Nil where all plans are of everything, or one pipeline is asked about: then nobody needs it.
    init?(_ cut: Cut, _ period: Period, _ facts: Facts) {
        guard cut.stages.pipelines.count > 1, facts.frame.quotas.contains(where: { $0.pipeline != nil }) else {
            return nil
        }
        let employees = facts.organisation.employees
        let days = period.start.number..<period.end.number
        var owners = [Pipeline.ID: Set<Employee.ID?>]()
        for deal in 0..<cut.count {
            let state = cut.state[deal]
            guard StageTable.isOpen(state) || state == StageTable.won && days.contains(cut.since[deal]) else {
                continue
            }
            let owner = cut.owner[deal] < 0 ? nil : employees[Int(cut.owner[deal])].id
            owners[cut.stages.pipelines[Int(cut.pipeline[deal])].id, default: []].insert(owner)
        }
        self.owners = owners
    }

    /// Whether anybody of a scope works in one of these pipelines.
    func hold(_ scope: Scope, in pipelines: [Pipeline.ID], _ organisation: Organisation, on day: Day) -> Bool {
        let members = ScopeMembers(scope, organisation)
        return pipelines.contains { owners[$0]?.contains { members.holds($0, on: day) } ?? false }
    }
}
