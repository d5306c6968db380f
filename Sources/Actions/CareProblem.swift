package import Ledger

/// Why a backup or a restoration was not done. The database is as it was.
package enum CareProblem: Error, Sendable, Equatable {
    case fileExists(path: String)
    case fileAbsent(path: String)
    case cannotWrite(path: String, Obstacle)
    /// It cannot be read as a backup of ours.
    case badBackup(path: String, cause: String)
    /// The backup is not whole: so many things are wrong with it.
    case notWhole(faults: Int)
    /// Somebody, such as a server, has the database open.
    case inUse(path: String)
    /// A company is copied into an empty database only.
    case notEmpty
    /// What was read again is not what was written.
    case copyDiffers(table: String)
    case ledger(LedgerError)
}
