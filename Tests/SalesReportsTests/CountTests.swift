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
