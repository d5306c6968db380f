import Ledger
import SalesDomain
import Testing

/// Of three open deals one has something planned: the other two lack a next step.
@Suite("Alerts on the server") struct AlertTests {
    private func firm() throws -> Firm {
        let firm = try Firm.furnished()
        let deal = try firm.deal("D1")
        try firm.store.write { ledger in
            let source = try ledger.sources.id(of: "firm")
            let batch = try ledger.openBatch("test", at: Firm.morning.adding(seconds: -3_600))
            let early = Firm.morning.adding(seconds: -3_600)
            let row = ActivityRow(
                source: source, externalID: "t1", kind: .task, direction: nil,
                employee: try ledger.employees.find("s01", of: source)?.id, deal: deal, account: nil, contact: nil,
                startedAt: nil, seconds: nil, result: nil, dueAt: Firm.morning.adding(seconds: 86_400), doneAt: nil,
                note: nil)
            _ = try ledger.activities.put(row, recorded: early, again: early, in: batch)
            try ledger.takePosition(for: batch)
        }
        return firm
    }

    private func count(_ browser: Browser) async throws -> Int? {
        let page = try await browser.get("/reports/funnel")
        #expect(page.status == 200)
        return page.text.firstMatch(of: #/<b class="count"[^>]*>([0-9]+)\+?<\/b>/#).flatMap { Int($0.1) }
    }

    @Test("everybody is told of theirs: on the page, beside it, in the day, in the file")
    func whose() async throws {
        let firm = try firm()
        try await firm.visit { client in
            for (who, named, number) in [
                ("s01", [String](), nil), ("s02", ["Svitlana&#39;s deal"], 1), ("h01", ["Svitlana&#39;s deal"], 1),
                ("d01", ["Svitlana&#39;s deal", "Stepan&#39;s deal"], 2),
            ] as [(String, [String], Int?)] {
                let browser = Browser(client)
                try await browser.signIn(who)
                #expect(try await count(browser) == number, "\(who)")
                let page = try await browser.get("/reports/alerts")
                let (day, file) = (
                    try await browser.get("/reports/today"), try await browser.get("/api/reports/alerts?format=csv")
                )
                for title in ["Svitlana&#39;s deal", "Stepan&#39;s deal"] {
                    let isTheirs = named.contains(title)
                    #expect(page.text.contains(title) == isTheirs, "\(who) \(title)")
                    let brief = day.text.split(separator: "id=\"alerts\"").dropFirst().first ?? ""
                    #expect(brief.contains(title) == isTheirs, "\(who) \(title)")
                    let plain = title.replacing("&#39;", with: "'")
                    #expect(file.text.contains(plain) == isTheirs, "\(who) \(title)")
                }
                let json = try await browser.get("/api/reports/alerts")
                #expect(json.text.contains("\"no_next_step\":\(number ?? 0)"), "\(who)")
                #expect(try await browser.get("/api/reports/alerts?format=xlsx").status == 200)
            }
        }
    }

    @Test("what somebody puts off is gone from their pages until then and from nobody else's, and can be shown again")
    func snooze() async throws {
        let firm = try firm()
        let deal = try firm.deal("D2").number
        let form = [
            "deed": "snooze", "alert": "no_next_step", "deal": "\(deal)", "scope": "company", "until": "2026-11-20",
        ]
        try await firm.visit { client in
            let (head, seller, boss) = (Browser(client), Browser(client), Browser(client))
            for (browser, who) in [(head, "h01"), (seller, "s02"), (boss, "d01")] { try await browser.signIn(who) }
            _ = try await head.get("/reports/alerts")
            #expect(try await head.post("/reports/alerts?list=all", form).location == "/reports/alerts?list=all")
            firm.clock.pass(seconds: 5)
            #expect(try await count(head) == nil)
            #expect(try await count(seller) == 1)
            #expect(try await count(boss) == 2)
            let page = try await head.get("/reports/alerts")
            #expect(page.text.contains("id=\"snoozed\"") && page.text.contains("20.11.2026"))
            #expect(try await head.get("/api/reports/alerts").text.contains("\"snoozed_until\":\"2026-11-20\""))
            #expect(try await head.post("/reports/alerts", form.merging(["deed": "show"]) { $1 }).status == 303)
            firm.clock.pass(seconds: 5)
            #expect(try await count(head) == 1)
            #expect(try await head.post("/reports/alerts", form).status == 303)
            firm.clock.pass(seconds: 3 * 86_400)
            #expect(try await count(head) == 1)
        }
    }

    @Test("nobody puts off what is not theirs, or for ever, or without saying what")
    func refused() async throws {
        let firm = try firm()
        let deal = try firm.deal("D2").number
        let form = [
            "deed": "snooze", "alert": "no_next_step", "deal": "\(deal)", "until": "2026-11-20", "scope": "company",
        ]
        try await firm.visit { client in
            for (who, change, status) in [
                ("s01", [:], 404), ("s02", ["deal": "987654"], 404), ("s02", ["until": "2028-01-01"], 400),
                ("s02", ["until": "2026-11-16"], 400), ("s02", ["until": "soon"], 400),
                ("s02", ["alert": "noise"], 400),
                ("s02", ["scope": "nowhere"], 404), ("h01", ["deal": "", "stage": "987654"], 404),
                ("h01", ["deal": "", "scope": "department:South", "alert": "plan_dropped"], 404),
                ("h01", ["deal": "", "scope": "department:North", "alert": "plan_dropped"], 303), ("s02", [:], 303),
            ] as [(String, [String: String], Int)] {
                let browser = Browser(client)
                try await browser.signIn(who)
                _ = try await browser.get("/reports/alerts")
                let answer = try await browser.post("/reports/alerts", form.merging(change) { $1 })
                #expect(answer.status == status, "\(who) \(change)")
            }
            let stranger = Browser(client)
            try await stranger.signIn("s02")
            _ = try await stranger.get("/reports/alerts")
            var nothing = form
            nothing["alert"] = nil
            #expect(try await stranger.post("/reports/alerts", nothing).status == 400)
            #expect(try await stranger.post("/reports/alerts", form, csrf: "0000").status == 403)
        }
        #expect(try firm.store.read { try $0.alertSnoozes.all() }.count == 2)
    }

    @Test("an action that is given from an alert is the next step, and the count moves at once")
    func action() async throws {
        let firm = try firm()
        let deal = try firm.deal("D2").number
        try await firm.visit { client in
            let (head, seller) = (Browser(client), Browser(client))
            try await head.signIn("h01")
            try await seller.signIn("s02")
            #expect(try await count(seller) == 1)
            let page = try await head.get("/reports/alerts")
            #expect(page.text.contains("name=\"origin\" value=\"alert\""))
            let form = [
                "deed": "give", "origin": "alert", "scope": "employee:s02", "deal": "\(deal)", "stage": "",
                "who": "s02", "what": "Домовитися про крок", "due": "2026-11-25", "expected": "",
                "back": "/reports/alerts",
            ]
            #expect(try await head.post("/reports/actions", form).location == "/reports/alerts")
            firm.clock.pass(seconds: 5)
            #expect(try await head.get("/reports/alerts").text.contains("ніщо не потребує уваги"))
            #expect(try await count(head) == nil)
            #expect(try await seller.get("/reports/actions").text.contains("Домовитися про крок"))
            firm.clock.pass(seconds: 60)
            #expect(try await count(seller) == nil)
        }
    }
}
