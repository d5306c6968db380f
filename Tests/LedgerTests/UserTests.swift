import Actions
import Ledger
import SQLiteDriver
import SalesDomain
import Testing

final class UserTests {
    private let folder: Folder
    private let store: SQLiteStore
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
        try add(AddUser.Wishes(name: " Оксана ", password: "ten letters", employee: "s01"), at: Cast.start)
        let row = try #require(try ListUsers(store: store)().first)
        #expect(row.user.name == "Оксана" && row.user.role == .seller && row.employee == "s01")
    }

    @Test("two accounts never have one name, however it is written")
    func taken() throws {
        let add = AddUser(store: store, passwords: passwords)
        try add(AddUser.Wishes(name: "Оксана", password: "ten letters"), at: Cast.start)
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
            try add(AddUser.Wishes(name: "a", password: "ten letters", employee: "nobody"), at: Cast.start)
        }
        #expect(throws: UserProblem.noSuchUser("a")) {
            try SetPassword(store: store, passwords: passwords)(of: "a", to: "ten letters", at: Cast.start)
        }
        #expect(try ListUsers(store: store)() == [])
    }

    @Test("a new password works, the old one does not, and who was in is out")
    func password() throws {
        let add = AddUser(store: store, passwords: passwords)
        let id = try add(AddUser.Wishes(name: "a", password: "first secret"), at: Cast.start)
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
