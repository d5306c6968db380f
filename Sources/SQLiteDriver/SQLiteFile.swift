internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Ledger

/// Whose file it is, told without altering it by the mark in its header, which is there before anything else: read as if it
/// could not change, without a lock and without a log beside it.
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
        try LedgerError.translating(path) {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(mark)") }
            try queue.close()
        }
    }

    /// Where the file of an open connection lies.
    static func path(of connection: OpaquePointer?) -> String {
        sqlite3_db_filename(connection, "main").map { String(cString: $0) } ?? ""
    }

    private static func owner(of path: String) -> SQLiteFile {
        var connection: OpaquePointer?
        defer { sqlite3_close_v2(connection) }
        let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX
        guard sqlite3_open_v2(unchanging(path), &connection, flags, nil) == SQLITE_OK else {
            return .unreadable(cause: "\(path) cannot be opened")
        }
        guard let header = header(connection), header.prefix(16).elementsEqual(Array("SQLite format 3\0".utf8)) else {
            return .foreign(cause: "\(path) is not an SQLite database")
        }
        let found = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return found == mark ? .ours : .foreign(cause: "\(path) is a database of another application")
    }

    /// The bytes themselves: after a crash the file alone, without its write-ahead log, need not make a database.
    private static func header(_ connection: OpaquePointer?) -> [UInt8]? {
        var file: UnsafeMutablePointer<sqlite3_file>?
        guard sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK,
            let file, let read = file.pointee.pMethods?.pointee.xRead
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: 100)
        return read(file, &bytes, Int32(bytes.count), 0) == SQLITE_OK ? bytes : nil
    }

    private static func unchanging(_ path: String) -> String {
        let absolute = URL(fileURLWithPath: path).path
        let plain = CharacterSet(charactersIn: "?#%").inverted
        return "file:\(absolute.addingPercentEncoding(withAllowedCharacters: plain) ?? absolute)?immutable=1"
    }
}
