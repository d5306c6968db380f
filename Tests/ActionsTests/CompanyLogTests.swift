import Actions
import Exchange
import Ledger
import SalesDomain
import Testing

@Suite("What was said of the company's own records before")
struct CompanyLogTests {
    private static let uah = Currency(code: "UAH")!
    private static let october = CompanyCalendar(zone: .utc).instant("2025-10-05")!
    private static let september = CompanyCalendar(zone: .utc).instant("2025-09-05")!
    private static let dated = options(at: october)

    private static func options(at: Instant) -> ImportOptions {
        var options = ImportOptions()
        options.at = at
        return options
    }

    private static func money(_ units: Int64) -> Money { Money(minorUnits: units, currency: uah) }
    private static func prices(_ price: String, _ cost: String = "") -> [String: String] {
        ["products.csv": "product,price,currency,cost\nBox,\(price),UAH,\(cost)\n"]
    }

    private static let whole = [
        "company.csv": "key,value\nname,Firm\nbase_currency,UAH\nbasis,won\n",
        "departments.csv": "department,parent\nNorth,\nSouth,\n",
        "employees.csv": "employee_id,name,department,role,active\ns1,Sava,North,seller,yes\n",
        "pipelines.csv": Small.pipelines, "products.csv": "product,price,currency,cost\nBox,100,UAH,60\n",
        "deals.csv": Small.deals,
    ]
    private static let otherwise = [
        "company.csv": "key,value\nbasis,margin\n", "departments.csv": "department,parent\nNorth,South\n",
        "employees.csv": "employee_id,name,department,role,active\ns1,Sava,North,seller,no\n",
        "pipelines.csv": Small.pipelines + "Sales,sales,Talks,5,0.6,open\n",
        "products.csv": "product,price,currency,cost\nBox,120,UAH,80\n",
    ]

    private func log(_ desk: ImportDesk) throws -> [CompanyChange] { try desk.store.read { try $0.companyLog.all() } }

    @Test("each thing that a later file says otherwise is dated by that file, and nothing that it says first")
    func dates() throws {
        let desk = try ImportDesk()
        try desk.take(Self.whole)
        #expect(try log(desk) == [])
        try desk.take(Self.otherwise, options: Self.dated)
        let log = try log(desk)
        #expect(log.count == 6 && log.allSatisfy { $0.recordedAt == Self.october })
        #expect(log.map(\.field) == [.basis, .parent, .active, .stage, .price, .cost])
        #expect(log[0].what == .basis(.init(old: .won, new: .margin)))
        guard case .parent(_, let parents) = log[1].what, case .price(_, let prices) = log[4].what else {
            Issue.record("\(log)")
            return
        }
        #expect(parents.old == nil && parents.new != nil)
        #expect(prices == .init(old: Self.money(10_000), new: Self.money(12_000)))
        #expect(try CheckDatabase(store: desk.store)().isWhole)
    }

    @Test("the same files again enter nothing, and a trial leaves nothing")
    func again() throws {
        let desk = try ImportDesk()
        try desk.take(Self.whole)
        var trial = Self.dated
        trial.dryRun = true
        let before = try desk.everything()
        let position = try desk.position()
        try desk.take(Self.otherwise, options: trial)
        #expect(try desk.everything() == before && desk.position() == position)
        try desk.take(Self.otherwise, options: Self.dated)
        let after = try desk.everything()
        let there = try desk.position()
        #expect(there > position)
        try desk.take(Self.otherwise, options: Self.dated)
        try desk.take(Self.otherwise)
        #expect(try desk.everything() == after && desk.position() == there)
    }

    @Test("an import that is stopped leaves nothing of it")
    func stopped() throws {
        struct Stop: Error {}
        let desk = try ImportDesk()
        try desk.take(Self.whole)
        let before = try desk.everything()
        #expect(throws: Stop.self) {
            try desk.take(Self.otherwise, dry: false) { progress in
                if progress.phase == .importing, progress.file == "products.csv" { throw Stop() }
            }
        }
        #expect(try desk.everything() == before && log(desk) == [])
    }

    @Test("a first import in several runs is known since ever, whichever file comes first")
    func severalRuns() throws {
        let desk = try ImportDesk()
        try desk.take([
            "deals.csv":
                "deal_id,product,pipeline,owner_id,amount,created_at,stage,status,closed_at\nd1,Box,Sales,s1,,2024-01-10,New,open,\n"
        ])
        for (name, text) in Self.whole where name != "deals.csv" { try desk.take([name: text]) }
        #expect(try log(desk) == [])
    }

    @Test("what an older dated file says otherwise is refused, with both instants; what it agrees with is not")
    func older() throws {
        let desk = try ImportDesk()
        try desk.take(Self.whole)
        try desk.take(Self.otherwise, options: Self.dated)
        let before = try log(desk)
        let files = Self.whole.filter { $0.key != "deals.csv" && $0.key != "pipelines.csv" }
        let report = try desk.take(files, options: Self.options(at: Self.september))
        #expect(report.rejected.count == 4)
        for refusal in report.rejected {
            guard case .olderThanKnown(let known, let file) = refusal.reason else {
                Issue.record("\(refusal)")
                continue
            }
            #expect(known.hasPrefix("2025-10-05") && file.hasPrefix("2025-09-05"))
        }
        #expect(try log(desk) == before)
        let product = try #require(try desk.store.read { try $0.products.find("Box") })
        #expect(product.row.price == 12_000)
    }

    @Test("a stage that came to a pipeline is there since deals are known to have stood at it, when that was before")
    func stages() throws {
        let desk = try ImportDesk()
        try desk.take(Self.whole)
        try desk.take([
            "deals.csv": Small.header + "d9,,Sales,s1,100,UAH,2024-02-01,,Talks,open,,\n",
            "deal_log.csv":
                "deal_id,changed_at,field,old,new,by\nd9,2024-02-01,stage,,New,s1\nd9,2024-02-03,stage,New,Talks,s1\n",
        ])
        let log = try log(desk)
        #expect(log.map(\.recordedAt) == [CompanyCalendar(zone: .utc).instant("2024-02-03")!, ImportDesk.now])
        #expect(Set(log.map(\.subject)).count == 1 && log.allSatisfy { $0.field == .stage })
    }

    @Test("goes out and comes back as it was, once")
    func roundTrip() throws {
        let desk = try ImportDesk()
        try desk.take(Self.whole)
        try desk.take(Self.otherwise, options: Self.dated)
        try desk.take(Self.prices("", "90"))
        try desk.take(["departments.csv": "department,parent\nNorth,\n"])
        let files = try desk.export()
        let copy = try ImportDesk()
        #expect(try copy.take(files).isClean)
        #expect(try copy.everything() == desk.everything())
        #expect(try copy.export() == files)
        let position = try copy.position()
        try copy.take(files)
        #expect(try copy.position() == position)
        #expect(try CheckDatabase(store: copy.store)().isWhole)
    }

    @Test("a file whose changes do not lead to what stands is refused, where it breaks")
    func broken() throws {
        let header = "recorded_at,field,department,employee_id,product,pipeline,stage,old,new\n"
        let desk = try ImportDesk()
        try desk.take(Self.whole)
        let good =
            header + "2025-02-01,price,,,Box,,,80.00 UAH,90.00 UAH\n2025-03-01,price,,,Box,,,90.00 UAH,100.00 UAH\n"
        let report = try desk.take(["company_log.csv": good.replacing("90.00 UAH\n2025-03", with: "95.00 UAH\n2025-03")]
        )
        #expect(report.rejected.count == 2)
        #expect(report.rejected[0].reason == .logBroken(field: "price", expected: "95.00 UAH", found: "90.00 UAH"))
        let short = try desk.take(["company_log.csv": header + "2025-02-01,active,,s1,,,,yes,no\n"])
        #expect(short.rejected.map(\.reason) == [.logBroken(field: "active", expected: "no", found: "yes")])
        #expect(try log(desk) == [])
        #expect(try desk.take(["company_log.csv": good]).isClean)
        #expect(try log(desk).count == 2)
        #expect(try desk.take(["company_log.csv": good]).files[0].unchanged == 2)
        try desk.store.write { _ = try $0.run("UPDATE products SET price = 1") }
        #expect(try CheckDatabase(store: desk.store)().brokenChanges == 1)
    }

    @Test("is never edited")
    func kept() throws {
        let desk = try ImportDesk()
        try desk.take(Self.whole)
        try desk.take(Self.otherwise)
        #expect(throws: LedgerError.self) {
            try desk.store.write { _ = try $0.run("UPDATE company_log SET new = '1'") }
        }
        #expect(throws: LedgerError.self) { try desk.store.write { _ = try $0.run("DELETE FROM company_log") } }
    }
}
