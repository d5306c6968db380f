import SalesDomain
import Testing

@Suite("Lists of deals and their addresses") struct ListTests {
    @Test("the list begins with open deals, and every link on it keeps the day and the period")
    func keeps() async throws {
        let firm = try Firm.furnished()
        let deal = try firm.deal("D1").number
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            let plain = try await browser.get("/deals").text
            #expect(plain.contains("aria-current=\"true\">У роботі"))
            let before = try await browser.get("/company?as_of=2009-01-01").text
            #expect(before.contains("На цей день іще нічого не було записано") && !before.contains("class=\"tree"))
            let past = try await browser.get("/company?as_of=2026-11-17&period=2026-11").text
            #expect(past.contains("/deals?period=2026-11&amp;as_of=2026-11-17"))
            let list = try await browser.get("/deals?status=all&as_of=2026-11-17").text
            #expect(list.contains("/deals/\(deal)?as_of=2026-11-17"))
            let page = try await browser.get("/deals/\(deal)?as_of=2026-11-17&period=2026-11").text
            #expect(page.contains("/deals?period=2026-11&amp;as_of=2026-11-17"))
            #expect(page.contains("data-past"))
        }
    }

    @Test(
        "a deal names its customer and leads to that customer's deals, of which each reader finds their own",
        arguments: [
            ("s01", 1), ("d01", 2),
        ])
    func customer(who: String, found: Int) async throws {
        let firm = try Firm.furnished()
        let deal = try firm.deal("D1").number
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn(who)
            let page = try await browser.get("/deals/\(deal)").text
            let link = try #require(
                page.firstMatch(of: #/<a href="(\/deals\?[^"]*account=[^"]*)">[^<]*Acme &amp; Sons/#))
            #expect(link.1.contains("status=all") && page.matches(of: #/<a href="\/deals\?[^"]*account=/#).count == 2)
            let list = try await browser.get(String(link.1).replacing("&amp;", with: "&")).text
            #expect(list.contains("/deals/\(deal)\""))
            #expect(list.matches(of: #/<th scope="row"><a/#).count == found)
            #expect(list.contains("<b>Acme &amp; Sons</b>"))
            let stranger = try await browser.get("/deals?account=Nobody&status=all").text
            #expect(stranger.matches(of: #/<th scope="row"><a/#).isEmpty)
            let other = try await browser.get("/api/deals?account=Acme%20%26%20Sons&status=open").text
            #expect(other.contains("\"total\":\(found)"))
        }
    }

    @Test("a word that the API cannot read is said back, and so is a name that it does not know")
    func words() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            let value = try await browser.get("/api/forecast?period=2026-13&lang=en")
            #expect(value.status == 400 && value.text.contains("2026-13") && value.text.contains("period"))
            let name = try await browser.get("/api/forecast?perod=2026-11")
            #expect(name.status == 400 && name.text.contains("unknown_parameter") && name.text.contains("\"period\""))
        }
    }

    @Test("a basis of which nothing is recorded is refused in the reader's words, with what to do")
    func basisInWords() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            for path in [
                "/api/forecast", "/api/backtest", "/api/reports/period", "/api/reports/estimate",
                "/api/reports/planfact",
            ] {
                let english = try await browser.get("\(path)?basis=paid&lang=en")
                #expect(english.status == 400, "\(path)")
                for words in [
                    "\"code\":\"not_recorded\"", "Import payments.csv", "\"parameter\":\"basis\"", "\"value\":\"paid\"",
                ] {
                    #expect(english.text.contains(words), "\(path): \(english.text)")
                }
                #expect(try await browser.get("\(path)?basis=paid&lang=uk").text.contains("Імпортуйте payments.csv"))
            }
            let report = try await browser.get("/api/reports/funnel?basis=paid&lang=en")
            #expect(report.status == 400 && report.text.contains("\"code\":\"not_on_basis\""))
            #expect(report.text.contains("Leave basis out"))
            let page = try await browser.get("/company?basis=shipped")
            #expect(page.status == 400 && page.text.contains("shipped або приберіть basis"))
        }
    }
}
