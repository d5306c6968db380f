import SalesDomain
import Testing

@testable import SalesReports
@testable import WebPages

@Suite("How far a forecast may be trusted") struct TrustTests {
    @Test("the company's page says how right it was at this time of the months before, with the way to more")
    func accuracy() throws {
        let known = try #require(values(wins: 2_000)["accuracy"] as? Values)
        #expect(known["words"] as? String == "Точність на цей час місяця за 12 місяців — 95,5\u{A0}%")
        #expect((known["href"] as? String)?.hasPrefix("/accuracy") == true)
        #expect((known["href"] as? String)?.contains("horizon=0.67") == true)
        #expect(values(wins: 4)["accuracy"] is Bool)
        #expect(values(wins: nil, isKnown: false)["accuracy"] is Bool)
    }

    @Test("next month stands in the second sentence, with its plan and probability")
    func next() throws {
        let next = Firm.november.previous(-1, in: Firm.calendar)
        let said = try #require(
            values(wins: nil, next: Firm.report(Firm.wholeQuarter, period: next))["other_html"] as? String)
        #expect(said.contains("Грудень") && said.contains("58,3") && said.contains("31\u{A0}%"))
        #expect(try !#require(values(wins: nil)["other_html"] as? String).contains("Грудень"))
    }

    @Test("a month that is over shows how much of the plan is done, and neither forecast nor range")
    func closed() throws {
        func html(_ asOf: Instant) -> String {
            let content = CompanyPage.Content(
                departments: Firm.report(Firm.whole, parts: Firm.departmentNodes, asOf: asOf), people: nil, other: nil,
                before: nil, curve: nil)
            return CompanyPage(content, frame: Firm.frame(.company(), asOf: asOf)).html()
        }
        let (over, running) = (html(Firm.calendar.instant("2026-12-05")!), html(Firm.now))
        #expect(over.contains("Виконання") && !over.contains("Діапазон 80\u{A0}%") && !over.contains("Діапазон 80 %"))
        #expect(over.contains(">55\u{A0}%<"))
        #expect(!running.contains("Виконання") && running.contains("Діапазон 80"))
    }

    private func values(wins: Int?, isKnown: Bool = true, next: ForecastReport? = nil) -> Values {
        var content = CompanyPage.Content(
            departments: Firm.report(Firm.whole, parts: Firm.departmentNodes), people: nil, other: nil, before: nil,
            curve: nil)
        content.next = next
        if isKnown {
            content.accuracy = .init(
                periods: 12, horizon: 2.0 / 3, template: nil, statistical: 0.9, model: 0.955, wins: wins)
        }
        return CompanyPage(content, frame: Firm.frame(.company())).values
    }
}
