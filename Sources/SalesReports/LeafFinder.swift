internal import SalesDomain

/// Where a person belongs on a day, a million times: most people have one membership without an end.
struct LeafFinder {
    let organisation: Organisation
    let works: [Bool]
    private let always: [Department.ID?]
    private let moves: [Bool]
    private var nodes: [Key: Int32] = [:]
    /// By employee, nobody first: the node of those who never move, -1 while it is not known.
    private(set) var fixed: [Int32]

    private struct Key: Hashable {
        let employee: Int32
        let department: Department.ID?
    }

    init(_ organisation: Organisation, today: Day) {
        self.organisation = organisation
        works = organisation.employees.map { organisation.works($0, on: today) }
        let memberships = Dictionary(grouping: organisation.memberships, by: \.employee)
        moves = organisation.employees.map { employee in
            guard let own = memberships[employee.id] else { return false }
            return own.count > 1 || own.contains { $0.from != nil || $0.to != nil }
        }
        always = organisation.employees.map { memberships[$0.id]?.last?.department }
        fixed = [Int32](repeating: -1, count: organisation.employees.count + 1)
    }

    func department(_ employee: Int32, on day: Int32) -> Department.ID? {
        guard employee >= 0 else { return nil }
        let index = Int(employee)
        return moves[index]
            ? organisation.department(of: organisation.employees[index].id, on: Day(number: day)) : always[index]
    }

    func node(_ employee: Int32, _ department: Department.ID?) -> Int32? {
        if employee >= 0, moves[Int(employee)] { return nodes[Key(employee: employee, department: department)] }
        let known = fixed[Int(employee) + 1]
        return known < 0 ? nil : known
    }

    mutating func remember(_ node: Int32, _ employee: Int32, _ department: Department.ID?) {
        if employee >= 0, moves[Int(employee)] {
            nodes[Key(employee: employee, department: department)] = node
        } else {
            fixed[Int(employee) + 1] = node
        }
    }
}
