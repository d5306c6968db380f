internal import Foundation
package import Ledger
package import SalesDomain

/// Copies the database into one file, while others read and write. The file appears under its name only when it is whole.
package struct BackUp: Sendable {
    private let store: any Store
    private let makeFile: @Sendable (String) throws -> any Store

    /// `makeFile` makes a new database in a file: a backup is one, of whatever engine the company is.
    package init(store: any Store, makeFile: @escaping @Sendable (String) throws -> any Store) {
        self.store = store
        self.makeFile = makeFile
    }

    /// The copy knows nothing of itself: only the database that was copied notes when that was.
    package func callAsFunction(to path: String, at now: Instant? = nil) throws(CareProblem) {
        try copy(to: path)
        guard let now else { return }
        do {
            try store.write { try $0.note(Self.deed, on: "database", by: nil, at: now) }
        } catch {
            throw (error as? LedgerError).map(CareProblem.ledger) ?? .cannotWrite(path: path, Obstacle(error))
        }
    }

    package static let deed = "back_up"

    private func copy(to path: String) throws(CareProblem) {
        let files = FileManager.default
        if files.fileExists(atPath: path) { throw .fileExists(path: path) }
        let part = path + ".part"
        do {
            if files.fileExists(atPath: part) { try files.removeItem(atPath: part) }
            try write(part)
            try FileHandle(forUpdating: URL(fileURLWithPath: part)).synchronize()
            try files.moveItem(atPath: part, toPath: path)
        } catch {
            try? files.removeItem(atPath: part)
            if let problem = error as? CareProblem { throw problem }
            if case LedgerError.unwritable(let obstacle, _) = error { throw .cannotWrite(path: path, obstacle) }
            if let failed = error as? MoveCompany.TargetFailed { throw failed.ofFile(path) }
            if let error = error as? LedgerError { throw .ledger(error) }
            throw .cannotWrite(path: path, Obstacle(error))
        }
    }

    /// What is no file is copied into one, row by row, and that one as any other.
    private func write(_ part: String) throws {
        guard store.dialect == .postgres else { return try store.copy(toFile: part) }
        let between = part + "-copying"
        Restore.remove(between)
        defer { Restore.remove(between) }
        let file = try makeFile(between)
        defer { try? file.close() }
        try MoveCompany(from: store)(to: file)
        try file.copy(toFile: part)
    }
}

extension MoveCompany.TargetFailed {
    /// Where the file that was being made stands in for the database.
    fileprivate func ofFile(_ path: String) -> CareProblem {
        guard case .unwritable(let obstacle, _) = error else { return .cannotWrite(path: path, .other) }
        return .cannotWrite(path: path, obstacle)
    }
}
