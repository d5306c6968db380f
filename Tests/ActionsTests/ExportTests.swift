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

    @Test("a deal that went to another pipeline was at a stage of the first", arguments: [false, true])
    func moved(won: Bool) throws {
        let pipelines = """
            pipeline,kind,stage,position,probability,outcome
            M,sales,A,1,0.1,open
            M,sales,W,2,1,won
            R,sales,Ask,1,0.5,open
            R,sales,Yes,2,1,won

            """
        let header = "deal_id,pipeline,amount,currency,created_at,stage,status,closed_at\n"
        let after = won ? "d1,R,5,UAH,2025-01-10,Yes,won,2025-05-10\n" : "d1,R,5,UAH,2025-01-10,Ask,open,\n"
        let desk = try ImportDesk()
        try desk.take(["pipelines.csv": pipelines, "deals.csv": header + "d1,M,5,UAH,2025-01-10,A,open,\n"])
        #expect(try desk.take(["deals.csv": header + after]).files[0].changed == 1)
        try holds(desk)
        let files = try desk.export()
        #expect(String(decoding: files["pipelines.csv"] ?? [], as: UTF8.self) == pipelines)
        let before = try desk.everything()
        let own = files.filter { ["deals.csv", "deal_log.csv"].contains($0.key) }
        #expect(try desk.take(own).files.allSatisfy { $0.unchanged == $0.read })
        #expect(try desk.everything() == before)
    }

    @Test("a deal whose pipeline alone changes goes to the stage of the same name, and comes back from an export so")
    func sameName() throws {
        let pipelines = """
            pipeline,kind,stage,position,probability,outcome
            M,sales,Lead,1,0.1,open
            M,sales,Won,2,1,won
            R,sales,Lead,1,0.5,open
            R,sales,Yes,2,1,won

            """
        let deals = """
            deal_id,pipeline,amount,currency,created_at,stage,status,closed_at
            d1,R,5,UAH,2025-01-10,Lead,open,
            d2,R,5,UAH,2025-01-10,Yes,won,2025-03-01

            """
        let log = """
            deal_id,changed_at,field,old,new
            d1,2025-01-10,stage,,Lead
            d1,2025-02-01,pipeline,M,R
            d2,2025-02-01,pipeline,M,R
            d2,2025-03-01,stage,Lead,Yes

            """
        let files = ["pipelines.csv": pipelines, "deals.csv": deals, "deal_log.csv": log]
        let desk = try ImportDesk()
        try desk.take(files)
        for name in ["d1", "d2"] { #expect(try desk.folded(name) == desk.now(name)) }
        let steps = String(decoding: try desk.export()["deal_log.csv"] ?? [], as: UTF8.self).split(separator: "\n")
            .filter { $0.contains(",stage,Lead,Lead,") }
        #expect(steps.count == 2)
        #expect(try desk.take(files).files.allSatisfy { $0.added == 0 && $0.changed == 0 })
        try holds(desk)
    }

    @Test("stages that no file describes are made in the pipelines in which the log has them")
    func movedOfNoFile() throws {
        let desk = try ImportDesk()
        let log = "deal_id,changed_at,field,old,new\nd1,2025-02-01,pipeline,M,R\nd1,2025-02-01,stage,A,Ask\n"
        let deals = "deal_id,pipeline,amount,created_at,stage,status,closed_at\nd1,R,,2025-01-10,Ask,open,\n"
        #expect(try desk.take(["deals.csv": deals, "deal_log.csv": log]).isClean)
        let stages = String(decoding: try desk.export()["pipelines.csv"] ?? [], as: UTF8.self).split(separator: "\n")
        #expect(stages.dropFirst().map { String($0) }.sorted() == ["M,sales,A,1,,open", "R,sales,Ask,1,,open"])
        try holds(desk)
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
