import SalesDomain
import Testing

@testable import SalesFacts

private let calendar = CompanyCalendar(zone: Zone(identifier: "Europe/Kyiv")!)
private let (hryvnia, dollar) = (Currency(code: "UAH")!, Currency(code: "USD")!)

@Suite("Rates of currencies") struct RateTests {
    private func factor(
        _ rates: [Rate], before day: String?, asOf: Instant = calendar.instant("2026-03-01")!
    ) -> Double? {
        var frame = CompanyFrame(
            company: Company(
                name: "Firm", baseCurrency: hryvnia, language: .uk, basis: .won, amounts: .net, calendar: calendar),
            organisation: Organisation(departments: [], employees: [], memberships: []), pipelines: [])
        frame.rates = rates
        let table = RateTable(frame: frame, asOf: asOf)
        return table.factor(of: dollar, before: day.map { Day(iso: $0)!.number })
    }

    private func rate(_ day: String, _ rate: Double, _ source: Rate.Source = .bank) -> Rate {
        Rate(day: Day(iso: day)!, currency: dollar, rate: rate, source: source)
    }

    @Test("a win counts at the last rate of a day before its own; before the first there is none")
    func before() {
        let rates = [rate("2026-02-01", 42), rate("2026-01-01", 40)]
        #expect(factor(rates, before: "2026-02-02") == 42)
        #expect(factor(rates, before: "2026-02-01") == 40)
        #expect(factor(rates, before: "2026-01-01") == nil)
        #expect(factor(rates, before: nil) == 42)
        #expect(factor([], before: nil) == nil)
    }

    @Test("of one day the company's own rate counts and not the bank's, in whatever order they were entered")
    func own() {
        let (own, bank) = (rate("2026-02-01", 42, .company), rate("2026-02-01", 41))
        for rates in [[own, bank], [bank, own]] { #expect(factor(rates, before: "2026-02-05") == 42) }
        // A later one of the bank goes before it.
        #expect(factor([own, bank, rate("2026-02-03", 43)], before: "2026-02-05") == 43)
    }

    @Test("a rate is known as of every instant after the start of its day, and of none before")
    func known() {
        let rates = [rate("2026-01-01", 40), rate("2026-02-01", 42)]
        let start = calendar.instant("2026-02-01")!
        #expect(factor(rates, before: nil, asOf: start) == 40)
        #expect(factor(rates, before: nil, asOf: Instant(microseconds: start.microseconds + 1)) == 42)
    }
}
