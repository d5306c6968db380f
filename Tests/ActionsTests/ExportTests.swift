import Actions
import Exchange
import Foundation
import SalesDomain
import Testing

@Suite("Exporting, importing, exporting")
struct ExportTests {
    @Test(
        "a set that was exported and imported again is the same, value by value and byte by byte",
        arguments: ["practice", "maven", "bpic2012", "helpdesk"])
    func realSets(name: String) throws {
        guard let folder = SharedData.folder(name) else { return }
        let desk = try ImportDesk()
        try desk.take(folder: folder)
        try holds(desk)
    }

    @Test("so is any company", arguments: 1...12)
    func anyCompany(seed: Int) throws {
        let desk = try ImportDesk()
        let report = try desk.take(RandomCompany.files(seed: UInt64(seed)))
        #expect(report.rejected == [])
        try holds(desk)
        let before = try desk.everything()
        #expect(try desk.take(RandomCompany.files(seed: UInt64(seed))).files.allSatisfy { $0.read == $0.unchanged })
        #expect(try desk.everything() == before)
    }

    private func holds(_ desk: ImportDesk) throws {
        let files = try desk.export()
        let other = try ImportDesk()
        let report = try other.take(files)
        #expect(report.rejected == [])
        let (here, there) = (try desk.everything(), try other.everything())
        #expect(here.count == there.count)
        if let index = zip(here, there).enumerated().first(where: { $1.0 != $1.1 })?.offset {
            Issue.record("here: \(here[index])\nthere: \(there[index])")
        }
        let again = try other.export()
        for (name, bytes) in files where again[name] != bytes { Issue.record("\(name) differs") }
    }

    @Test("an export replaces files whole and leaves nothing half-written beside them")
    func folder() throws {
        let desk = try ImportDesk()
        try desk.take(["deals.csv": Small.deals])
        let folder = desk.folder.appendingPathComponent("out").path
        let report = try ExportRecords(store: desk.store).run(into: folder)
        #expect(report.files.count == ExchangeFile.allCases.count)
        #expect(report.files.first { $0.name == "deals.csv" }?.rows == 3)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(Set(names) == Set(ExchangeFile.allCases.map(\.fileName)))
        let other = try ImportDesk()
        #expect(try other.take(folder: folder).isClean)
        #expect(try other.everything() == desk.everything())
    }

    @Test("a folder that cannot be written is said, with its path")
    func noFolder() throws {
        let desk = try ImportDesk()
        #expect(throws: ExportProblem.cannotWrite(path: "/proc/nothing/here", .noPlace)) {
            _ = try ExportRecords(store: desk.store).run(into: "/proc/nothing/here")
        }
    }
}
