import Ledger
import Synchronization
import TestDatabase
import Testing

@Suite("A database that is watched") struct WatchedStoreTests {
    private let problem = LedgerError.unreachable(.server, cause: "refused")

    @Test("is said to be lost once, and once to be back; what fails for another reason is no loss")
    func told() throws {
        struct Other: Error {}
        let folder = try Folder()
        let cut = CutOffStore(try folder.store())
        let said = Mutex<[LedgerError?]>([])
        let store = WatchedStore(cut) { problem in said.withLock { $0.append(problem) } }
        func look() throws { _ = try store.read { try $0.position() } }
        try look()
        #expect(throws: Other.self) { try store.write { _ in throw Other() } }
        #expect(throws: LedgerError.stale) { try store.write { _ in throw LedgerError.stale } }
        #expect(said.withLock { $0 } == [])
        cut.problem.withLock { $0 = problem }
        for _ in 0..<3 { #expect(throws: problem) { try look() } }
        #expect(throws: problem) { try store.write { _ in } }
        #expect(said.withLock { $0 } == [problem])
        cut.problem.withLock { $0 = nil }
        for _ in 0..<3 { try look() }
        #expect(said.withLock { $0 } == [problem, nil])
    }
}
