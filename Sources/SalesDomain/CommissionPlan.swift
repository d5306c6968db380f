/// How a bonus is counted, for whom and since when. Amounts are in minor units of the base currency, accrued, before tax.
package struct CommissionPlan: Sendable, Equatable {
    package typealias ID = Key<CommissionPlan>

    package let id: ID
    /// Versions of one plan bear one name and differ in `from`.
    package let name: String
    /// How often it pays: a month, a quarter or a year.
    package let every: Period.Kind
    /// The most that it pays one person for one period; nil: no ceiling.
    package let cap: Int64?
    /// Who is there for a part of the period's working days is measured by that part of plan, target, bounds and ceilings.
    package let proRata: Bool
    /// Nil: since ever.
    package let from: Day?
    /// The last day, included; nil: still.
    package let to: Day?
    package let rules: [CommissionRule]
    package let members: [Member]

    package init(
        id: ID, name: String, every: Period.Kind, cap: Int64?, proRata: Bool, from: Day?, to: Day?,
        rules: [CommissionRule], members: [Member]
    ) {
        self.id = id
        self.name = name
        self.every = every
        self.cap = cap
        self.proRata = proRata
        self.from = from
        self.to = to
        self.rules = rules
        self.members = members
    }

    /// For whom: one person, everybody of a department and below it, or everybody of a role. Everybody when none is said.
    package struct Member: Sendable, Equatable {
        package enum Who: Hashable, Sendable {
            case employee(Employee.ID)
            case department(Department.ID)
            case role(Role)
        }
        package let who: Who
        package let from: Day?
        /// The last day, included.
        package let to: Day?
        package init(who: Who, from: Day? = nil, to: Day? = nil) {
            self.who = who
            self.from = from
            self.to = to
        }
        package func holds(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
    }

    package func holds(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
}

extension [CommissionPlan] {
    /// The plan of a person on a day: the one that names the person, else the nearest department, else the role, else one
    /// that is everybody's; of equals the one that holds since later.
    package func plan(of employee: Employee.ID, in organisation: Organisation, on day: Day) -> CommissionPlan? {
        let found = filter { $0.holds(on: day) }.compactMap { plan in
            plan.closeness(to: employee, in: organisation, on: day).map { (plan: plan, rank: $0) }
        }
        return found.min {
            ($0.rank, -Int64($0.plan.from?.number ?? .min), $0.plan.id)
                < ($1.rank, -Int64($1.plan.from?.number ?? .min), $1.plan.id)
        }?.plan
    }

    /// The plan by which a person's period is paid: that of its first day on which the person has one.
    package func plan(
        paying employee: Employee.ID, for period: Period, in organisation: Organisation
    ) -> CommissionPlan? {
        for day in period.start.number..<period.end.number {
            if let plan = plan(of: employee, in: organisation, on: Day(number: day)) { return plan }
        }
        return nil
    }
}

extension CommissionPlan {
    /// 0: named; 1…: by a department, the nearest first; then by role; then everybody. Nil: not this person's.
    fileprivate func closeness(to employee: Employee.ID, in organisation: Organisation, on day: Day) -> Int? {
        guard let person = organisation.employee(employee),
            person.active || organisation.department(of: employee, on: day) != nil
        else { return nil }
        let farthest = 1_000
        if members.isEmpty { return farthest + 1 }
        return members.filter { $0.holds(on: day) }.compactMap { member -> Int? in
            switch member.who {
            case .employee(let id): return id == employee ? 0 : nil
            case .role(let role): return role == person.role ? farthest : nil
            case .department(let id):
                return organisation.steps(from: organisation.department(of: employee, on: day), up: id).map { $0 + 1 }
            }
        }.min()
    }
}

extension Organisation {
    /// How many departments up from one another stands; nil when it does not stand above.
    func steps(from department: Department.ID?, up above: Department.ID) -> Int? {
        var here = department
        for step in 0..<64 {
            guard let id = here else { return nil }
            if id == above { return step }
            here = self.department(id)?.parent
        }
        return nil
    }
}
