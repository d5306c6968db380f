import Actions
import Ledger
import SalesDomain
import Testing

@Suite("How questions are answered") final class ExplainTests {
    private let folder: Folder
    private let store: any Store

    init() throws {
        folder = try Folder()
        store = try folder.store()
        _ = try Cast(in: store)
        try store.write { ledger in for word in ["one", "two", "three"] { _ = try ledger.words.id(of: word) } }
    }

    private static let all: SQL = "SELECT id, text FROM words ORDER BY id"
    private static let part: SQL = "SELECT w.id FROM words w WHERE length(w.text) = $1"

    @Test("the questions themselves are noted, in the order in which they were asked first")
    func noted() throws {
        let noting = NotingStore(store)
        for _ in 1...2 {
            _ = try noting.read { try $0.all(ExplainTests.part, [.int(3)]) { $0.int(0) } }
            _ = try noting.read { try $0.all(ExplainTests.all) { $0.int(0) } }
        }
        let words = try store.read { try $0.all(ExplainTests.all) { $0.text(1) } }
        #expect(noting.questions.map(\.statement.text) == [ExplainTests.part.text, ExplainTests.all.text])
        #expect(noting.questions.map(\.times) == [2, 2])
        #expect(noting.questions.map(\.rows) == [2 * words.count { $0.count == 3 }, 2 * words.count])
        #expect(noting.questions.first?.values == [.int(3)])
    }

    @Test("a table that is read whole for a part of it is a fault where it is large; for all of it, it is none")
    func faults() throws {
        func explain(large: Int) throws -> ExplainDatabase.Answer {
            try ExplainDatabase(store: store, large: large)() { store in
                try store.read { ledger in
                    _ = try ledger.all(ExplainTests.all) { $0.int(0) }
                    _ = try ledger.all(ExplainTests.part, [.int(3)]) { $0.int(0) }
                }
            }
        }
        let found = try explain(large: 3)
        #expect(found.questions.map(\.asksForPart) == [false, true])
        #expect(found.questions.last?.plan.readWhole == ["words"])
        #expect(found.questions.map(\.faults) == [[], ["words"]] && found.faultCount == 1)
        #expect(found.questions.allSatisfy { !$0.plan.steps.isEmpty && !$0.statement.contains("\n") })
        #expect(try explain(large: 1_000).faultCount == 0)
    }

    @Test("tables are named with as many rows as they have, and with their bytes")
    func sizes() throws {
        let sizes = try store.read { try $0.tableSizes() }
        let words = try store.read { try $0.all(ExplainTests.all) { $0.int(0) } }.count
        #expect(Set(sizes.map(\.table)).isSubset(of: copiedTables.map(\.table)) && sizes.count > 40)
        let found = try #require(sizes.first { $0.table == "words" })
        #expect(found.rows == words && (found.bytes ?? 0) > 0)
    }

    @Test("a search by an index reads no table whole")
    func index() throws {
        let file = try folder.file("index.sqlite")
        let found = try ExplainDatabase(store: file, large: 0)() { store in
            _ = try store.read { try $0.user(ofToken: [1], at: Cast.start) }
        }
        #expect(found.questions.count == 1 && found.faultCount == 0)
        #expect(found.questions[0].plan.steps.contains { $0.contains("tokens USING INDEX") })
    }
}
