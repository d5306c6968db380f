import Foundation
import Texts
import Wiring

extension Globals {
    /// Whether the database has been made.
    func isDatabaseThere() throws -> Bool {
        if case .sqlite(let path) = address { return FileManager.default.fileExists(atPath: path) }
        do { try address.open(.anyVersion).close() } catch OpeningProblem.absent { return false } catch let problem
            as OpeningProblem
        {
            throw Failure.unusable(problem.words(texts, address))
        }
        return true
    }

    /// A name for a database of this very process: beside the file, or where passing things are kept.
    var rehearsalPath: String {
        let passing = FileManager.default.temporaryDirectory.appendingPathComponent("liyka").path
        let beside = if case .sqlite(let path) = address { path } else { passing }
        return "\(beside).dry-\(ProcessInfo.processInfo.processIdentifier)"
    }

    /// Takes away a database that this very command made for itself.
    static func forgetDatabase(at path: String) {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }
}
