import Foundation
import Ledger
import Testing

@testable import SQLiteDriver

@Suite("What stands in the way of writing")
struct ObstacleTests {
    @Test(
        "is told by what the system said",
        arguments: [
            (ENOSPC, .full), (EDQUOT, .quota), (EROFS, .readOnly), (EACCES, .denied), (EPERM, .denied),
            (EIO, .failing), (ENOENT, .noPlace), (EMFILE, .other),
        ] as [(Int32, Obstacle)])
    func errors(errno: Int32, obstacle: Obstacle) {
        #expect(Obstacle(errno: errno) == obstacle)
        let system = NSError(domain: NSPOSIXErrorDomain, code: Int(errno))
        #expect(Obstacle(system) == obstacle)
        #expect(Obstacle(NSError(domain: "Library", code: 1, userInfo: [NSUnderlyingErrorKey: system])) == obstacle)
    }

    @Test("is found by trying, and leaves nothing behind")
    func trial() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("liyka-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("books.sqlite")
        try Data([1]).write(to: file)
        #expect(Obstacle(besides: file.path) == nil)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["books.sqlite"])
        #expect(Obstacle(besides: folder.path + "/absent/books.sqlite") == .noPlace)
    }

    @Test(
        "of a database is not taken for damage, and damage is not taken for it",
        arguments: [(13, .full), (10 | 3 << 8, .noPlace), (8, .noPlace), (10 | 4 << 8, .noPlace)]
            as [(Int32, Obstacle)])
    func database(code: Int32, obstacle: Obstacle) {
        let path = "/proc/nothing/here"
        #expect(LedgerError(code: code, cause: "c", path: path) == .unwritable(obstacle, cause: "c"))
        for damage in [11, 10 | 1 << 8, 10 | 2 << 8] as [Int32] {
            #expect(LedgerError(code: damage, cause: "c", path: path) == .damaged(cause: "c"))
        }
    }
}
