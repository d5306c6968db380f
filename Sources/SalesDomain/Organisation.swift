package struct Department: Sendable, Equatable {
    package typealias ID = Key<Department>
    package let id: ID
    package let name: String
    package let parent: ID?
    package init(id: ID, name: String, parent: ID?) {
        self.id = id
        self.name = name
        self.parent = parent
    }
}

package enum Role: String, Sendable, CaseIterable { case seller, head, director, accountant, analyst, admin }

package struct Employee: Sendable, Equatable {
    package typealias ID = Key<Employee>
    package let id: ID
    /// As the company's own CRM calls this person: `s01`; where several do, and call two people alike, with its name
    /// before it: `crm:s01`. Nobody else is called so.
    package let externalID: String
    /// Other names by which this person may be meant; somebody else may have them too.
    package let otherNames: [String]
    /// As an export calls this person, and as a company that imports it does: what order may depend on, unlike our own
    /// numbers, which follow the rows of files.
    package let exportedID: String
    package let name: String
    package let role: Role
    package let active: Bool
    package init(
        id: ID, externalID: String, otherNames: [String] = [], exportedID: String? = nil, name: String, role: Role,
        active: Bool
    ) {
        self.id = id
        self.externalID = externalID
        self.otherNames = otherNames
        self.exportedID = exportedID ?? externalID
        self.name = name
        self.role = role
        self.active = active
    }
}

/// Who belonged to which department, when, and whether as its head.
package struct Membership: Sendable, Equatable {
    package let employee: Employee.ID
    package let department: Department.ID
    package let role: Role
    package let isHead: Bool
    /// Nil: since ever.
    package let from: Day?
    /// The last day, included; nil: still.
    package let to: Day?
    package init(
        employee: Employee.ID, department: Department.ID, role: Role, isHead: Bool, from: Day? = nil, to: Day? = nil
    ) {
        self.employee = employee
        self.department = department
        self.role = role
        self.isHead = isHead
        self.from = from
        self.to = to
    }
    package func holds(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
}

/// The tree of departments and the people in it, effective-dated.
package struct Organisation: Sendable, Equatable {
    package let departments: [Department]
    package let employees: [Employee]
    /// By index of employee: the place in the order of `exportedID`.
    package let ranks: [Int32]
    package let memberships: [Membership]
    private let departmentIndex: [Department.ID: Int]
    private let employeeIndex: [Employee.ID: Int]
    private let membershipsOf: [Employee.ID: [Membership]]

    package init(departments: [Department], employees: [Employee], memberships: [Membership]) {
        self.departments = departments
        self.employees = employees
        ranks = Organisation.ranks(employees)
        self.memberships = memberships
        departmentIndex = Dictionary(uniqueKeysWithValues: departments.enumerated().map { ($1.id, $0) })
        employeeIndex = Dictionary(uniqueKeysWithValues: employees.enumerated().map { ($1.id, $0) })
        membershipsOf = Dictionary(grouping: memberships, by: \.employee)
    }

    private static func ranks(_ employees: [Employee]) -> [Int32] {
        let order = employees.indices.sorted { employees[$0].exportedID < employees[$1].exportedID }
        var ranks = [Int32](repeating: 0, count: employees.count)
        for (rank, index) in order.enumerated() { ranks[index] = Int32(rank) }
        return ranks
    }

    package func department(_ id: Department.ID) -> Department? { departmentIndex[id].map { departments[$0] } }
    package func employee(_ id: Employee.ID) -> Employee? { employeeIndex[id].map { employees[$0] } }
    package func department(named name: String) -> Department? { departments.first { $0.name == name } }

    /// The one who is meant; nil when it is nobody, or one of several.
    package func employee(externalID: String) -> Employee? {
        let meant = employees(called: externalID)
        return meant.count == 1 ? meant[0] : nil
    }

    /// All who may be meant: several where sources call people alike and it is not said which source's is meant.
    package func employees(called name: String) -> [Employee] {
        if let one = employees.first(where: { $0.externalID == name }) { return [one] }
        return employees.filter { $0.otherNames.contains(name) }
    }

    /// Where a person belongs on a day; nil is nobody's department.
    package func department(of employee: Employee.ID, on day: Day) -> Department.ID? {
        membershipsOf[employee]?.last { $0.holds(on: day) }?.department
    }

    /// Whether a person was with the company on a day, as far as memberships tell: not before the first begins, nor after
    /// the last has ended; who has none was there always.
    package func holds(_ person: Employee.ID, on day: Day) -> Bool {
        guard let own = membershipsOf[person] else { return true }
        return own.contains { $0.from.map { $0 <= day } ?? true } && own.contains { $0.to.map { day <= $0 } ?? true }
    }

    /// Where a person belongs on a day, or belonged last before it.
    package func lastDepartment(of person: Employee.ID, on day: Day) -> Department.ID? {
        if let department = department(of: person, on: day) { return department }
        return membershipsOf[person]?.filter { $0.to.map { $0 < day } ?? false }
            .max { ($0.to?.number ?? 0) < ($1.to?.number ?? 0) }?.department
    }

    /// The departments that a person heads on a day.
    package func headed(by employee: Employee.ID, on day: Day) -> [Department.ID] {
        (membershipsOf[employee] ?? []).filter { $0.isHead && $0.holds(on: day) }.map(\.department)
    }

    /// A department and everything below it.
    package func subtree(of root: Department.ID) -> Set<Department.ID> {
        var found: Set<Department.ID> = [root]
        var grew = true
        while grew {
            grew = false
            for department in departments where !found.contains(department.id) {
                if let parent = department.parent, found.contains(parent) {
                    found.insert(department.id)
                    grew = true
                }
            }
        }
        return found
    }
}
