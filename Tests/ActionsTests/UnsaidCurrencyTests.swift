import Actions
import Exchange
import Foundation
import Ledger
import SalesDomain
import Testing

/// Nobody says in which currency an amount is: then it is in the company's own.
@Suite struct UnsaidCurrencyTests {
    private static let plain = "deal_id,amount,cost,created_at,stage,status,closed_at\n"
    private static let withCell = "deal_id,amount,cost,currency,created_at,stage,status,closed_at\n"

    private func deal(_ amount: String, _ cost: String, cell: Bool = false) -> [String: String] {
        let header = cell ? UnsaidCurrencyTests.withCell : UnsaidCurrencyTests.plain
        return ["deals.csv": header + "1,\(amount),\(cost)\(cell ? "," : ""),2025-10-05,Talk,open,\n"]
    }

    @Test(
        "a first amount or cost of a known deal is in the company's own",
        arguments: [("100.00", ""), ("", "7.5"), ("100.00", "7.5")], [false, true])
    func first(money: (amount: String, cost: String), cell: Bool) throws {
        let desk = try ImportDesk()
        try desk.take(deal("", "", cell: cell))
        #expect(try desk.take(deal(money.amount, money.cost, cell: cell)).files[0].changed == 1)
        let state = try state(desk)
        #expect(state.currency?.code == "UAH")
        #expect(state.amount == (money.amount.isEmpty ? nil : 10_000) && state.cost == (money.cost.isEmpty ? nil : 750))
        #expect(try desk.take(deal(money.amount, money.cost, cell: cell)).files[0].unchanged == 1)
        try comesBack(desk)
    }

    @Test("so is one that comes with a later log", arguments: ["amount", "cost"])
    func later(field: String) throws {
        let desk = try ImportDesk()
        try desk.take(deal("", ""))
        let log = "deal_id,changed_at,field,old,new\n1,2025-10-07,\(field),,5\n"
        let row = field == "amount" ? deal("5", "") : deal("", "5")
        #expect(try desk.take(row.merging(["deal_log.csv": log]) { $1 }).isClean)
        #expect(try state(desk).currency?.code == "UAH")
        #expect(try desk.take(row).files[0].unchanged == 1)
        try comesBack(desk)
    }

    @Test("and one that a log brings alone, or whose currency the log says later than the amount")
    func alone() throws {
        let header = "deal_id,changed_at,field,old,new\n"
        let desk = try ImportDesk()
        try desk.take(deal("", ""))
        #expect(try desk.take(["deal_log.csv": header + "1,2025-10-07,amount,,5\n"]).isClean)
        #expect(try state(desk).currency?.code == "UAH" && state(desk).amount == 500)
        try comesBack(desk)
        let other = try ImportDesk()
        let late = deal("5", "").merging(["deal_log.csv": header + "1,2025-10-07,currency,,UAH\n"]) { $1 }
        #expect(try other.take(late).isClean)
        try comesBack(other)
        let gone = deal("5", "").merging(["deal_log.csv": header + "1,2025-10-07,currency,UAH,\n"]) { $1 }
        #expect(try ImportDesk().take(gone).rejected.contains { $0.reason == .valueMissing })
    }

    @Test("an amount without a currency of a deal that has one is in that")
    func known() throws {
        let desk = try ImportDesk()
        let yen = UnsaidCurrencyTests.withCell + "1,100,,JPY,2025-10-05,Talk,open,\n"
        try desk.take(["company.csv": "key,value\nbase_currency,UAH\n", "deals.csv": yen])
        #expect(try desk.take(deal("100", "")).files[0].unchanged == 1)
        #expect(try desk.take(deal("120", "", cell: true)).files[0].changed == 1)
        let state = try state(desk)
        #expect(state.currency?.code == "JPY" && state.amount == 120)
    }

    private func state(_ desk: ImportDesk) throws -> DealState {
        try desk.store.read { ledger in
            let id = try #require(try ledger.deals.find("1", of: try ledger.sources.id(of: Source.own)))
            return try #require(try ledger.deals.now(id)).state
        }
    }

    /// An export says the same company, elsewhere and here.
    private func comesBack(_ desk: ImportDesk) throws {
        #expect(try CheckDatabase(store: desk.store)().isWhole)
        let (files, before) = (try desk.export(), try desk.everything())
        let other = try ImportDesk()
        #expect(try other.take(files).rejected == [])
        #expect(try other.export() == files)
        #expect(try desk.take(files).files.allSatisfy { $0.unchanged == $0.read })
        #expect(try desk.everything() == before)
    }
}
