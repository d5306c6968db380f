internal import GRDB
internal import GRDBSQLite
internal import Ledger

/// A prepared statement: bound, stepped and read through SQLite's own calls, which is what a million rows ask for.
final class SQLiteStatement {
    private let keeper: Statement
    private let statement: OpaquePointer
    private let connection: OpaquePointer?
    private(set) var isRunning = false

    init(_ statement: Statement, of database: Database) {
        keeper = statement
        self.statement = statement.sqliteStatement
        connection = database.sqliteConnection
    }

    func start(_ values: [Value]) throws(LedgerError) {
        isRunning = true
        sqlite3_reset(statement)
        guard Int(sqlite3_bind_parameter_count(statement)) == values.count else {
            throw .misused(cause: "\(values.count) values for: \(keeper.sql)")
        }
        for (index, value) in values.enumerated() { try bind(value, at: Int32(index + 1)) }
    }

    /// True: stands on a row. False: done.
    func step() throws(LedgerError) -> Bool {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw problem
        }
    }

    func end() {
        sqlite3_reset(statement)
        isRunning = false
    }

    private func bind(_ value: Value, at index: Int32) throws(LedgerError) {
        let code =
            switch value {
            case .null: sqlite3_bind_null(statement, index)
            case .int(let number): sqlite3_bind_int64(statement, index, number)
            case .double(let number): sqlite3_bind_double(statement, index, number)
            case .text(let text): bind(text, at: index)
            case .bytes(let bytes): bind(bytes, at: index)
            }
        if code != SQLITE_OK { throw problem }
    }

    private func bind(_ text: String, at index: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { bytes in
            // An empty buffer may have no address, and a null address would bind a null.
            guard let start = bytes.baseAddress else { return sqlite3_bind_text(statement, index, "", 0, copying) }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text(statement, index, $0, Int32(bytes.count), copying)
            }
        }
    }

    private func bind(_ bytes: [UInt8], at index: Int32) -> Int32 {
        bytes.isEmpty
            ? sqlite3_bind_zeroblob(statement, index, 0)
            : sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copying)
    }

    private var problem: LedgerError {
        LedgerError(
            code: sqlite3_extended_errcode(connection), cause: String(cString: sqlite3_errmsg(connection)),
            path: SQLiteFile.path(of: connection))
    }
}

extension SQLiteStatement: RowSource {
    func isNull(_ column: Int) -> Bool { sqlite3_column_type(statement, Int32(column)) == SQLITE_NULL }
    func int(_ column: Int) -> Int64 { sqlite3_column_int64(statement, Int32(column)) }
    func double(_ column: Int) -> Double { sqlite3_column_double(statement, Int32(column)) }

    func value(_ column: Int) -> Value {
        switch sqlite3_column_type(statement, Int32(column)) {
        case SQLITE_INTEGER: .int(int(column))
        case SQLITE_FLOAT: .double(double(column))
        case SQLITE_TEXT: .text(text(column))
        case SQLITE_BLOB: .bytes(bytes(column))
        default: .null
        }
    }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(statement, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column)))))
    }
}

/// Tells SQLite to keep a copy of what is bound.
private nonisolated(unsafe) let copying = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
