import SalesDomain
import Testing

@testable import SalesReports
@testable import WebPages

@Suite("Columns that add up as they are shown") struct AddingUpTests {
    @Test("parts rounded to whole units make the whole as it is rounded", arguments: UInt64(1)...200)
    func apportioned(seed: UInt64) {
        var state = seed
        func roll(_ count: Int64) -> Int64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(state >> 33) % count
        }
        let unit: Int64 = 100_000
        let parts = (0..<roll(9) + 1).map { _ in roll(70 * unit) - (seed % 3 == 0 ? 5 * unit : 0) }
        let whole = parts.reduce(0, +)
        let shown = Apportioned(parts, of: whole, in: unit).values
        #expect(shown.reduce(0, +) == Int64((Double(whole) / Double(unit)).rounded()) * unit)
        #expect(zip(shown, parts).allSatisfy { abs($0 - $1) < unit && $0 % unit == 0 })
    }

    @Test("what does not add up is not made to")
    func loose() {
        #expect(Apportioned([1, 2], of: 500, in: 100).values == [1, 2])
    }

    @Test("plan against fact: stages, new business and what is won make the total in every method's column")
    func planFact() throws {
        let report = Firm.planFact
        let frame = Firm.frame(.report(.planfact), language: .uk)
        let values = PlanFactTable(report: report, page: ReportPage(name: .planfact, head: report.head, frame: frame))
            .values
        func number(_ value: Any?) throws -> Int64 {
            let text = try #require(value as? String).filter { $0.isNumber || $0 == "−" }
            return try #require(Int64(text.replacing("−", with: "-")))
        }
        let rows = try #require(values["stages"] as? [[String: Any]])
        let (new, won) = (values["new"] as? [String: Any], values["won"] as? [String: Any])
        let total = values["total"] as? [String: Any]
        for method in ["template", "statistical", "model"] {
            let parts = try (rows + [new ?? [:], won ?? [:]]).map { try number($0[method]) }
            #expect(try parts.reduce(0, +) == number(total?[method]), "\(method)")
        }
    }
}
