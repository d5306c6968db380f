internal import GRDB
internal import Ledger

extension LedgerError {
    /// What SQLite says in numbers, in our words.
    init(code: Int32, cause: String) {
        self =
            switch ResultCode(rawValue: code) {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
                .broken(.unique, cause: cause)
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .broken(.reference, cause: cause)
            case .SQLITE_CONSTRAINT_CHECK: .broken(.check, cause: cause)
            case .SQLITE_CONSTRAINT_NOTNULL: .broken(.missing, cause: cause)
            case .SQLITE_CONSTRAINT_TRIGGER: .broken(.kept, cause: cause)
            case .SQLITE_CONSTRAINT_DATATYPE: .broken(.type, cause: cause)
            case let found:
                switch found.primaryResultCode {
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(cause: cause)
                case .SQLITE_FULL: .full(cause: cause)
                case .SQLITE_CORRUPT, .SQLITE_IOERR: .damaged(cause: cause)
                case .SQLITE_NOTADB: .foreign(cause: cause)
                case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .cannotOpen(cause: cause)
                default: .misused(cause: cause)
                }
            }
    }

    init(_ error: DatabaseError) {
        self.init(code: error.extendedResultCode.rawValue, cause: error.description)
    }

    /// Runs what may throw only the driver's errors.
    static func translating<Result>(_ body: () throws -> Result) throws(LedgerError) -> Result {
        do { return try body() } catch let error as LedgerError { throw error } catch let error as DatabaseError {
            throw LedgerError(error)
        } catch { throw .misused(cause: "\(error)") }
    }

    /// Runs what may also throw errors of its own: those pass as they are.
    static func passing<Result>(_ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as DatabaseError { throw LedgerError(error) }
    }
}
