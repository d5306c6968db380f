package import Ledger
import PostgresDriver

extension DatabaseAddress {
    /// Of a database that is no file: a new one beside it is filled and takes its place; answers the name under which the
    /// former one is kept. Throws `LedgerError.notHere` of a file, which is replaced as a file.
    package func replace(_ fill: (any Store) throws -> Void) throws -> String? {
        switch self {
        case .sqlite: throw LedgerError.notHere
        case .postgres(let url): try PostgresStore.replace(url, with: fill)
        }
    }
}
