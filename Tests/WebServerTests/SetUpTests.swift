import Testing

@testable import WebServer

@Suite("The first run") struct SetUpTests {
    static let wishes = [
        "company": "Крамниця", "name": "Марія Коваленко", "email": "maria@shop.example",
        "password": "a long enough one",
    ]

    @Test("until somebody has set it up, every page leads to the set-up page")
    func everythingLeadsThere() async throws {
        try await Firm.empty().visit { client in
            let browser = Browser(client)
            for target in ["/", "/company", "/deals/1", "/sign-in", "/api/forecast"] {
                let answer = try await browser.get(target)
                #expect(answer.status == 303 && answer.location == "/set-up", "\(target)")
            }
            #expect(try await browser.get("/set-up").status == 200)
            #expect(try await browser.get("/health").status == 200)
        }
    }

    @Test("the console's code makes the company and its administrator, once")
    func rightCode() async throws {
        let firm = try Firm.empty()
        try await firm.visit { client in
            let browser = Browser(client)
            _ = try await browser.get("/set-up")
            let code = try #require(firm.code)
            let more = [
                "code": code.lowercased(), "time_zone": "Europe/Warsaw", "currency": "PLN",
                "fiscal_year_start": "04-01", "language": "en",
            ]
            let answer = try await browser.post("/set-up", Self.wishes.merging(more) { $1 })
            #expect(answer.status == 303 && answer.location == "/")
            #expect(try await browser.get("/").status == 200)
            let company = try firm.store.read { try $0.settings.company() }
            #expect(company.name == "Крамниця" && company.baseCurrency.code == "PLN" && company.language == .en)
            #expect(company.calendar.zone.identifier == "Europe/Warsaw" && company.calendar.fiscalStart.month == 4)

            let second = Browser(client)
            _ = try await second.get("/sign-in")
            #expect(try await second.get("/set-up").status == 404)
            #expect(try await second.post("/set-up", Self.wishes.merging(["code": code]) { $1 }).status == 404)
            #expect(try firm.store.read { try $0.users().count } == 1)
        }
    }

    @Test("the code may be typed in small letters, with spaces or without hyphens")
    func typedCode() async throws {
        for hyphen in ["-", " ", ""] {
            let firm = try Firm.empty()
            try await firm.visit { client in
                let browser = Browser(client)
                _ = try await browser.get("/set-up")
                let code = try #require(firm.code).lowercased().replacing("-", with: hyphen)
                let answer = try await browser.post("/set-up", Self.wishes.merging(["code": code]) { $1 })
                #expect(answer.status == 303, "\(code)")
            }
        }
    }

    @Test("a wrong code makes nobody, keeps what was typed and is slowed")
    func wrongCode() async throws {
        let firm = try Firm.empty()
        try await firm.visit { client in
            let browser = Browser(client)
            _ = try await browser.get("/set-up")
            for _ in 1...5 {
                let answer = try await browser.post("/set-up", Self.wishes.merging(["code": "AAAA-AAAA-AAAA"]) { $1 })
                #expect(answer.status == 422)
                #expect(answer.text.contains("maria@shop.example") && !answer.text.contains("a long enough one"))
            }
            let code = try #require(firm.code)
            #expect(try await browser.post("/set-up", Self.wishes.merging(["code": code]) { $1 }).status == 429)
            #expect(try firm.store.read { try !$0.hasUsers() })
        }
    }

    @Test(
        "what is missing or wrong is refused, and the code stays good",
        arguments: [
            ["company": ""], ["email": "maria"], ["password": "short"], ["time_zone": "Mars/Base"],
            ["currency": "XYZ"], ["fiscal_year_start": "13-01"], ["name": " "],
        ])
    func badWishes(change: [String: String]) async throws {
        let firm = try Firm.empty()
        try await firm.visit { client in
            let browser = Browser(client)
            _ = try await browser.get("/set-up")
            let code = try #require(firm.code)
            let form = Self.wishes.merging(["code": code]) { $1 }
            #expect(try await browser.post("/set-up", form.merging(change) { $1 }).status == 422)
            #expect(try await browser.post("/set-up", form).status == 303)
        }
    }

    @Test("an unused code is made anew at the next start, and only its digest is stored")
    func newCode() async throws {
        let firm = try Firm.empty()
        let server = firm.server()
        try server.announceSetUp()
        let first = try #require(firm.code)
        try server.announceSetUp()
        let second = try #require(firm.code)
        #expect(first != second)
        let stored = try firm.store.read { try $0.setUpCode() }
        #expect(stored?.count == 32)
    }
}

extension Firm {
    /// The last that the console has shown.
    var code: String? {
        news.withLock { news in
            news.reversed().firstNonNil { if case .setUpCode(let code) = $0 { code } else { nil } }
        }
    }
}

extension Sequence {
    fileprivate func firstNonNil<Value>(_ value: (Element) -> Value?) -> Value? {
        for element in self { if let value = value(element) { return value } }
        return nil
    }
}
