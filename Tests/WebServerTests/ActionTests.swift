import Ledger
import SalesDomain
import Testing

@Suite("Actions and what is due") struct ActionTests {
    private let form = [
        "deed": "give", "origin": "none", "scope": "employee:s01", "who": "s01", "what": "Зателефонувати",
        "due": "2026-11-30", "expected": "12 500",
    ]

    private func given(_ firm: Firm) throws -> [CorrectiveAction] {
        try firm.store.read { try $0.correctiveActions.all(in: $0.settings.company().calendar) }
    }

    @Test("who may give what to whom, and what they are told")
    func rights() async throws {
        let firm = try Firm.furnished()
        let (own, theirs) = (try firm.deal("D1").number, try firm.deal("D2").number)
        let form = form
        try await firm.visit { client in
            for (who, change, status) in [
                ("s01", [:], 303), ("s01", ["who": "s02"], 404), ("s01", ["scope": "employee:s02"], 404),
                ("s01", ["scope": "company"], 404), ("s01", ["deal": "\(own)", "origin": "deal"], 303),
                ("s01", ["deal": "\(theirs)"], 404), ("s01", ["deal": "987654"], 404), ("h01", ["who": "s02"], 303),
                ("h01", ["who": "s03"], 404), ("h01", ["scope": "department:South"], 404),
                ("d01", ["who": "s03", "scope": "company"], 303), ("d01", ["who": "s99"], 422),
                ("d01", ["stage": "987654"], 404), ("d01", ["due": "2026-11-01"], 422), ("d01", ["due": "soon"], 422),
                ("d01", ["what": "  "], 422), ("d01", ["expected": "багато"], 422), ("d01", ["deed": "take"], 400),
            ] as [(String, [String: String], Int)] {
                let browser = Browser(client)
                try await browser.signIn(who)
                _ = try await browser.get("/reports/actions")
                let page = try await browser.post("/reports/actions", form.merging(change) { $1 })
                #expect(page.status == status, "\(who) \(change)")
                if status == 422 { #expect(page.text.contains("role=\"alert\""), "\(change)") }
            }
            let stranger = Browser(client)
            try await stranger.signIn("s01")
            _ = try await stranger.get("/reports/actions")
            #expect(try await stranger.post("/reports/actions", form, csrf: "0000").status == 403)
        }
        let all = try given(firm)
        #expect(all.count == 4)
        #expect(all[0].expected == 1_250_000 && all[0].what == "Зателефонувати")
        #expect(all[1].subject == .deal(try firm.deal("D1")) && all[1].baseline.deal != nil)
    }

    @Test("a seller's action stands on the list, on the deal and in the day until it is done, and is nobody else's")
    func life() async throws {
        let firm = try Firm.furnished()
        let deal = try firm.deal("D1").number
        let form = form
        try await firm.visit { client in
            let head = Browser(client)
            try await head.signIn("h01")
            _ = try await head.get("/deals/\(deal)")
            let back = "/deals/\(deal)"
            let change = ["deal": "\(deal)", "origin": "deal", "due": "2026-11-18", "back": back]
            #expect(try await head.post("/reports/actions", form.merging(change) { $1 }).location == back)
            firm.clock.pass(seconds: 5)
            let (seller, other) = (Browser(client), Browser(client))
            try await seller.signIn("s01")
            try await other.signIn("s02")
            for page in ["/reports/actions", "/reports/today", "/deals/\(deal)"] {
                #expect(try await seller.get(page).text.contains("Зателефонувати"), "\(page)")
            }
            for page in ["/reports/actions", "/reports/today"] {
                #expect(try await !other.get(page).text.contains("Зателефонувати"), "\(page)")
            }
            #expect(try await seller.get("/api/reports/actions").text.contains("\"state\":\"due\""))
            #expect(
                try await seller.get("/reports/actions?as_of=2026-11-17").text.contains(
                    "відкритих коригувальних дій немає"))
            let end = ["deed": "end", "action": "A1", "end": "done", "note": "домовились", "back": "/reports/today"]
            _ = try await other.get("/reports/actions")
            #expect(try await other.post("/reports/actions", end).status == 404)
            _ = try await seller.get("/reports/today")
            #expect(try await seller.post("/reports/actions", end).location == "/reports/today")
            #expect(try await seller.post("/reports/actions", end).status == 409)
            firm.clock.pass(seconds: 5)
            #expect(try await !seller.get("/reports/today").text.contains("Зателефонувати"))
            #expect(try await seller.get("/reports/actions").text.contains("домовились"))
            #expect(try await seller.get("/api/reports/actions").text.contains("\"state\":\"done\""))
        }
    }

    @Test("what is due is ticked off in place, by whose it is or who leads them")
    func tickOff() async throws {
        let firm = try Firm.furnished()
        let due = Firm.morning.adding(seconds: 3_600)
        let ids = try firm.store.write { ledger in
            let source = try ledger.sources.id(of: "firm")
            let batch = try ledger.openBatch("test", at: Firm.morning.adding(seconds: -3_600))
            let ids = try ["s01", "s02"].map { who in
                let person = try #require(try ledger.employees.find(who, of: source)?.id)
                let row = ActivityRow(
                    source: source, externalID: "t-\(who)", kind: .task, direction: nil, employee: person, deal: nil,
                    account: nil, contact: nil, startedAt: nil, seconds: nil, result: nil, dueAt: due, doneAt: nil,
                    note: "Справа \(who)")
                let early = Firm.morning.adding(seconds: -3_600)
                return try ledger.activities.put(row, recorded: early, again: early, in: batch).id.number
            }
            try ledger.takePosition(for: batch)
            return ids
        }
        try await firm.visit { client in
            let seller = Browser(client)
            try await seller.signIn("s01")
            let page = try await seller.get("/reports/today")
            #expect(page.text.contains("Справа s01") && !page.text.contains("Справа s02"))
            func tick(_ browser: Browser, _ id: Int64) async throws -> Int {
                try await browser.post("/reports/today", ["deed": "tick_off", "activity": "\(id)"]).status
            }
            #expect(try await tick(seller, ids[1]) == 404)
            #expect(try await tick(seller, ids[0]) == 303)
            #expect(try await tick(seller, ids[0]) == 409)
            firm.clock.pass(seconds: 5)
            #expect(try await !seller.get("/reports/today").text.contains("Справа s01"))
            let head = Browser(client)
            try await head.signIn("h01")
            #expect(try await head.get("/reports/today").text.contains("Справа s02"))
            #expect(try await tick(head, ids[1]) == 303)
        }
    }
}
