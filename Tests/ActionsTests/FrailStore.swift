import Ledger

/// A store whose machine loses power in the middle of one write.
final class FrailStore: Store, @unchecked Sendable {
    struct Death: Error {}
    private let store: any Store
    private let deathAt: Int
    // Only one thread imports.
    private var writes = 0

    init(_ store: any Store, diesAt death: Int) {
        self.store = store
        deathAt = death
    }

    var dialect: Dialect { store.dialect }

    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result { try store.read(body) }

    func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        writes += 1
        return try store.write { transaction in
            let result = try body(transaction)
            if writes >= deathAt { throw Death() }
            return result
        }
    }

    func alone<Result>(_ body: () throws -> Result) throws -> Result { try store.alone(body) }
    func faults() throws(LedgerError) -> [String] { try store.faults() }
    func leftovers() throws(LedgerError) -> [String] { try store.leftovers() }
    func copy(toFile path: String) throws(LedgerError) { try store.copy(toFile: path) }
    func close() throws(LedgerError) { try store.close() }
}
