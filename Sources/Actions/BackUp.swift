internal import Foundation
package import Ledger
package import SalesDomain

/// Copies the database into one file, while others read and write. The file appears under its name only when it is whole.
package struct BackUp: Sendable {
    private let store: any Store

    package init(store: any Store) { self.store = store }

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
            try store.copy(toFile: part)
            try FileHandle(forUpdating: URL(fileURLWithPath: part)).synchronize()
            try files.moveItem(atPath: part, toPath: path)
        } catch {
            try? files.removeItem(atPath: part)
            if case LedgerError.unwritable(let obstacle, _) = error { throw .cannotWrite(path: path, obstacle) }
            if let error = error as? LedgerError { throw .ledger(error) }
            throw .cannotWrite(path: path, Obstacle(error))
        }
    }
}
