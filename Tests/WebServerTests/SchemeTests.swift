import Actions
import Ledger
import LiveFacts
import SalesDomain
import Testing

@testable import WebServer

/// The firm's sellers have two hundredths of what they win; Anna keeps the accounts. Today is 18 November 2026.
@Suite("Setting a commission plan") struct SchemeTests {
    private static let form = [
        "name": "Продавці", "from": "2026-12-01", "every": "month", "cap": "150 000", "pro_rata": "yes",
        "member": "role:seller", "rule.0.name": "Виграно", "rule.0.measure": "won", "rule.0.pay": "rate",
        "rule.0.mode": "marginal", "rule.0.unit": "attainment", "rule.0.threshold": "50", "rule.0.tier.0.rate": "2",
        "rule.0.tier.1.from": "100", "rule.0.tier.1.rate": "4,5", "rule.0.tier.2.from": "120 %",
        "rule.0.tier.2.rate": "6",
    ]

    private static func form(_ change: [String: String], deed: String) -> [String: String] {
        form.merging(change) { $1 }.merging(["deed": deed]) { $1 }
    }

    private func firm() throws -> Firm {
        let firm = try Firm.furnished()
        try firm.store.write { ledger in
            let plan = try ledger.commissionPlans.put(
                CommissionPlanRow(name: "Продавці", every: .month, cap: nil, proRata: false, from: nil, to: nil)
            ).id
            _ = try ledger.commissionRules.put(
                CommissionRule(name: "Усе", measure: .won, tiers: [.init(from: 0, rate: 20_000)]), in: plan)
            _ = try ledger.commissionMembers.put(.init(who: .role(.seller)), in: "Продавці")
            try ledger.takePosition()
        }
        return firm
    }

    private func plans(_ firm: Firm) throws -> [CommissionPlan] {
        try firm.store.read { try CommissionPlan.all(in: $0) }
    }

    private static let address = "/bonuses/plans/edit?plan=%D0%9F%D1%80%D0%BE%D0%B4%D0%B0%D0%B2%D1%86%D1%96"

    @Test("a director sees what it costs, then saves it; nothing is written before")
    func saved() async throws {
        let firm = try firm()
        try await firm.visit { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            #expect(try await boss.get("/bonuses/plans").text.contains("/bonuses/plans/edit?plan="))
            let page = try await boss.get(Self.address)
            #expect(page.text.contains("value=\"2026-12-01\"") && page.text.contains("value=\"Усе\""))
            let shown = try await boss.post(Self.address, Self.form([:], deed: "preview"))
            #expect(shown.status == 200 && shown.text.contains("id=\"preview\""))
            #expect(shown.text.contains("Sava") && !shown.text.contains("aria-invalid"))
            #expect(try plans(firm).count == 1)
            let saved = try await boss.post(Self.address, Self.form([:], deed: "save"))
            #expect(saved.status == 303 && saved.location == "/bonuses/plans")
            let kept = try plans(firm)
            #expect(kept.map(\.to) == [Day(iso: "2026-11-30"), nil])
            let rule = try #require(kept.last?.rules.first)
            #expect(rule.unit == .attainment && rule.threshold == 500_000)
            #expect(
                rule.tiers == [
                    .init(from: 0, rate: 20_000), .init(from: 1_000_000, rate: 45_000),
                    .init(from: 1_200_000, rate: 60_000),
                ])
            #expect(kept.last?.cap == 15_000_000 && kept.last?.members == [.init(who: .role(.seller))])
            #expect(try await boss.get("/bonuses/plans").text.contains("Виграно"))
        }
    }

    @Test(
        "what is wrong is said at its field in the reader's language, and nothing is half-written",
        arguments: [
            (["rule.0.tier.1.rate": "300"], "rate", "не більше ніж 100"),
            (["rule.0.tier.2.from": "100"], "tiers", "Сходинки накладаються"),
            (["rule.0.tier.2.from": "90"], "tiers", "Сходинки накладаються"),
            (
                [
                    "rule.0.unit": "amount", "rule.0.threshold": "100000", "rule.0.cap": "1999",
                    "rule.0.tier.1.from": "",
                    "rule.0.tier.1.rate": "", "rule.0.tier.2.from": "", "rule.0.tier.2.rate": "",
                ], "cap", "2 000"
            ),
            (["from": "2026-12-15"], "from", "з першого дня періоду"), (["from": "soon"], "from", "Це не дата"),
            (["name": "продавці"], "name", "одна назва"), (["name": ""], "name", "Тут потрібне значення"),
            (["cap": "багато"], "cap", "Це не сума"),
            (["member": "department:Nowhere"], "members", "Такого тут немає"), (["member": ""], "members", "потрібне"),
            (["rule.0.name": "", "rule.0.tier.0.rate": ""], "rate", "Тут потрібне значення"),
        ])
    func refused(change: [String: String], field: String, words: String) async throws {
        let firm = try firm()
        try await firm.visit { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            for deed in ["preview", "save"] {
                _ = try await boss.get(Self.address)
                let answer = try await boss.post(Self.address, Self.form(change, deed: deed))
                #expect(answer.status == 422, "\(field), \(deed)")
                let plain = answer.text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
                #expect(plain.contains(words) && !plain.contains("id=\"preview\""), "\(field), \(deed)")
                // What was typed stays.
                #expect(change["rule.0.name"] != nil || answer.text.contains("value=\"Виграно\""), "\(field)")
            }
            #expect(try plans(firm).count == 1 && plans(firm)[0].to == nil)
        }
    }

    private func mark(_ page: Browser.Page) throws -> String {
        String(try #require(page.text.firstMatch(of: #/name="over" value="([0-9a-z]+)"/#)).1)
    }

    @Test("of two who change one plan the second sees who was first, keeps what was typed, and may save over it")
    func conflict() async throws {
        let firm = try firm()
        try await firm.visit { client in
            let (one, other) = (Browser(client), Browser(client))
            try await one.signIn("d01")
            try await other.signIn("d01")
            let first = try mark(try await one.get(Self.address))
            let second = try mark(try await other.get(Self.address))
            #expect(first == second)
            #expect(
                try await one.post(Self.address, Self.form(["over": first, "cap": "90 000"], deed: "save")).status
                    == 303)
            _ = try await other.get(Self.address)
            let told = try await other.post(Self.address, Self.form(["over": second], deed: "save"))
            #expect(told.status == 409 && told.text.contains("id=\"conflict\"") && told.text.contains("Dana"))
            let plain = told.text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
            #expect(plain.contains("value=\"150 000\"") && plain.contains("90 000"))
            #expect(try plans(firm).last?.cap == 9_000_000)
            let again = try mark(told)
            #expect(again != second)
            #expect(try await other.post(Self.address, Self.form(["over": again], deed: "save")).status == 303)
            #expect(try plans(firm).last?.cap == 15_000_000)
            // A new plan under the name of one that there is.
            _ = try await other.get("/bonuses/plans/edit")
            let fresh = try mark(try await other.get("/bonuses/plans/edit"))
            let taken = try await other.post(
                "/bonuses/plans/edit", Self.form(["over": fresh, "cap": "1"], deed: "save"))
            #expect(taken.status == 409)
        }
    }

    @Test("a version that pays nobody yet is renamed and withdrawn on the page; one that does stays, and says for whom")
    func corrected() async throws {
        let firm = try firm()
        let sava = try #require(try firm.store.read { try $0.user(named: "s01@firm.example")?.user.employee })
        try await firm.visit { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            _ = try await boss.get(Self.address)
            #expect(try await boss.post(Self.address, Self.form([:], deed: "save")).status == 303)
            func send(_ deed: String, _ more: [String: String] = [:]) async throws -> Browser.Page {
                let page = try await boss.get("/bonuses/plans")
                let fields = ["deed": deed, "plan": "Продавці", "from": "2026-12-01", "over": try mark(page)]
                return try await boss.post("/bonuses/plans", fields.merging(more) { $1 })
            }
            let taken = try await send("rename", ["name": "Продавці"])
            #expect(taken.status == 422 && taken.text.contains("Схема з такою назвою вже є"))
            #expect(try await send("rename", ["name": "Продавці 2027"]).status == 303)
            #expect(try plans(firm).map(\.name) == ["Продавці", "Продавці 2027"])
            // Its old name makes it the next version again, with nothing else changed.
            let back = ["plan": "Продавці 2027", "name": "Продавці", "over": ""]
            #expect(try await boss.get("/bonuses/plans").text.contains("З назвою «Продавці» вона знову буде"))
            #expect(try await send("rename", back).status == 303)
            #expect(
                try plans(firm).map(\.name) == ["Продавці", "Продавці"]
                    && plans(firm).map(\.to) == [Day(iso: "2026-11-30"), nil])
            let alike = try await send("rename", ["name": "ПРОДАВЦІ"])
            #expect(alike.status == 422 && alike.text.contains("Схема «Продавці» вже є, а назви"))
            #expect(try await send("rename", ["name": "Продавці 2027"]).status == 303)
            #expect(try await send("withdraw").status == 422)
            #expect(try await boss.get("/bonuses/plans").text.contains("Далі діятиме схема «Продавці»"))
            #expect(try await send("withdraw", ["plan": "Продавці 2027", "over": ""]).status == 303)
            #expect(try plans(firm).map(\.name) == ["Продавці"] && plans(firm).map(\.to) == [nil])
            try firm.store.write { ledger in
                _ = try ledger.commissionStatements.put(
                    CommissionStatement(
                        employee: sava, plan: "Продавці", period: .month(containing: Day(iso: "2026-10-01")!),
                        state: .paid, lines: []), period: "2026-10", at: Firm.morning, by: nil)
                try ledger.takePosition()
            }
            let kept = try await send("withdraw", ["from": ""])
            #expect(kept.status == 422 && kept.text.contains("Sava") && kept.text.contains("жовтень 2026"))
            let stale = try await send("withdraw", ["from": "", "over": "0"])
            #expect(stale.status == 409)
            #expect(try plans(firm).count == 1)
        }
    }

    @Test("a bonus that is agreed cannot be made another")
    func settled() async throws {
        let firm = try firm()
        let sava = try #require(try firm.store.read { try $0.user(named: "s01@firm.example")?.user.employee })
        try firm.store.write { ledger in
            let november = Period.month(containing: Day(iso: "2026-11-01")!)
            _ = try ledger.commissionStatements.put(
                CommissionStatement(employee: sava, plan: "Продавці", period: november, state: .agreed, lines: []),
                period: "2026-11", at: Firm.morning, by: nil)
        }
        try await firm.visit { client in
            let boss = Browser(client)
            try await boss.signIn("d01")
            _ = try await boss.get(Self.address)
            let answer = try await boss.post(Self.address, Self.form(["from": "2026-11-01"], deed: "save"))
            #expect(answer.status == 422 && answer.text.contains("Sava"))
            #expect(try await boss.post(Self.address, Self.form([:], deed: "save")).status == 303)
        }
    }

    @Test("a head and a seller find no such page; who keeps the accounts may read plans and not set them")
    func rights() async throws {
        let firm = try firm()
        try firm.store.write { ledger in
            _ = try ledger.addUser(
                named: "a01@firm.example", password: Passwords(cost: .none).hash(Firm.password), role: .accountant,
                employee: nil, language: nil, at: Firm.morning)
        }
        try await firm.visit { client in
            for (who, status) in [("s01", 404), ("h01", 404), ("a01", 403)] {
                let browser = Browser(client)
                try await browser.signIn(who)
                #expect(try await !browser.get("/bonuses/plans").text.contains("/bonuses/plans/edit"))
                #expect(try await browser.get(Self.address).status == status)
                _ = try await browser.get("/bonuses/plans")
                #expect(try await browser.post(Self.address, Self.form([:], deed: "save")).status == status)
            }
            #expect(try plans(firm).count == 1)
        }
    }
}
