internal import GRDB
internal import Ledger

extension LedgerError {
    /// What SQLite says in numbers, in our words.
    /// - Parameter path: of the file; why it cannot be written SQLite does not say, so that is tried.
    init(code: Int32, cause: String, path: String) {
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
                case .SQLITE_FULL: .unwritable(.full, cause: cause)
                case .SQLITE_CORRUPT: .damaged(cause: cause)
                case .SQLITE_IOERR where LedgerError.readings.contains(found): .damaged(cause: cause)
                case .SQLITE_IOERR: .unwritable(Obstacle(besides: path) ?? .failing, cause: cause)
                case .SQLITE_NOTADB: .foreign(cause: cause)
                case .SQLITE_READONLY, .SQLITE_PERM: .unwritable(Obstacle(besides: path) ?? .denied, cause: cause)
                case .SQLITE_CANTOPEN:
                    Obstacle(besides: path).map { .unwritable($0, cause: cause) } ?? .cannotOpen(cause: cause)
                case .SQLITE_AUTH: .cannotOpen(cause: cause)
                default: .misused(cause: cause)
                }
            }
    }

    /// Errors of the disk that concern what is there already.
    private static let readings: [ResultCode] = [
        .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_FSTAT, ResultCode(rawValue: 10 | 32 << 8),
        ResultCode(rawValue: 10 | 33 << 8),
    ]

    init(_ error: DatabaseError, path: String) {
        self.init(code: error.extendedResultCode.rawValue, cause: error.description, path: path)
    }

    /// Runs what may throw only the driver's errors.
    static func translating<Result>(_ path: String, _ body: () throws -> Result) throws(LedgerError) -> Result {
        do { return try body() } catch let error as LedgerError { throw error } catch let error as DatabaseError {
            throw LedgerError(error, path: path)
        } catch { throw .misused(cause: "\(error)") }
    }

    /// Runs what may also throw errors of its own: those pass as they are.
    static func passing<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch let error as DatabaseError { throw LedgerError(error, path: path) }
    }
}
