import Actions
import Ledger
import LiveFacts
import SalesDomain
import TestDatabase
import Testing

@Suite("The live record on the server") struct RecordTests {
    private func take(_ firm: Firm) throws -> TakeSnapshot.Outcome {
        let live = LiveFacts(firm.store, clock: firm.clock.clock)
        return try TakeSnapshot(store: firm.store, live: live, clock: firm.clock.clock)()
    }

    @Test("a day is recorded once, the next one again, and an empty book never")
    func once() throws {
        let firm = try Firm.furnished()
        let today = try #require(Day(iso: "2026-11-18"))
        guard case .taken(today, let count) = try take(firm) else {
            Issue.record("not taken")
            return
        }
        // The company, two departments and three sellers; a month and a quarter.
        #expect(count == 12)
        firm.clock.pass(seconds: 3600)
        #expect(try take(firm) == .already(today))
        firm.clock.pass(seconds: 86_400)
        #expect(try take(firm) == .taken(today + 1, 12))
        let calendar = try firm.store.read { try $0.settings.company() }.calendar
        let rows = try firm.store.read { try $0.forecastRecord.all(of: .company, in: calendar) }
        #expect(rows.map(\.day) == [today, today, today + 1, today + 1])
        #expect(try take(Firm.empty()) == .nothing)
    }

    @Test("stands beside the backtest, for whoever may see the scope")
    func shown() async throws {
        let firm = try Firm.furnished()
        try firm.addWin()
        _ = try take(firm)
        firm.clock.pass(seconds: 60)
        try await firm.visit { client in
            let seller = Browser(client)
            try await seller.signIn("s01")
            let own = try await seller.get("/api/backtest?scope=employee:s01")
            #expect(own.status == 200)
            #expect(own.text.contains("\"live\":{\"scope\":\"employee:s01\",\"begun\":\"2026-11-18\",\"days\":1"))
            #expect(try await seller.get("/api/backtest?scope=employee:s02").status == 404)
            #expect(try await seller.get("/api/backtest?scope=company").status == 404)
            let page = try await seller.get("/accuracy")
            #expect(page.text.contains("Запис ведеться від 18"))
            let boss = Browser(client)
            try await boss.signIn("d01")
            let whole = try await boss.get("/api/backtest")
            #expect(whole.text.contains("\"live\":{\"scope\":\"company\""))
        }
    }
}

extension Firm {
    /// A deal of Sava's that was won in September: a past to measure on.
    func addWin() throws {
        try store.write { ledger in
            let source = try ledger.sources.id(of: "firm")
            let pipeline = try ledger.pipelines.put("Sales", kind: .sales, by: .first).id
            let won = try ledger.stages.put(
                StageRow(pipeline: pipeline, name: "Won", position: 3, probability: nil, outcome: .won)
            ).id
            let batch = try ledger.openBatch("test", at: Firm.morning.adding(seconds: -3600))
            let created = Firm.morning.adding(seconds: -80 * 86_400)
            var state = DealState(pipeline: pipeline, createdAt: created)
            state.currency = Currency(code: "UAH")
            state.amount = 500_000
            state.owner = try ledger.employees.find("s01", of: source)?.id
            state.status = .won
            state.stage = won
            state.closedAt = created.adding(seconds: 5 * 86_400)
            _ = try ledger.deals.add(
                DealRow(
                    source: source, externalID: "D9", batch: batch, recordedAt: created, title: "Won", beginning: state),
                outcome: { $0 == won ? .won : .open })
            try ledger.takePosition(for: batch)
        }
    }
}
