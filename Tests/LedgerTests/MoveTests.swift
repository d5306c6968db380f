import Actions
import Foundation
import Ledger
import SQLiteDriver
import SalesDomain
import TestDatabase
import Testing

@Suite("A company that is copied") final class MoveTests {
    private let folder: Folder
    private let store: any Store
    private let cast: Cast

    init() throws {
        folder = try Folder()
        store = try folder.store()
        cast = try Cast(in: store)
        let moved = [cast.change(.stage, nil, cast.stages[2].number), cast.change(.amount, nil, 5)]
        try cast.add(["d1", "d2", "їжак"], nil, moved, to: store)
        try store.write { ledger in
            // The part comes before the whole: its number is the smaller one.
            let part = try ledger.departments.put("Part", under: nil, by: .first).id
            let whole = try ledger.departments.put("Whole", under: nil, by: .first).id
            let batch = try ledger.openBatch("test", at: Cast.start)
            _ = try ledger.departments.put("Part", under: whole, by: Telling(at: Cast.start) { batch })
            try ledger.takePosition(for: batch)
            #expect(part.number < whole.number)
            let password = PasswordHash(salt: [0, 1], hash: [255], rounds: 1, blockSize: 1, parallelism: 1)
            let olena = try ledger.addUser(
                named: "olena", password: password, role: .admin, employee: nil, language: .uk, at: Cast.start)
            let token = try ledger.addToken([7], named: "report", of: olena, at: Cast.start, until: nil)
            try ledger.noteUse(of: token, on: Day(number: 17_000))
            _ = try ledger.words.id(of: "zero \u{0}")
        }
    }

    @Test("holds there what it holds here, whichever engine is which, and goes on from its numbers")
    func copied() throws {
        let file = try folder.file("copy.sqlite")
        let rows = try MoveCompany(from: store)(to: file)
        let sums = try store.read { try $0.sums() }
        #expect(rows == sums.reduce(0) { $0 + $1.rows } && rows > 20)
        #expect(try file.read { try $0.sums() } == sums)
        let back = try folder.store("back.sqlite")
        try MoveCompany(from: file)(to: back)
        #expect(try back.read { try $0.sums() } == sums)
        #expect(try CheckDatabase(store: back)().isWhole)
        let last = try #require(try store.read { try $0.deals.find("їжак", of: cast.source) })
        #expect(try cast.add(["d4"], to: back)[0].number == last.number + 1)
        #expect(try back.read { try $0.position() } == store.read { try $0.position() } + 1)
        #expect(try back.read { try $0.sums() } != sums)
    }

    @Test("is not copied into a database that holds anything, and nothing of that changes")
    func notEmpty() throws {
        let file = try folder.file("copy.sqlite")
        try file.write { _ = try $0.words.id(of: "mine") }
        #expect(throws: CareProblem.notEmpty) { try MoveCompany(from: store)(to: file) }
        #expect(try file.read { try $0.sums() }.reduce(0) { $0 + $1.rows } == 2)
    }

    @Test("leaves nothing behind where the copy is not what was read")
    func differs() throws {
        let file = try folder.file("copy.sqlite")
        let meddle: SQL = """
            CREATE TRIGGER meddling AFTER INSERT ON words BEGIN UPDATE words SET text = text || '!' WHERE id = NEW.id; END
            """
        try file.write { try $0.define(meddle) }
        #expect(throws: CareProblem.copyDiffers(table: "words")) { try MoveCompany(from: store)(to: file) }
        #expect(try file.read { try $0.isBlank() })
    }

    @Test("tells which of the two databases failed")
    func whichFailed() throws {
        let drop: SQL = "DROP TABLE alert_snoozes"
        let file = try folder.file("copy.sqlite")
        try file.write { try $0.define(drop) }
        #expect(throws: MoveCompany.TargetFailed.self) { try MoveCompany(from: store)(to: file) }
        try store.write { try $0.define(drop) }
        let fresh = try folder.file("fresh.sqlite")
        #expect(throws: LedgerError.self) { try MoveCompany(from: store)(to: fresh) }
        #expect(try fresh.read { try $0.isBlank() })
    }

    @Test("leaves no table and no column behind")
    func complete() throws {
        let columns: SQL = """
            SELECT m.name, count(*) FROM sqlite_master m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name <> 'migrations' GROUP BY m.name ORDER BY m.name
            """
        let there = try folder.file("schema.sqlite").read { try $0.all(columns) { "\($0.text(0)) \($0.int(1))" } }
        let parts = Dictionary(grouping: SQLiteTables.copied, by: \.table).mapValues {
            $0.reduce(0) { $0 + $1.columns }
        }
        #expect(there == parts.map { "\($0.key) \($0.value)" }.sorted())
    }

    /// A table that is copied in two steps has its key in both.
    private enum SQLiteTables {
        static var copied: [(table: String, columns: Int)] {
            copiedTables.map { one in
                one.table.hasSuffix("(parent)") ? (String(one.table.prefix { $0 != " " }), one.columns - 1) : one
            }
        }
    }
}
