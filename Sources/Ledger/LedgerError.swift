/// What can go wrong between the program and its database. `cause` is the driver's own sentence: for the log, never
/// for a page.
package enum LedgerError: Error, Sendable, Equatable {
    case cannotOpen(cause: String)
    /// A file that is no database, or a database of another application. It was not touched.
    case foreign(cause: String)
    /// Made by a later version of the program.
    case tooNew(found: Int, known: Int)
    /// The schema is older than the program: `liyka db migrate`.
    case tooOld(found: Int, known: Int)
    case broken(Rule, cause: String)
    /// The record was changed by somebody else since it was read.
    case stale
    /// The server that holds the database, or the way to it.
    case unreachable(Reach, cause: String)
    /// Somebody else is writing, and did not finish in time.
    case busy(cause: String)
    /// Somebody else has the database open, which is to be replaced.
    case inUse
    /// Somebody else is importing into this database, which is done by one at a time.
    case importing
    /// The database, or a file beside it, could not be written.
    case unwritable(Obstacle, cause: String)
    case damaged(cause: String)
    /// A statement that the engine does not understand, or a value of the wrong type: a mistake of the program.
    case misused(cause: String)
    /// The engine cannot do this by itself: a PostgreSQL database is no file that could be copied.
    case notHere

    /// Which rule of the schema refused a write.
    package enum Rule: String, Sendable { case unique, reference, check, missing, kept, type }

    /// Why a server is out of reach: no answer; wrong name or password; no such database; too many connections; it is only
    /// starting or stopping; the connection broke; an address that cannot be read.
    package enum Reach: String, Sendable, CaseIterable {
        case server, database, crowded, starting, lost, address
        case signIn = "sign_in"
    }
}

extension Error {
    /// The server that holds the database, or the way to it, is what failed.
    package var isOutOfReach: Bool { if case .unreachable = self as? LedgerError { true } else { false } }
}

extension LedgerError {
    /// For the log: what the engine said, or what there is to say.
    package var cause: String {
        switch self {
        case .cannotOpen(let cause), .foreign(let cause), .broken(_, let cause), .busy(let cause),
            .unwritable(_, let cause), .unreachable(_, let cause), .damaged(let cause), .misused(let cause):
            cause
        case .tooNew(let found, let known): "schema \(found), this version knows \(known)"
        case .tooOld(let found, let known): "schema \(found), this version needs \(known)"
        case .importing: "another import is running"
        case .inUse: "somebody has it open"
        case .stale: "changed since it was read"
        case .notHere: "this engine cannot do it"
        }
    }
}
