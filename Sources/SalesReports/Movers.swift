internal import SalesDomain

/// What those who moved within a period won in each department, by which their plans are divided.
struct Movers {
    private let period: Period
    /// By person who has won something of the period, in the order of the tree.
    private let won: [Employee.ID: [(department: Department.ID?, won: Int64)]]

    /// Nil when nobody has won anything in two departments.
    init?(_ company: CompanyForecast) {
        var won: [Employee.ID: [(department: Department.ID?, won: Int64)]] = [:]
        for (node, place) in company.people.places.enumerated() {
            guard case .leaf(let employee?, let department) = place else { continue }
            let figures = company.isCounted ? company.counts : company.amounts
            won[employee, default: []].append((department, figures[node].won))
        }
        self.won = won.filter { $0.value.count > 1 }
        if self.won.isEmpty { return nil }
        period = company.question.period
    }

    func people(from department: Department.ID?, in asked: Period) -> [Employee.ID] {
        guard asked == period else { return [] }
        return won.filter { $0.value.contains { $0.department == department && $0.won > 0 } }.keys
            .sorted { $0.number < $1.number }
    }

    /// A plan, department by department: elsewhere what was won there, as far as the plan goes, the rest at `home`.
    func split(_ plan: Int64, of person: Employee.ID, at home: Department.ID?, in asked: Period)
        -> [(department: Department.ID?, value: Int64)]
    {
        guard asked == period, let parts = won[person] else { return [(home, plan)] }
        var left = max(0, plan)
        var split: [(department: Department.ID?, value: Int64)] = []
        for part in parts where part.department != home && part.won > 0 {
            let taken = min(left, part.won)
            split.append((part.department, taken))
            left -= taken
        }
        return split + [(home, left)]
    }
}
