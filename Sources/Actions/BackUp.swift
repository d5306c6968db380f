internal import Foundation
package import Ledger

/// Copies the database into one file, while others read and write. The file appears under its name only when it is whole.
package struct BackUp: Sendable {
    private let store: any Store

    package init(store: any Store) { self.store = store }

    package func callAsFunction(to path: String) throws(CareProblem) {
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
            if let error = error as? LedgerError { throw .ledger(error) }
            throw .cannotWrite(path: path, cause: "\(error)")
        }
    }
}
