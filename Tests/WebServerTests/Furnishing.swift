import Actions
import Ledger
import SalesDomain
import TestDatabase

extension Firm {
    static func furnish(_ ledger: any Transaction) throws {
        try ledger.settings.set("name", "Firm")
        try ledger.settings.set("time_zone", "Europe/Kyiv")
        let source = try ledger.sources.id(of: "firm")
        let north = try ledger.departments.put("North", under: nil, by: .first).id
        let south = try ledger.departments.put("South", under: nil, by: .first).id
        let staff: [(String, String, Role, Department.ID?)] = [
            ("d01", "Dana", .director, nil), ("h01", "Hanna", .head, north), ("s01", "Sava", .seller, north),
            ("s02", "Svitlana", .seller, north), ("s03", "Stepan", .seller, south),
        ]
        let hash = Passwords(cost: .none).hash(password)
        var people: [String: Employee.ID] = [:]
        for (id, name, role, department) in staff {
            let row = EmployeeRow(source: source, externalID: id, name: name, department: department, role: role)
            let person = try ledger.employees.put(row, by: .first).id
            people[id] = person
            if let department {
                _ = try ledger.memberships.put(
                    MembershipRow(employee: person, department: department, role: role, head: role == .head))
            }
            try ledger.addUser(
                named: "\(id)@firm.example", password: hash, role: role, employee: person, language: nil, at: morning)
        }
        try deals(ledger, source, people)
    }

    private static func deals(_ ledger: any Transaction, _ source: Source.ID, _ people: [String: Employee.ID]) throws {
        let pipeline = try ledger.pipelines.put("Sales", kind: .sales, by: .first).id
        let plan: [(String, Stage.Outcome, Double?)] = [
            ("New", .open, 0.2), ("Offer", .open, 0.6), ("Won", .won, nil), ("Lost", .lost, nil),
        ]
        var stages = [(id: Stage.ID, outcome: Stage.Outcome)]()
        for (place, (name, outcome, probability)) in plan.enumerated() {
            let row = StageRow(
                pipeline: pipeline, name: name, position: place + 1, probability: probability, outcome: outcome)
            stages.append((try ledger.stages.put(row).id, outcome))
        }
        let batch = try ledger.openBatch("test", at: morning.adding(seconds: -86_400))
        // One customer, who has bought from North and from South.
        let customer = try ledger.accounts.put(AccountRow(name: "Acme & Sons")).id
        let titles = [
            ("D1", "s01", "<script>alert(1)</script>"), ("D2", "s02", "Svitlana's deal"),
            ("D3", "s03", "Stepan's deal"),
        ]
        for (id, owner, title) in titles {
            let created = morning.adding(seconds: -30 * 86_400)
            var state = DealState(pipeline: pipeline, createdAt: created)
            state.currency = Currency(code: "UAH")
            state.amount = 1_234_500
            state.owner = people[owner]
            state.account = id == "D2" ? nil : customer
            state.stage = stages[0].id
            _ = try ledger.deals.add(
                DealRow(
                    source: source, externalID: id, batch: batch, recordedAt: created, title: title, beginning: state),
                outcome: { stage in stages.first { $0.id == stage }?.outcome ?? .open })
        }
        try ledger.takePosition(for: batch)
    }
}
