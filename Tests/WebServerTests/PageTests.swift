import HTTPTypes
import SalesDomain
import Testing
import WebRoutes

@Suite("Pages") struct PageTests {
    static let pages =
        ["/", "/company", "/accuracy", "/deals", "/company?scope=employee:s01", "/nowhere"]
        + ReportName.allCases.map { "/reports/" + $0.rawValue }

    @Test("every page is whole in both languages: no key, no hole, no unclosed end", arguments: ["uk", "en"])
    func whole(language: String) async throws {
        let firm = try Firm.furnished()
        let deal = "/deals/\(try firm.deal("D1").number)"
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            for page in Self.pages + [deal] {
                let target = page + (page.contains("?") ? "&" : "?") + "lang=\(language)"
                let text = try await browser.get(target).text
                #expect(text.contains("<html") && text.contains("</html>"), "\(target)")
                #expect(!text.contains("{{") && !text.contains("}}"), "\(target)")
                let keys = text.matches(of: #/>\s*([a-z_]+(\.[a-z_]+){1,4})\s*</#).map { String($0.1) }
                #expect(keys.isEmpty, "\(target): \(keys)")
            }
        }
    }

    @Test(
        "whoever asks for another month at home stays on the page that is home: own period, team, company",
        arguments: [("s01", "/reports/period"), ("h01", "/reports/team"), ("d01", "/company")])
    func home(who: String, path: String) async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn(who)
            let text = try await browser.get("/").text
            let asked = text.matches(of: #/href="([^"?]+)\?period=[0-9]{4}-[0-9]{2}"/#).map { String($0.1) }
            #expect(asked.contains(path))
            let others = ["/reports/period", "/reports/team", "/company"].filter { $0 != path }
            let chip = text.matches(of: #/<li[^>]*><a href="([^"?]+)\?period=[0-9]{4}-Q[1-4]"/#).map { String($0.1) }
            #expect(chip.allSatisfy { !others.contains($0) })
        }
    }

    @Test("home takes what is asked of it as the page does that it stands for, and refuses what cannot be read")
    func homeFilters() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            for wrong in ["period=2026-13", "as_of=x", "scope=nobody", "by=nothing"] {
                #expect(try await browser.get("/?\(wrong)").status == 400, "\(wrong)")
            }
            #expect(try await browser.get("/?scope=employee:nobody").status == 404)
            let asked = "period=2026-03&scope=employee:s01"
            #expect(try await browser.get("/?\(asked)").text.contains("period=2026-03"))
            #expect(try await browser.get("/?\(asked)").text == browser.get("/company?\(asked)").text)
        }
    }

    @Test(
        "whoever is signed in keeps the menu and a way back where there is nothing to show",
        arguments: [
            ("/nowhere", 404), ("/deals/987654", 404), ("/company?period=2026-13", 400), ("/company?basis=paid", 400),
        ])
    func lost(path: String, status: Int) async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            let page = try await browser.get(path)
            #expect(page.status == status)
            for part in ["<nav class=\"pages\"", "href=\"/deals\"", "data-do=\"back\"", "<b>Sava</b>"] {
                #expect(page.text.contains(part), "\(part)")
            }
            let isHere = page.text.contains("aria-current=\"page\"")
            #expect(isHere == path.hasPrefix("/deals"))
            #expect(try await browser.get(path + (path.contains("?") ? "&" : "?") + "lang=en").text.contains("Go back"))
        }
    }

    @Test("a refused form keeps the menu too; a stranger is shown a door, and no menu")
    func refused() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("h01")
            let stale = try await browser.post("/plans", ["value": "1"], csrf: "wrong")
            #expect(stale.status == 403 && stale.text.contains("<nav class=\"pages\""))
            let stranger = try await Browser(client).get("/nowhere")
            #expect(
                stranger.status == 404 && !stranger.text.contains("<nav") && stranger.text.contains("class=\"door\""))
        }
    }

    @Test("what people have typed is shown as text, never as markup")
    func escaping() async throws {
        let firm = try Firm.furnished()
        let deal = "/deals/\(try firm.deal("D1").number)"
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            for page in ["/deals", deal] {
                let text = try await browser.get(page).text
                #expect(!text.contains("<script>alert"), "\(page)")
                #expect(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;"), "\(page)")
            }
            _ = try await browser.get("/sign-in")
            let nasty = Browser(client)
            _ = try await nasty.get("/sign-in")
            let answer = try await nasty.post("/sign-in", ["email": "\"><script>x</script>", "password": "y"])
            #expect(!answer.text.contains("<script>x"))
        }
    }

    @Test(
        "every answer forbids what pages do not need",
        arguments: ["/", "/sign-in", "/nowhere", "/api/deals", "/health"])
    func headers(target: String) async throws {
        try await Firm.furnished().visit { client in
            let headers = try await Browser(client).get(target).headers
            let policy = headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self'"))
            #expect(!policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"))
            #expect(headers[.xContentTypeOptions] == "nosniff")
            for name in ["X-Frame-Options", "Referrer-Policy", "Cache-Control"] {
                #expect(headers[HTTPField.Name(name)!] != nil, "\(name)")
            }
        }
    }

    @Test("no page runs a script or a style of its own")
    func nothingInline() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            for page in Self.pages {
                let text = try await browser.get(page).text
                #expect(text.firstMatch(of: #/ style="/#) == nil && !text.contains("<style"), "\(page)")
                #expect(text.firstMatch(of: #/ on[a-z]+="/#) == nil, "\(page)")
                for script in text.matches(of: #/<script([^>]*)>/#) {
                    #expect(script.1.contains("src=") || script.1.contains("application/json"), "\(page)")
                }
            }
        }
    }

    @Test("the language is the address's, else the person's, else the browser's, else Ukrainian")
    func language() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            #expect(try await browser.get("/sign-in").text.contains("lang=\"uk\""))
            #expect(
                try await browser.get("/sign-in", [.acceptLanguage: "de, en-GB;q=0.8"]).text.contains("lang=\"en\""))
            try await browser.signIn("s01")
            _ = try await browser.get("/company")
            let answer = try await browser.post("/language", ["value": "en", "back": "/deals?page=2"])
            #expect(answer.status == 303 && answer.location == "/deals?page=2")
            #expect(try await browser.get("/company", [.acceptLanguage: "uk"]).text.contains("<html lang=\"en\""))
            #expect(try await browser.get("/company?lang=uk").text.contains("<html lang=\"uk\""))
            let elsewhere = Browser(client)
            try await elsewhere.signIn("s01")
            #expect(try await elsewhere.get("/company").text.contains("<html lang=\"en\""))
        }
    }

    @Test("the theme stays with the browser")
    func theme() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            _ = try await browser.get("/company")
            #expect(try await browser.post("/theme", ["value": "dark", "back": "/company"]).location == "/company")
            #expect(browser.cookie("liyka_theme") == "dark")
            #expect(try await browser.post("/theme", ["value": "pink"]).status == 400)
        }
    }

    @Test("HEAD answers as GET does, without the text")
    func head() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            let head = try await browser.send("/company", .head, [:], nil)
            #expect(head.status == 200 && head.text.isEmpty)
            #expect(Int(head.headers[.contentLength] ?? "") ?? 0 > 0)
        }
    }

    @Test("an error of the API is a document with a code that stays")
    func apiErrors() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            #expect(try await browser.get("/api/forecast").text.contains("\"code\":\"sign_in_first\""))
            try await browser.signIn("s01")
            #expect(try await browser.get("/api/forecast?scope=company").text.contains("\"code\":\"not_found\""))
            let bad = try await browser.get("/api/forecast?period=never").text
            #expect(bad.contains("\"code\":\"bad_request\"") && bad.contains("\"parameter\":\"period\""))
            #expect(try await browser.get("/api/nothing").headers[.contentType]?.contains("json") == true)
        }
    }

    @Test("the API gives the contract's forecast")
    func apiForecast() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            let text = try await browser.get("/api/forecast?by=department").text
            for key in [
                "as_of", "period", "scope", "currency", "amount", "won_to_date", "model", "p10", "plan", "parts",
            ] {
                #expect(text.contains("\"\(key)\""), "\(key)")
            }
            let csv = try await browser.get("/company?format=csv&by=employee")
            #expect(csv.headers[.contentType]?.hasPrefix("text/csv") == true)
            #expect(csv.headers[.contentDisposition]?.contains(".csv") == true)
        }
    }
}
