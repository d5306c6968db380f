import Actions
import Ledger
import SalesDomain
import Testing

/// North has won 11,111,111.11 and 22,222,222.22 in November, and everybody is given seven hundredths of what their department wins.
@Suite("A team's bonus") struct TeamBonusTests {
    private static let total = "33333333"
    private static let bonus = "2333333"

    private func firm() throws -> Firm {
        let firm = try Firm.furnished()
        try firm.store.write { ledger in
            let rule = CommissionRule(name: "Team", measure: .won, team: true, tiers: [.init(from: 0, rate: 70_000)])
            let plan = try ledger.commissionPlans.put(
                CommissionPlanRow(name: "North", every: .month, cap: nil, proRata: false, from: nil, to: nil)
            ).id
            _ = try ledger.commissionRules.put(rule, in: plan)
            let source = try ledger.sources.id(of: "firm")
            let batch = try ledger.openBatch("test", at: Firm.morning.adding(seconds: -3_600))
            let stages = try ledger.pipelines.all().flatMap(\.stages)
            for (id, owner, amount) in [("W1", "s01", Int64(1_111_111_111)), ("W2", "s02", 2_222_222_222)] {
                try add(id, owner, amount, stages, source, batch, ledger)
            }
            try ledger.takePosition(for: batch)
        }
        return firm
    }

    private func add(
        _ id: String, _ owner: String, _ amount: Int64, _ stages: [Stage], _ source: Source.ID, _ batch: Batch.ID,
        _ ledger: any Transaction
    ) throws {
        let created = Firm.morning.adding(seconds: -20 * 86_400)
        let closed = Firm.morning.adding(seconds: -2 * 86_400)
        let pipeline = try ledger.pipelines.all()[0].id
        var state = DealState(pipeline: pipeline, createdAt: created)
        state.currency = Currency(code: "UAH")
        state.amount = amount
        state.owner = try ledger.employees.find(owner, of: source)?.id
        state.stage = stages.first { $0.outcome == .open }?.id
        let won = stages.first { $0.outcome == .won }?.id
        let change = DealChange(
            changedAt: closed, recordedAt: closed, field: .stage, old: state.stage?.number, new: won?.number, by: nil)
        try ledger.deals.add(
            DealRow(
                source: source, externalID: id, batch: batch, recordedAt: created, title: "Team deal \(id)",
                beginning: state), [change]
        ) { stage in stages.first { $0.id == stage }?.outcome ?? .open }
    }

    /// Everywhere where a bonus is shown.
    private static let places = [
        "/bonuses", "/bonuses?format=json", "/bonuses?format=csv", "/bonuses?format=csv&by=deal",
        "/bonuses?format=xlsx", "/reports/period",
        "/api/reports/period", "/api/reports/period?format=csv", "/api/reports/period?format=xlsx", "/strip",
        "/reports/today", "/plans", "/",
    ]

    /// Where the digits stand, however they are grouped.
    private func shows(_ digits: String..., to browser: Browser) async throws -> Set<String> {
        var found = Set<String>()
        for place in Self.places {
            let page = try await browser.get(place)
            #expect(page.status == 200, "\(place)")
            let text = place.hasSuffix("xlsx") ? Archive(page.bytes).text : page.text
            let plain = text.filter { !$0.isWhitespace }
            if digits.contains(where: plain.contains) { found.insert(place) }
        }
        return found
    }

    @Test("is not shown by its total anywhere until that is granted, and the grant stands in the log of deeds")
    func granted() async throws {
        let firm = try firm()
        @Sendable func noted() throws -> Instant? { try firm.store.read { try $0.last("give_grant") } }
        try await firm.visit { client in
            let (seller, boss) = (Browser(client), Browser(client))
            try await seller.signIn("s01")
            try await boss.signIn("d01")
            #expect(try await shows(Self.total, to: seller).isEmpty)
            #expect(try await shows(Self.bonus, to: seller).isEmpty)
            #expect(try await seller.get("/bonuses").text.contains("підсумок відділу компанія не показує"))
            // Sums say that they are without it: on the page, in the strip, in a document.
            let missing = "без бонусу за відділ"
            #expect(try await seller.get("/bonuses").text.contains("У сумах немає бонусу за відділ"))
            #expect(try await seller.get("/strip").text.contains(missing))
            #expect(try await seller.get("/bonuses?format=json").text.contains("\"partial\":true"))
            #expect(try noted() == nil)

            // A seller gives themselves nothing.
            _ = try await seller.get("/bonuses")
            let form = ["deed": "share", "value": "give"]
            #expect(try await seller.post("/bonuses", form).status == 403)
            #expect(try await shows(Self.total, Self.bonus, to: seller).isEmpty)

            _ = try await boss.get("/bonuses")
            #expect(try await boss.post("/bonuses", form).status == 303)
            #expect(try noted() == firm.clock.clock.now())
            let grant = try #require(try firm.store.read { try $0.grants.all() }.first)
            #expect(grant.kind == .teamBonus && grant.to == nil)
            #expect(grant.by == (try firm.store.read { try $0.user(named: "d01@firm.example")?.user.employee }))

            #expect(
                try await shows(Self.total, to: seller).isSuperset(of: ["/bonuses?format=json", "/api/reports/period"]))
            #expect(try await !seller.get("/bonuses").text.contains("У сумах немає"))
            #expect(try await !seller.get("/strip").text.contains(missing))
            let told = try await shows(Self.bonus, to: seller)
            #expect(told.isSuperset(of: ["/bonuses", "/bonuses?format=csv", "/bonuses?format=xlsx"]))
            // A colleague's deal is named nowhere.
            let pages = try await seller.get("/bonuses").text + seller.get("/bonuses?format=json").text
            #expect(!pages.contains("W2") && !pages.filter { !$0.isWhitespace }.contains("22222222"))

            _ = try await boss.get("/bonuses")
            #expect(try await boss.post("/bonuses", ["deed": "share", "value": "end"]).status == 303)
            #expect(try await shows(Self.total, Self.bonus, to: seller).isEmpty)
        }
    }
}

/// What the files of a workbook say, one after another.
private struct Archive {
    let text: String

    init(_ bytes: [UInt8]) {
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        var (place, text) = (0, "")
        while place + 30 < bytes.count, number(place, 4) == 0x0403_4b50 {
            let start = place + 30 + number(place + 26, 2) + number(place + 28, 2)
            let end = start + number(place + 18, 4)
            text += String(decoding: Inflate.read(Array(bytes[start..<end])) ?? [], as: UTF8.self)
            place = end
        }
        self.text = text
    }
}
