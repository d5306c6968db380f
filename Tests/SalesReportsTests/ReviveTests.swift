import ReportDocuments
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("Revive: what a change of sales consists of")
struct ReviveTests {
    private typealias Group = CauseSplit.Group
    private let may = Period.month(containing: Day(iso: "2023-05-01")!)

    private func group(_ entered: Double, closed: Double, won: Double, money: Double, even: Double? = nil) -> Group {
        var group = Group()
        (group.entered, group.closed, group.won, group.money, group.even) = (entered, closed, won, money, even ?? money)
        return group
    }

    private func effects(_ before: [Group], _ after: [Group]) -> [ReviveReport.CauseName: Double] {
        let effects = CauseSplit(before, after).effects.map { ($0 * 1e6).rounded() / 1e6 + 0 }
        return Dictionary(uniqueKeysWithValues: zip(ReviveReport.CauseName.allCases, effects))
    }

    @Test("by hand: half the inflow and half the conversion, each has half of what both cost")
    func twoCauses() {
        // 10 × 0.4 × 100 = 400 became 5 × 0.2 × 100 = 100: alone each would cost 200, after the other one 100.
        let found = effects(
            [group(10, closed: 10, won: 4, money: 400)], [group(5, closed: 5, won: 1, money: 100)])
        #expect(found == [.inflow: -150, .conversion: -150, .size: 0, .duration: 0, .mix: 0, .rate: 0])
    }

    @Test("by hand: the same deals of another kind are a change of the mix and of nothing else")
    func mix() {
        // Half of one kind is won and a tenth of the other; of a hundred that enter, 50 and 50 became 20 and 80.
        let found = effects(
            [group(50, closed: 50, won: 25, money: 2_500), group(50, closed: 50, won: 5, money: 500)],
            [group(20, closed: 20, won: 10, money: 1_000), group(80, closed: 80, won: 8, money: 800)])
        #expect(found == [.inflow: 0, .conversion: 0, .size: 0, .duration: 0, .mix: -1_200, .rate: 0])
    }

    @Test("by hand: fewer decided for each that entered is duration, another rate is the rate")
    func durationAndRate() {
        let slow = effects([group(10, closed: 10, won: 5, money: 500)], [group(10, closed: 6, won: 3, money: 300)])
        #expect(slow[.duration] == -200 && slow[.conversion] == 0 && slow[.inflow] == 0)
        let rate = effects(
            [group(10, closed: 10, won: 5, money: 450, even: 500)],
            [group(10, closed: 10, won: 5, money: 550, even: 500)])
        #expect(rate[.rate] == 100 && rate[.size] == 0)
    }

    @Test("the order of the periods turns every sign and nothing else")
    func order() {
        let before = [group(12, closed: 9, won: 4, money: 700), group(7, closed: 7, won: 2, money: 90)]
        let after = [group(8, closed: 10, won: 3, money: 410), group(9, closed: 4, won: 1, money: 80)]
        let there = CauseSplit(before, after).effects
        let back = CauseSplit(after, before).effects
        for (one, other) in zip(there, back) { #expect(abs(one + other) < 1e-9) }
        #expect(abs(there.reduce(0, +) - (490 - 790)) < 1e-9)
    }

    @Test("whole units add up to the total, whatever their signs")
    func whole() {
        #expect(rounded([0.4, 0.4, 0.4], to: 1) == [1, 0, 0])
        #expect(rounded([-0.6, 1.6, -0.9], to: 0).reduce(0, +) == 0)
        #expect(rounded([2.5, -2.5], to: 0).reduce(0, +) == 0)
    }

    @Test(
        "causes add up to the change, exactly, and the change is that of what the forecast says is won",
        arguments: [3, 4])
    func adding(seed: UInt64) throws {
        let reporter = Reporter(Firm.random(seed).facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        for scope in [Scope.company, .department(Firm.sales), .employee(Firm.petro), .employee(nil)] {
            let report = try reporter.revive(ReportRequest(asOf: Firm.now, period: may, scope: scope), for: seen)
            #expect(report.causes.reduce(0) { $0 + $1.amount } == report.change)
            let won = try [report.from, report.to].map {
                try reporter.forecast(ForecastRequest(asOf: Firm.now, period: $0, scope: scope), for: seen).whole.amount
                    .wonToDate
            }
            #expect(won == [report.wonFrom, report.wonTo])
            for cause in report.causes { #expect(cause.low <= cause.amount && cause.amount <= cause.high) }
            for one in report.candidates { #expect((0...1).contains(one.chance) && one.expected >= 0) }
        }
    }

    @Test("of a period that is not over, as many days are compared as have passed")
    func running() throws {
        let reporter = Reporter(Firm.random(5).facts(), now: Firm.now)
        let june = Period.month(containing: Day(iso: "2023-06-01")!)
        let report = try reporter.revive(ReportRequest(asOf: Firm.now, period: june), for: reporter.seen(by: .console))
        #expect(report.isCut && report.days == 14)
        let part = try #require(Period(name: "2023-05-01..2023-05-14", in: reporter.facts.calendar))
        let won = try reporter.forecast(ForecastRequest(asOf: Firm.now, period: part), for: reporter.seen(by: .console))
        #expect(report.wonFrom == won.whole.amount.wonToDate)
    }

    @Test("a customer who bought every month and stopped is sleeping; one with a deal in hand is not")
    func sleeping() throws {
        func purchase(_ id: Int64, _ account: Int64, _ day: String?) -> Books.Entry {
            var entry = Firm.deal(id, owner: Firm.maria, amount: 100_000 * id, created: "2022-10-01", won: day)
            entry.deal.account = Account.ID(account)
            return entry
        }
        let days = ["2022-11-01", "2022-12-01", "2023-01-01"]
        let books = Books(
            frame: Firm.frame(),
            entries: days.enumerated().map { purchase(Int64($0) + 1, 7, $1) }
                + days.enumerated().map { purchase(Int64($0) + 11, 8, $1) } + [purchase(21, 8, nil)])
        let reporter = Reporter(books.facts(), now: Firm.now)
        let report = try reporter.revive(ReportRequest(asOf: Firm.now, period: may), for: reporter.seen(by: .console))
        let sleeping = report.candidates.filter { $0.kind == .sleeping }
        #expect(sleeping.map(\.account) == [Account.ID(7)])
        #expect(sleeping.first?.usual == 31 && sleeping.first?.amount == 200_000 && sleeping.first?.days == 165)
    }

    @Test("by hand: only days on which a customer was silent by the same rule, with nothing in hand, are counted")
    func silence() {
        // Bought on days 0, 30, 60 and, after seventy days, on 130: looked at on day 121 and came. Then silent for longer
        // than ever on days 201, 231, 261 and 291, as far as ninety days after are over on day 400, and did not come.
        let quiet = Silence.Customer(bought: [0, 30, 60, 130])
        let all = Silence([quiet], horizon: 90, today: 400)
        #expect(all.tried == [3, 2, 0] && all.came == [1, 0, 0])
        let busy = Silence.Customer(bought: [0, 30, 60, 130], open: [200..<400])
        let some = Silence([busy], horizon: 90, today: 400)
        #expect(some.tried == [1, 0, 0] && some.came == [1, 0, 0])
        #expect(Silence.now([0, 30, 60], [], on: 120) == nil)
        #expect(Silence.now([0, 30, 60], [], on: 121)?.days == 61)
        #expect(Silence.now([0, 30, 60], [100..<130], on: 121) == nil)
        #expect(Silence.now([0, 30], [], on: 300) == nil)
    }

    @Test("a sleeping customer’s lost deal is not counted once more among the lost")
    func countedOnce() throws {
        func entry(_ id: Int64, _ account: Int64, won: String? = nil, lost: String? = nil) -> Books.Entry {
            var entry = Firm.deal(id, owner: Firm.maria, amount: 100_000, created: "2022-10-01", won: won)
            entry.deal.account = Account.ID(account)
            if let lost {
                entry.changes.append(
                    ChangeFact(
                        deal: Deal.ID(id), field: .stage, changed: Firm.instant(lost), recorded: Firm.instant(lost),
                        new: Firm.lost.number))
            }
            return entry
        }
        let days = ["2022-11-01", "2022-12-01", "2023-01-01"]
        let books = Books(
            frame: Firm.frame(),
            entries: days.enumerated().map { entry(Int64($0) + 1, 7, won: $1) } + [entry(20, 7, lost: "2023-02-01")])
        let reporter = Reporter(books.facts(), now: Firm.now)
        let report = try reporter.revive(ReportRequest(asOf: Firm.now, period: may), for: reporter.seen(by: .console))
        #expect(report.candidates.contains { $0.kind == .sleeping && $0.account == Account.ID(7) })
        #expect(!report.candidates.contains { $0.kind == .lost && $0.account == Account.ID(7) })
    }

    @Test("nothing recorded later is in it, and a foreign scope is not there")
    func bounds() throws {
        let books = Firm.random(6)
        let asOf = Firm.instant("2023-05-20")
        func said(_ books: Books) throws -> ReviveReport {
            let reporter = Reporter(books.facts(), now: .distantFuture)
            return try reporter.revive(ReportRequest(asOf: asOf, period: may), for: reporter.seen(by: .console))
        }
        #expect(try said(books.known(before: asOf)) == (try said(books)))
        let reporter = Reporter(books.facts(), now: Firm.now)
        #expect(throws: ReportRefusal.notFound) {
            try reporter.revive(
                ReportRequest(asOf: Firm.now, period: may, scope: .employee(Firm.petro)),
                for: reporter.seen(by: .employee(Firm.maria)))
        }
    }
}
