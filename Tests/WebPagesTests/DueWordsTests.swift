import SalesDomain
import Testing

@testable import SalesReports
@testable import WebPages

/// What the page of a deal says of its expected close.
struct DueWordsTests {
    private func lines(_ due: String?, _ effect: Double, _ language: Company.Language) -> [String] {
        let report = DealReport(
            asOf: Firm.now, currency: Firm.uah,
            row: Firm.row(7, 4, owner: 5, account: 1, amount: nil, base: nil, expected: due, days: 4), log: [],
            shares: [], path: [],
            forecast: .init(
                deal: .init(7), winProbability: 0.5, winProbabilityInPeriod: 0.3, expectedAmount: 1, expectedClose: nil,
                reasons: [.init(cause: "due", logMultiplier: effect)]))
        let frame = Firm.frame(.deal(report.row.deal), language: language)
        return DealReasons(report: report, frame: frame).lines.compactMap { $0["words_html"] as? String }
    }

    @Test("a date near or passed is said in days, in both languages")
    func words() {
        let said = [
            (
                "2026-11-21", 0.26, "Raises it <b>by 30%</b>: expected to close in 3 days.",
                "закриття очікують через 3 дні"
            ),
            ("2026-11-18", 0.26, "Raises it <b>by 30%</b>: expected to close today.", "закриття очікують сьогодні"),
            (
                "2026-10-09", -0.9163, "Lowers it <b>2.5 times</b>: overdue by 40 days.",
                "очікувана дата закриття минула 40 днів тому"
            ),
            (nil, -0.2231, "Lowers it <b>by 20%</b>: no expected close date.", "немає очікуваної дати закриття"),
        ]
        for (due, effect, english, ukrainian) in said {
            let plain = lines(due, effect, .en).map {
                $0.replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
            }
            #expect(plain == [english])
            let found = lines(due, effect, .uk).map {
                $0.replacing("\u{a0}", with: " ").replacing("\u{202f}", with: " ")
            }
            #expect(found.count == 1 && found[0].contains(ukrainian), "\(found)")
        }
    }
}
