extension Quota {
    /// Directors and administrators set every plan; a head those of the people and departments below, never the own one.
    /// Whether the scope may be seen at all is asked elsewhere.
    package static func maySet(
        _ scope: Scope, role: Role, employee: Employee.ID?, in organisation: Organisation, on day: Day
    ) -> Bool {
        switch role {
        case .director, .admin: return true
        case .accountant, .analyst, .seller: return false
        case .head:
            guard let employee else { return false }
            let headed = organisation.headed(by: employee, on: day)
            let below = headed.reduce(into: Set<Department.ID>()) { $0.formUnion(organisation.subtree(of: $1)) }
            switch scope {
            case .company: return false
            case .department(let id): return id.map { below.contains($0) && !headed.contains($0) } ?? false
            case .employee(let id):
                guard let id, id != employee else { return false }
                return organisation.department(of: id, on: day).map(below.contains) ?? false
            }
        }
    }
}
