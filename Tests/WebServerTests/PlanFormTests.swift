import Foundation
import SalesDomain
import Testing

/// North has Hanna as its head and Sava as a seller; Dana directs. Today is 18 November 2026.
@Suite("Plans as they are set on the page") struct PlanFormTests {
    private func mark(_ page: Browser.Page, of scope: String) throws -> String {
        let form = try #require(page.text.components(separatedBy: "<form").first { $0.contains("value=\"\(scope)\"") })
        return String(try #require(form.firstMatch(of: #/name="over" value="([0-9a-z]+)"/#)).1)
    }

    private func values(_ firm: Firm) throws -> [Int64?] { try firm.store.read { try $0.quotas.all().map(\.value) } }

    @Test("of two who set one plan the second sees what was set and by whom, and may set theirs over it")
    func conflict() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let (boss, head) = (Browser(client), Browser(client))
            try await boss.signIn("d01")
            try await head.signIn("h01")
            let (first, second) = (
                try mark(try await boss.get("/plans"), of: "employee:s01"),
                try mark(try await head.get("/plans"), of: "employee:s01")
            )
            #expect(first == second)
            let set = try await boss.post("/plans", ["scope": "employee:s01", "value": "700 000", "over": first])
            #expect(set.status == 303)
            let told = try await head.post("/plans", ["scope": "employee:s01", "value": "650 000", "over": second])
            #expect(told.status == 409 && told.text.contains("Тим часом план змінено"))
            #expect(told.text.contains("Dana") && told.text.contains("value=\"650 000\""))
            #expect(told.text.contains("Задати поверх"))
            #expect(try values(firm) == [70_000_000])
            // Another row was not touched.
            let other = try mark(told, of: "employee:s02")
            #expect(
                try await head.post("/plans", ["scope": "employee:s02", "value": "1000", "over": other]).status == 303)
            let again = try mark(told, of: "employee:s01")
            #expect(
                try await head.post("/plans", ["scope": "employee:s01", "value": "650 000", "over": again]).status
                    == 303)
            #expect(try values(firm) == [70_000_000, 100_000, 65_000_000])
        }
    }

    @Test("a plan is withdrawn where it was set, and the page says so")
    func withdrawn() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let head = Browser(client)
            try await head.signIn("h01")
            let empty = try await head.get("/plans")
            #expect(!empty.text.contains("value=\"withdraw\""))
            _ = try await head.post("/plans", ["scope": "employee:s01", "value": "700 000"])
            firm.clock.pass(seconds: 2 * 86_400)
            let page = try await head.get("/plans")
            #expect(page.text.contains("value=\"withdraw\""))
            let mark = try mark(page, of: "employee:s01")
            let form = ["scope": "employee:s01", "deed": "withdraw", "over": mark]
            #expect(try await head.post("/plans", form).status == 303)
            #expect(try values(firm) == [70_000_000, nil])
            firm.clock.pass(seconds: 1)
            let after = try await head.get("/plans")
            #expect(after.text.contains("відкликано 20\u{00A0}листопада") && !after.text.contains("value=\"withdraw\""))
            let twice = try await head.post("/plans", form)
            #expect(twice.status == 409 && twice.text.contains("зараз його немає"))
            let json = try await head.get("/api/reports/plans").text
            #expect(json.contains("\"scope\":\"employee:s01\",\"plan\":null") && json.contains("\"withdrawn\":true"))
        }
    }
}
