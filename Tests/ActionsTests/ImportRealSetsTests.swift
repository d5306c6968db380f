import Actions
import Ledger
import SalesDomain
import Testing

@Suite("Importing the sets that lie beside the project")
struct ImportRealSetsTests {
    @Test(
        "every row of every set is taken, and the second time nothing changes",
        arguments: ["practice", "maven", "bpic2012", "helpdesk"])
    func twice(name: String) throws {
        guard let folder = SharedData.folder(name) else { return }
        let desk = try ImportDesk()
        let first = try desk.take(folder: folder)
        #expect(first.rejected == [])
        #expect(first.files.allSatisfy { $0.read == $0.added || $0.file == .departments })
        let before = try desk.everything()
        let position = try desk.position()
        let second = try desk.take(folder: folder)
        #expect(second.isClean)
        #expect(second.files.allSatisfy { $0.read == $0.unchanged })
        #expect(try desk.everything() == before)
        #expect(try desk.position() == position)
    }
}
