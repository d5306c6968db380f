import HTTPTypes
import Hummingbird
import Testing

@Suite("Forms") struct FormTests {
    @Test("a form without our token, or with another's, changes nothing", arguments: ["", "0000", nil as String?])
    func stale(csrf: String?) async throws {
        try await Firm.furnished().visit { client in
            let other = Browser(client)
            let page = try await other.get("/sign-in")
            let othersToken = try #require(page.text.firstMatch(of: #/name="csrf" value="([0-9a-f]{64})"/#)).1
            let browser = Browser(client)
            try await browser.signIn("s01")
            for target in ["/language", "/theme", "/sign-out"] {
                let answer = try await browser.post(target, ["value": "en"], csrf: csrf ?? String(othersToken))
                #expect(answer.status == 403)
            }
            #expect(try await browser.get("/company").status == 200)
        }
    }

    @Test("nobody is signed in by a form that was made for another visitor")
    func anotherVisitors() async throws {
        try await Firm.furnished().visit { client in
            let (browser, thief) = (Browser(client), Browser(client))
            let page = try await thief.get("/sign-in")
            let token = try #require(page.text.firstMatch(of: #/name="csrf" value="([0-9a-f]{64})"/#)).1
            _ = try await browser.get("/sign-in")
            let form = ["email": "s01@firm.example", "password": Firm.password]
            #expect(try await browser.post("/sign-in", form, csrf: String(token)).status == 403)
            #expect(browser.cookie("liyka_session") == nil)
            _ = try await browser.get("/sign-in")
            #expect(try await browser.post("/sign-in", form).status == 303)
        }
    }

    @Test("a form that another site sends is refused even with our token")
    func foreign() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            _ = try await browser.get("/company")
            let name = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let answer = try await browser.post("/theme", ["value": "dark"], [name: "cross-site"])
            #expect(answer.status == 403)
            #expect(try await browser.post("/theme", ["value": "dark"], [name: "same-origin"]).status == 303)
        }
    }

    @Test("a form too large, or not a form, is not read")
    func size() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            _ = try await browser.get("/sign-in")
            let large = try await browser.post("/sign-in", ["email": String(repeating: "x", count: 70_000)])
            #expect(large.status == 413)
            let json = try await browser.send(
                "/sign-in", .post, [.contentType: "application/json"], ByteBuffer(string: "{}"))
            #expect(json.status == 415)
        }
    }

    @Test("a verb that a place does not know is named with those that it does")
    func verbs() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            let answer = try await browser.send("/company", .put, [:], nil)
            #expect(answer.status == 405)
            #expect(answer.headers[.allow] == "GET, HEAD")
        }
    }
}
