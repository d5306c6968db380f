import Actions
import Foundation
import HummingbirdTesting
import Ledger
import LiveFacts
import Logging
import SalesDomain
import Synchronization
import Testing
import WebPages
import WebRoutes

@testable import WebServer

@Suite("Pages that are remembered") struct PageMemoryTests {
    private static let pages = [
        "/", "/company", "/deals", "/accuracy", "/plans", "/bonuses", "/reports/period", "/reports/planfact",
        "/reports/funnel", "/reports/estimate", "/reports/events", "/reports/revive", "/reports/changes",
        "/reports/today", "/reports/team", "/reports/actions", "/reports/submissions", "/reports/alerts",
        "/reports/series",
    ]

    /// Without what is bound to a session; and without the number of alerts, which may lag behind what others do.
    private static func words(_ page: Browser.Page, counted: Bool = true) -> String {
        let text = page.text.replacing(#/name="csrf" value="[0-9a-f]*"/#, with: "")
        return "\(page.status)" + (counted ? text : text.replacing(#/<b class="count".*?<\/b>/#, with: ""))
    }

    /// Two servers of the same firm: one that has run on, and one that was just started.
    /// - Parameter doer: who has just done something, and sees all of it at once; nil: everybody does.
    private static func expectSame(
        _ firm: Firm, _ client: any TestClientProtocol, _ deed: String, of doer: String? = nil
    ) async throws {
        let fresh = firm.server()
        try await fresh.application().test(.router) { other in
            for who in ["s01", "h01", "d01"] {
                let (known, new) = (Browser(client), Browser(other))
                try await known.signIn(who)
                try await new.signIn(who)
                for page in pages {
                    let (one, two) = (try await known.get(page), try await new.get(page))
                    let isCounted = doer == nil || doer == who
                    #expect(
                        words(one, counted: isCounted) == words(two, counted: isCounted), "\(deed): \(page) of \(who)")
                }
            }
        }
    }

    @Test("after each deed and import a page is what a freshly started server gives")
    func deeds() async throws {
        let firm = try Firm.furnished()
        let deal = try firm.deal("D1").number
        let people = try firm.store.read { try $0.employees.all() }
        let sava = String(try #require(people.first { $0.row.externalID == "s01" }).id.number)
        let task = try firm.plan(Firm.morning.adding(seconds: 3_600), of: "s01", about: "D1")
        let give = [
            "deed": "give", "origin": "deal", "deal": "\(deal)", "scope": "employee:s01", "who": "s01",
            "what": "Call them", "due": "2026-11-30", "back": "/reports/today",
        ]
        let theirs = "\(try firm.deal("D2").number)"
        let snooze = [
            "deed": "snooze", "alert": "no_next_step", "deal": theirs, "scope": "company", "until": "2026-11-20",
        ]
        let deeds: [(who: String, target: String, form: [String: String])] = [
            ("s01", "/reports/actions", give),
            ("s01", "/reports/actions", ["deed": "end", "action": "A1", "end": "done", "note": "agreed"]),
            ("h01", "/reports/alerts", snooze), ("h01", "/reports/alerts", snooze.merging(["deed": "show"]) { $1 }),
            ("h01", "/reports/actions", give.merging(["deal": theirs, "who": "s02", "scope": "employee:s02"]) { $1 }),
            ("s01", "/reports/today", ["deed": "tick_off", "activity": "\(task)"]),
            ("s01", "/answers/\(deal)", ["answer": "amount", "amount": "20000", "version": "0"]),
            ("h01", "/plans", ["scope": "employee:s01", "value": "100 000"]),
            ("s01", "/reports/submissions", ["deed": "submit", "employee": sava, "amount": "5000"]),
            ("d01", "/reports/planfact", ["deed": "pin", "name": "Year", "from": "2026-01-01", "to": "2026-06-30"]),
            ("d01", "/reports/estimate", ["deed": "headline", "method": "template"]),
            ("d01", "/bonuses?period=2026-10", ["deed": "share", "value": "give"]),
            ("s01", "/language", ["value": "en"]),
        ]
        try await firm.visit { client in
            firm.clock.pass(seconds: 1)
            try await Self.expectSame(firm, client, "nothing")
            for deed in deeds {
                let browser = Browser(client)
                try await browser.signIn(deed.who)
                _ = try await browser.get("/deals")
                let answer = try await browser.post(deed.target, deed.form)
                #expect(answer.status == 303, "\(deed.target)")
                // At the very instant, and a moment later within the same minute.
                try await Self.expectSame(firm, client, "\(deed.form)", of: deed.who)
                firm.clock.pass(seconds: 1)
                try await Self.expectSame(firm, client, "\(deed.form)", of: deed.who)
            }
            try firm.winAll()
            try await Self.expectSame(firm, client, "import", of: "nobody")
            firm.clock.pass(seconds: 61)
            try await Self.expectSame(firm, client, "a minute")
            firm.clock.pass(seconds: 86_400)
            try await Self.expectSame(firm, client, "a day")
        }
    }

    @Test("the same page is made once for a reader, and for nobody else")
    func readers() async throws {
        let firm = try Firm.furnished()
        firm.clock.pass(seconds: 1)
        let server = firm.server()
        try await server.application().test(.router) { client in
            let (one, same, other) = (Browser(client), Browser(client), Browser(client))
            try await one.signIn("s01")
            try await same.signIn("s01")
            try await other.signIn("s02")
            // The books are looked at for the first time: what was written at this very instant is not known yet.
            _ = try await one.get("/deals")
            firm.clock.pass(seconds: 1)
            let first = try await one.get("/deals")
            let token = try #require(first.text.firstMatch(of: #/name="csrf" value="([0-9a-f]+)"/#)).1
            // Written past the journal, so that a page that is made anew would show it.
            let rename: SQL = "UPDATE deals SET title = 'Another title'"
            try firm.store.write { _ = try $0.run(rename, []) }
            let second = try await same.get("/deals")
            #expect(Self.words(first) == Self.words(second))
            #expect(!second.text.contains(token), "each session has a word of its own")
            #expect(try await same.post("/theme", ["value": "dark", "back": "/deals"]).status == 303)
            let theirs = try await other.get("/deals")
            #expect(theirs.text.contains("Another title") && !theirs.text.contains("alert(1)"))
            #expect(try await one.get("/deals?lang=en").text.contains("Another title"))
            firm.clock.pass(seconds: 60)
            #expect(try await one.get("/deals").text.contains("Another title"))
        }
    }

    @Test("one who reads in another language or theme is given a page of their own, though it is the same person")
    func looks() async throws {
        let firm = try Firm.furnished()
        firm.clock.pass(seconds: 1)
        try await firm.visit { client in
            let (plain, other) = (Browser(client), Browser(client))
            for browser in [plain, other] { try await browser.signIn("s01") }
            _ = try await plain.get("/deals")
            firm.clock.pass(seconds: 1)
            for (language, theme) in [("uk", "light"), ("en", "dark"), ("uk", "dark"), ("en", "light")] {
                other.set(cookie: "liyka_language", language)
                other.set(cookie: "liyka_theme", theme)
                #expect(try await plain.get("/deals").text.contains("<html lang=\"uk\" data-theme=\"auto\""))
                let page = try await other.get("/deals")
                #expect(page.text.contains("<html lang=\"\(language)\" data-theme=\"\(theme)\""))
            }
        }
    }

    @Test("an account that is another's from now on, or may do something else, is shown nothing of before")
    func anotherUser() async throws {
        let firm = try Firm.furnished()
        try firm.store.write { ledger in
            _ = try ledger.addUser(
                named: "boss@firm.example", password: Passwords(cost: .none).hash(Firm.password), role: .director,
                employee: nil, language: .en, at: Firm.morning)
        }
        firm.clock.pass(seconds: 1)
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("boss")
            _ = try await browser.get("/deals")
            firm.clock.pass(seconds: 1)
            #expect(try await browser.get("/deals").text.contains("Stepan"))
            // Accounts take no position of the journal.
            let tie: SQL = """
                UPDATE users SET role = 'seller', employee = (SELECT id FROM employees WHERE external_id = 's01')
                WHERE name = 'boss@firm.example'
                """
            try firm.store.write { _ = try $0.run(tie, []) }
            let page = try await browser.get("/deals")
            #expect(page.status == 200 && page.text.contains("Sava") && !page.text.contains("Stepan"))
        }
    }

    @Test("of those who ask at once for one address each gets their own page, and who asks for the same the same")
    func atOnce() throws {
        let firm = try Firm.furnished()
        firm.clock.pass(seconds: 1)
        let moment = PageMemory.Moment(try LiveFacts(firm.store, clock: firm.clock.clock).reporter())
        let users = try firm.store.read { try $0.users() }
        func reading(_ place: Int, _ language: Company.Language) -> PageMemory.Reading {
            PageMemory.Reading(route: .home(), user: users[place], language: language, theme: .auto)
        }
        let memory = PageMemory()
        let (begun, end) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let made = Mutex<[String]>([])
        @Sendable func ask(_ reading: PageMemory.Reading, _ text: String, waits: Bool = false) throws -> String {
            let answer = try memory.page(reading, at: moment, csrf: "") {
                made.withLock { $0.append(text) }
                if waits {
                    begun.signal()
                    end.wait()
                }
                return .html(text)
            }
            return String(decoding: answer.body, as: UTF8.self)
        }
        let first = reading(0, .uk)
        let slow = Later { try ask(first, "first", waits: true) }
        begun.wait()
        // Whoever took another's page would wait for it: the wait ends in any case.
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: 1)
            end.signal()
        }
        let same = Later { try ask(first, "again") }
        let (theirs, inEnglish) = (try ask(reading(1, .uk), "other"), try ask(reading(0, .en), "english"))
        let texts = [try slow.get(), try same.get()]
        #expect(theirs == "other" && inEnglish == "english" && texts == ["first", "first"])
        #expect(made.withLock { $0.sorted() } == ["english", "first", "other"])
    }

    /// What is made on a thread of its own.
    private final class Later<Value: Sendable>: Sendable {
        private let result = Mutex<Result<Value, any Error>?>(nil)
        private let done = DispatchSemaphore(value: 0)

        init(_ work: @escaping @Sendable () throws -> Value) {
            Thread.detachNewThread { [self] in
                let made = Result { try work() }
                result.withLock { $0 = made }
                done.signal()
            }
        }

        func get() throws -> Value? {
            done.wait()
            return try result.withLock { $0 }?.get()
        }
    }

    @Test("what one person is shown is kept by no browser and no proxy")
    func keptByNobody() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            for target in ["/deals", "/sign-in"] {
                #expect(try await browser.get(target).headers[.cacheControl] == "no-store", "\(target)")
            }
            try await browser.signIn("s01")
            for target in ["/", "/deals", "/deals?format=csv", "/api/deals", "/account", "/deals/999999"] {
                #expect(try await browser.get(target).headers[.cacheControl] == "no-store", "\(target)")
            }
        }
    }

    @Test("what was read lately is made again when the books have come to rest or a minute is over")
    func ahead() async throws {
        let firm = try Firm.furnished()
        firm.clock.pass(seconds: 1)
        let server = firm.server()
        let door = firm.door()
        let rename: SQL = "UPDATE deals SET title = 'Another title'"
        try await server.application(door).test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            _ = try await browser.get("/deals")
            firm.clock.pass(seconds: 1)
            #expect(try await browser.get("/deals").text.contains("alert(1)"))
            firm.clock.pass(seconds: 60)
            door.makeAgain()
            door.makeAgain()
            // Written past the journal, so that only a page that is made after it would show it.
            try firm.store.write { _ = try $0.run(rename, []) }
            #expect(try await !browser.get("/deals").text.contains("Another title"))
            #expect(try await browser.get("/deals?lang=en").text.contains("Another title"))
            try firm.store.write { _ = try $0.takePosition() }
            firm.clock.pass(seconds: 1)
            // The first look sees that the books have moved.
            door.makeAgain()
            firm.clock.pass(seconds: 1)
            door.makeAgain()
            let back: SQL = "UPDATE deals SET title = 'Once more'"
            try firm.store.write { _ = try $0.run(back, []) }
            firm.clock.pass(seconds: 1)
            #expect(try await browser.get("/deals").text.contains("Another title"))
            // Who has not come for long is not waited for.
            firm.clock.pass(seconds: 3_600)
            door.makeAgain()
            door.makeAgain()
            let last: SQL = "UPDATE deals SET title = 'At last'"
            try firm.store.write { _ = try $0.run(last, []) }
            #expect(try await browser.get("/deals").text.contains("At last"))
        }
    }

    @Test("what somebody does about an alert they see counted at once, on every page")
    func counted() async throws {
        let firm = try Firm.furnished()
        _ = try firm.plan(Firm.morning.adding(seconds: 3_600), of: "s01", about: "D1")
        let form = [
            "deed": "give", "origin": "alert", "deal": "\(try firm.deal("D2").number)", "scope": "employee:s02",
            "who": "s02", "what": "Call them", "due": "2026-11-30",
        ]
        firm.clock.pass(seconds: 1)
        try await firm.visit { client in
            let head = Browser(client)
            try await head.signIn("h01")
            #expect(try await head.get("/reports/funnel").text.contains("class=\"count\""))
            #expect(try await head.post("/reports/actions", form).status == 303)
            firm.clock.pass(seconds: 1)
            #expect(try await !head.get("/reports/funnel").text.contains("class=\"count\""))
        }
    }

    @Test("files and answers to programs are of the very instant at which they are asked for")
    func files() async throws {
        let firm = try Firm.furnished()
        firm.clock.pass(seconds: 1)
        try await firm.visit { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            let first = try await browser.get("/api/reports/funnel").text
            firm.clock.pass(seconds: 5)
            #expect(try await browser.get("/api/reports/funnel").text != first)
        }
    }
}

extension Firm {
    fileprivate func door() -> Door {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let office = WebOffice(
            store: store, live: LiveFacts(store, clock: clock.clock), clock: clock.clock,
            passwords: Passwords(cost: .none), logger: logger)
        return Door(office: office, settings: WebSettings())
    }

    /// A task that is due; answers its number.
    fileprivate func plan(_ due: Instant, of who: String, about deal: String) throws -> Int64 {
        let deal = try self.deal(deal)
        return try store.write { ledger in
            let source = try ledger.sources.id(of: "firm")
            let early = Firm.morning.adding(seconds: -3_600)
            let batch = try ledger.openBatch("test", at: early)
            let row = ActivityRow(
                source: source, externalID: "t-\(who)", kind: .task, direction: nil,
                employee: try ledger.employees.find(who, of: source)?.id, deal: deal, account: nil, contact: nil,
                startedAt: nil, seconds: nil, result: nil, dueAt: due, doneAt: nil, note: nil)
            let id = try ledger.activities.put(row, recorded: early, again: early, in: batch).id
            try ledger.takePosition(for: batch)
            return id.number
        }
    }

    /// All open deals are won, as an import would have it.
    fileprivate func winAll() throws {
        try store.write { ledger in
            let now = clock.clock.now()
            let source = try ledger.sources.id(of: "firm")
            let won = try #require(try ledger.stages.all().first { $0.row.outcome == .won }?.id)
            let batch = try ledger.openBatch("import", at: now)
            for name in ["D1", "D2", "D3"] {
                let deal = try #require(try ledger.deals.find(name, of: source))
                let state = try #require(try ledger.deals.now(deal))
                try ledger.deals.append(
                    [
                        DealChange(
                            changedAt: now.adding(seconds: -60), recordedAt: now, field: .stage,
                            old: state.state.stage?.number, new: won.number, by: nil)
                    ], to: deal, after: state.entries, in: batch, outcome: { $0 == won ? .won : .open })
            }
            try ledger.takePosition(for: batch)
        }
    }
}
