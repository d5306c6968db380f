/// A store that stands before another one: what it does not do by itself, that one does.
package protocol PassingStore: Store {
    var store: any Store { get }
}

extension PassingStore {
    package var dialect: Dialect { store.dialect }

    package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result { try store.read(body) }
    package func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result { try store.write(body) }
    package func alone<Result>(_ body: () throws -> Result) throws -> Result { try store.alone(body) }
    package func faults() throws(LedgerError) -> [String] { try store.faults() }
    package func leftovers() throws(LedgerError) -> [String] { try store.leftovers() }
    package func copy(toFile path: String) throws(LedgerError) { try store.copy(toFile: path) }
    package func close() throws(LedgerError) { try store.close() }
}
