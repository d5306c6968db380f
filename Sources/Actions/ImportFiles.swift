internal import Exchange
internal import Foundation

extension ImportSource {
    /// The files that paths name: of a folder, those in it that are known; else the file itself. Nothing is opened yet. Throws
    /// `ImportProblem.refused` for a path that leads to nothing.
    /// - Parameter isKnown: which files of a folder are meant, by their names.
    package static func files(
        at paths: [String], where isKnown: (String) -> Bool = { ExchangeFile(path: $0) != nil }
    ) throws(ImportProblem) -> [ImportSource] {
        try found(at: paths, where: isKnown).files
    }

    /// The same with what the folders have besides; what is hidden is not meant by anybody.
    package static func found(
        at paths: [String], where isKnown: (String) -> Bool = { ExchangeFile(path: $0) != nil }
    ) throws(ImportProblem) -> (files: [ImportSource], passedOver: [String]) {
        var found: [ImportSource] = []
        var passedOver: [String] = []
        for path in paths {
            guard let names = try folder(at: path) else {
                found.append(file(at: path))
                continue
            }
            let known = names.filter(isKnown)
            guard !known.isEmpty else { throw .refused([Refusal(file: path, line: 0, reason: .noFiles(found: names))]) }
            let inside = path.hasSuffix("/") ? path : path + "/"
            found += known.map { file(at: inside + $0) }
            passedOver += names.filter { !isKnown($0) }.map { inside + $0 }
        }
        return (found, passedOver)
    }

    /// What is in a folder, by name; nil: it is a file.
    private static func folder(at path: String) throws(ImportProblem) -> [String]? {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw .refused([Refusal(file: path, line: 0, reason: .unreadable)])
        }
        guard isFolder.boolValue else { return nil }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted()
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
