import Foundation
import Ledger
import SQLiteDriver
import SalesDomain
import TestDatabase
import Testing

final class StoreTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test("values bound out of order reach the parameters that name them")
    func outOfOrder() throws {
        let store = try folder.store()
        let question: SQL = "SELECT $2, $1, $3, $2, '$1'"
        let answer = try store.read { transaction in
            try transaction.first(question, [.text("first"), .int(2), .null]) { row in
                (row.int(0), row.text(1), row.isNull(2), row.int(3), row.text(4))
            }
        }
        let found = try #require(answer)
        #expect(found == (2, "first", true, 2, "$1"))
    }

    @Test("every kind of value comes back as it went in")
    func values() throws {
        let store = try folder.store()
        let question: SQL = "SELECT $1, $2, $3, $4, $5"
        try store.read { transaction in
            let values: [Value] = [.int(.min), .double(0.1), .text(""), .bytes([]), .text("Їжак\u{0}👩‍👧")]
            try transaction.each(question, values) { row in
                #expect(row.int(0) == .min)
                #expect(row.double(1) == 0.1)
                #expect(!row.isNull(2) && row.text(2) == "")
                #expect(!row.isNull(3) && row.bytes(3) == [])
                #expect(row.text(4) == "Їжак\u{0}👩‍👧")
            }
        }
    }

    @Test("every column of a table keeps what it was given, to the bit")
    func columns() throws {
        let store = try folder.store()
        let table: SQL = "CREATE TABLE kept (number {int}, share {real}, words TEXT, proof {bytes}) {kept}"
        let add: SQL = "INSERT INTO kept (number, share, words, proof) VALUES ($1, $2, $3, $4)"
        let all: SQL = "SELECT number, share, words, proof FROM kept ORDER BY number"
        var dice = Dice(seed: 3)
        var rows: [[Value]] = [
            [.int(.min), .double(.pi), .text(""), .bytes([])],
            [.int(.max), .double(.infinity), .text("\u{0}"), .null],
            [.int(0), .double(.leastNonzeroMagnitude), .text("a\u{10FFFF}0\u{0}\u{10FFFF}1ї"), .bytes([0, 255])],
            [.int(1), .null, .null, .bytes([0])],
            [.int(-1), .double(0.1 + 0.2), .text("\\x41'\"$1"), .bytes([39, 92])],
        ]
        for _ in 0..<500 {
            let number = Int64.random(in: .min ... .max, using: &dice)
            let share = Double(bitPattern: dice.next())
            rows.append([
                .int(number), .double(share.isNaN ? 1 : share), .text("\(share) їжак"),
                .bytes([UInt8(truncatingIfNeeded: number)]),
            ])
        }
        try store.write { ledger in
            try ledger.define(table)
            for row in rows { try ledger.send(add, row) }
        }
        var found: [[Value]] = []
        try store.read { try $0.each(all) { row in found.append((0..<4).map { row.value($0) }) } }
        let wanted = rows.sorted { left, right in
            guard case (.int(let one), .int(let other)) = (left[0], right[0]) else { return false }
            return one < other
        }
        #expect(found.count == wanted.count)
        for (one, other) in zip(found, wanted) { #expect(one == other) }
    }

    @Test("what is wrong with a statement that nobody waited for undoes the whole transaction")
    func sent() throws {
        let store = try folder.store()
        let add: SQL = "INSERT INTO words (text) VALUES ($1)"
        for count in [2, 700] {
            let error = #expect(throws: LedgerError.self) {
                try store.write { ledger in
                    for number in 0..<count { try ledger.send(add, [.text("w\(number % (count - 1))")]) }
                }
            }
            guard case .broken(.unique, _) = error else { Issue.record("\(String(describing: error))"); continue }
        }
        let words: SQL = "SELECT count(*) FROM words"
        #expect(try store.read { try $0.number(words) } == 0)
        try store.write { for number in 0..<700 { try $0.send(add, [.text("w\(number)")]) } }
        #expect(try store.read { try $0.number(words) } == 700)
    }

    @Test("what was foreseen is answered as if it had been asked, also after it was written and forgotten")
    func foreseen() throws {
        let store = try folder.store()
        let add: SQL = "INSERT INTO words (text) VALUES ($1)"
        let find: SQL = "SELECT text FROM words WHERE text LIKE $1 ORDER BY text"
        func found(_ ledger: any Transaction, _ like: String) throws -> [String] {
            try ledger.all(find, [.text(like)]) { $0.text(0) }
        }
        try store.write { ledger in
            for word in ["a1", "a2", "b1"] { try ledger.send(add, [.text(word)]) }
            try ledger.foresee(find) { ["a%", "b%", "c%", "a%"].map { [.text($0)] } }
            for _ in 0..<2 {
                #expect(try found(ledger, "a%") == ["a1", "a2"])
                #expect(try found(ledger, "b%") == ["b1"])
                #expect(try found(ledger, "c%") == [])
            }
            #expect(try found(ledger, "%1") == ["a1", "b1"])
            try ledger.send(add, [.text("c1")])
            ledger.forget(find, [.text("c%")])
            #expect(try found(ledger, "c%") == ["c1"])
            try ledger.foresee(find) { [[.text("d%")]] }
        }
        // A transaction foresees for itself alone.
        try store.write { try $0.send(add, [.text("d1")]) }
        #expect(try store.read { try found($0, "d%") } == ["d1"])
    }

    @Test("a reader sees one instant while others write")
    func instant() throws {
        let store = try folder.store()
        try store.read { reader in
            #expect(try reader.position() == 0)
            try store.write { _ = try $0.takePosition() }
            #expect(try reader.position() == 0)
        }
        #expect(try store.read { try $0.position() } == 1)
    }

    @Test("a question may be asked again while its rows are read")
    func nested() throws {
        let store = try folder.store()
        let three: SQL = "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3"
        var pairs = 0
        try store.read { transaction in
            try transaction.each(three) { _ in try transaction.each(three) { _ in pairs += 1 } }
        }
        #expect(pairs == 9)
    }

    @Test("migrating a second time does nothing, and a later version's database is refused")
    func migrations() throws {
        let store = try folder.store(migrated: false)
        #expect(try store.schema() == .empty)
        #expect(try store.migrate() == Migration.all.map(\.number))
        #expect(try store.migrate() == [])
        #expect(try store.schema() == .current)
        let later: SQL = "INSERT INTO migrations (number, name) VALUES (999, 'later')"
        try store.write { _ = try $0.run(later) }
        #expect(throws: LedgerError.tooNew(found: 999, known: Migration.known)) { try store.migrate() }
    }

    @Test("a database of another application is refused and not one byte of it changes")
    func foreign() throws {
        let path = folder.path("theirs.db")
        try theirs(path)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(throws: LedgerError.foreign(cause: "\(path) is a database of another application")) {
            try SQLiteStore(path: path, create: true)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        #expect(try folder.names() == ["theirs.db"])
    }

    @Test("a file that is no database is refused and not one byte of it changes")
    func noDatabase() throws {
        let path = folder.path("100% mine? #1.csv")
        let before = Data("deal_id,title\n1,Їжак\n".utf8)
        try before.write(to: URL(fileURLWithPath: path))
        #expect(throws: LedgerError.foreign(cause: "\(path) is not an SQLite database")) {
            try SQLiteStore(path: path, create: true)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test("after closing, the database is one file")
    func closing() throws {
        let store = try folder.file()
        _ = try store.read { try $0.position() }
        try store.write { _ = try $0.takePosition() }
        try store.close()
        #expect(try folder.names() == ["company.sqlite"])
        #expect(try SQLiteStore(path: store.path, create: false).read { try $0.position() } == 1)
    }

    /// A database as another application leaves it: with a table, in write-ahead mode.
    private func theirs(_ path: String) throws {
        let maker = try SQLiteStore(path: path, create: true)
        let table: SQL = "CREATE TABLE theirs (id INTEGER PRIMARY KEY)"
        let mark: SQL = "PRAGMA application_id = 0"
        try maker.write {
            try $0.define(table)
            try $0.define(mark)
        }
        try maker.close()
    }

    @Test("what throws leaves nothing behind")
    func rollback() throws {
        let store = try folder.store()
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try store.write { transaction in
                try transaction.takePosition()
                throw Stop()
            }
        }
        #expect(try store.read { try $0.position() } == 0)
    }

    @Test("a database is known as ours by its own mark, when the rest of it is still in the log of a crashed process")
    func crashed() throws {
        let store = try folder.file()
        try store.write { _ = try $0.sources.id(of: "crm") }
        let other = try Folder()
        for end in ["", "-wal"] {
            try FileManager.default.copyItem(atPath: store.path + end, toPath: other.path("copy.sqlite" + end))
        }
        // What a checkpoint leaves that found no room: the first page of a larger file, alone.
        let file = try #require(FileHandle(forUpdatingAtPath: other.path("copy.sqlite")))
        try file.seek(toOffset: 28)
        try file.write(contentsOf: [0, 0, 1, 0])
        try file.close()
        let copy = try SQLiteStore(path: other.path("copy.sqlite"), create: false)
        #expect(try copy.read { try $0.sources.all().map(\.name) } == ["crm"])
        #expect(try copy.faults() == [])
    }

    @Test("one at a time is alone with a database, and whoever fails lets go of it")
    func alone() throws {
        struct Failed: Error {}
        let store = try folder.store()
        let again = try folder.store()
        try store.alone {
            #expect(throws: LedgerError.importing) { try again.alone {} }
            #expect(throws: LedgerError.importing) { try store.alone {} }
        }
        #expect(throws: Failed.self) { try store.alone { throw Failed() } }
        #expect(try again.alone { 1 } == 1)
        #expect(try folder.names().filter { $0.hasSuffix("-import") } == [])
    }

    @Test("a lock's file that a killed process left behind locks nobody out")
    func left() throws {
        let store = try folder.file()
        #expect(FileManager.default.createFile(atPath: store.path + "-import", contents: nil))
        #expect(try store.alone { 1 } == 1)
    }
}
