import Actions
import Ledger
import SalesDomain
import TestDatabase
import Testing

final class UserTests {
    private let folder: Folder
    private let store: any Store
    private let cast: Cast
    private let passwords = Passwords(cost: .none)

    init() throws {
        folder = try Folder()
        store = try folder.store()
        cast = try Cast(in: store)
    }

    @Test("an account of an employee has the employee's role, and is listed beside the employee")
    func add() throws {
        let add = AddUser(store: store, passwords: passwords)
        try add(AddUser.Wishes(name: " Оксана ", password: "ten letters", employee: .called("s01")), at: Cast.start)
        let row = try #require(try ListUsers(store: store)().first)
        #expect(row.user.name == "Оксана" && row.user.role == .seller && row.employee == "s01")
    }

    /// The one who is there, with this e-mail; `others` beside them.
    private func employ(_ externalID: String, _ email: String, active: Bool = true) throws {
        try store.write { ledger in
            let source = try ledger.sources.id(of: "crm")
            _ = try ledger.employees.put(
                EmployeeRow(
                    source: source, externalID: externalID, name: externalID, email: email, role: .head,
                    active: active), by: .first)
        }
    }

    @Test("an account is its employee's where the name is the e-mail, however it is written")
    func tied() throws {
        let add = AddUser(store: store, passwords: passwords)
        try employ("m01", "Maria@Acme.example")
        try employ("m02", "maria@acme.example", active: false)
        #expect(try add.isEmail("MARIA@acme.example") && !add.isEmail("nobody@acme.example"))
        let added = try add(
            AddUser.Wishes(name: "maria@acme.EXAMPLE", password: "ten letters", role: .director), at: Cast.start)
        let person = try #require(added.employee)
        #expect(person.externalID == "m01" && person.role == .head && person.isByEmail)
        let row = try #require(try ListUsers(store: store)().first)
        #expect(row.user.role == .head && row.employee == "m01")
        let free = try add(AddUser.Wishes(name: "free", password: "ten letters", role: .analyst), at: Cast.start)
        #expect(free.employee == nil)
    }

    @Test("two employees with one e-mail, and one who has left, are not guessed at; whoever is named is taken")
    func notGuessed() throws {
        let add = AddUser(store: store, passwords: passwords)
        try employ("m01", "m@acme.example")
        try employ("m02", "M@acme.example")
        try employ("m03", "left@acme.example", active: false)
        #expect(throws: UserProblem.severalEmployees("m@acme.example", ["m01", "m02"])) {
            try add(AddUser.Wishes(name: "m@acme.example", password: "ten letters", role: .head), at: Cast.start)
        }
        #expect(throws: UserProblem.employeeLeft("left@acme.example")) {
            try add(AddUser.Wishes(name: "left@acme.example", password: "ten letters", role: .head), at: Cast.start)
        }
        #expect(try ListUsers(store: store)() == [])
        let named = try add(
            AddUser.Wishes(name: "m@acme.example", password: "ten letters", employee: .called("m02")), at: Cast.start)
        #expect(named.employee?.externalID == "m02" && named.employee?.isByEmail == false)
    }

    @Test("nobody has two accounts, and nobody signs in by the e-mail of another who works here")
    func ownOnly() throws {
        let add = AddUser(store: store, passwords: passwords)
        try employ("m01", "maria@acme.example")
        try employ("m02", "olha@acme.example")
        try employ("m03", "left@acme.example", active: false)
        func letIn(_ name: String, _ whose: String? = nil) throws -> AddUser.Added {
            try add(
                AddUser.Wishes(
                    name: name, password: "ten letters", role: .head, employee: whose.map { .called($0) }),
                at: Cast.start)
        }
        #expect(throws: UserProblem.othersEmail("MARIA@acme.example", person: "m01", id: "m01")) {
            try letIn("MARIA@acme.example", "m02")
        }
        #expect(try letIn("left@acme.example", "m02").employee?.externalID == "m02")
        let problem = UserProblem.hasAccount(person: "m02", id: "m02", name: "left@acme.example")
        for (name, whose) in [("olha", "m02"), ("olha@acme.example", nil)] as [(String, String?)] {
            #expect(throws: problem) { try letIn(name, whose) }
        }
        #expect(try letIn("maria@acme.example").employee?.externalID == "m01")
        #expect(try ListUsers(store: store)().count == 2)
    }

    @Test("who has left is given no account by name or by e-mail; of one id the one who works here is meant")
    func left() throws {
        let add = AddUser(store: store, passwords: passwords)
        try employ("m03", "left@acme.example", active: false)
        let problem = UserProblem.personLeft(name: "m03", id: "m03")
        let id = try #require(try store.read { try $0.employees.all().first { $0.row.externalID == "m03" }?.id })
        for whose in [AddUser.Whose.called("m03"), .employee(id)] {
            #expect(throws: problem) {
                try add(AddUser.Wishes(name: "m", password: "ten letters", employee: whose), at: Cast.start)
            }
        }
        #expect(try ListUsers(store: store)() == [])
    }

    @Test("a password that nobody gives is made; a role is needed where no employee has one")
    func made() throws {
        let add = AddUser(store: store, passwords: passwords)
        let made = try add(AddUser.Wishes(name: "  free  bird ", password: nil, role: .analyst), at: Cast.start)
        #expect(made.name == "free bird" && made.password.count == 14)
        let stored = try store.read { try $0.user(named: "free bird") }?.password
        #expect(passwords.matches(made.password, stored))
        #expect(throws: UserProblem.roleMissing("a")) {
            try add(AddUser.Wishes(name: "a", password: "ten letters"), at: Cast.start)
        }
    }

    @Test("two accounts never have one name, however it is written")
    func taken() throws {
        let add = AddUser(store: store, passwords: passwords)
        try add(AddUser.Wishes(name: "Оксана", password: "ten letters", role: .admin), at: Cast.start)
        #expect(throws: UserProblem.nameTaken("ОКСАНА")) {
            try add(AddUser.Wishes(name: "ОКСАНА", password: "ten letters"), at: Cast.start)
        }
    }

    @Test("a short password, an empty name, an unknown employee and an unknown user are refused")
    func refused() throws {
        let add = AddUser(store: store, passwords: passwords)
        #expect(throws: UserProblem.passwordTooShort(least: 10)) {
            try add(AddUser.Wishes(name: "a", password: "short"), at: Cast.start)
        }
        #expect(throws: UserProblem.nameEmpty) {
            try add(AddUser.Wishes(name: "  ", password: "ten letters"), at: Cast.start)
        }
        #expect(throws: UserProblem.noSuchEmployee("nobody")) {
            try add(AddUser.Wishes(name: "a", password: "ten letters", employee: .called("nobody")), at: Cast.start)
        }
        #expect(throws: UserProblem.noSuchUser("a")) {
            try SetPassword(store: store, passwords: passwords)(of: "a", to: "ten letters", at: Cast.start)
        }
        #expect(try ListUsers(store: store)() == [])
    }

    @Test("a new password works, the old one does not, and who was in is out")
    func password() throws {
        let add = AddUser(store: store, passwords: passwords)
        let id = try add(AddUser.Wishes(name: "a", password: "first secret", role: .admin), at: Cast.start).id
        let session = [UInt8](repeating: 1, count: 32)
        try store.write {
            try $0.openSession(session, of: id, at: Cast.start, until: Cast.start.adding(seconds: 60))
        }
        try SetPassword(store: store, passwords: passwords)(of: "A", to: "second secret", at: Cast.start)
        let stored = try store.read { try $0.user(named: "a") }?.password
        #expect(passwords.matches("second secret", stored) && !passwords.matches("first secret", stored))
        #expect(try store.read { try $0.user(ofSession: session, at: Cast.start) } == nil)
    }
}
