import Foundation

func requireFile(_ path: String) throws(OpeningProblem) {
    guard FileManager.default.fileExists(atPath: path) else { throw .absent(path: path) }
}

/// A database is made in a folder that is there: a mistyped path must not grow folders.
func requireFolder(of path: String) throws(OpeningProblem) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else { throw .folderAbsent(path: folder) }
}
