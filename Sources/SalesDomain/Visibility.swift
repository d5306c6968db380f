/// Who is asking.
package enum Viewer: Hashable, Sendable {
    /// Whoever has the database in hand: the command line, a job. Sees everything.
    case console
    case employee(Employee.ID)
    /// An account that is no employee, such as the administrator made at the first run.
    case role(Role)
}

/// What somebody may see. Only `Visibility` makes one, and every report takes one: there is no other way to a figure.
package struct Seen: Hashable, Sendable {
    package enum Reach: Hashable, Sendable {
        case everything
        /// Everything in these departments (subtrees written out), and what this person owns.
        case departments(Set<Department.ID>, and: Employee.ID)
        case own(Employee.ID)
        case nothing
    }
    package let viewer: Viewer
    package let reach: Reach
    fileprivate init(viewer: Viewer, reach: Reach) {
        self.viewer = viewer
        self.reach = reach
    }
}

/// The one visibility rule: own records, or the subtree that one heads, or all.
package enum Visibility {
    package static func seen(by viewer: Viewer, in organisation: Organisation, on day: Day) -> Seen {
        switch viewer {
        case .console: return Seen(viewer: viewer, reach: .everything)
        case .role(let role): return Seen(viewer: viewer, reach: seesAll(role) ? .everything : .nothing)
        case .employee(let id):
            guard let employee = organisation.employee(id), employee.active else {
                return Seen(viewer: viewer, reach: .nothing)
            }
            if seesAll(employee.role) { return Seen(viewer: viewer, reach: .everything) }
            let headed = organisation.headed(by: id, on: day)
            if headed.isEmpty { return Seen(viewer: viewer, reach: .own(id)) }
            let subtree = headed.reduce(into: Set<Department.ID>()) { $0.formUnion(organisation.subtree(of: $1)) }
            return Seen(viewer: viewer, reach: .departments(subtree, and: id))
        }
    }

    private static func seesAll(_ role: Role) -> Bool {
        switch role {
        case .director, .accountant, .analyst, .admin: return true
        case .seller, .head: return false
        }
    }
}

extension Seen {
    /// May this viewer ask for that scope's figures? `day` decides who belonged where.
    package func allows(_ scope: Scope, in organisation: Organisation, on day: Day) -> Bool {
        switch (reach, scope) {
        case (.everything, _): return true
        case (.departments(let seen, _), .department(let id)): return id.map(seen.contains) ?? false
        case (.departments(let seen, let own), .employee(let id)):
            guard let id else { return false }
            return id == own || organisation.department(of: id, on: day).map(seen.contains) ?? false
        case (.own(let own), .employee(let id)): return id == own
        case (.departments, .company), (.own, _), (.nothing, _): return false
        }
    }

    /// May this viewer see a record that `owner` holds (or, by share, one of `owners`)?
    package func allows(ownedByAnyOf owners: some Sequence<Employee.ID>, in organisation: Organisation, on day: Day)
        -> Bool
    {
        if reach == .everything { return true }
        return owners.contains { allows(.employee($0), in: organisation, on: day) }
    }

    /// The widest scope that this viewer may ask for: what a page shows when none is named.
    package func home(in organisation: Organisation) -> Scope? {
        switch reach {
        case .everything: return .company
        case .departments(let seen, let own):
            let tops = organisation.departments.filter { department in
                seen.contains(department.id) && !(department.parent.map(seen.contains) ?? false)
            }
            return tops.first.map { .department($0.id) } ?? .employee(own)
        case .own(let own): return .employee(own)
        case .nothing: return nil
        }
    }
}
