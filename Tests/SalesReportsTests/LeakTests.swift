import ReportDocuments
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// Everything that is said as of an instant, to the last byte.
private func said(_ books: Books, asOf: Instant) throws -> String {
    let facts = books.facts()
    let reporter = Reporter(facts, now: .distantFuture)
    let seen = reporter.seen(by: .console)
    let month = Period.month(containing: facts.calendar.zone.day(of: asOf))
    let naming = Naming(
        calendar: facts.calendar, organisation: facts.organisation, products: facts.frame.products,
        pipelines: facts.frame.pipelines, deal: { "\($0.number)" })
    var text = ""
    for by in [ForecastRequest.Part.department, .employee, .product, .deal] {
        let request = ForecastRequest(asOf: asOf, period: month, by: by)
        text += ForecastDocument(try reporter.forecast(request, for: seen), naming).json.text + "\n"
    }
    let list = try reporter.deals(DealsQuery(scope: .company, limit: 10_000), asOf: asOf, for: seen)
    return text + DealsDocument(list, naming).json.text
}

@Suite("Nothing known later reaches an answer as of an earlier instant")
struct LeakTests {
    @Test("of a random firm", arguments: [1, 2], ["2023-04-11", "2023-04-11T13:30"])
    func firm(seed: UInt64, asOf: String) throws {
        let books = Firm.random(seed)
        let instant = Firm.instant(asOf)
        let answer = try said(books, asOf: instant)
        #expect(try said(books.known(before: instant), asOf: instant) == answer)
        var random = Seeded(seed &+ 77)
        #expect(try said(books.otherwise(after: instant, &random), asOf: instant) == answer)
    }

    @Test("of the practice company", .enabled(if: ExchangeFolder.exists("practice")))
    func practice() throws {
        let books = try ExchangeFolder("practice").books
        let instant = Firm.instant("2023-05-11")
        let answer = try said(books, asOf: instant)
        #expect(try said(books.known(before: instant), asOf: instant) == answer)
        var random = Seeded(5)
        #expect(try said(books.otherwise(after: instant, &random), asOf: instant) == answer)
    }
}
