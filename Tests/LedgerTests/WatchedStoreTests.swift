import Ledger
import Synchronization
import Testing

/// A company whose database may be cut off.
final class CutOffStore: Store {
    static let problem = LedgerError.unreachable(.server, cause: "refused")
    private let store: any Store
    let isCutOff = Mutex(false)

    init(_ store: any Store) { self.store = store }

    var dialect: Dialect { store.dialect }
    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        if isCutOff.withLock({ $0 }) { throw CutOffStore.problem }
        return try store.read(body)
    }
    func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        if isCutOff.withLock({ $0 }) { throw CutOffStore.problem }
        return try store.write(body)
    }
    func alone<Result>(_ body: () throws -> Result) throws -> Result { try store.alone(body) }
    func faults() throws(LedgerError) -> [String] { try store.faults() }
    func leftovers() throws(LedgerError) -> [String] { try store.leftovers() }
    func copy(toFile path: String) throws(LedgerError) { try store.copy(toFile: path) }
    func close() throws(LedgerError) { try store.close() }
}

@Suite("A database that is watched") struct WatchedStoreTests {
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
        #expect(said.withLock { $0 } == [])
        cut.isCutOff.withLock { $0 = true }
        for _ in 0..<3 { #expect(throws: CutOffStore.problem) { try look() } }
        #expect(throws: CutOffStore.problem) { try store.write { _ in } }
        #expect(said.withLock { $0 } == [CutOffStore.problem])
        cut.isCutOff.withLock { $0 = false }
        for _ in 0..<3 { try look() }
        #expect(said.withLock { $0 } == [CutOffStore.problem, nil])
    }
}
