import SalesDomain
import Testing

@testable import WebRoutes

@Suite("Routes") struct RouteTests {
    @Test("no text of an address or a form holds a byte of zero", arguments: ["a%00b", "%00", "a\u{0}"])
    func zeroByte(text: String) {
        #expect(PercentCoding.decoded(text) == nil)
        #expect(PercentCoding.decoded("a%20b") == "a b")
    }

    @Test("parsing gives back every route that was printed", arguments: UInt64(1)...40)
    func identity(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        for _ in 0..<200 {
            let route = dice.route()
            #expect(try Route(target: route.target) == route, "\(route.target)")
        }
    }

    @Test("dice throw every place")
    func everyPlace() {
        var dice = Dice(seed: 7)
        let thrown = Set((0..<1000).map { _ in dice.route().place })
        #expect(thrown == Set(Place.allCases))
    }

    @Test("a link reads as people would write it")
    func readable() {
        let filter = ReportFilter(
            scope: .department("Sales"), period: PeriodName(queryText: "2026-11"), by: .employee, format: .json)
        #expect(
            Route.company(filter).target == "/company?scope=department:Sales&period=2026-11&by=employee&format=json")
    }

    @Test(
        "a path that is not ours is unknown",
        arguments: [
            "", "company", "/company/", "/nobody", "/deals/", "/deals/x", "/deals/0", "/deals/-1", "/deals/007",
            "/deals/1/2", "/deals/*", "/look/", "/look/%zz", "//company", "/deals/99999999999999999999",
        ])
    func unknown(target: String) {
        #expect(throws: RouteProblem.unknownPath) { try Route(target: target) }
    }

    @Test(
        "a value that cannot be read is named",
        arguments: [
            ("/company?scope=me", "scope"), ("/company?period=2026-13", "period"), ("/company?as_of=soon", "as_of"),
            ("/company?by=moon", "by"), ("/deals?page=0", "page"), ("/deals?order=up", "order"),
            ("/deals?format=pdf", "format"), ("/accuracy?horizon=2", "horizon"), ("/accuracy?period=year", "period"),
            ("/calls?who=company", "who"), ("/calls?weekday=8", "weekday"), ("/calls?hour=24", "hour"),
        ])
    func badValue(target: String, name: String) {
        #expect(throws: RouteProblem.badValue(of: name)) { try Route(target: target) }
    }

    @Test("a deal named in a form is kept as it was typed until it is found; a number in an address is found already")
    func namedDeals() throws {
        let asked = try Route(target: "/reports/planfact?if=won:7&if=close:&deal=Big+deal&day=2026-12-20&amount=")
        #expect(asked.suppositions.list == [.won(Deal.ID(7))])
        #expect(asked.suppositions.asked == .init(word: "close", deal: "Big deal", value: "2026-12-20"))
        #expect(try Route(target: asked.target) == asked)
        #expect(
            asked.suppositions.asked?.supposition(of: Deal.ID(9)) == .close(Deal.ID(9), Day(iso: "2026-12-20")!))
        let lost = try Route(target: "/company?if=lost:&deal=D-1")
        #expect(lost.suppositions.asked == .init(word: "lost", deal: "D-1", value: nil))
        #expect(try Route(target: "/company?if=amount:5:&amount=10").suppositions.asked == nil)
        for target in ["/company?if=lost:", "/company?if=lost:&deal="] {
            #expect(throws: RouteProblem.badValue(of: "if")) { try Route(target: target) }
        }
        #expect(throws: RouteProblem.self) { try Route(target: "/api/forecast?if=lost:&deal=D-1") }
    }

    @Test("to a program a deal's number is the company's own, as it stands there")
    func numbersOfPrograms() throws {
        let route = try Route(target: "/api/forecast?if=won:017&if=reference:Sales/Offer&if=close:9:2026-12-20")
        #expect(route.suppositions.list == [.reference("Sales/Offer")])
        let named: [Suppositions.Asked] = [
            .init(word: "won", deal: "017", value: nil), .init(word: "close", deal: "9", value: "2026-12-20"),
        ]
        #expect(route.suppositions.named == named)
        #expect(try Route(target: "/api/deals/017") == .apiDeal("017"))
        #expect(try Route(target: route.target) == route)
    }

    @Test("of a deal that is lost and won the first holds, the second is kept to be spoken of, and can take its place")
    func contrary() throws {
        let both = try Route(target: "/company?if=lost:7&if=close:7:2026-12-20&if=won:7").suppositions
        let (lost, won) = (Supposition.lost(Deal.ID(7)), Supposition.won(Deal.ID(7)))
        let moved = Supposition.close(Deal.ID(7), Day(iso: "2026-12-20")!)
        #expect(both.list == [lost, moved] && both.contrary == won && both.contradicted == lost)
        #expect(both.turned == Suppositions([won, moved]) && both.turned.contrary == nil)
        let route = Route.company().supposing(both)
        #expect(route.target.hasSuffix("if=lost:7&if=close:7:2026-12-20&if=won:7"))
        #expect(try Route(target: route.target) == route)
        #expect(Suppositions([lost, .won(Deal.ID(8)), lost]).contrary == nil)
    }

    @Test("two days of a form are a period, whichever comes first; on the API they are unknown")
    func ownDates() throws {
        for query in ["first=2026-11-09&last=2026-11-15", "last=2026-11-09&first=2026-11-15&period=2026-10"] {
            guard case .report(.events, let filter) = try Route(target: "/reports/events?" + query) else {
                Issue.record("another place")
                return
            }
            #expect(filter.period?.queryText == "2026-11-09..2026-11-15")
        }
        #expect(throws: RouteProblem.badValue(of: "last")) {
            try Route(target: "/company?first=2026-11-09&last=2026-13-15")
        }
        #expect(try Route(target: "/company?first=2026-11-09") == .company())
        #expect(throws: RouteProblem.self) { try Route(target: "/api/forecast?first=2026-11-09&last=2026-11-10") }
    }

    @Test("unknown and empty parameters are passed over, and the last of equals holds")
    func forgiving() throws {
        let route = try Route(target: "/company?utm=1&scope=company&period=&scope=employee:7&lang=en")
        #expect(route == .company(ReportFilter(scope: .employee("7"))))
    }

    @Test(
        "the API refuses a parameter that it does not have, and says which it has",
        arguments: ["/api/forecast?perid=2026-11", "/api/deals?utm=1", "/api/deals/7?asof=2026-11-01"])
    func misspelt(target: String) throws {
        let name = target.split(separator: "?")[1].split(separator: "=")[0]
        #expect {
            try Route(target: target)
        } throws: { error in
            guard case .unknownName(let said, let known) = error as? RouteProblem else { return false }
            return said == name && known.contains("as_of") && !known.contains(said)
        }
    }

    @Test(
        "the API takes no value that it cannot read, and none of two",
        arguments: [
            ("/api/forecast?scope=employee:1%00x", "scope"), ("/api/forecast?period=%00", "period"),
            ("/api/forecast?basis=%zz", "basis"), ("/api/forecast?basis=won&basis=paid", "basis"),
            ("/api/deals?lang=fr", "lang"),
        ])
    func unreadable(target: String, name: String) throws {
        #expect(throws: RouteProblem.badValue(of: name)) { try Route(target: target) }
    }

    @Test("what is supposed may be said several times, and the same twice is said once")
    func several() throws {
        #expect(throws: Never.self) { try Route(target: "/api/forecast?if=won:1&if=lost:2&basis=won&basis=won") }
    }

    @Test("a plus sign typed into an instant is read as one")
    func plusInInstant() throws {
        let route = try Route(target: "/company?as_of=2026-11-16T00:00:00+02:00")
        #expect(route == .company(ReportFilter(asOf: AsOfText(queryText: "2026-11-16T00:00:00+02:00"))))
    }

    @Test(
        "nobody is sent to another site, or back to where nothing is shown",
        arguments: ["https://evil.example/", "//evil.example", "/sign-out", "/api/deals", "/look/x", "javascript:1"])
    func safeBack(target: String) { #expect(Route.back(target) == nil) }
}
