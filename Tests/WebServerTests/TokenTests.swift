import Actions
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import LiveFacts
import Logging
import SalesDomain
import Synchronization
import Testing
import WebRoutes

@testable import WebServer

@Suite("Tokens of programs") struct TokenTests {
    /// With its administrator, a moment after their account was made.
    private func firm() throws -> Firm {
        let firm = try Firm.administered()
        firm.clock.pass(seconds: 1)
        return firm
    }

    private func token(_ who: String, _ firm: Firm, named name: String = "report", until: Day? = nil) throws
        -> KeepTokens.Made
    {
        try KeepTokens(store: firm.store).make(
            .init(name: name, until: until), of: "\(who)@firm.example", at: firm.clock.clock.now())
    }

    private func bearer(_ text: String) -> HTTPFields { [.authorization: "Bearer \(text)"] }

    @Test("a program finds what its person finds in the API, and on pages nothing", arguments: ["s01", "h01", "d01"])
    func matrix(who: String) async throws {
        let firm = try Firm.furnished()
        let made = try token(who, firm)
        let place = try #require(RightsTests.Who.allCases.firstIndex { $0.rawValue == who })
        let targets = try RightsTests.rows.map { ($0, try firm.real($0)) }
        try await firm.visit { client in
            for (row, target) in targets {
                let answer = try await Browser(client).get(target, bearer(made.secret.text))
                let isForPrograms = row.place.rawValue.hasPrefix("/api")
                #expect(answer.status == row.statuses[isForPrograms ? place : 0], "\(row.target)")
                if isForPrograms { #expect(answer.headers[.setCookie] == nil, "\(row.target)") }
            }
        }
    }

    @Test("a program gets what its person gets, byte for byte; another scope in the address does not widen it")
    func sameAnswers() async throws {
        let firm = try firm()
        let made = try token("s01", firm)
        try await firm.visit { client in
            let person = Browser(client)
            try await person.signIn("s01")
            for target in ["/api/forecast?by=deal", "/api/deals", "/api/reports/funnel", "/api/reports/bonuses"] {
                let own = try await person.get(target)
                let read = try await Browser(client).get(target, bearer(made.secret.text))
                #expect(own.status == 200 && own.bytes == read.bytes, "\(target)")
                #expect(!read.text.contains("Stepan") && !read.text.contains("Svitlana"))
            }
            let wider = try await Browser(client).get("/api/deals?scope=company", bearer(made.secret.text))
            #expect(wider.status == 404)
        }
    }

    /// What opens nothing, and why.
    enum Dead: String, CaseIterable {
        case unknown, withdrawn, over, closed, left, empty, bare, digest
        case session
    }

    @Test("what opens nothing is answered alike, in words for a program", arguments: Dead.allCases)
    func dead(which: Dead) async throws {
        let firm = try firm()
        let until = Zone.utc.day(of: Firm.morning)
        let made = try token("s01", firm, until: which == .over ? until : nil)
        try await firm.visit { client in
            let admin = Browser(client)
            try await admin.signIn("s02")
            var text = made.secret.text
            if which != .over {
                #expect(try await Browser(client).get("/api/deals", bearer(text)).status == 200)
            }
            switch which {
            case .unknown: text = "liyka_" + String(repeating: "a", count: 64)
            case .withdrawn: _ = try KeepTokens(store: firm.store).withdraw(made.id, at: Firm.morning)
            case .over: firm.clock.pass(seconds: 2 * 86_400)
            case .closed:
                try firm.store.write { try $0.setActive(false, of: $0.tokens()[0].account, at: Firm.morning) }
            case .left:
                try firm.store.write { _ = try $0.run("UPDATE employees SET active = 0 WHERE external_id = 's01'") }
            case .empty: text = ""
            case .bare: text = String(text.dropFirst(6))
            case .digest: text = "liyka_" + made.secret.digest.map { String(format: "%02x", $0) }.joined()
            case .session: text = try #require(admin.cookie("liyka_session"))
            }
            let answer = try await Browser(client).get("/api/deals", bearer(text))
            #expect(answer.status == 401)
            #expect(answer.text.hasPrefix("{\"error\":{\"code\":\"wrong_token\",\"message\":\""))
            #expect(answer.headers[.wwwAuthenticate] == "Bearer realm=\"liyka\", error=\"invalid_token\"")
            #expect(answer.headers[.setCookie] == nil)
            #expect(text.isEmpty || !answer.text.contains(text))
        }
    }

    @Test("a token is no cookie, and beside a token no cookie is looked at")
    func cookies() async throws {
        let firm = try firm()
        let made = try token("s01", firm)
        try await firm.visit { client in
            let thief = Browser(client)
            for text in [made.secret.text, String(made.secret.text.dropFirst(6))] {
                thief.set(cookie: "liyka_session", text)
                #expect(try await thief.get("/deals").status == 303)
                #expect(try await thief.get("/api/deals").status == 401)
            }
            let director = Browser(client)
            try await director.signIn("d01")
            let wide = try await director.get("/api/deals")
            #expect(wide.text.contains("Stepan"))
            let narrow = try await director.get("/api/deals", bearer(made.secret.text))
            #expect(narrow.status == 200 && !narrow.text.contains("Stepan"))
            #expect(try await director.get("/api/deals", bearer("liyka_0")).status == 401)
            #expect(try await director.get("/api/deals?token=" + made.secret.text).status == 400)
            #expect(try await director.get("/deals").status == 200)
            let basic = try await Browser(client).get("/api/deals", [.authorization: "Basic \(made.secret.text)"])
            #expect(basic.status == 401 && basic.text.contains("sign_in_first"))
            #expect(basic.headers[.wwwAuthenticate] == "Bearer realm=\"liyka\"")
            let lower = try await Browser(client).get("/api/deals", [.authorization: "bearer  \(made.secret.text) "])
            #expect(lower.status == 200)
        }
    }

    @Test("a program changes nothing: where a form could, its token is not looked at")
    func readsOnly() async throws {
        let firm = try firm()
        let made = try token("d01", firm)
        try await firm.visit { client in
            for target in ["/plans", "/bonuses", "/account", "/sign-out", "/language"] {
                let answer = try await Browser(client).post(
                    target, ["deed": "token"], csrf: "", bearer(made.secret.text))
                #expect(answer.status == 403, "\(target)")
            }
            for target in ["/api/forecast", "/api/deals"] {
                let answer = try await Browser(client).post(target, [:], csrf: "", bearer(made.secret.text))
                #expect(answer.status == 405, "\(target)")
            }
        }
    }

    @Test("wrong tokens from one address are slowed; a right one from there is answered")
    func slowed() async throws {
        let firm = try firm()
        let made = try token("s01", firm)
        try await firm.visit {
            $0.behindProxy = true
        } _: { client in
            func ask(_ text: String, from address: String) async throws -> Browser.Page {
                var fields = bearer(text)
                fields[HTTPField.Name("X-Forwarded-For")!] = address
                return try await Browser(client).get("/api/deals", fields)
            }
            for _ in 1...30 { #expect(try await ask("liyka_guess", from: "10.0.0.1").status == 401) }
            let answer = try await ask("liyka_guess", from: "10.0.0.1")
            #expect(answer.status == 429 && answer.headers[.retryAfter] == "1")
            #expect(answer.text.contains("\"code\":\"too_many\""))
            #expect(try await ask(made.secret.text, from: "10.0.0.1").status == 200)
            #expect(try await ask("liyka_guess", from: "10.0.0.2").status == 401)
        }
    }

    @Test("an address that a caller makes up before the proxy's, or another one of its network, is no other caller")
    func sameCaller() async throws {
        try await firm().visit {
            $0.behindProxy = true
        } _: { client in
            func ask(from addresses: String) async throws -> Browser.Page {
                var fields = bearer("liyka_guess")
                fields[HTTPField.Name("X-Forwarded-For")!] = addresses
                return try await Browser(client).get("/api/deals", fields)
            }
            for number in 1...30 {
                #expect(try await ask(from: "10.0.0.\(number), 192.0.2.1").status == 401)
                #expect(try await ask(from: "2001:db8:1:2::\(number)").status == 401)
            }
            let made = try await ask(from: "10.0.0.31, 192.0.2.1")
            #expect(made.status == 429)
            #expect(try await ask(from: "2001:db8:1:2:9::9").status == 429)
            #expect(try await ask(from: "2001:db8:1:3::1").status == 401)
        }
    }

    @Test("where no proxy stands before us, nobody is believed from where they come")
    func madeUpAddress() async throws {
        try await firm().visit { client in
            func ask(from address: String) async throws -> Int {
                var fields = bearer("liyka_guess")
                fields[HTTPField.Name("X-Forwarded-For")!] = address
                return try await Browser(client).get("/api/deals", fields).status
            }
            for number in 1...30 { #expect(try await ask(from: "10.0.0.\(number)") == 401) }
            let made = try await ask(from: "10.0.0.31")
            #expect(made == 429)
        }
    }

    @Test("the day on which a token was used last is written down, once a day and on the company's clock")
    func lastUse() async throws {
        let firm = try firm()
        let made = try token("s01", firm)
        let zone = try #require(Zone(identifier: "Europe/Kyiv"))
        @Sendable func used() throws -> Day? {
            try firm.store.read { try $0.tokens().first { $0.id == made.id }?.usedOn }
        }
        try await firm.visit { client in
            #expect(try used() == nil)
            _ = try await Browser(client).get("/api/deals", bearer(made.secret.text))
            #expect(try used() == zone.day(of: Firm.morning))
            firm.clock.pass(seconds: 86_400)
            _ = try await Browser(client).get("/api/deals?scope=company", bearer(made.secret.text))
            #expect(try used() == zone.day(of: Firm.morning) + 1)
        }
    }

    // MARK: Pages

    @Test("whoever knows the password makes a token on a page of their own, sees it once and withdraws it")
    func page() async throws {
        let firm = try firm()
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            _ = try await browser.get("/account")
            let form = ["deed": "token", "name": "Power BI", "until": "2026-12-31", "current": Firm.password]
            let wrong = try await browser.post("/account", form.merging(["current": "guess"]) { $1 })
            #expect(wrong.status == 422 && wrong.text.contains("value=\"Power BI\""))
            let late = try await browser.post("/account", form.merging(["until": "2026-11-17"]) { $1 })
            #expect(late.status == 422)
            let made = try await browser.post("/account", form)
            let shownOnce = made.text.firstMatch(of: #/<code class="token">(liyka_[0-9a-f]{64})<\/code>/#)
            let text = String(try #require(shownOnce).1)
            #expect(made.status == 200 && !made.text.contains(Firm.password))
            #expect(try await Browser(client).get("/api/deals", bearer(text)).status == 200)
            let again = try await browser.post("/account", form)
            #expect(again.status == 422 && !again.text.contains(text))
            let shown = try await browser.get("/account")
            #expect(shown.text.contains("Power BI") && !shown.text.contains(text))
            let id = String(try #require(shown.text.firstMatch(of: #/name="token" value="([0-9]+)"/#)).1)
            #expect(try await browser.post("/account", ["deed": "withdraw", "token": id], csrf: "x").status == 403)
            #expect(try await Browser(client).get("/api/deals", bearer(text)).status == 200)
            _ = try await browser.get("/account")
            #expect(try await browser.post("/account", ["deed": "withdraw", "token": id]).location == "/account")
            #expect(try await Browser(client).get("/api/deals", bearer(text)).status == 401)
            #expect(try await !browser.get("/account").text.contains("Power BI"))
        }
    }

    @Test("nobody sees or withdraws another's token but an administrator, who makes none for others")
    func others() async throws {
        let firm = try firm()
        let made = try token("s01", firm, named: "Sava's own")
        let id = String(made.id.number)
        try await firm.visit { client in
            for who in ["s02", "h01", "d01"] {
                let browser = Browser(client)
                try await browser.signIn(who)
                #expect(try await !browser.get("/account").text.contains("Sava"))
                #expect(try await browser.post("/account", ["deed": "withdraw", "token": id]).status == 404)
                #expect(try await browser.post("/settings", ["deed": "withdraw", "token": id]).status == 404)
            }
            #expect(try await Browser(client).get("/api/deals", bearer(made.secret.text)).status == 200)
            let admin = Browser(client)
            try await admin.signIn("max")
            let page = try await admin.get("/settings")
            #expect(page.text.contains("Sava&#39;s own") && !page.text.contains(made.secret.text))
            #expect(try await admin.post("/settings", ["deed": "withdraw", "token": id]).status == 303)
            #expect(try await Browser(client).get("/api/deals", bearer(made.secret.text)).status == 401)
        }
    }

    @Test("after a changed password the page goes on, and its tokens go on too")
    func changedPassword() async throws {
        let firm = try firm()
        let made = try token("s01", firm)
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            _ = try await browser.get("/account")
            let done = try await browser.post("/account", ["current": Firm.password, "new": "another long word"])
            #expect(done.status == 200 && done.text.contains("report"))
            let id = String(made.id.number)
            #expect(try await Browser(client).get("/api/deals", bearer(made.secret.text)).status == 200)
            #expect(try await browser.post("/account", ["deed": "withdraw", "token": id]).status == 303)
        }
    }

    @Test("no token stands in the server's log, however much it writes")
    func log() async throws {
        let firm = try firm()
        let made = try token("s01", firm)
        let lines = Lines()
        let logger = Logger(label: "test") { _ in lines.handler }
        let server = WebServer(
            office: WebOffice(
                store: firm.store, live: LiveFacts(firm.store, clock: firm.clock.clock), clock: firm.clock.clock,
                passwords: Passwords(cost: .none), logger: logger), settings: WebSettings()
        ) { _ in }
        let token = made.secret.text
        @Sendable func ask(_ client: any TestClientProtocol) async throws {
            let browser = Browser(client)
            #expect(try await browser.get("/api/deals", bearer(token)).status == 200)
            #expect(try await browser.get("/api/forecast?scope=x", bearer(token)).status == 400)
            #expect(try await browser.get("/api/deals", bearer("liyka_wrong-one")).status == 401)
        }
        try await server.application().test(.live) { try await ask($0) }
        let said = lines.all
        #expect(said.contains { $0.contains("/api/deals 200") })
        #expect(!said.contains { $0.contains(token.dropFirst(6)) || $0.contains("liyka_wrong-one") })
    }
}

/// What was logged, whatever its level.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    var handler: Handler { Handler(lines: self) }

    struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .trace
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            lines.lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:]) \(metadata)") }
        }
    }
}
