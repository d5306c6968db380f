internal import Exchange
internal import Foundation

extension ImportSource {
    /// The files that paths name: of a folder, those in it that are known; else the file itself. Nothing is opened yet. Throws `ImportProblem.refused` for a path that leads to nothing.
    /// - Parameter isKnown: which files of a folder are meant, by their names.
    package static func files(
        at paths: [String], where isKnown: (String) -> Bool = { ExchangeFile(path: $0) != nil }
    ) throws(ImportProblem) -> [ImportSource] {
        var found: [ImportSource] = []
        for path in paths { found += try files(at: path, isKnown) }
        return found
    }

    private static func files(at path: String, _ isKnown: (String) -> Bool) throws(ImportProblem) -> [ImportSource] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .refused([Refusal(file: path, line: 0, reason: .unreadable)])
        }
        guard isFolder.boolValue else { return [file(at: path)] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let inside = path.hasSuffix("/") ? path : path + "/"
        let known = names.sorted().filter(isKnown)
        guard !known.isEmpty else { throw .refused([Refusal(file: path, line: 0, reason: .noFiles)]) }
        return known.map { file(at: inside + $0) }
    }

    private static func file(at path: String) -> ImportSource {
        let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        return ImportSource(name: path, bytes: size) {
            guard let handle = FileHandle(forReadingAtPath: path) else {
                throw Refusal(file: path, line: 0, reason: .unreadable)
            }
            return {
                do {
                    let data = try handle.read(upToCount: 1 << 18) ?? Data()
                    return data.isEmpty ? nil : [UInt8](data)
                } catch {
                    throw Refusal(file: path, line: 0, reason: .unreadable)
                }
            }
        }
    }
}
