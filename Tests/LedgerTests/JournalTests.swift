import Foundation
import Ledger
import SQLiteDriver
import SalesDomain
import TestDatabase
import Testing

final class JournalTests {
    private let folder: Folder
    private let store: any Store
    private let cast: Cast

    init() throws {
        folder = try Folder()
        store = try folder.store()
        cast = try Cast(in: store)
    }

    @Test("positions never skip or repeat while several write through several connections")
    func positions() async throws {
        let first = try store.read { try $0.position() }
        let taken = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for _ in 0..<4 {
                let database = TestDatabase(folder.path("company.sqlite"))
                group.addTask { try JournalTests.take(25, from: database) }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let positions = taken.sorted()
        #expect(positions == Array((first + 1)...(first + 80)))
        #expect(try store.read { try $0.position() } == first + 80)
    }

    /// Writes through a connection of its own; every fifth transaction comes to nothing.
    private static func take(_ rounds: Int, from database: TestDatabase) throws -> [Int64] {
        struct Stop: Error {}
        let store = try database.open()
        return try (0..<rounds).compactMap { round in
            do {
                return try store.write { ledger in
                    let position = try ledger.takePosition(for: ledger.openBatch("test", at: Cast.start))
                    if round % 5 == 4 { throw Stop() }
                    return position
                }
            } catch is Stop { return nil }
        }
    }

    @Test("what came after a position is found, and nothing else")
    func since() throws {
        try cast.add(["d1", "d2"], to: store)
        let position = try store.read { try $0.position() }
        #expect(try store.read { try $0.deals.changed(since: position) } == [])
        let third = try cast.add(["d3"], to: store)[0]
        #expect(try store.read { try $0.deals.changed(since: position) } == [third])
    }

    @Test("a process that is killed inside a transaction leaves nothing of it", .enabled(if: TestDatabase.isOnSQLite))
    func killed() throws {
        let before = try store.read { try $0.position() }
        // What a kill leaves on the disk: the files as they are while a transaction is open.
        let copies = folder.url.appendingPathComponent("after")
        try store.write { ledger in
            try ledger.takePosition()
            let many: SQL = "INSERT INTO words (text) VALUES ($1)"
            for number in 0..<2_000 { try ledger.run(many, [.text(String(repeating: "w\(number)", count: 600))]) }
            try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
            for name in ["company.sqlite", "company.sqlite-wal"] {
                try FileManager.default.copyItem(
                    at: folder.url.appendingPathComponent(name), to: copies.appendingPathComponent(name))
            }
        }
        let left = try SQLiteStore(path: copies.appendingPathComponent("company.sqlite").path, create: false)
        #expect(try left.faults() == [])
        #expect(try left.read { try $0.position() } == before)
        let words: SQL = "SELECT count(*) FROM words"
        #expect(try left.read { try $0.number(words) } == 0)
        #expect(try store.read { try $0.number(words) } == 2_000)
    }
}
