import Ledger
import LiveFacts
import SalesDomain
import TestDatabase
import Testing

/// Records of several systems, each with ids of its own.
struct SourceTests {
    private let folder: Folder
    private let store: any Store

    init() throws {
        folder = try Folder()
        store = try folder.store()
    }

    private func put(_ people: [(source: String, id: String)]) throws -> [Employee.ID] {
        try store.write { ledger in
            try people.map { one in
                let source = try ledger.sources.id(of: one.source)
                return try ledger.employees.put(
                    EmployeeRow(source: source, externalID: one.id, name: one.id), by: .first
                ).id
            }
        }
    }

    private func organisation() throws -> Organisation { try store.read { try Organisation($0) } }

    @Test("with one source everybody is called as it calls them, colons and all")
    func one() throws {
        let people = try put([("crm", "1"), ("crm", "crm:1")])
        let organisation = try organisation()
        #expect(people.map { organisation.employee($0)?.externalID } == ["1", "crm:1"])
        #expect(organisation.employee(externalID: "crm:1")?.id == people[1])
    }

    @Test("whom two sources call alike is named with the source, and so is whoever is not of the first or our own")
    func several() throws {
        let people = try put([("crm", "1"), ("crm", "2"), ("b", "1"), ("b", "3"), ("own", "4"), ("crm", "b:3")])
        let organisation = try organisation()
        let names = people.compactMap { organisation.employee($0)?.externalID }
        #expect(names == ["crm:1", "2", "b:1", "b:3", "4", "crm:b:3"])
        for (person, name) in zip(people, names) {
            #expect(organisation.employees(called: name).map(\.id) == [person])
            #expect(Scope(name: "employee:" + name, in: organisation) == .employee(person))
        }
        #expect(Set(organisation.employees(called: "1").map(\.id)) == [people[0], people[2]])
        #expect(Scope(name: "employee:1", in: organisation) == nil)
        #expect(organisation.employee(externalID: "3")?.id == people[3])
        #expect(organisation.employee(externalID: "crm:2")?.id == people[1])
        #expect(organisation.employees(called: "own:1").isEmpty)
    }

    @Test("people of one name stand in the order of their ids, whichever came first")
    func namesakes() throws {
        try store.write { ledger in
            for (source, id) in [("own", "7"), ("crm", "2"), ("crm", "1"), ("own", "3")] {
                let source = try ledger.sources.id(of: source)
                _ = try ledger.employees.put(EmployeeRow(source: source, externalID: id, name: "Ivan"), by: .first)
            }
        }
        #expect(try organisation().employees.map(\.externalID) == ["3", "7", "crm:1", "crm:2"])
    }

    @Test("deals are named and found likewise")
    func deals() throws {
        let cast = try Cast(in: store)
        let own = try cast.add(["1", "2"], to: store)
        let other = try store.write { ledger in
            let batch = try ledger.openBatch("test", at: Cast.start)
            let source = try ledger.sources.id(of: "b")
            let ids = try ["1", "3"].map { name in
                try ledger.deals.add(
                    DealRow(
                        source: source, externalID: name, batch: batch, recordedAt: Cast.start, title: nil,
                        beginning: cast.beginning()), outcome: cast.outcome)
            }
            try ledger.takePosition(for: batch)
            return ids
        }
        try store.read { ledger in
            let names = try (own + other).map { try ledger.deals.name($0)?.externalID }
            #expect(names == ["crm:1", "2", "b:1", "b:3"])
            #expect(try ledger.deals.meant(by: "1") == [own[0], other[0]])
            #expect(try ledger.deals.meant(by: "b:1") == [other[0]])
            #expect(try ledger.deals.meant(by: "3") == [other[1]])
            #expect(try ledger.deals.meant(by: "b:2").isEmpty)
        }
    }

    @Test("many deals are named as each is, and with several sources everything is asked for together")
    func together() throws {
        let cast = try Cast(in: store)
        let own = try cast.add(["1", "2", "3"], to: store)
        try store.write { _ = try $0.sources.id(of: "b") }
        try store.read { ledger in
            let sources = try SourceNames(ledger)
            let far = FarTransaction(ledger)
            let names = try far.deals.names(of: Set(own), among: sources)
            #expect(names.count == 3)
            for deal in own { #expect(try names[deal] == ledger.deals.name(deal, among: sources)) }
            #expect(far.unforeseen.isEmpty, "\(far.unforeseen)")
            #expect(far.journeys == 2)
        }
    }
}
