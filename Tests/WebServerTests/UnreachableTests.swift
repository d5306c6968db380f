import Actions
import Ledger
import LiveFacts
import Logging
import TestDatabase
import Testing

@testable import WebServer

@Suite("A server whose database is out of reach") struct UnreachableTests {
    private func lost(_ reach: LedgerError.Reach) -> LedgerError {
        .unreachable(reach, cause: "connection to db.example refused")
    }

    private func server(_ firm: Firm, _ store: CutOffStore) -> WebServer {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let clock = firm.clock.clock
        return WebServer(
            office: WebOffice(
                store: store, live: LiveFacts(store, clock: clock), clock: clock, passwords: Passwords(cost: .none),
                logger: logger), settings: WebSettings()
        ) { _ in }
    }

    @Test("says so on every page, to programs and to whoever watches it, and is well again when the database is")
    func lost() async throws {
        let firm = try Firm.furnished()
        let store = CutOffStore(firm.store)
        try await server(firm, store).application().test(.router) { client in
            let browser = Browser(client)
            try await browser.signIn("d01")
            #expect(try await browser.get("/deals").status == 200)
            store.problem.withLock { $0 = lost(.server) }
            for target in ["/deals", "/company", "/reports/planfact"] {
                let page = try await browser.get(target + "?lang=en")
                #expect(page.status == 503 && page.headers[.retryAfter] == "5", "\(target)")
                #expect(page.text.contains("The database cannot be reached"), "\(target)")
                #expect(page.text.contains("liyka db check") && !page.text.contains("db.example"), "\(target)")
            }
            #expect(try await browser.get("/deals?lang=uk").text.contains("База даних недоступна"))
            let json = try await browser.get("/api/forecast")
            #expect(json.status == 503 && json.text.contains("\"code\":\"database_unreachable\""))
            let health = try await browser.get("/health")
            #expect(health.status == 503 && health.text == "database_unreachable\n")
            #expect(try await browser.get("/sign-in").status == 503)
            store.problem.withLock { $0 = nil }
            for target in ["/deals", "/company", "/api/forecast", "/health"] {
                #expect(try await browser.get(target).status == 200, "\(target)")
            }
        }
    }

    @Test(
        "says what is the matter with it",
        arguments: [
            (.lost, "does not answer"), (.starting, "starting or stopping"), (.crowded, "no more connections"),
            (.signIn, "does not let Liyka in"), (.database, "no longer has its database"),
        ] as [(LedgerError.Reach, String)])
    func matter(reach: LedgerError.Reach, words: String) async throws {
        let firm = try Firm.furnished()
        let store = CutOffStore(firm.store)
        store.problem.withLock { $0 = lost(reach) }
        try await server(firm, store).application().test(.router) { client in
            let page = try await Browser(client).get("/company?lang=en")
            #expect(page.status == 503 && page.text.contains(words))
        }
    }
}
