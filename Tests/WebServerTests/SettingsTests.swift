import Actions
import Ledger
import SalesDomain
import Testing

@testable import WebServer

@Suite("Settings") struct SettingsTests {
    private func account(_ name: String, _ firm: Firm) throws -> String {
        let found = try firm.store.read { try $0.user(named: "\(name)@firm.example") }
        return String(try #require(found).user.id.number)
    }

    private func shownPassword(_ page: Browser.Page) throws -> String {
        String(try #require(page.text.firstMatch(of: #/<code>([A-Z2-9-]{14})<\/code>/#)).1)
    }

    @Test("whom an administrator lets in can sign in with the password that was shown once")
    func letIn() async throws {
        try await Firm.administered().visit { client in
            let browser = Browser(client)
            try await browser.signIn("max")
            #expect(try await browser.get("/").text.contains("max@firm.example"))
            let answer = try await browser.post(
                "/settings", ["deed": "add", "name": "ann@firm.example", "role": "analyst"])
            let password = try shownPassword(answer)
            #expect(try await !browser.get("/settings").text.contains(password))
            #expect(try await Browser(client).signIn("ann", password: password).status == 303)
            let again = try await browser.post(
                "/settings", ["deed": "add", "name": "ANN@firm.example", "role": "seller"])
            #expect(again.status == 422 && again.text.contains("ANN@firm.example"))
        }
    }

    @Test("whom an account was tied to is said by name, chosen or found by the e-mail; who has left is not let in")
    func tied() async throws {
        let firm = try Firm.administered()
        let (vera, viktor, left) = try firm.store.write { ledger in
            let source = try ledger.sources.id(of: "firm")
            func employ(_ id: String, _ name: String, active: Bool = true) throws -> String {
                let row = EmployeeRow(
                    source: source, externalID: id, name: name, email: "\(id)@firm.example", role: .seller,
                    active: active)
                return String(try ledger.employees.put(row).id.number)
            }
            let ids = (
                try employ("v01", "Vera"), try employ("v02", "Viktor"), try employ("v03", "Vasyl", active: false)
            )
            try ledger.takePosition()
            return ids
        }
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("max")
            func letIn(_ name: String, _ employee: String = "") async throws -> Browser.Page {
                _ = try await browser.get("/settings")
                return try await browser.post(
                    "/settings", ["deed": "add", "name": name, "role": "admin", "employee": employee])
            }
            let chosen = try await letIn("vera", vera)
            #expect(chosen.text.contains("It is the account of Vera and sees what that person may: seller."))
            let found = try await letIn("V02@firm.example")
            #expect(found.text.contains("It is the account of Viktor, who has this e-mail"))
            let gone = try await letIn("vasyl", left)
            #expect(gone.status == 422 && gone.text.contains("Vasyl no longer works here"))
            #expect(gone.text.contains("value=\"vasyl\""))
            let unknown = try await letIn("nobody", "999999")
            #expect(unknown.status == 422 && unknown.text.contains("There is no such employee any more"))
            let twice = try await letIn("vera2", vera)
            #expect(twice.status == 422 && twice.text.contains("Vera can sign in already, as vera:"))
            let others = try await letIn("v01@firm.example", viktor)
            #expect(others.status == 422 && others.text.contains("v01@firm.example is the e-mail of Vera:"))
            let free = try await letIn("free")
            #expect(free.status == 200 && !free.text.contains("It is the account of"))
        }
    }

    @Test("who was just let in stands on the administrator's first page at once")
    func atOnce() async throws {
        let firm = try Firm.administered()
        firm.clock.pass(seconds: 1)
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("max")
            _ = try await browser.get("/")
            firm.clock.pass(seconds: 1)
            #expect(try await !browser.get("/").text.contains("ann@firm.example"))
            _ = try await browser.post("/settings", ["deed": "add", "name": "ann@firm.example", "role": "analyst"])
            #expect(try await browser.get("/").text.contains("ann@firm.example"))
        }
    }

    @Test("a closed account is out at once and may be opened again")
    func closed() async throws {
        let firm = try Firm.administered()
        let sava = try account("s01", firm)
        try await firm.visit { client in
            let seller = Browser(client)
            try await seller.signIn("s01")
            let browser = Browser(client)
            try await browser.signIn("max")
            _ = try await browser.get("/settings")
            #expect(try await browser.post("/settings", ["deed": "close", "account": sava]).status == 303)
            #expect(try await seller.get("/deals").status == 303)
            #expect(try await Browser(client).signIn("s01").status == 401)
            _ = try await browser.get("/settings")
            #expect(try await browser.post("/settings", ["deed": "open", "account": sava]).status == 303)
            #expect(try await seller.get("/deals").status == 303, "what was open before stays closed")
            #expect(try await Browser(client).signIn("s01").status == 303)
        }
    }

    @Test("nobody closes the account that they are signed in with")
    func own() async throws {
        let firm = try Firm.administered()
        let own = try account("max", firm)
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("max")
            _ = try await browser.get("/settings")
            #expect(try await browser.post("/settings", ["deed": "close", "account": own]).status == 403)
            #expect(try await browser.get("/settings").status == 200)
        }
    }

    @Test("only an administrator keeps accounts", arguments: ["s01", "h01", "d01"])
    func notTheirs(who: String) async throws {
        let firm = try Firm.administered()
        let sava = try account("s01", firm)
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn(who)
            _ = try await browser.get("/account")
            for deed in ["close", "renew", "add"] {
                #expect(try await browser.post("/settings", ["deed": deed, "account": sava]).status == 404)
            }
            #expect(try await Browser(client).signIn("s01").status == 303)
        }
        let add = AddUser(store: firm.store, passwords: Passwords(cost: .none))
        let user = try #require(try firm.store.read { try $0.user(named: "\(who)@firm.example")?.user })
        #expect(throws: DeedProblem.notAllowed) {
            try add(.init(name: "new", password: nil, role: .admin), by: Doer(user), at: Firm.morning)
        }
    }

    @Test("guesses at the present password on one's own page are slowed: even the right one must wait, and then does")
    func slowed() async throws {
        let firm = try Firm.furnished()
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            _ = try await browser.get("/account")
            let new = ["current": Firm.password, "new": "another long word"]
            let token = ["deed": "token", "name": "report", "current": Firm.password]
            for form in [new, token, new, token, new] {
                #expect(try await browser.post("/account", form.merging(["current": "guess"]) { $1 }).status == 422)
            }
            #expect(try await browser.post("/account", new).status == 429)
            let answer = try await browser.post("/account", token)
            #expect(answer.status == 429 && !answer.text.contains("liyka_"))
            #expect(try firm.store.read { try $0.tokens().isEmpty })
            firm.clock.pass(seconds: 2)
            #expect(try await browser.post("/account", token).status == 200)
            #expect(try await browser.post("/account", new).status == 200)
        }
    }

    @Test("whoever changes their password stays in, and their other sessions end")
    func ownPassword() async throws {
        try await Firm.furnished().visit { client in
            let (browser, other) = (Browser(client), Browser(client))
            try await browser.signIn("s01")
            try await other.signIn("s01")
            _ = try await browser.get("/account")
            let wrong = try await browser.post("/account", ["current": "nothing like it", "new": "another long word"])
            #expect(wrong.status == 422)
            let short = try await browser.post("/account", ["current": Firm.password, "new": "short"])
            #expect(short.status == 422)
            let done = try await browser.post("/account", ["current": Firm.password, "new": "another long word"])
            #expect(done.status == 200)
            #expect(try await browser.get("/deals").status == 200)
            #expect(try await other.get("/deals").status == 303)
            #expect(try await Browser(client).signIn("s01").status == 401)
            #expect(try await Browser(client).signIn("s01", password: "another long word").status == 303)
        }
    }
}
