package import Ledger
import PostgresDriver
import SQLiteDriver

/// What may happen to the database when a command opens it.
package enum Opening: Sendable {
    /// It must be there, of this version.
    case existing
    /// It must be there; its schema may be of an earlier version.
    case anyVersion
    /// Made when absent, brought to this version when behind.
    case createdOrMigrated
    /// It must be there, of this version, and whatever is done to it is undone: no byte of a file is changed.
    case trial
}

package enum OpeningProblem: Error, Sendable, Equatable {
    case absent(path: String)
    case folderAbsent(path: String)
    case ledger(LedgerError)
}

extension DatabaseAddress {
    /// Opens the company's database. Nothing is created or altered unless `opening` says so.
    package func open(_ opening: Opening) throws(OpeningProblem) -> any Store {
        do {
            switch self {
            case .postgres(let url): return try DatabaseAddress.openSchema(url, opening)
            case .sqlite(let path): return try DatabaseAddress.openFile(path, opening)
            }
        } catch let error as LedgerError {
            throw .ledger(error)
        } catch let error as OpeningProblem {
            throw error
        } catch {
            throw .ledger(.damaged(cause: "\(error)"))
        }
    }

    private static func openSchema(_ url: String, _ opening: Opening) throws -> any Store {
        let store = try PostgresStore(url: url, create: opening == .createdOrMigrated)
        if opening == .createdOrMigrated {
            try store.migrate()
        } else if try store.schema() == .empty {
            throw OpeningProblem.absent(path: PostgresAddress(url).shown)
        }
        if opening == .existing || opening == .trial { try store.requireCurrentSchema() }
        return store
    }

    private static func openFile(_ path: String, _ opening: Opening) throws -> any Store {
        switch opening {
        case .existing:
            try requireFile(path)
            let store = try SQLiteStore(path: path, create: false)
            try store.requireCurrentSchema()
            return store
        case .trial:
            try requireFile(path)
            let store = try SQLiteStore(path: path, create: false, trial: true)
            try store.requireCurrentSchema()
            return store
        case .anyVersion:
            try requireFile(path)
            return try SQLiteStore(path: path, create: false)
        case .createdOrMigrated:
            try requireFolder(of: path)
            let store = try SQLiteStore(path: path, create: true)
            try store.migrate()
            return store
        }
    }
}
