import Ledger
import SalesDomain
import TestDatabase
import Testing
import WebRoutes

struct WhatIfPageTests {
    @Test("a link with suppositions shows its reader only their own part of it")
    func shared() async throws {
        let firm = try Firm.furnished()
        let (own, foreign) = (try firm.deal("D1").number, try firm.deal("D3").number)
        try await firm.visit { client in
            for who in ["s01", "h01"] {
                let browser = Browser(client)
                try await browser.signIn(who)
                for path in [
                    "/company", "/reports/period", "/reports/estimate", "/reports/planfact", "/reports/funnel",
                    "/deals/\(own)",
                ] {
                    let page = try await browser.get("\(path)?if=lost:\(own)&if=lost:\(foreign)")
                    #expect(page.status == 200)
                    #expect(page.text.contains("id=\"what-if\""), "\(who) \(path)")
                    #expect(!page.text.contains("Stepan"), "\(who) \(path)")
                    #expect(page.text.contains("if=lost:\(own)"))
                }
                let json = try await browser.get("/company?format=json&if=lost:\(foreign)").text
                #expect(json.contains("\"hidden\":1") && json.contains("\"suppositions\":[]"))
                #expect(!json.contains("D3"))
            }
        }
    }

    @Test("nothing that is supposed is kept, and without suppositions the answer is the same, byte for byte")
    func nothingStays() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            let before = try await browser.get("/api/forecast").text
            let supposed = try await browser.get("/api/forecast?if=won:D1").text
            #expect(supposed.contains("\"what_if\":{") && supposed.hasPrefix(before.dropLast()))
            #expect(try await browser.get("/api/forecast?if=new").text == before)
            #expect(try await browser.get("/api/forecast").text == before)
        }
    }

    @Test("a form's parts make one supposition, and its table is a file too")
    func form() async throws {
        let firm = try Firm.furnished()
        let deal = try firm.deal("D1").number
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            let page = try await browser.get(
                "/company?if=amount:\(deal):&amount=50+000,5&if=close:\(deal):&day=2026-12-20")
            #expect(page.status == 200)
            #expect(page.text.contains("amount:\(deal):50000.5") && page.text.contains("close:\(deal):2026-12-20"))
            let csv = try await browser.get("/api/forecast?format=csv&if=lost:D1").text
            #expect(csv.hasPrefix("figure,before,after,change,currency"))
        }
    }

    @Test("a form takes a deal by its title or its number, says what it cannot find, and finds nobody else's")
    func named() async throws {
        let firm = try Firm.furnished()
        let (sava, stepan) = (try firm.deal("D1").number, try firm.deal("D3").number)
        let svitlana = try firm.deal("D2").number
        try await firm.visit { client in
            let (boss, seller) = (Browser(client), Browser(client))
            try await boss.signIn("d01")
            try await seller.signIn("s01")
            for name in ["svitlana%27s+deal", "D2", "%E2%84%96+D2"] {
                let found = try await boss.get("/reports/planfact?if=won:\(sava)&if=lost:&deal=\(name)")
                #expect(
                    found.location == "/reports/planfact?if=won:\(sava)&if=lost:\(svitlana)", "\(name)")
            }
            let moved = try await boss.get("/reports/funnel?if=close:&deal=D3&day=2026-12-20")
            #expect(moved.location == "/reports/funnel?if=close:\(stepan):2026-12-20")
            // Not there, or not this reader's: the same words, and what was typed stays in its field.
            for name in ["D3", "D77"] {
                let page = try await seller.get("/reports/period?if=lost:&deal=\(name)")
                #expect(page.status == 200 && page.text.contains("Такої угоди тут немає"), "\(name)")
                #expect(page.text.contains("value=\"\(name)\"") && !page.text.contains("Stepan"))
            }
            let unread = try await boss.get("/company?if=amount:&deal=D1&amount=much")
            #expect(unread.status == 200 && unread.text.contains("Цього не вдалося прочитати"))
            #expect(try await boss.get("/api/forecast?if=lost:&deal=D1").status == 400)
        }
    }

    @Test("a deal that is supposed lost and won is an error at its field, and an answer for programs that says so")
    func contrary() async throws {
        let firm = try Firm.furnished()
        let (own, foreign) = (try firm.deal("D1").number, try firm.deal("D3").number)
        try await firm.visit { client in
            let (boss, seller) = (Browser(client), Browser(client))
            try await boss.signIn("d01")
            try await seller.signIn("s01")
            let said = try await boss.get("/company?if=lost:\(own)&if=won:&deal=D1")
            #expect(said.location == "/company?if=lost:\(own)&if=won:\(own)")
            for path in ["/company", "/reports/planfact", "/deals/\(own)"] {
                let page = try await boss.get("\(path)?if=lost:\(own)&if=won:\(own)")
                #expect(page.status == 200 && page.text.contains("вже припущено програною"), "\(path)")
                #expect(page.text.contains("\(path)?if=won:\(own)#what-if"), "\(path)")
                // The first holds, and only one is shown.
                #expect(page.text.contains("програно.") && !page.text.contains("виграно за цей період"), "\(path)")
            }
            let page = try await boss.get("/company?if=lost:\(own)&if=won:\(own)")
            #expect(page.text.contains("value=\"D1\"") && page.text.contains("aria-invalid=\"true\""))
            for path in ["/api/forecast", "/api/reports/period", "/api/deals/D1"] {
                let json = try await boss.get("\(path)?if=won:D1&if=lost:D1")
                #expect(json.status == 400 && json.text.contains("\"code\":\"contrary\""), "\(path)")
                #expect(json.text.contains("won:D1 і lost:D1"), "\(path)")
            }
            // Of somebody else's deal nothing is said.
            let others = try await seller.get("/company?if=lost:\(foreign)&if=won:\(foreign)")
            #expect(others.status == 200 && !others.text.contains("вже припущено"))
        }
    }

    @Test("the plan against fact and the funnel take suppositions as other pages with a forecast do")
    func everywhere() async throws {
        try await Firm.furnished().visit { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            for name in ["planfact", "funnel"] {
                #expect(try await boss.get("/reports/\(name)").text.contains("if=new#what-if"), "\(name)")
                let json = try await boss.get("/api/reports/\(name)?if=won:D1").text
                #expect(json.contains("\"what_if\":{") && json.contains("won:D1"), "\(name)")
            }
        }
    }

    @Test("a program names deals as the company does; what is not there or not to be seen is refused alike")
    func namedByPrograms() async throws {
        let firm = try Firm.furnished()
        let own = try firm.deal("D1").number
        // To a program a number is the company's own too: here that of a deal whose page has another.
        let numbered = String(try firm.deal("D2").number)
        try firm.store.write { ledger in
            let rename: SQL = "UPDATE deals SET external_id = $1 WHERE external_id = 'D3'"
            _ = try ledger.run(rename, [.text(numbered)])
        }
        try await firm.visit { client in
            let (boss, seller) = (Browser(client), Browser(client))
            try await boss.signIn("d01")
            try await seller.signIn("s01")
            for path in ["/api/forecast", "/api/reports/period", "/api/reports/planfact", "/api/deals/D2"] {
                let json = try await boss.get("\(path)?if=won:D1&if=lost:\(numbered)")
                #expect(json.status == 200, "\(path)")
                #expect(json.text.contains("\"if\":\"lost:\(numbered)\",\"deal_id\":\"\(numbered)\""), "\(path)")
                #expect(json.text.contains("\"if\":\"won:D1\",\"deal_id\":\"D1\""), "\(path)")
                #expect(try await boss.get("\(path)?if=won:\(own)").status == 400, "\(path)")
            }
            let page = try await boss.get("/reports/planfact?format=json&if=lost:\(numbered)")
            #expect(page.text.contains("\"if\":\"lost:D2\""))
            #expect(try await boss.get("/api/deals/\(numbered)").text.contains("Stepan"))
            #expect(try await seller.get("/api/deals/\(numbered)").status == 404)
            for path in ["/api/forecast", "/api/reports/period", "/api/reports/planfact"] {
                for name in [numbered, "D99"] {
                    let refused = try await seller.get("\(path)?if=won:\(name)")
                    #expect(refused.status == 400 && refused.text.contains("won:\(name)"), "\(path) \(name)")
                }
            }
            let both = try await boss.get("/api/forecast?if=won:D1&if=lost:D1")
            #expect(both.status == 400 && both.text.contains("contrary"))
            let led = try await boss.get("/company?if=won:D1")
            #expect(led.status == 303 && led.location == "/company?if=won:\(own)")
        }
    }

    @Test("an id that two sources have means neither, open or closed: a program and a page are told how each is named")
    func severalSources() async throws {
        let firm = try Firm.furnished()
        try firm.store.write { ledger in
            let source = try ledger.sources.id(of: "b")
            let stages = try ledger.pipelines.all().flatMap(\.stages)
            let (pipeline, lost) = (try ledger.pipelines.all()[0].id, stages.first { $0.outcome == .lost }?.id)
            let batch = try ledger.openBatch("test", at: Firm.morning.adding(seconds: -86_400))
            let created = Firm.morning.adding(seconds: -30 * 86_400)
            var state = DealState(pipeline: pipeline, createdAt: created)
            (state.stage, state.status, state.closedAt) = (lost, .lost, created)
            try ledger.deals.add(
                DealRow(
                    source: source, externalID: "D1", batch: batch, recordedAt: created, title: nil, beginning: state),
                outcome: { stage in stages.first { $0.id == stage }?.outcome ?? .open })
            _ = try ledger.employees.put(EmployeeRow(source: source, externalID: "s01", name: "Another"), by: .first)
            try ledger.takePosition(for: batch)
        }
        try await firm.visit { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            for path in ["/api/forecast", "/api/reports/period", "/api/reports/planfact"] {
                let refused = try await boss.get("\(path)?lang=en&if=won:D1&if=won:D2")
                #expect(refused.status == 400, "\(path)")
                #expect(refused.text.contains("\"code\":\"bad_request\",\"message\":\"if=won:D1: several sources"))
                #expect(
                    refused.text.contains(
                        "\"parameter\":\"if\",\"value\":\"won:D1\",\"names\":[\"firm:D1\",\"b:D1\"]"), "\(refused.text)"
                )
                #expect(try await boss.get("\(path)?if=won:firm:D1").status == 200, "\(path)")
            }
            let deal = try await boss.get("/api/deals/D1")
            #expect(deal.status == 400 && deal.text.contains("\"names\":[\"firm:D1\",\"b:D1\"]"), "\(deal.text)")
            let scope = try await boss.get("/api/forecast?scope=employee:s01")
            #expect(scope.status == 400 && scope.text.contains("кількох джерелах"), "\(scope.text)")
            #expect(scope.text.contains("\"names\":[\"employee:b:s01\",\"employee:firm:s01\"]"), "\(scope.text)")
            let page = try await boss.get("/company?if=won:&deal=D1")
            #expect(page.status == 200 && page.text.contains("firm:D1, b:D1"), "\(page.status) \(page.text)")
        }
    }

    @Test(
        "the API refuses what a report makes nothing of, and names what it takes",
        arguments: [
            ("bonuses?by=product", "by"), ("bonuses?if=won:1", "if"), ("commissions?by=deal", "by"),
            ("commissions?if=won:1", "if"), ("events?compare=company", "compare"), ("funnel?from=2026-10", "from"),
            ("plans?reference=best", "reference"), ("estimate?against=best", "against"),
            ("period?count=deals", "count"),
        ])
    func noMeaning(path: String, parameter: String) async throws {
        try await Firm.furnished().visit { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            let answer = try await boss.get("/api/reports/" + path)
            #expect(answer.status == 400 && answer.text.contains("\"parameter\":\"\(parameter)\""))
            for taken in ["bonuses?by=deal", "bonuses?by=employee", "events?by=employee", "changes?from=2026-10-01"] {
                #expect(try await boss.get("/api/reports/" + taken).status == 200, "\(taken)")
            }
        }
    }
}
