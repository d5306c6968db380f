/// Whose figures: the company's, a department's with everything below it, or one person's.
package enum Scope: Hashable, Sendable {
    case company
    /// Nil: of people who belong to no department (`department:`).
    case department(Department.ID?)
    /// Nil: of deals that nobody owns (`employee:`).
    case employee(Employee.ID?)
}

/// As tables and files keep it: a department or a person, at most one of them; neither is the company.
extension Scope {
    package init(department: Department.ID?, employee: Employee.ID?) {
        if let employee {
            self = .employee(employee)
        } else if let department {
            self = .department(department)
        } else {
            self = .company
        }
    }

    package var isPerson: Bool {
        if case .employee = self { return true }
        return false
    }

    package var parts: (department: Department.ID?, employee: Employee.ID?) {
        switch self {
        case .company: (nil, nil)
        case .department(let id): (id, nil)
        case .employee(let id): (nil, id)
        }
    }
}

extension Scope {
    /// All that a name may mean: several people where sources call them alike.
    package static func meant(by text: String, in organisation: Organisation) -> [Scope] {
        if let one = Scope(name: text, in: organisation) { return [one] }
        guard text.hasPrefix("employee:") else { return [] }
        return organisation.employees(called: String(text.dropFirst("employee:".count))).map { .employee($0.id) }
    }

    /// Reads `company`, `department:NAME`, `employee:ID`; nil when there is no such department or person,
    /// or when the id is that of several.
    package init?(name text: String, in organisation: Organisation) {
        switch text {
        case "company": self = .company
        case "department:": self = .department(nil)
        case "employee:": self = .employee(nil)
        case _ where text.hasPrefix("department:"):
            guard let found = organisation.department(named: String(text.dropFirst("department:".count))) else {
                return nil
            }
            self = .department(found.id)
        case _ where text.hasPrefix("employee:"):
            guard let found = organisation.employee(externalID: String(text.dropFirst("employee:".count))) else {
                return nil
            }
            self = .employee(found.id)
        default: return nil
        }
    }

    package func name(in organisation: Organisation) -> String {
        switch self {
        case .company: return "company"
        case .department(let id): return "department:" + (id.flatMap { organisation.department($0)?.name } ?? "")
        case .employee(let id): return "employee:" + (id.flatMap { organisation.employee($0)?.externalID } ?? "")
        }
    }
}
