import SalesDomain
import Testing

@Suite("Answers and plans") struct AnswerTests {
    private func answer(_ firm: Firm, _ deal: String) throws -> String { "/answers/\(try firm.deal(deal).number)" }

    @Test("an answer in place goes to the deal's log, and back to the page")
    func amount() async throws {
        let firm = try Firm.furnished()
        let target = try answer(firm, "D1")
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            _ = try await browser.get("/")
            let fields = [
                "answer": "amount", "amount": "20000.50", "version": "0", "back": "/reports/period?period=2026-11",
            ]
            let page = try await browser.post(target, fields)
            #expect(page.status == 303)
            #expect(page.location == "/reports/period?period=2026-11")
            let again = try await browser.post(target, fields)
            #expect(again.status == 409)
        }
        let deal = try firm.deal("D1")
        #expect(try firm.store.read { try $0.deals.now(deal)?.state.amount } == 2_000_050)
    }

    @Test("another's deal is not there to be answered for, and what makes no sense is refused")
    func refusals() async throws {
        let firm = try Firm.furnished()
        let (own, theirs) = (try answer(firm, "D1"), try answer(firm, "D2"))
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            _ = try await browser.get("/")
            let lost = ["answer": "lost", "version": "0"]
            #expect(try await browser.post(theirs, lost).status == 404)
            #expect(try await browser.post(own, ["answer": "lost"]).status == 400)
            #expect(try await browser.post(own, ["answer": "moon", "version": "0"]).status == 400)
            #expect(try await browser.post(own, ["answer": "close", "day": "soon", "version": "0"]).status == 400)
            #expect(try await browser.post(own, ["answer": "amount", "amount": "-3", "version": "0"]).status == 400)
            #expect(try await browser.post(own, lost, csrf: "0000").status == 403)
        }
        let deal = try firm.deal("D2")
        #expect(try firm.store.read { try $0.deals.now(deal)?.entries } == 0)
    }

    @Test("a seller sees the strip on every page, and it moves with a plan that the head sets")
    func strip() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let seller = Browser(client)
            try await seller.signIn("s01")
            #expect(try await seller.get("/deals").text.contains("class=\"strip\""))
            // The past has none of today's figures.
            #expect(try await !seller.get("/deals?as_of=2026-11-17").text.contains("class=\"strip\""))
            #expect(try await seller.get("/strip").text.contains("плану не задано"))
            let head = Browser(client)
            try await head.signIn("h01")
            _ = try await head.get("/plans")
            let set = try await head.post("/plans", ["scope": "employee:s01", "value": "100 000"])
            #expect(set.status == 303)
            firm.clock.pass(seconds: 5)
            let strip = try await seller.get("/strip")
            #expect(strip.text.contains("0\u{A0}%"))
            #expect(!strip.text.contains("плану не задано"))
        }
    }

    @Test("plans are set by those who may, and a value that is no number stays in its field")
    func plans() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            for (who, scope, status) in [
                ("s01", "employee:s01", 403), ("h01", "employee:s01", 303), ("h01", "employee:s03", 404),
                ("h01", "department:North", 403), ("d01", "company", 303), ("s01", "company", 404),
            ] {
                let browser = Browser(client)
                try await browser.signIn(who)
                _ = try await browser.get("/deals")
                let page = try await browser.post("/plans", ["scope": scope, "value": "5000"])
                #expect(page.status == status, "\(who) \(scope)")
            }
            let boss = Browser(client)
            try await boss.signIn("d01")
            _ = try await boss.get("/plans")
            let page = try await boss.post("/plans", ["scope": "company", "value": "багато"])
            #expect(page.status == 422)
            #expect(page.text.contains("value=\"багато\""))
        }
    }

    @Test("a plan of calls is set in pieces, and stands apart from the plan of money")
    func plansOfCalls() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            _ = try await boss.get("/plans?measure=calls_outbound")
            for (typed, status) in [("1 200", 303), ("12,5", 422), ("-3", 422)] {
                let page = try await boss.post(
                    "/plans?measure=calls_outbound", ["scope": "employee:s01", "value": typed])
                #expect(page.status == status, "\(typed)")
            }
            firm.clock.pass(seconds: 5)
            let calls = try await boss.get("/plans?measure=calls_outbound&format=json").text
            #expect(calls.contains("\"measure\":\"calls_outbound\"") && calls.contains("\"plan\":1200,"))
            let money = try await boss.get("/plans?format=json").text
            #expect(money.contains("\"measure\":\"won\"") && !money.contains("1200"))
            #expect(try await boss.get("/plans?measure=moons").status == 400)
        }
        let row = try #require(try firm.store.read { try $0.quotas.all() }.first)
        #expect(row.measure == .callsOutbound && row.value == 1_200 && row.currency == nil)
    }

    @Test("a deal's category is said on its page, kept in its log, and finds the deal in the list")
    func categories() async throws {
        let firm = try Firm.furnished()
        let (own, foreign) = (try firm.deal("D1").number, try firm.deal("D3").number)
        try await firm.visit { client in
            let seller = Browser(client)
            try await seller.signIn("s01")
            #expect(try await seller.get("/api/deals?category=commit").text.contains("\"total\":0"))
            #expect(try await seller.get("/api/deals?category=pipeline").text.contains("D1"))
            _ = try await seller.get("/deals")
            let version = try firm.store.read { try $0.deals.now(.init(own))?.entries } ?? -1
            let form = [
                "answer": "category", "category": "commit", "version": String(version), "back": "/deals/\(own)",
            ]
            #expect(try await seller.post("/answers/\(own)", form).status == 303)
            #expect(try await seller.post("/answers/\(foreign)", form).status == 404)
            firm.clock.pass(seconds: 5)
            #expect(try await seller.get("/api/deals?category=commit").text.contains("D1"))
            #expect(try await seller.get("/deals?category=pipeline").text.contains("D1") == false)
            let page = try await seller.get("/deals/\(own)").text
            #expect(page.contains("value=\"commit\" aria-pressed=\"true\""))
            #expect(try await seller.get("/deals?category=sure").status == 400)
        }
    }

    @Test("forecasts are submitted in place by oneself, adjusted by who leads, and seen by nobody else")
    func submissions() async throws {
        let firm = try Firm.furnished()
        let people = try firm.store.read { try $0.employees.all() }
        let numbers = Dictionary(uniqueKeysWithValues: people.map { ($0.row.externalID, String($0.id.number)) })
        try await firm.visit { client in
            for (who, whose, amount, status) in [
                ("s01", "s01", "120 000,50", 303), ("h01", "s01", "100000", 303), ("s01", "s02", "5", 404),
                ("h01", "s03", "5", 404), ("s01", "s01", "багато", 400), ("d01", "s03", "7", 303),
            ] {
                let browser = Browser(client)
                try await browser.signIn(who)
                _ = try await browser.get("/deals")
                let form = [
                    "deed": "submit", "employee": numbers[whose] ?? "", "amount": amount, "note": "why <b>not</b>",
                    "back": "/reports/period",
                ]
                let page = try await browser.post("/reports/submissions", form)
                #expect(page.status == status, "\(who) of \(whose): \(amount)")
                firm.clock.pass(seconds: 2)
            }
            let seller = Browser(client)
            try await seller.signIn("s01")
            let own = try await seller.get("/reports/period").text
            #expect(own.contains("why &lt;b&gt;not&lt;/b&gt;"))
            let json = try await seller.get("/api/reports/submissions").text
            #expect(json.contains("\"submission\":{\"kind\":\"submission\",\"amount\":120000.50"))
            #expect(json.contains("\"holding\":100000.00") && !json.contains("s03"))
            let head = Browser(client)
            try await head.signIn("h01")
            let team = try await head.get("/reports/team").text
            #expect(team.contains("120") && !team.contains("Stepan"))
        }
    }

    @Test("statements are calculated and grants given by those who may")
    func bonuses() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            for (who, deed, status) in [
                ("s01", "calculate", 403), ("h01", "calculate", 403), ("d01", "calculate", 303), ("s01", "share", 403),
                ("h01", "share", 403), ("d01", "share", 303), ("d01", "nothing", 400),
            ] {
                let browser = Browser(client)
                try await browser.signIn(who)
                _ = try await browser.get("/bonuses")
                let page = try await browser.post("/bonuses?period=2026-10", ["deed": deed, "value": "give"])
                #expect(page.status == status, "\(who) \(deed)")
            }
        }
    }

    @Test("a reference is pinned and the headline chosen by those who lead, and both are seen on the pages")
    func choices() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            for (who, page, form, status) in [
                ("s01", "planfact", ["deed": "pin", "name": "Year"], 403),
                ("d01", "planfact", ["deed": "pin", "name": "trailing"], 400),
                ("d01", "planfact", ["deed": "pin", "name": "Year"], 303),
                ("d01", "planfact", ["deed": "headline", "method": "template"], 400),
                ("s01", "estimate", ["deed": "headline", "method": "template"], 403),
                ("h01", "estimate", ["deed": "headline", "method": "template"], 403),
                ("d01", "estimate", ["deed": "headline", "method": "guess"], 400),
                ("d01", "estimate", ["deed": "headline", "method": "template"], 303),
            ] {
                let browser = Browser(client)
                try await browser.signIn(who)
                _ = try await browser.get("/reports/\(page)")
                let days = ["from": "2026-01-01", "to": "2026-06-30"]
                let answer = try await browser.post("/reports/\(page)", form.merging(days) { $1 })
                #expect(answer.status == status, "\(who) \(page) \(form)")
            }
            firm.clock.pass(seconds: 5)
            let (boss, seller) = (Browser(client), Browser(client))
            try await boss.signIn("d01")
            try await seller.signIn("s01")
            #expect(try await boss.get("/reports/planfact").text.contains(">Year</a>"))
            #expect(try await boss.get("/api/reports/planfact?reference=Year").text.contains("\"name\":\"Year\""))
            #expect(try await !seller.get("/reports/planfact").text.contains(">Year</a>"))
            #expect(try await seller.get("/reports/planfact?reference=Year").status == 404)
            #expect(try await boss.get("/company").text.contains("за шаблоном"))
            #expect(try await boss.get("/api/reports/estimate").text.contains("\"headline\":\"template\""))
            _ = try await boss.get("/reports/planfact?reference=Year")
            let down = try await boss.post("/reports/planfact", ["deed": "take_down", "name": "Year"])
            #expect(down.status == 303)
            firm.clock.pass(seconds: 5)
            #expect(try await boss.get("/reports/planfact?reference=Year").status == 404)
        }
    }
}
