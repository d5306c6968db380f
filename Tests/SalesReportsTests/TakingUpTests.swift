import Foundation
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Revive: what returning to a lost deal adds")
struct TakingUpTests {
    private func near(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-12 }

    @Test("by hand: three of four that were taken up were won, where one in ten would have bought anyway")
    func byHand() {
        let trials = [true, true, true, false].map { TakingUp.Trial(month: 0, isWon: $0, anyway: 0.1) }
        let found = TakingUp(trials, months: 13)
        // All: (3 won + 10 doubts × 0.1) / (4 + 10) = 4/14. Month 0: (3 + 20 × 4/14) / (4 + 20) = 61/168.
        #expect(near(found.adds(month: 0, anyway: 0.1), 61.0 / 168 - 0.1))
        // No trial in month 5: what is said of all.
        #expect(near(found.adds(month: 5, anyway: 0.1), 4.0 / 14 - 0.1))
        // Who buys more often by themselves than those who were asked: nothing is added, and never less than nothing.
        #expect(found.adds(month: 0, anyway: 0.6) == 0)
        #expect(found.adds(month: 13, anyway: 0) == 0)
    }

    @Test("nothing is claimed where nobody ever went back, or where it changed nothing")
    func nothing() {
        #expect(TakingUp([], months: 13).adds(month: 0, anyway: 0) == 0)
        let alike = (0..<40).map { TakingUp.Trial(month: 1, isWon: $0 % 5 == 0, anyway: 0.2) }
        #expect(near(TakingUp(alike, months: 13).adds(month: 1, anyway: 0.2), 0))
    }

    /// Of the same product, to account `account`: begun, lost or won, and perhaps taken up again.
    private func deal(_ id: Int64, _ account: Int64, _ created: String, _ steps: (Stage.ID, String)...) -> Books.Entry {
        var entry = Firm.deal(id, owner: Firm.maria, amount: 100_000, created: created, won: nil)
        entry.deal.account = Account.ID(account)
        entry.changes = steps.map {
            ChangeFact(
                deal: Deal.ID(id), field: .stage, changed: Firm.instant($0.1), recorded: Firm.instant($0.1),
                new: $0.0.number)
        }
        return entry
    }

    private func cut(_ entries: [Books.Entry]) -> Cut {
        Books(frame: Firm.frame(), entries: entries).facts().cut(asOf: Firm.now)
    }

    @Test("by hand: a customer's own rate is their purchases so far, drawn to what is usual")
    func rates() {
        // Two customers since 1 January; on 15 June 165 days have passed for each: 330 days, three wins, 1/110 a day.
        let cut = cut([
            deal(1, 7, "2023-01-01", (Firm.won, "2023-02-01")), deal(2, 7, "2023-01-01", (Firm.won, "2023-03-01")),
            deal(3, 7, "2023-01-01", (Firm.won, "2023-05-01")), deal(4, 8, "2023-01-01", (Firm.lost, "2023-02-01")),
        ])
        let rates = BuyingRates(cut, horizon: 90)
        let (product, day) = (cut.product[0], Day(iso: "2023-04-01")!.number)
        // Known on 1 April: two wins in 90 days. (2 + 2) / (90 + 2 × 110) a day.
        #expect(near(rates.chance(7, product, on: day), 1 - exp(-90 * 4.0 / 310)))
        #expect(near(rates.chance(8, product, on: day), 1 - exp(-90 * 2.0 / 310)))
        // Nobody is known: what is usual.
        #expect(near(rates.chance(-1, product, on: day), 1 - exp(-90.0 / 110)))
    }

    @Test("a return counts once: the deal itself came back, or a new one of the same customer and product began")
    func trials() {
        let entries = [
            // Came back by itself and was won in time.
            deal(1, 1, "2022-11-01", (Firm.lost, "2022-12-01"), (Firm.offer, "2022-12-20"), (Firm.won, "2023-01-20")),
            // Two losses, then one new deal: one return, since the second loss, and it was lost too.
            deal(2, 2, "2022-10-01", (Firm.lost, "2022-10-20")), deal(3, 2, "2022-10-05", (Firm.lost, "2022-12-01")),
            deal(4, 2, "2022-12-11", (Firm.lost, "2023-02-01")),
            // Nobody went back.
            deal(5, 3, "2022-11-01", (Firm.lost, "2022-12-01")),
            // Taken up too lately to know how it ends.
            deal(6, 4, "2023-04-01", (Firm.lost, "2023-05-01"), (Firm.offer, "2023-05-20")),
        ]
        let cut = cut(entries)
        let found = TakingUp(cut, BuyingRates(cut, horizon: 90), months: 13, horizon: 90)
        // Two trials in month 0, one won; customers buy anyway with b on the days of the return.
        let rates = BuyingRates(cut, horizon: 90)
        func anyway(_ account: Int32, _ day: String) -> Double {
            rates.chance(account, cut.product[0], on: Day(iso: day)!.number)
        }
        let usual = (anyway(1, "2022-12-20") + anyway(2, "2022-12-11")) / 2
        let all = (1 + 10 * usual) / 12
        #expect(near(found.adds(month: 0, anyway: 0), (1 + 20 * all) / 22))
        #expect(near(found.adds(month: 3, anyway: 0), all))
    }

    @Test("customers who buy every month anyway make no lost deal worth returning to")
    func busy() throws {
        var entries: [Books.Entry] = []
        for account in Int64(1)...6 {
            for month in 1...5 {
                let id = account * 100 + Int64(month) * 2
                let (won, lost) = ("2023-0\(month)-05", "2023-0\(month)-10")
                entries.append(deal(id, account, "2023-0\(month)-01", (Firm.won, won)))
                entries.append(deal(id + 1, account, "2023-0\(month)-02", (Firm.lost, lost)))
            }
        }
        let reporter = Reporter(Books(frame: Firm.frame(), entries: entries).facts(), now: Firm.now)
        let report = try reporter.revive(
            ReportRequest(asOf: Firm.now, period: .month(containing: Day(iso: "2023-05-01")!)),
            for: reporter.seen(by: .console))
        // Nearly every month after a loss began with a win: not because of the loss.
        #expect(report.candidates.allSatisfy { $0.kind != .lost || $0.chance < 0.1 })
    }
}
