import HTTPTypes
import Ledger
import Testing

@testable import WebServer

@Suite("Signing in") struct SignInTests {
    @Test("the right password opens a session, and leads to the page that was asked for")
    func right() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            let asked = try await browser.get("/accuracy?scope=company")
            #expect(asked.status == 303)
            let door = try #require(asked.location)
            #expect(door == "/sign-in?back=%2Faccuracy%3Fscope%3Dcompany" || door.hasPrefix("/sign-in?back="))
            _ = try await browser.get(door)
            let answer = try await browser.post(door, ["email": "D01@Firm.example ", "password": Firm.password])
            #expect(answer.status == 303)
            #expect(answer.location == "/accuracy?scope=company")
            #expect(browser.cookie("liyka_session")?.count == 64)
            #expect(browser.cookieNames == ["liyka_session"])
            #expect(try await browser.get("/company").status == 200)
        }
    }

    @Test("a wrong password and an unknown name get one answer")
    func wrong() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            let wrong = try await browser.signIn("s01", password: "not this one")
            let unknown = try await browser.signIn("x01", password: "not this one")
            #expect(wrong.status == 401 && unknown.status == 401)
            #expect(wrong.text.replacing("s01", with: "x01") == unknown.text)
            #expect(!wrong.text.contains("not this one"))
            #expect(browser.cookie("liyka_session") == nil)
        }
    }

    @Test("guessing is slowed: after five tries even the right password must wait, and then opens")
    func slowed() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let browser = Browser(client)
            for _ in 1...5 { #expect(try await browser.signIn("s01", password: "guess").status == 401) }
            let answer = try await browser.signIn("s01")
            #expect(answer.status == 429)
            #expect(answer.headers[.retryAfter] == "1")
            #expect(try await Browser(client).signIn("s02").status == 303)
            firm.clock.pass(seconds: 2)
            #expect(try await browser.signIn("s01").status == 303)
        }
    }

    @Test("who no longer works here is told so, but only with the right password; open sessions end")
    func left() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            let token = try #require(browser.cookie("liyka_session"))
            #expect(try await browser.get("/company").status == 200)
            try firm.store.write { ledger in
                _ = try ledger.run("UPDATE employees SET active = 0 WHERE external_id = 's01'")
            }
            #expect(try await browser.get("/company").status == 303)
            let answer = try await browser.signIn("s01")
            #expect(answer.status == 403)
            #expect(answer.text.contains("вже не працюють"))
            #expect(browser.cookie("liyka_session") == token)
            #expect(try await browser.get("/company").status == 303)
            #expect(try await browser.signIn("s01", password: "guess").status == 401)
            #expect(try await Browser(client).signIn("s02").status == 303)
        }
    }

    @Test("a session runs out after a week")
    func expiry() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            firm.clock.pass(seconds: 7 * 86_400 - 1)
            #expect(try await browser.get("/company").status == 200)
            firm.clock.pass(seconds: 1)
            #expect(try await browser.get("/company").status == 303)
        }
    }

    @Test("signing out ends the session, also for whoever has copied its cookie")
    func signOut() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            let stolen = try #require(browser.cookie("liyka_session"))
            _ = try await browser.get("/company")
            #expect(try await browser.post("/sign-out", [:]).status == 303)
            #expect(browser.cookie("liyka_session") == nil)
            let thief = Browser(client)
            thief.set(cookie: "liyka_session", stolen)
            #expect(try await thief.get("/company").status == 303)
        }
    }

    @Test("signing in anew changes the session's token and ends the old one")
    func rotation() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            let old = try #require(browser.cookie("liyka_session"))
            let other = Browser(client)
            _ = try await other.get("/sign-in")
            other.set(cookie: "liyka_session", String(repeating: "0", count: 64))
            try await other.signIn("s01")
            let new = try #require(other.cookie("liyka_session"))
            #expect(new != old && new != String(repeating: "0", count: 64))
        }
    }

    @Test("who signs in where somebody else was signed in ends that session, whatever becomes of that person")
    func replaced() async throws {
        let firm = try Firm.furnished()
        @Sendable func employ(_ isActive: Int) throws {
            let employ: SQL = "UPDATE employees SET active = $1 WHERE external_id = 's01'"
            try firm.store.write { _ = try $0.run(employ, [Value(isActive)]) }
        }
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            let old = try #require(browser.cookie("liyka_session"))
            try employ(0)
            #expect(try await browser.signIn("s02").status == 303)
            try employ(1)
            let thief = Browser(client)
            thief.set(cookie: "liyka_session", old)
            #expect(try await thief.get("/deals").status == 303)
            #expect(try await browser.get("/deals").status == 200)
        }
    }

    @Test("sessions that have run out are swept away when the next one opens")
    func swept() async throws {
        let firm = try Firm.furnished()
        @Sendable func count() throws -> Int {
            try firm.store.read { try $0.all("SELECT digest FROM sessions") { _ in 1 } }.count
        }
        try await firm.visit { client in
            try await Browser(client).signIn("s01")
            firm.clock.pass(seconds: 86_400)
            try await Browser(client).signIn("s02")
            #expect(try count() == 2)
            firm.clock.pass(seconds: 6 * 86_400)
            try await Browser(client).signIn("s02")
            #expect(try count() == 2)
        }
    }

    @Test("another spelling of a name is no other name to guess at")
    func spellings() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            for name in ["s01", "S01", " s01", "  S01", "   s01"] {
                #expect(try await browser.signIn(name, password: "guess").status == 401)
            }
            let sixth = try await browser.signIn("    S01", password: "guess")
            #expect(sixth.status == 429)
        }
    }

    @Test("nothing that is stored opens a session")
    func digests() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            let token = try #require(browser.cookie("liyka_session"))
            let stored = try firm.store.read { ledger in
                try ledger.all("SELECT digest FROM sessions") { $0.bytes(0) }
            }
            #expect(stored.count == 1)
            #expect(stored.first.map { Array($0) } != Array(token.utf8))
        }
    }

    @Test("the session's cookie is closed to scripts and other sites, and to plain http where there is https")
    func cookie() async throws {
        for https in [false, true] {
            try await Firm.furnished().visit({ $0.https = https }) { client in
                let answer = try await Browser(client).signIn("s01")
                let cookie = answer.headers[values: .setCookie].first { $0.hasPrefix("liyka_session=") }
                let text = try #require(cookie)
                #expect(text.contains("HttpOnly") && text.contains("SameSite=Lax") && text.contains("Path=/;"))
                #expect(text.contains("Max-Age=604800;"), "as long as the session")
                #expect(text.contains("Secure") == https)
            }
        }
    }

    @Test("nobody is sent to another site")
    func openRedirect() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            _ = try await browser.get("/sign-in?back=https://evil.example/")
            let answer = try await browser.post(
                "/sign-in?back=https://evil.example/",
                ["email": "s01@firm.example", "password": Firm.password, "back": "//evil.example/"])
            #expect(answer.location == "/")
        }
    }
}
