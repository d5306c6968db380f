internal import Foundation
package import Ledger

/// Puts a backup in the place of the database. The backup is checked first, the present database is kept beside it.
package struct Restore: Sendable {
    private let open: @Sendable (String) throws -> any Store

    /// `open` opens an existing file of any version of the schema.
    package init(open: @escaping @Sendable (String) throws -> any Store) { self.open = open }

    package struct Answer: Sendable, Equatable {
        /// Where the database that was replaced is now; nil when there was none.
        package let kept: String?
        package let check: CheckDatabase.Answer
    }

    package func callAsFunction(_ backup: String, over path: String) throws(CareProblem) -> Answer {
        let part = path + NameEnding.restoring
        do {
            defer { Restore.remove(part) }
            let check = try proven(backup, as: part)
            let kept = try setAside(path)
            do { try FileManager.default.moveItem(atPath: part, toPath: path) } catch {
                if let kept { try FileManager.default.moveItem(atPath: kept, toPath: path) }
                throw error
            }
            return Answer(kept: kept, check: check)
        } catch let problem as CareProblem { throw problem } catch let error as LedgerError {
            throw .ledger(error)
        } catch {
            throw .cannotWrite(path: path, Obstacle(error))
        }
    }

    /// The same where the database is no file: `replace` makes a new one, has it filled, and puts it in the place of the former
    /// one, of which it answers where it is now.
    package func callAsFunction(
        _ backup: String, over replace: ((any Store) throws -> Void) throws -> String?
    ) throws(CareProblem) -> Answer {
        let folder = FileManager.default.temporaryDirectory
        let part = folder.appendingPathComponent("liyka-restoring-\(UUID().uuidString)").path
        do {
            defer { Restore.remove(part) }
            let check = try proven(backup, as: part)
            let file = try open(part)
            defer { try? file.close() }
            return Answer(kept: try replace { _ = try MoveCompany(from: file)(to: $0) }, check: check)
        } catch let problem as CareProblem { throw problem } catch let failed as MoveCompany.TargetFailed {
            throw .ledger(failed.error)
        } catch let error as LedgerError {
            throw .ledger(error)
        } catch {
            throw .cannotWrite(path: part, Obstacle(error))
        }
    }

    /// A copy of the backup under another name, brought to this version's schema and found whole. Else nothing is done.
    func proven(_ backup: String, as part: String) throws -> CheckDatabase.Answer {
        do {
            try Restore.copy(backup, to: part, open: open)
            return try checked(part)
        } catch let problem as CareProblem { throw problem } catch LedgerError.unwritable(let obstacle, _) {
            throw CareProblem.cannotWrite(path: part, obstacle)
        } catch let error as LedgerError {
            throw CareProblem.badBackup(path: backup, cause: error.cause.replacing(part, with: backup))
        }
    }

    /// A backup is one file and is read as one; beside a write-ahead log it is a database in use, read through it.
    private static func copy(_ backup: String, to part: String, open: (String) throws -> any Store) throws {
        let files = FileManager.default
        guard files.fileExists(atPath: backup) else { throw CareProblem.fileAbsent(path: backup) }
        remove(part)
        guard files.fileExists(atPath: backup + "-wal") else { return try files.copyItem(atPath: backup, toPath: part) }
        let store = try open(backup)
        defer { try? store.close() }
        try store.copy(toFile: part)
    }

    /// Brings the copy to this version's schema, checks it, and closes it into a single file.
    private func checked(_ part: String) throws -> CheckDatabase.Answer {
        let store = try open(part)
        defer { try? store.close() }
        try store.migrate()
        let check = try CheckDatabase(store: store)()
        guard check.damageCount == 0 else {
            throw CareProblem.notWhole(faults: check.damageCount)
        }
        return check
    }

    /// Moves the present database away. Whoever closes last clears the write-ahead log: when it stays, somebody else is in.
    private func setAside(_ path: String) throws -> String? {
        let files = FileManager.default
        guard files.fileExists(atPath: path) else { return nil }
        try open(path).close()
        if files.fileExists(atPath: path + "-wal") { throw CareProblem.inUse(path: path) }
        let kept = Restore.free(path)
        try files.moveItem(atPath: path, toPath: kept)
        return kept
    }

    private static func free(_ path: String) -> String {
        var name = path + ".before-restore"
        var number = 1
        while FileManager.default.fileExists(atPath: name) {
            number += 1
            name = "\(path).before-restore-\(number)"
        }
        return name
    }

    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}
