package import Ledger
package import Synchronization

/// A company's database of which nothing is heard while there is a problem with it.
package final class CutOffStore: PassingStore {
    package let store: any Store
    package let problem = Mutex<LedgerError?>(nil)

    package init(_ store: any Store) { self.store = store }

    package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try check()
        return try store.read(body)
    }

    package func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try check()
        return try store.write(body)
    }

    private func check() throws(LedgerError) {
        if let problem = problem.withLock({ $0 }) { throw problem }
    }
}
