internal import Foundation
internal import GRDB
internal import Ledger

/// Whose file it is, told from its first bytes alone, so that a foreign one is not altered by looking.
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
        guard let file = FileHandle(forReadingAtPath: path) else {
            return .unreadable(cause: "\(path) cannot be read")
        }
        defer { try? file.close() }
        guard let header = try? file.read(upToCount: 100), !header.isEmpty else { return .blank }
        guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else {
            return .foreign(cause: "\(path) is not an SQLite database")
        }
        let found = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        return found == mark ? .ours : .foreign(cause: "\(path) is a database of another application")
    }

    /// Puts the mark into the file itself, before a write-ahead log could hold it back.
    static func stamp(_ path: String) throws(LedgerError) {
        try LedgerError.translating {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = \(mark)") }
            try queue.close()
        }
    }
}
