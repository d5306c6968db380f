package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Everybody of a scope whom this viewer may see, in the organisation's order.
    package func people(in scope: Scope, for seen: Seen) -> [Employee.ID] {
        let organisation = facts.organisation
        let rights = facts.rights
        let today = facts.calendar.zone.day(of: now)
        return organisation.employees.map(\.id).filter { id in
            guard seen.allows(.employee(id), in: rights, on: today) else { return false }
            switch scope {
            case .company: return true
            case .employee(let own): return own == id
            case .department(let department):
                let home = organisation.department(of: id, on: today)
                guard let department else { return home == nil }
                return home.map { organisation.subtree(of: department).contains($0) } ?? false
            }
        }
    }

    /// Of everybody in the scope who has a commission plan.
    package func bonuses(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> [BonusReport] {
        var bonuses = [BonusReport]()
        for person in looking(asOf: request.asOf).people(in: request.scope, for: seen) {
            let bonus = try bonus(of: person, in: request.period, asOf: request.asOf, for: seen)
            if !bonus.accruals.isEmpty { bonuses.append(bonus) }
        }
        return bonuses
    }

    /// What is kept of a person's bonus: the statement of the asked period, or of the only one in which the plan pays.
    package func statement(_ bonus: BonusReport, among known: [CommissionStatement]) -> CommissionStatement? {
        let periods = [bonus.period] + (bonus.accruals.count == 1 ? bonus.accruals.map(\.period) : [])
        return periods.lazy.compactMap { period in
            known.first { $0.employee == bonus.employee && $0.period == period }
        }.first
    }
}
