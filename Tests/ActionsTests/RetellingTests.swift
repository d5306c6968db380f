import Actions
import Exchange
import Foundation
import Ledger
import SalesDomain
import Testing

/// What an import made of a deal's row gives way to the log that a later one brings.
@Suite struct RetellingTests {
    private let calendar = CompanyCalendar(zone: .utc)
    private static let logHeader = "deal_id,changed_at,recorded_at,field,old,new,by\n"

    @Test("files that come one by one make the books of the folder that comes at once", arguments: [1, 2, 3, 4])
    func oneByOne(seed: UInt64) throws {
        let files = RandomCompany.files(seed: seed)
        let (whole, pieces) = (try ImportDesk(), try ImportDesk())
        try whole.take(files)
        let names = ExchangeFile.allCases.map(\.fileName).filter { files[$0] != nil }
        let order = names.filter { $0 != "deal_log.csv" && $0 != "commission_lines.csv" } + ["deal_log.csv"]
        for name in order {
            var taken = [name: files[name] ?? []]
            // Lines are a part of their statements.
            if name == "commission_statements.csv" { taken["commission_lines.csv"] = files["commission_lines.csv"] }
            #expect(try pieces.take(taken).rejected == [], "\(name)")
        }
        let (one, other) = (try whole.export(), try pieces.export())
        for name in Set(one.keys).union(other.keys) {
            #expect(lines(one[name]) == lines(other[name]), "\(name)")
        }
        #expect(try CheckDatabase(store: pieces.store)().isWhole)
        let position = try pieces.position()
        try pieces.take(["deal_log.csv": files["deal_log.csv"] ?? []])
        #expect(try pieces.position() == position)
    }

    @Test("a log tells how a deal came to what its row says, and when that was known")
    func told() throws {
        let deals =
            Small.header + Small.deal("d1", amount: "200", stage: "Offer")
            + Small.deal("d2", stage: "Won", status: "won", closed: "2024-02-05")
        let log =
            RetellingTests.logHeader + """
                d1,2024-01-10,,stage,,New,s1
                d1,2024-01-15,,amount,80,200,
                d1,2024-01-20,,stage,New,Offer,
                d2,2024-01-10,,stage,,New,
                d2,2024-02-05,2024-02-09,stage,New,Won,s1

                """
        let (whole, pieces) = (try ImportDesk(), try ImportDesk())
        let company = "key,value\nbase_currency,UAH\n"
        try whole.take([
            "company.csv": company, "pipelines.csv": Small.pipelines, "deals.csv": deals, "deal_log.csv": log,
        ])
        try pieces.take(["company.csv": company, "pipelines.csv": Small.pipelines, "deals.csv": deals])
        let report = try pieces.take(["deal_log.csv": log])
        #expect(report.files[0].added == 5 && report.rejected == [])
        #expect(try pieces.row("d1").beginning.amount == 8000)
        #expect(try pieces.log("d2") == whole.log("d2"))
        for id in ["d1", "d2"] {
            #expect(try pieces.row(id).beginning == whole.row(id).beginning)
            #expect(try pieces.now(id) == whole.now(id) && pieces.now(id) == pieces.folded(id))
        }
        #expect(try pieces.export() == whole.export())
        #expect(try CheckDatabase(store: pieces.store)().isWhole)
        let (contents, position) = (try pieces.everything(), try pieces.position())
        #expect(
            try pieces.take(["deals.csv": deals, "deal_log.csv": log]).files.allSatisfy { $0.unchanged == $0.read })
        #expect(try pieces.everything() == contents && pieces.position() == position)
    }

    @Test("shares that come after their deals are how these began, dated ones a change")
    func shares() throws {
        let (whole, pieces, later) = (try ImportDesk(), try ImportDesk(), try ImportDesk())
        let splits = "deal_id,employee_id,share\nd1,s1,0.5\nd1,s2,0.5\n"
        try whole.take(["deals.csv": Small.deals, "splits.csv": splits])
        for desk in [pieces, later] { try desk.take(["deals.csv": Small.deals]) }
        #expect(try pieces.take(["splits.csv": splits]).files[0].added == 2)
        #expect(try pieces.export() == whole.export())
        #expect(try pieces.take(["splits.csv": splits]).files[0].unchanged == 2)
        try later.take(["splits.csv": splits], options: dated("2024-04-01"))
        #expect(try later.row("d1").beginning.split == nil && later.log("d1").map(\.field) == [.split])
    }

    @Test("what a log has told gives way to no other log, and a log that ends elsewhere than the row is refused")
    func contradiction() throws {
        let desk = try ImportDesk()
        let won = Small.deal("d1", stage: "Won", status: "won", closed: "2024-02-05")
        try desk.take([
            "pipelines.csv": Small.pipelines, "deals.csv": Small.header + won + won.replacing("d1", with: "d2"),
            "deal_log.csv": RetellingTests.logHeader
                + "d1,2024-01-10,,stage,,New,\nd1,2024-02-05,,stage,New,Won,\n",
        ])
        let before = try desk.everything()
        let log = """
            deal_id,changed_at,field,old,new
            d1,2024-01-20,stage,Offer,Won
            d2,2024-01-10,stage,,New
            d2,2024-01-20,stage,New,Offer

            """
        let report = try desk.take(["deal_log.csv": log])
        let against = Refusal.Reason.logAgainstKnown(field: "stage")
        #expect(report.rejected.map(\.line) == [2, 3, 4])
        #expect(report.rejected.map(\.reason) == [against, against, .dealRefused("d2")])
        #expect(try desk.everything() == before)
    }

    @Test("an older dated file changes nothing of what is known since, and takes what it agrees with")
    func older() throws {
        let desk = try ImportDesk()
        let open = Small.header + Small.deal("d1", expected: "2024-03-01", stage: "Offer")
        let won = Small.header + Small.deal("d1", amount: "150", stage: "Won", status: "won", closed: "2024-02-10")
        try desk.take(["pipelines.csv": Small.pipelines, "deals.csv": open], options: dated("2024-02-01"))
        try desk.take(["deals.csv": won], options: dated("2024-02-11"))
        let before = try desk.everything()
        let report = try desk.take(["deals.csv": open], options: dated("2024-02-05"))
        #expect(report.files[0].rejected == 1)
        guard case .olderThanKnown(known: _, file: _)? = report.rejected.first?.reason else {
            Issue.record("\(report.rejected)")
            return
        }
        #expect(try desk.take(["deals.csv": won], options: dated("2024-02-05")).files[0].unchanged == 1)
        #expect(try desk.everything() == before)
        #expect(try desk.take(["deals.csv": open], options: dated("2024-02-12")).files[0].changed == 1)
    }

    @Test("a dated file is known by its date also where it told nothing but how a deal stands")
    func olderThanTheFirst() throws {
        let desk = try ImportDesk()
        try desk.take(["deals.csv": Small.header + Small.deal("d1", amount: "150")], options: dated("2024-02-11"))
        let report = try desk.take(["deals.csv": Small.header + Small.deal("d1")], options: dated("2024-02-05"))
        #expect(report.files[0].rejected == 1)
        #expect(try desk.now("d1").amount == 15000)
    }

    @Test("an import that dies in the middle leaves nothing")
    func whole() throws {
        let desk = try ImportDesk()
        let before = try desk.everything()
        let frail = FrailStore(desk.store, diesAt: 1)
        let files = RandomCompany.files(seed: 3).map { ImportSource.memory(name: $0.key, bytes: $0.value) }
        #expect(throws: FrailStore.Death.self) {
            try ImportRecords(store: frail, clock: Clock { ImportDesk.now }).run(files)
        }
        #expect(try desk.everything() == before)
        struct Stopped: Error {}
        var options = ImportOptions()
        options.batch = 3
        #expect(throws: Stopped.self) {
            try ImportRecords(store: desk.store, clock: Clock { ImportDesk.now }).run(files, options: options) {
                if $0.file == "deals.csv", $0.phase == .importing { throw Stopped() }
            }
        }
        #expect(try desk.everything() == before)
    }

    private func dated(_ day: String) -> ImportOptions {
        var options = ImportOptions()
        options.at = calendar.instant(day)
        return options
    }

    /// What a deal was called before its log calls it something is not told anew: its row's title stands there.
    private func lines(_ bytes: [UInt8]?) -> [String] {
        String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").map {
            String($0).replacing(/,title,[^,]*(?:, нова")?,/, with: ",title,,")
        }.sorted()
    }
}
