import SalesDomain
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
                for path in ["/company", "/reports/period", "/reports/estimate", "/deals/\(own)"] {
                    let page = try await browser.get("\(path)?if=lost:\(own)&if=lost:\(foreign)")
                    #expect(page.status == 200)
                    #expect(page.text.contains("id=\"what-if\""), "\(who) \(path)")
                    #expect(!page.text.contains("Stepan"), "\(who) \(path)")
                    #expect(page.text.contains("if=lost:\(own)"))
                }
                let json = try await browser.get("/api/forecast?if=lost:\(foreign)").text
                #expect(json.contains("\"hidden\":1") && json.contains("\"suppositions\":[]"))
                #expect(!json.contains("D3"))
            }
        }
    }

    @Test("nothing that is supposed is kept, and without suppositions the answer is the same, byte for byte")
    func nothingStays() async throws {
        let firm = try Firm.furnished()
        let deal = try firm.deal("D1").number
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            let before = try await browser.get("/api/forecast").text
            let supposed = try await browser.get("/api/forecast?if=won:\(deal)").text
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
            let csv = try await browser.get("/api/forecast?format=csv&if=lost:\(deal)").text
            #expect(csv.hasPrefix("figure,before,after,change,currency"))
        }
    }
}
