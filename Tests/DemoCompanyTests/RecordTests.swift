import Foundation
import SalesDomain
import Testing

@testable import DemoCompany

@Suite("The demo company's records") struct RecordTests {
    @Test("the same seed and date make the same bytes, another seed makes others")
    func seeded() {
        func bytes(_ seed: UInt64) -> [[UInt8]] {
            DemoCompany(seed: seed, deals: 200, until: Cast.today).files().map(\.content)
        }
        #expect(bytes(1) == bytes(1))
        #expect(bytes(1) != bytes(2))
    }

    @Test("nothing is dated on the day of the export or later, only plans, promises and tasks look ahead")
    func causality() {
        let today = Cast.today.description
        for (file, columns) in [
            "deals": ["created_at", "closed_at"], "deal_log": ["changed_at", "recorded_at"],
            "activities": ["started_at"], "rates": ["date"],
        ] {
            for column in columns {
                #expect(Cast.table(file).column(column).allSatisfy { $0 < today }, "\(file) \(column)")
            }
        }
        #expect(Cast.sales.contains { $0["status"] == "open" && $0["expected_close", default: ""] > today })
        #expect(Cast.table("activities").column("due_at").contains { $0 > today })
    }

    @Test("the log is in the order of time, and a late entry is recorded after it happened")
    func order() {
        let log = Cast.table("deal_log")
        let moments = log.column("changed_at")
        #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 <= $1 })
        let late = log.rows.filter { $0["recorded_at"] != "" }
        #expect(!late.isEmpty)
        #expect(late.allSatisfy { $0["recorded_at", default: ""] > $0["changed_at", default: ""] })
    }

    @Test("a deal is the fold of its log, and each entry starts from what the one before it left")
    func fold() {
        var present: [String: Table.Row] = [:]
        for entry in Cast.table("deal_log").rows {
            let (deal, field) = (entry["deal_id"]!, entry["field"]!)
            if let before = present[deal, default: [:]][field] { #expect(before == entry["old"]) }
            present[deal, default: [:]][field] = entry["new"]
        }
        for deal in Cast.table("deals").rows {
            // What sellers say of a deal stands in the log alone.
            for (field, value) in present[deal["deal_id"]!] ?? [:] where field != "category" {
                #expect(deal[field == "owner" ? "owner_id" : field] == value)
            }
        }
    }

    @Test("of offers and negotiations sellers say a category, of nothing else, and in the order of time")
    func categories() {
        let said = Cast.table("deal_log").rows.filter { $0["field"] == "category" }
        #expect(Set(said.map { $0["new"]! }) == ["commit", "best_case", "pipeline"])
        let firstOffer = Dictionary(
            Cast.table("deal_log").rows.filter {
                [Cast.truth.stages[3].name, Cast.truth.stages[4].name].contains($0["new"]!)
            }.map { ($0["deal_id"]!, $0["changed_at"]!) }, uniquingKeysWith: { first, _ in first })
        #expect(said.allSatisfy { entry in firstOffer[entry["deal_id"]!].map { $0 < entry["changed_at"]! } ?? false })
        #expect(said.count > Cast.sales.count / 10)
    }

    @Test("customers who are new are won in every month of the last year, and each stands once among the accounts")
    func newcomers() {
        let firstWin = Dictionary(
            Cast.sales.filter { $0["status"] == "won" }.map { ($0["account"]!, $0["closed_at"]!) },
            uniquingKeysWith: min)
        let months = Set(firstWin.values.map { String($0.prefix(7)) })
        for back in 1...12 {
            let month = String(Cast.today.startOfMonth(plus: -back).description.prefix(7))
            #expect(months.contains(month), "\(month)")
        }
    }

    @Test("status, stage and closing day agree, and nothing closes before it was created")
    func closing() {
        for deal in Cast.sales {
            let closed = deal["closed_at", default: ""]
            switch deal["status"] {
            case "won": #expect(deal["stage"] == Cast.truth.won && closed > deal["created_at"]!)
            case "lost": #expect(deal["stage"] == Cast.truth.lost && deal["lost_reason"] != "" && !closed.isEmpty)
            default: #expect(closed.isEmpty && deal["lost_reason"] == "")
            }
        }
    }

    @Test("every name that a record uses stands in the file of its kind, once")
    func names() {
        for (file, key, uses) in [
            ("employees", "employee_id", [("deals", "owner_id"), ("memberships", "employee_id"), ("deal_log", "by")]),
            ("accounts", "account", [("deals", "account"), ("contacts", "account")]),
            ("products", "product", [("deals", "product")]), ("pipelines", "stage", [("deals", "stage")]),
            ("departments", "department", [("employees", "department"), ("quotas", "department")]),
            ("deals", "deal_id", [("deal_log", "deal_id"), ("activities", "deal_id")]),
        ] {
            let known = Cast.table(file).column(key)
            #expect(Set(known).count == known.count, "\(file)")
            for (user, column) in uses {
                #expect(Set(Cast.table(user).column(column)).subtracting(known + [""]).isEmpty, "\(user) \(column)")
            }
        }
    }

    @Test("every amount fits its currency, and every currency has a rate from before the first deal")
    func money() throws {
        for deal in Cast.sales {
            let currency = try #require(Currency(code: deal["currency"]!))
            #expect(try Money(decimal: deal["amount"]!, currency: currency).minorUnits > 0)
        }
        let first = Cast.table("rates").rows.prefix(2)
        #expect(Set(first.map { $0["currency"]! }) == ["EUR", "USD"])
        #expect(first.allSatisfy { $0["date"]! < Cast.sales[0]["created_at"]! })
    }

    @Test("the demo sign-ins are people of the company in those roles")
    func signIns() {
        let roles = Dictionary(
            uniqueKeysWithValues: Cast.table("employees").rows.map { ($0["employee_id"]!, $0["role"]!) })
        #expect(
            DemoCompany.signIns.map(\.name) == ["director", "head", "seller", "admin"].map { $0 + "@obrii.example" })
        for signIn in DemoCompany.signIns { #expect(roles[signIn.employeeID] == signIn.role.rawValue) }
    }

    @Test("README and bin/start name the demo sign-ins and their password", arguments: ["README.md", "bin/start"])
    func signInsAreTold(in file: String) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try String(contentsOf: root.appending(path: file), encoding: .utf8)
        for signIn in DemoCompany.signIns { #expect(text.contains(signIn.name)) }
        #expect(text.contains(DemoCompany.password))
    }
}
