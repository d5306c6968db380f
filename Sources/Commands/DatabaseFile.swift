import Foundation
import Texts

extension Globals {
    /// The path of the database when it is a file.
    func fileOfDatabase() throws -> String {
        guard case .sqlite(let path) = address else { throw Failure.unusable(texts("cli.database.postgres")) }
        return path
    }

    /// Takes away a database that this very command made for itself.
    static func forgetDatabase(at path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}
