import SalesDomain
import Testing
import WebRoutes

@Suite("Rights") struct RightsTests {
    enum Who: String, CaseIterable { case nobody, seller = "s01", head = "h01", director = "d01" }

    /// How an address answers to each of them, in the order of `Who`.
    struct Row: CustomTestStringConvertible, Sendable {
        let place: Place
        let query: String
        let last: String
        let statuses: [Int]
        init(_ place: Place, _ query: String = "", last: String = "", gives statuses: [Int]) {
            self.place = place
            self.query = query
            self.last = last
            self.statuses = statuses
        }
        var target: String { query.isEmpty ? place.path(last) : place.path(last) + "?" + query }
        var testDescription: String { target }
    }

    static let scoped: [(Place, Int)] = [
        (.company, 303), (.accuracy, 303), (.deals, 303), (.plans, 303), (.bonuses, 303), (.schemes, 303),
        (.calls, 303), (.apiForecast, 401),
        (.apiBacktest, 401), (.apiDeals, 401), (.apiBonuses, 401), (.apiPlans, 401), (.apiSchemes, 401),
    ]

    /// What each report answers to whom may ask: a report without a row here fails a test.
    static let reports: [ReportName: Int] = [
        .today: 200, .funnel: 200, .estimate: 200, .planfact: 200, .events: 200, .revive: 200, .changes: 200,
        .period: 200, .team: 200, .submissions: 200, .actions: 200, .series: 200, .alerts: 200,
    ]

    static let rows: [Row] =
        [
            Row(.home, gives: [303, 200, 200, 200]), Row(.setUp, gives: [404, 404, 404, 404]),
            Row(.signIn, gives: [200, 303, 303, 303]),
            Row(.signOut, gives: [405, 405, 405, 405]), Row(.language, gives: [405, 405, 405, 405]),
            Row(.setScheme, gives: [303, 404, 404, 200]),
            Row(.setScheme, "plan=Nothing", gives: [303, 404, 404, 404]),
            Row(.settings, gives: [303, 404, 404, 404]), Row(.account, gives: [303, 200, 200, 200]),
            Row(.theme, gives: [405, 405, 405, 405]), Row(.answer, last: "D1", gives: [405, 405, 405, 405]),
            Row(.strip, gives: [303, 200, 404, 404]), Row(.health, gives: [200, 200, 200, 200]),
            Row(.look, last: "nothing.css", gives: [404, 404, 404, 404]),
            Row(.asset, last: "nothing.js", gives: [404, 404, 404, 404]),
        ]
        // Backtests of a firm with nothing closed have nothing to measure on: the page says so.
        + scoped.flatMap { place, unknown in rows(place, unknown, ok: place == .apiBacktest ? 422 : 200) }
        + reports.flatMap { name, ok in
            rows(.report, 303, ok: ok, last: name.rawValue) + rows(.apiReport, 401, ok: ok, last: name.rawValue)
                + files(name, ok: ok)
        }
        // Whom one compares with, or measures by, is a scope like any other.
        + [ReportName.funnel, .planfact].flatMap { beside($0, "compare") } + beside(.planfact, "against")
        + [
            Row(.report, last: "nothing", gives: [404, 404, 404, 404]),
            Row(.apiReport, last: "nothing", gives: [404, 404, 404, 404]),
            Row(.deal, last: "D1", gives: [303, 200, 200, 200]), Row(.deal, last: "D2", gives: [303, 404, 200, 200]),
            Row(.deal, last: "D3", gives: [303, 404, 404, 200]),
            Row(.deal, last: "987654", gives: [303, 404, 404, 404]),
            Row(.apiDeal, last: "D1", gives: [401, 200, 200, 200]),
            Row(.apiDeal, last: "D2", gives: [401, 404, 200, 200]),
            Row(.apiDeal, last: "D3", gives: [401, 404, 404, 200]),
            Row(.apiDeal, last: "987654", gives: [401, 404, 404, 404]),
            Row(.company, "if=nothing:1", gives: [400, 400, 400, 400]),
            Row(.calls, "who=employee:s01", gives: [303, 200, 200, 200]),
            Row(.calls, "who=employee:s03", gives: [303, 404, 404, 200]),
            Row(.calls, "who=employee:s99", gives: [303, 404, 404, 404]),
            Row(.calls, "who=employee:s03&format=csv", gives: [303, 404, 404, 200]),
            Row(.calls, "who=company", gives: [400, 400, 400, 400]),
            Row(.company, "first=2026-11-09&last=2026-11-15", gives: [303, 200, 200, 200]),
            Row(.company, "first=soon&last=2026-11-15", gives: [400, 400, 400, 400]),
        ] + supposing

    /// What is supposed opens no scope and hides no refusal; a deal that is not one's own is only counted, and to a program
    /// it is none.
    private static let supposing: [Row] =
        [(Place.company, 303, "if=lost:1&if=won:987654"), (.apiForecast, 401, "if=lost:D1")].flatMap {
            place, unknown, supposed in
            rows(place, unknown, ok: 200).map {
                Row(place, ($0.query.isEmpty ? "" : $0.query + "&") + supposed, gives: $0.statuses)
            }
        } + [
            Row(.apiForecast, "if=lost:D3", gives: [401, 400, 400, 200]),
            Row(.apiForecast, "if=lost:1", gives: [401, 400, 400, 400]),
        ]

    /// The same report as a file, from the page and from the API.
    private static func files(_ name: ReportName, ok: Int) -> [Row] {
        ["csv", "xlsx"].flatMap { format in
            (rows(.report, 303, ok: ok, last: name.rawValue) + rows(.apiReport, 401, ok: ok, last: name.rawValue)).map {
                Row(
                    $0.place, ($0.query.isEmpty ? "" : $0.query + "&") + "format=" + format, last: name.rawValue,
                    gives: $0.statuses)
            }
        }
    }

    private static func beside(_ name: ReportName, _ word: String) -> [Row] {
        [
            Row(.apiReport, word + "=company", last: name.rawValue, gives: [401, 404, 404, 200]),
            Row(.apiReport, word + "=department:South", last: name.rawValue, gives: [401, 404, 404, 200]),
            Row(.apiReport, word + "=employee:s02", last: name.rawValue, gives: [401, 404, 200, 200]),
            Row(.apiReport, word + "=employee:s03", last: name.rawValue, gives: [401, 404, 404, 200]),
            Row(.apiReport, word + "=employee:s99", last: name.rawValue, gives: [401, 404, 404, 404]),
            Row(.apiReport, word + "=employee:s03&format=xlsx", last: name.rawValue, gives: [401, 404, 404, 200]),
            Row(.report, word + "=employee:s03", last: name.rawValue, gives: [303, 404, 404, 200]),
        ]
    }

    /// Every scope, one's own and others'.
    private static func rows(_ place: Place, _ unknown: Int, ok: Int, last: String = "") -> [Row] {
        let answers: [(String, [Int])] = [
            ("", [unknown, ok, ok, ok]), ("scope=company", [unknown, 404, 404, ok]),
            ("scope=department:North", [unknown, 404, ok, ok]), ("scope=department:South", [unknown, 404, 404, ok]),
            ("scope=department:", [unknown, 404, 404, ok]), ("scope=employee:", [unknown, 404, 404, ok]),
            ("scope=employee:s01", [unknown, ok, ok, ok]), ("scope=employee:s02", [unknown, 404, ok, ok]),
            ("scope=employee:s03", [unknown, 404, 404, ok]), ("scope=employee:s99", [unknown, 404, 404, 404]),
            ("scope=department:Nowhere", [unknown, 404, 404, 404]), ("scope=me", [400, 400, 400, 400]),
            ("pipeline=Nothing", [unknown, 404, 404, 404]), ("as_of=2026-12-01", [unknown, 400, 400, 400]),
        ]
        return answers.map { Row(place, $0.0, last: last, gives: $0.1) }
    }

    @Test("every report has a row")
    func everyReport() { #expect(Set(Self.reports.keys) == Set(ReportName.allCases)) }

    @Test("every place has a row")
    func everyPlace() { #expect(Set(Self.rows.map(\.place)) == Set(Place.allCases)) }

    @Test("everyone finds what is theirs, and nothing else", arguments: Who.allCases)
    func matrix(who: Who) async throws {
        let firm = try Firm.furnished()
        var targets = [(row: Row, target: String)]()
        for row in Self.rows { targets.append((row, try firm.real(row))) }
        try await firm.visit { [targets] client in
            let browser = Browser(client)
            if who != .nobody {
                let answer = try await browser.signIn(who.rawValue)
                #expect(answer.status == 303)
            }
            for (row, target) in targets {
                let status = try await browser.get(target).status
                let expected = row.statuses[Who.allCases.firstIndex(of: who) ?? 0]
                #expect(status == expected, "\(who) at \(row.target)")
            }
        }
    }

    @Test("what is not theirs looks like what does not exist", arguments: scoped.map(\.0))
    func sameWords(place: Place) async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            let theirs = try await browser.get(place.path() + "?scope=employee:s03")
            let nobodys = try await browser.get(place.path() + "?scope=employee:s99")
            #expect(theirs.status == 404)
            #expect(theirs.text.replacing("s03", with: "s99") == nobodys.text)
        }
    }

    @Test("a list of deals holds no deal of others")
    func noOthersDeals() async throws {
        try await Firm.furnished().visit { client in
            let browser = Browser(client)
            try await browser.signIn("s01")
            for target in ["/api/deals", "/deals?format=csv"] {
                let answer = try await browser.get(target)
                #expect(answer.text.contains("D1"))
                #expect(!answer.text.contains("D2") && !answer.text.contains("Stepan"))
            }
        }
    }
}

extension Firm {
    /// Rows name deals as the firm does; so does the API, and addresses of pages by the ledger's number.
    func real(_ row: RightsTests.Row) throws -> String {
        guard row.last.hasPrefix("D"), row.place != .apiDeal else { return row.target }
        return row.place.path(String(try deal(row.last).number))
    }
}
