import SalesDomain

package struct DepartmentRecord: ExchangeRecord {
    package static let file = ExchangeFile.departments
    package let department: String
    package let parent: String?

    package init(department: String, parent: String?) {
        self.department = department
        self.parent = parent
    }

    package init(_ fields: Fields) throws(Refusal) {
        department = try fields.needed(.department)
        parent = try fields.text(.parent)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(department)
        line.add(parent)
    }
}

package struct EmployeeRecord: ExchangeRecord {
    package static let file = ExchangeFile.employees
    package let id: String
    package let name: String
    package let email: String?
    package let department: String?
    package let role: Role
    package let active: Bool

    package init(id: String, name: String, email: String?, department: String?, role: Role, active: Bool) {
        self.id = id
        self.name = name
        self.email = email
        self.department = department
        self.role = role
        self.active = active
    }

    package init(_ fields: Fields) throws(Refusal) {
        id = try fields.needed(.employee_id)
        name = try fields.text(.name) ?? id
        email = try fields.text(.email)
        department = try fields.text(.department)
        role = try fields.choice(.role, Role.self) ?? .seller
        active = try fields.flag(.active) ?? true
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(id)
        line.add(name)
        line.add(email)
        line.add(department)
        line.add(role.rawValue)
        line.add(active)
    }
}

package struct MembershipRecord: ExchangeRecord {
    package static let file = ExchangeFile.memberships
    package let employee: String
    package let department: String
    /// Nil: the person's own.
    package let role: Role?
    package let head: Bool
    package let from: Day?
    package let to: Day?

    package init(employee: String, department: String, role: Role?, head: Bool, from: Day?, to: Day?) {
        self.employee = employee
        self.department = department
        self.role = role
        self.head = head
        self.from = from
        self.to = to
    }

    package init(_ fields: Fields) throws(Refusal) {
        employee = try fields.needed(.employee_id)
        department = try fields.needed(.department)
        head = try fields.flag(.head) ?? false
        role = try fields.choice(.role, Role.self)
        from = try fields.day(.from)
        to = try fields.day(.to)
        if let from, let to, to < from { throw fields.refusal(.to, .endsBeforeStart) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(employee)
        line.add(department)
        line.add(role?.rawValue)
        line.add(head)
        line.add(from)
        line.add(to)
    }
}

package struct AbsenceRecord: ExchangeRecord {
    package static let file = ExchangeFile.absences
    package let employee: String
    package let from: Day
    /// The last day; nil: not known yet.
    package let to: Day?
    package let kind: String?

    package init(employee: String, from: Day, to: Day?, kind: String?) {
        self.employee = employee
        self.from = from
        self.to = to
        self.kind = kind
    }

    package init(_ fields: Fields) throws(Refusal) {
        employee = try fields.needed(.employee_id)
        from = try fields.neededDay(.from)
        to = try fields.day(.to)
        kind = try fields.text(.kind)
        if let to, to < from { throw fields.refusal(.to, .endsBeforeStart) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(employee)
        line.add(from)
        line.add(to)
        line.add(kind)
    }
}

package struct CalendarRecord: ExchangeRecord {
    package static let file = ExchangeFile.calendar
    package let date: Day
    package let working: Bool
    package let name: String?

    package init(date: Day, working: Bool, name: String?) {
        self.date = date
        self.working = working
        self.name = name
    }

    package init(_ fields: Fields) throws(Refusal) {
        date = try fields.neededDay(.date)
        guard let working = try fields.flag(.working) else { throw fields.refusal(.working, .valueMissing) }
        self.working = working
        name = try fields.text(.name)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(date)
        line.add(working)
        line.add(name)
    }
}
