import SalesDomain
import SalesFacts
import Synchronization
import Testing

@testable import SalesReports

/// What reports are remembered as, and how often each was made.
private final class Remembering: Sendable {
    private let state = Mutex<[Asked: any Remembered]>([:])
    let made = Mutex(0)

    func reporter(_ facts: Facts, now: Instant) -> Reporter {
        Reporter(
            facts, now: now,
            forecasts: { question in
                let picture = CompanyPicture(facts, asOf: question.asOf, pipelines: question.pipelines)
                return CompanyForecast(question, facts, picture: picture)
            }, pictures: { CompanyPicture(facts, asOf: $0, pipelines: $1) },
            recall: { [self] asked, make in
                if let known = state.withLock({ $0[asked] }) { return .success(known) }
                made.withLock { $0 += 1 }
                let answer = make()
                if case .success(let report) = answer { state.withLock { $0[asked] = report } }
                return answer
            })
    }
}

@Suite("Reports that are remembered") struct RememberingTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)
    private static let later = Firm.now.adding(seconds: 3_600)

    private static func all(_ reporter: Reporter, _ scope: Scope, _ viewer: Viewer, asOf: Instant) throws
        -> [any Headed]
    {
        let seen = reporter.seen(by: viewer)
        let request = ReportRequest(asOf: asOf, period: june, scope: scope)
        return [
            try reporter.changes(request, for: seen), try reporter.estimate(request, for: seen),
            try reporter.events(request, for: seen), try reporter.funnel(request, for: seen),
            try reporter.period(request, for: seen), try reporter.planFact(request, for: seen),
            try reporter.revive(request, for: seen), try reporter.team(request, for: seen),
        ]
    }

    private static func text(_ reports: [any Headed]) -> [String] { reports.map { "\($0)" } }

    @Test("what is remembered says at a later time what is computed anew then", arguments: 1...3)
    func same(seed: UInt64) throws {
        let facts = Firm.random(seed).facts()
        let memory = Remembering()
        let now = Firm.now.adding(seconds: 60)
        try #require(facts.settled(now) == facts.settled(Self.later))
        for scope in [Scope.company, .department(Firm.north), .employee(Firm.petro)] {
            _ = try Self.all(memory.reporter(facts, now: now), scope, .console, asOf: now)
            let made = memory.made.withLock { $0 }
            let again = try Self.all(memory.reporter(facts, now: Self.later), scope, .console, asOf: Self.later)
            #expect(memory.made.withLock { $0 } == made)
            let anew = try Self.all(Reporter(facts, now: Self.later), scope, .console, asOf: Self.later)
            #expect(Self.text(again) == Self.text(anew), "\(scope)")
            #expect(again.allSatisfy { $0.head.asOf == Self.later })
        }
    }

    @Test("nobody is given what was made for another who sees more, and what is not yet is refused")
    func rights() throws {
        let facts = Firm.random(2).facts()
        let memory = Remembering()
        let now = Firm.now.adding(seconds: 60)
        let reporter = memory.reporter(facts, now: now)
        _ = try Self.all(reporter, .employee(Firm.maria), .employee(Firm.boss), asOf: now)
        _ = try Self.all(reporter, .company, .employee(Firm.boss), asOf: now)
        for scope in [Scope.company, .employee(Firm.petro), .department(Firm.north)] {
            #expect(throws: ReportRefusal.notFound) {
                try Self.all(reporter, scope, .employee(Firm.maria), asOf: now)
            }
        }
        let own = try Self.all(reporter, .employee(Firm.maria), .employee(Firm.maria), asOf: now)
        let anew = try Self.all(
            Reporter(facts, now: now), .employee(Firm.maria), .employee(Firm.maria), asOf: now)
        #expect(Self.text(own) == Self.text(anew))
        #expect(throws: ReportRefusal.notYet) {
            try reporter.funnel(ReportRequest(asOf: Self.later, period: Self.june), for: reporter.seen(by: .console))
        }
    }

    @Test("what was made on one day is made anew on the next: the day of the look decides who may see what")
    func anotherDay() throws {
        let facts = Firm.random(1).facts()
        let memory = Remembering()
        let request = ReportRequest(asOf: Firm.now, period: Self.june)
        for (days, made) in [(0, 1), (0, 1), (1, 2)] as [(Int64, Int)] {
            let reporter = memory.reporter(facts, now: Firm.now.adding(seconds: days * 86_400 + 60))
            _ = try reporter.funnel(request, for: reporter.seen(by: .console))
            #expect(memory.made.withLock { $0 } == made)
        }
    }

    @Test("a series says at a later hour what is computed anew then, and is learned once", arguments: 1...3)
    func series(seed: UInt64) throws {
        let facts = Firm.random(seed).facts()
        let memory = Remembering()
        let now = Firm.now.adding(seconds: 60)
        let kinds: [Counted] = [.created, .won]
        for (counted, grain) in kinds.flatMap({ kind in SeriesRequest.Grain.allCases.map { (kind, $0) } }) {
            func said(_ reporter: Reporter, _ instant: Instant) throws -> String {
                let request = SeriesRequest(asOf: instant, counted: counted, grain: grain)
                return "\(try reporter.series(request, for: reporter.seen(by: .console)))"
            }
            let first = try said(memory.reporter(facts, now: now), now)
            let made = memory.made.withLock { $0 }
            let again = try said(memory.reporter(facts, now: Self.later), Self.later)
            #expect(memory.made.withLock { $0 } == made)
            #expect(again == (try said(Reporter(facts, now: Self.later), Self.later)), "\(counted) \(grain)")
            #expect(again != first, "of the running period less is to come")
        }
    }

    @Test("changes up to an end that was named stay as of that end")
    func named() throws {
        let facts = Firm.random(1).facts()
        let memory = Remembering()
        let end = Firm.now.adding(seconds: -86_400)
        for now in [Firm.now.adding(seconds: 60), Self.later] {
            let reporter = memory.reporter(facts, now: now)
            let request = ReportRequest(asOf: now, period: Self.june, to: .instant(end))
            #expect(try reporter.changes(request, for: reporter.seen(by: .console)).head.asOf == end)
        }
        #expect(memory.made.withLock { $0 } == 1)
    }
}
