internal import Foundation
internal import Hummingbird
internal import WebPages
internal import WebRoutes

extension Desk {
    func look(_ name: String, _ visit: Visit) throws -> Answer {
        guard let file = Look.file(named: name) else { throw Refusal.notFound }
        return Answer(status: .ok, contentType: file.contentType, body: file.bytes, keeping: .forEver)
    }

    func asset(_ name: String, _ visit: Visit) throws -> Answer {
        guard let file = assets.file(named: name) else { throw Refusal.notFound }
        var answer = Answer(
            status: .ok, contentType: "text/javascript; charset=utf-8", body: file.bytes, keeping: .tagged(file.tag))
        if visit.knownTag == file.tag {
            answer.status = .notModified
            answer.body = []
        }
        return answer
    }

    /// For whoever watches over the server: the database answers.
    func health() throws -> Answer {
        _ = try office.store.read { try $0.position() }
        return .text("ok\n")
    }
}

/// Browser libraries that the set-up script has installed, read once.
struct AssetShelf: Sendable {
    struct File: Sendable {
        let bytes: [UInt8]
        let tag: String
    }

    private let files: [String: File]
    var names: Set<String> { Set(files.keys) }

    init(folder: String?) {
        var files = [String: File]()
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        for name in names where name.hasSuffix(".js") {
            guard let folder, let data = FileManager.default.contents(atPath: folder + "/" + name) else { continue }
            let hash = data.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
            files[name] = File(bytes: [UInt8](data), tag: "\"\(String(hash, radix: 16))\"")
        }
        self.files = files
    }

    func file(named name: String) -> File? { files[name] }
}
