internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Ledger

/// Whose file it is, told without altering it: read as if it could not change, without a lock and without a log beside it.
/// SQLite itself reads it: were this process to open and close the file by other means, its locks would be lost.
enum SQLiteFile: Equatable {
    /// Absent, or of no length.
    case blank
    case ours
    case foreign(cause: String)
    case unreadable(cause: String)

    /// "Lika" in the four bytes that SQLite's header keeps for an application.
    static let mark: UInt32 = 0x4C69_6B61

    static func kind(of path: String) -> SQLiteFile {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .blank }
        if isFolder.boolValue { return .unreadable(cause: "\(path) is a folder") }
        guard FileManager.default.isReadableFile(atPath: path) else {
            return .unreadable(cause: "\(path) cannot be read")
        }
        let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
        return size == 0 ? .blank : owner(of: path)
    }

    /// Puts the mark into the file itself, before a write-ahead log could hold it back.
    static func stamp(_ path: String) throws(LedgerError) {
        try LedgerError.translating {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(mark)") }
            try queue.close()
        }
    }

    private static func owner(of path: String) -> SQLiteFile {
        var connection: OpaquePointer?
        defer { sqlite3_close_v2(connection) }
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(unchanging(path), &connection, flags, nil) == SQLITE_OK else {
            return .unreadable(cause: "\(path) cannot be opened")
        }
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(connection, "PRAGMA application_id", -1, &statement, nil) == SQLITE_OK,
            sqlite3_step(statement) == SQLITE_ROW
        else { return .foreign(cause: "\(path) is not an SQLite database") }
        return UInt32(bitPattern: sqlite3_column_int(statement, 0)) == mark
            ? .ours : .foreign(cause: "\(path) is a database of another application")
    }

    private static func unchanging(_ path: String) -> String {
        let absolute = URL(fileURLWithPath: path).path
        let plain = CharacterSet(charactersIn: "?#%").inverted
        return "file:\(absolute.addingPercentEncoding(withAllowedCharacters: plain) ?? absolute)?immutable=1"
    }
}
