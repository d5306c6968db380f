package import Ledger

/// Brings the schema to what this version of the program knows.
package struct Migrate: Sendable {
    private let store: any Store

    package init(store: any Store) { self.store = store }

    /// The numbers of the steps taken; none when there was nothing to do.
    package func callAsFunction() throws -> [Int] { try store.migrate() }
}
