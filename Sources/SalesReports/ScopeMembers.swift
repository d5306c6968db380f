internal import SalesDomain

/// Whose doings belong to a scope, by the department they were in on that day. The departments below are found once: what
/// asks this looks at every activity or deal of a company.
struct ScopeMembers {
    private let scope: Scope
    private let organisation: Organisation
    private let departments: Set<Department.ID>

    init(_ scope: Scope, _ organisation: Organisation) {
        self.scope = scope
        self.organisation = organisation
        departments = if case .department(let id?) = scope { organisation.subtree(of: id) } else { [] }
    }

    /// What somebody did, or nobody; `owner` holds what nobody did, in a department.
    func holds(_ employee: Employee.ID?, owner: @autoclosure () -> Employee.ID? = nil, on day: Day) -> Bool {
        switch scope {
        case .company: return true
        case .employee(let id): return employee == id
        case .department(let id):
            let department = (employee ?? owner()).flatMap { organisation.department(of: $0, on: day) }
            return id == nil ? department == nil : department.map(departments.contains) ?? false
        }
    }
}
