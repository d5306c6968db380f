import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Counts to come")
struct CountTests {
    private let reporter = Reporter(Firm.random(31).facts(), now: Firm.now)

    @Test("the deals entered of the parts are those of the whole, period by period")
    func parts() throws {
        func report(_ scope: Scope) throws -> SeriesReport {
            try reporter.series(
                SeriesRequest(asOf: Firm.now, counted: .created, grain: .month, scope: scope),
                for: reporter.seen(by: .console))
        }
        let whole = try report(.company)
        var sums = [Day: Double]()
        let people: [Employee.ID?] = reporter.facts.organisation.employees.map(\.id) + [nil]
        for person in people {
            guard let part = try? report(.employee(person)) else { continue }
            for row in part.rows { sums[row.start, default: 0] += row.actual }
        }
        let last = try #require(whole.rows.last)
        #expect(last.actual > 0)
        #expect(sums[last.start] == last.actual)
    }

    @Test("what is counted later changes no forecast of before")
    func leak() throws {
        let books = Firm.random(31)
        let cut = Firm.instant("2023-03-01")
        func report(_ facts: Facts) throws -> SeriesReport {
            let reporter = Reporter(facts, now: Firm.now)
            return try reporter.series(
                SeriesRequest(asOf: cut, counted: .won), for: reporter.seen(by: .console))
        }
        #expect(try report(books.facts()) == report(books.known(before: cut).facts()))
    }

    private func report(_ numbers: [SeriesPoint], on day: Day, _ grain: SeriesRequest.Grain) throws -> SeriesReport {
        var frame = Firm.frame()
        frame.series = numbers
        let reporter = Reporter(Books(frame: frame, entries: []).facts(), now: Firm.now)
        return try reporter.series(
            SeriesRequest(
                asOf: reporter.facts.calendar.zone.start(of: day), counted: .points("visits"), grain: grain, ahead: 4),
            for: reporter.seen(by: .console))
    }

    private func visits(_ days: Range<Int>, each value: Double = 10) -> [SeriesPoint] {
        days.map { SeriesPoint(series: "visits", day: Day(number: 19_300 + Int32($0)), value: value) }
    }

    @Test("days after the last number are not days of nothing, and a long hole within is not either")
    func untold() throws {
        let late = try report(visits(0..<100), on: Day(number: 19_412), .day)
        #expect(late.knownBefore == Day(number: 19_400))
        #expect(late.steps.allSatisfy { abs($0.mean - 10) < 0.5 && $0.toDate == 0 })
        let hole = try report(visits(0..<60) + visits(100..<190), on: Day(number: 19_490), .week)
        #expect(hole.untold == [Day(number: 19_360)..<Day(number: 19_400)])
        #expect(hole.steps.allSatisfy { abs($0.mean - 70) < 2 })
        #expect(hole.rows.allSatisfy { $0.actual == 70 })
        let whole = try report(visits(0..<190), on: Day(number: 19_490), .week)
        #expect(whole.untold.isEmpty && whole.knownBefore == Day(number: 19_490))
    }

    @Test("a quiet week between numbers stays a week of nothing")
    func quiet() throws {
        let numbers = visits(0..<60) + visits(67..<190)
        let report = try report(numbers, on: Day(number: 19_490), .week)
        #expect(report.untold.isEmpty)
        #expect(report.rows.contains { $0.actual < 70 })
    }

    @Test("months that lack their number are supposed to be as those around them, whether written first or last")
    func months() throws {
        for last in [false, true] {
            let numbers = (0..<30).filter { ![12, 13, 28, 29].contains($0) }.map { month in
                let start = Day(iso: "2020-10-01")!.startOfMonth(plus: month)
                return SeriesPoint(
                    series: "visits", day: last ? start.startOfMonth(plus: 1) + -1 : start, value: Double(100 + month))
            }
            let report = try report(numbers, on: Day(iso: "2023-04-10")!, .month)
            #expect(report.untold.count == 2)
            #expect(report.knownBefore == Day(iso: "2023-02-01")!)
            #expect(report.steps.allSatisfy { $0.mean > 118 && $0.mean < 140 && $0.toDate == 0 })
            #expect(report.rows.allSatisfy { $0.actual > 100 })
        }
    }

    @Test("one win a month leaves room for another after it, and few at the beginning do not end for ever")
    func few() throws {
        var books = Books(frame: Firm.frame(), entries: [])
        for month in 0..<8 {
            let start = Day(iso: "2022-10-01")!.startOfMonth(plus: month)
            books.entries.append(
                Firm.deal(Int64(month + 1), owner: Firm.maria, created: "\(start)", won: "\(start + 4)"))
        }
        let reporter = Reporter(books.facts(), now: Firm.now)
        func steps(_ day: String) throws -> [SeriesReport.Step] {
            try reporter.series(
                SeriesRequest(asOf: Firm.instant(day), counted: .won, grain: .month, ahead: 3),
                for: reporter.seen(by: .console)
            ).steps
        }
        let first = try steps("2023-05-08")[0]
        #expect(first.toDate == 1 && first.mean > 1.3 && first.high >= 2)
        #expect(try steps("2022-12-20").allSatisfy { $0.mean > 0.3 })
        books.entries = (1...3).map {
            Firm.deal($0, owner: Firm.maria, created: "2023-01-10", won: "2023-02-0\($0)")
        }
        let early = try Reporter(books.facts(), now: Firm.now).series(
            SeriesRequest(asOf: Firm.instant("2023-03-08"), counted: .won, grain: .month, ahead: 3),
            for: reporter.seen(by: .console)
        ).steps
        #expect(early.allSatisfy { $0.mean > 0.3 && $0.high >= 1 })
    }

    @Test("numbers that were given belong to the company, and an unknown series is not found")
    func given() throws {
        var frame = Firm.frame()
        frame.series = (0..<90).map {
            SeriesPoint(series: "visits", day: Day(number: 19_400 + $0), value: Double(20 + $0 % 7))
        }
        let reporter = Reporter(Books(frame: frame, entries: []).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        let asOf = reporter.facts.calendar.zone.start(of: Day(number: 19_490))
        let report = try reporter.series(SeriesRequest(asOf: asOf, counted: .points("visits"), grain: .day), for: seen)
        #expect(report.steps.count == 14)
        #expect(report.steps.allSatisfy { abs($0.mean - 23) < 4 && $0.low <= $0.mean && $0.mean <= $0.high })
        #expect(throws: ReportRefusal.notFound) {
            try reporter.series(SeriesRequest(asOf: asOf, counted: .points("calls")), for: seen)
        }
        let person = reporter.facts.organisation.employees[0].id
        #expect(throws: ReportRefusal.notFound) {
            try reporter.series(
                SeriesRequest(asOf: asOf, counted: .points("visits"), scope: .employee(person)), for: seen)
        }
    }
}
