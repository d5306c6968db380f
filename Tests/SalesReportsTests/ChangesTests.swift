import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("What changed in the forecast")
struct ChangesTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)
    private static let (from, to) = (Firm.instant("2023-06-05"), Firm.instant("2023-06-12"))
    private static let scopes: [Scope] = [
        .company, .department(Firm.sales), .department(Firm.north), .employee(Firm.petro), .employee(nil),
    ]

    @Test("steps add up to the difference of the two forecasts, to the smallest unit", arguments: [31, 32, 33])
    func adding(seed: UInt64) throws {
        let reporter = Reporter(Firm.random(seed).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        var kinds = Set<ChangesReport.Kind>()
        for (from, to) in [("2023-04-20", "2023-05-20"), ("2023-05-10", "2023-05-11"), ("2023-05-25", "2023-06-14")] {
            for scope in Self.scopes {
                let period = Period.month(containing: Firm.moved)
                func mean(_ asOf: String) throws -> Int64 {
                    let request = ForecastRequest(asOf: Firm.instant(asOf), period: period, scope: scope)
                    return try reporter.forecast(request, for: seen).whole.amount.mean
                }
                let report = try reporter.changes(
                    ReportRequest(
                        asOf: Firm.now, period: period, scope: scope, from: .instant(Firm.instant(from)),
                        to: .instant(Firm.instant(to))), for: seen)
                let (before, after) = (try mean(from), try mean(to))
                #expect(report.before == before && report.after == after)
                #expect(report.steps.reduce(0) { $0 + $1.amount } == report.after - report.before)
                #expect(report.steps.map(\.kind) == ChangesReport.Kind.allCases)
                for step in report.steps where step.kind != .model {
                    #expect(step.deals.reduce(0) { $0 + $1.amount } == step.amount && step.count == step.deals.count)
                }
                kinds.formUnion(report.steps.filter { $0.count > 0 }.map(\.kind))
            }
        }
        #expect(kinds.isSuperset(of: [.won, .lost, .stage, .new, .transfer, .model]), "\(kinds)")
    }

    /// Twelve deals that were won, one that nothing happens to, and the one that is looked at.
    private func books(_ change: (inout Books.Entry) -> Void) -> Books {
        var entries = (1...12).map { number in
            Firm.deal(
                Int64(number), owner: number % 2 == 0 ? Firm.maria : Firm.ivan, amount: 80_000,
                created: "2023-0\(number % 4 + 1)-02", won: "2023-0\(number % 4 + 2)-1\(number % 9)")
        }
        entries.append(Firm.deal(90, owner: Firm.olena, created: "2023-05-20", won: nil))
        var looked = Firm.deal(100, owner: Firm.maria, created: "2023-05-20", won: nil)
        looked.deal.expectedClose = Day(iso: "2023-06-20")
        looked.say(.stage, Firm.offer.number, on: "2023-05-25")
        change(&looked)
        entries.append(looked)
        return Books(frame: Firm.frame(), entries: entries)
    }

    private func report(_ books: Books, _ scope: Scope = .company, by viewer: Viewer = .console) throws
        -> ChangesReport
    {
        let reporter = Reporter(books.facts(), now: Firm.now)
        return try reporter.changes(
            ReportRequest(
                asOf: Firm.now, period: Self.june, scope: scope, from: .instant(Self.from), to: .instant(Self.to)),
            for: reporter.seen(by: viewer))
    }

    private func kinds(_ report: ChangesReport, of deal: Int64 = 100) -> [ChangesReport.Kind] {
        report.steps.filter { $0.deals.contains { $0.deal == Deal.ID(deal) } }.map(\.kind)
    }

    @Test("a deal that is won, lost, moved on, put off or given another amount is said to be so")
    func kinds() throws {
        let changes: [(ChangesReport.Kind, Deal.Field, Int64?)] = [
            (.won, .stage, Firm.won.number), (.lost, .stage, Firm.lost.number), (.removed, .removed, 1),
            (.slipped, .expectedClose, Int64(Day(iso: "2023-07-20")!.number)), (.stage, .stage, Firm.talks.number),
            (.amount, .amount, 300_000), (.transfer, .owner, Firm.ivan.number),
            (.model, .expectedClose, Int64(Day(iso: "2023-06-15")!.number)),
        ]
        for (kind, field, value) in changes {
            let report = try report(books { $0.say(field, value, on: "2023-06-08") })
            #expect(kinds(report) == [kind], "\(kind)")
            #expect(kinds(report, of: 90) == [.model], "\(kind)")
        }
    }

    @Test("of two changes the first kind in order is said")
    func order() throws {
        let report = try report(
            books {
                $0.say(.owner, Firm.ivan.number, on: "2023-06-07")
                $0.say(.amount, 300_000, on: "2023-06-08")
                $0.say(.stage, Firm.talks.number, on: "2023-06-08")
            })
        #expect(kinds(report) == [.stage])
    }

    @Test("each kind goes before those that are named after it")
    func everyOrder() throws {
        let said: [(ChangesReport.Kind, (inout Books.Entry) -> Void)] = [
            (.lost, { $0.say(.stage, Firm.lost.number, on: "2023-06-09") }),
            (.slipped, { $0.say(.expectedClose, Int64(Day(iso: "2023-07-20")!.number), on: "2023-06-08") }),
            (.stage, { $0.say(.stage, Firm.talks.number, on: "2023-06-08") }),
            (.amount, { $0.say(.amount, 300_000, on: "2023-06-08") }),
            (.transfer, { $0.say(.owner, Firm.ivan.number, on: "2023-06-08") }),
        ]
        for first in said.indices {
            for second in said.indices where first < second {
                let report = try report(
                    books {
                        said[second].1(&$0)
                        said[first].1(&$0)
                    })
                #expect(kinds(report) == [said[first].0], "\(said[first].0) before \(said[second].0)")
            }
        }
    }

    @Test("a deal that was merged into another is removed, and a win that turns out to be another month's has slipped")
    func goneElsewhere() throws {
        #expect(kinds(try report(books { $0.say(.merged, 90, on: "2023-06-08") })) == [.removed])
        let earlier = Firm.instant("2023-05-30").microseconds
        let report = try report(
            books {
                $0.say(.stage, Firm.won.number, on: "2023-06-02")
                $0.say(.closedAt, earlier, on: "2023-06-08")
            })
        #expect(kinds(report) == [.slipped])
        #expect(report.steps.first { $0.kind == .slipped }?.amount == -100_000)
    }

    @Test("of a deal without an amount another product is another amount")
    func product() throws {
        let report = try report(
            books {
                $0.deal.amount = nil
                $0.deal.product = Product.ID(1)
                $0.say(.product, 2, on: "2023-06-08")
            })
        #expect(kinds(report) == [.amount])
    }

    @Test("a deal that went to another pipeline is named only to whom it may still be seen by")
    func elsewhere() throws {
        for (owner, named) in [(Firm.maria, Deal.ID(100)), (Firm.ivan, nil)] as [(Employee.ID, Deal.ID?)] {
            var moved = books {
                $0.say(.owner, owner.number, on: "2023-06-07")
                $0.say(.pipeline, 2, on: "2023-06-08")
                $0.say(.stage, 21, on: "2023-06-08")
            }
            moved.frame.pipelines.append(
                Pipeline(
                    id: Pipeline.ID(2), name: "Service", kind: .service,
                    stages: [
                        Stage(id: Stage.ID(21), name: "Called", position: 1, probability: nil, outcome: .open)
                    ]))
            let report = try report(moved, .employee(Firm.maria), by: .employee(Firm.maria))
            let step = try #require(report.steps.first { $0.kind == .transfer })
            #expect(step.deals.map(\.deal) == [named], "\(owner)")
        }
    }

    @Test("a win brings its amount less what was expected of it")
    func won() throws {
        let before = try report(books { _ in })
        let report = try report(books { $0.say(.stage, Firm.won.number, on: "2023-06-08") })
        let step = try #require(report.steps.first { $0.kind == .won })
        #expect(step.amount > 0 && step.amount < 100_000)
        #expect(report.before == before.before)
    }

    @Test("a closed deal comes back, and a new one comes in")
    func comingBack() throws {
        let back = try report(
            books {
                $0.say(.stage, Firm.lost.number, on: "2023-06-01")
                $0.say(.stage, Firm.talks.number, on: "2023-06-08")
            })
        #expect(kinds(back) == [.reopened])
        var fresh = books { _ in }
        fresh.entries.append(Firm.deal(101, owner: Firm.maria, created: "2023-06-08", won: nil))
        let report = try report(fresh)
        #expect(kinds(report, of: 101) == [.new])
        let unhidden = try self.report(
            books {
                $0.say(.removed, 1, on: "2023-06-01")
                $0.say(.removed, nil, on: "2023-06-08")
            })
        #expect(kinds(unhidden) == [.reopened])
    }

    @Test("another rate of the currency is said to be so")
    func rate() throws {
        var dollars = books { $0.deal.currency = Firm.usd }
        dollars.frame.rates.append(
            Rate(day: Day(iso: "2023-06-09")!, currency: Firm.usd, rate: 41, source: .bank))
        #expect(kinds(try report(dollars)) == [.rate])
    }

    @Test("who lost sight of a deal reads that something was transferred, and not what")
    func sight() throws {
        let moved = books {
            $0.say(.owner, Firm.ivan.number, on: "2023-06-07")
            $0.say(.stage, Firm.won.number, on: "2023-06-08")
        }
        for (viewer, scope) in [
            (Viewer.employee(Firm.maria), Scope.employee(Firm.maria)),
            (.employee(Firm.olena), .department(Firm.north)), (.console, .department(Firm.north)),
        ] {
            let report = try report(moved, scope, by: viewer)
            let step = try #require(report.steps.first { $0.kind == .transfer })
            #expect(step.count == 1 && step.amount < 0)
            #expect(report.steps.first { $0.kind == .won }?.count == 0)
            #expect(step.deals.map(\.deal) == [viewer == .employee(Firm.maria) ? nil : Deal.ID(100)])
        }
    }

    @Test("a foreign scope is not found, nor an instant that is not yet, nor time that runs back")
    func refusals() throws {
        let reporter = Reporter(books { _ in }.facts(), now: Firm.now)
        func ask(_ scope: Scope, _ from: Instant, _ to: Instant, _ viewer: Viewer) throws {
            _ = try reporter.changes(
                ReportRequest(
                    asOf: Firm.now, period: Self.june, scope: scope, from: .instant(from), to: .instant(to)),
                for: reporter.seen(by: viewer))
        }
        let maria = Viewer.employee(Firm.maria)
        for scope in [Scope.company, .department(Firm.north), .employee(Firm.ivan), .employee(Employee.ID(99))] {
            #expect(throws: ReportRefusal.notFound) { try ask(scope, Self.from, Self.to, maria) }
        }
        #expect(throws: ReportRefusal.notYet) {
            try ask(.company, Self.from, Firm.now.adding(seconds: 1), .console)
        }
        #expect(throws: ReportRefusal.backwards) { try ask(.company, Self.to, Self.from, .console) }
    }

    @Test("what is recorded after the second instant changes nothing")
    func leak() throws {
        var random = Seeded(5)
        let books = Firm.random(7)
        func said(_ books: Books) throws -> ChangesReport { try report(books) }
        let honest = try said(books.known(before: Self.to))
        let (whole, other) = (try said(books), try said(books.otherwise(after: Self.to, &random)))
        #expect(honest == whole && honest == other)
    }
}

extension Books.Entry {
    mutating func say(_ field: Deal.Field, _ value: Int64?, on day: String) {
        changes.append(
            ChangeFact(
                deal: deal.id, field: field, changed: Firm.instant(day), recorded: Firm.instant(day), new: value))
    }
}
