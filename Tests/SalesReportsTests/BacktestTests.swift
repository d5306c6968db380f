import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

@Suite("A backtest")
struct BacktestTests {
    private let reporter = Reporter(Firm.random(31).facts(), now: Firm.now)

    @Test("each row equals the forecast as of its origin, at every level")
    func rows() throws {
        let seen = reporter.seen(by: .console)
        for by in [ForecastRequest.Part.department, .product] {
            let report = try reporter.backtest(
                BacktestRequest(
                    asOf: Firm.now, from: Period(name: "2023-04", in: reporter.facts.calendar),
                    to: Period(name: "2023-05", in: reporter.facts.calendar), by: by, horizons: [0, 0.67]), for: seen)
            #expect(Set(report.rows.map(\.period)).count == 2)
            for row in report.rows {
                let forecast = try reporter.forecast(
                    ForecastRequest(asOf: row.origin, period: row.period, by: by), for: seen)
                let node = try #require(
                    ([forecast.whole] + forecast.parts).first {
                        $0.subject == row.subject && $0.amount.mean == row.methods[.model]
                    })
                #expect(row.methods[.template] == node.amount.template)
                #expect(row.methods[.statistical] == node.amount.statistical)
                #expect(row.methods[.naiveLast] == node.amount.naiveLast)
                #expect(row.p10 == node.amount.p10)
            }
        }
    }

    @Test("each row equals the forecast as of its origin where rates move each week")
    func rates() throws {
        var books = Firm.random(32, deals: 400)
        var chance = Seeded(5)
        let first = Day(iso: "2022-01-01")!
        books.frame = Firm.frame(
            rates: (0..<90).map {
                Rate(day: first + $0 * 7, currency: Firm.usd, rate: .random(in: 30...50, using: &chance), source: .bank)
            })
        let reporter = Reporter(books.facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        let report = try reporter.backtest(
            BacktestRequest(asOf: Firm.now, by: .employee, horizons: [0, 0.67]), for: seen)
        #expect(report.rows.count > 20)
        for row in report.rows {
            let forecast = try reporter.forecast(
                ForecastRequest(asOf: row.origin, period: row.period, by: .employee), for: seen)
            let same = ([forecast.whole] + forecast.parts).filter { $0.subject == row.subject }
            #expect(same.contains { $0.amount.mean == row.methods[.model] && $0.amount.p90 == row.p90 })
        }
    }

    @Test("more periods than anybody should wait for are refused, with how many may be asked for")
    func tooLong() throws {
        let seen = reporter.seen(by: .console)
        var request = BacktestRequest(asOf: Firm.now, from: Period(name: "1900-01", in: reporter.facts.calendar))
        #expect(throws: ReportRefusal.tooLong(most: 120)) { try reporter.backtest(request, for: seen) }
        request.to = Period(name: "1900-02", in: reporter.facts.calendar)
        _ = try? reporter.backtest(request, for: seen)
        request.from = Period(name: "2015-01", in: reporter.facts.calendar)
        request.to = nil
        _ = try reporter.backtest(request, for: seen)
    }

    @Test("what came true of the parts adds up to what came true of the whole")
    func actuals() throws {
        let report = try reporter.backtest(
            BacktestRequest(asOf: Firm.now, by: .employee, horizons: [0]), for: reporter.seen(by: .console))
        for period in Set(report.rows.map(\.period)) {
            let rows = report.rows.filter { $0.period == period }
            let whole = try #require(rows.first { $0.level == .company })
            #expect(rows.filter { $0.level == .employee }.reduce(0) { $0 + $1.actual } == whole.actual)
            let asked = ForecastRequest(asOf: Firm.now, period: period)
            #expect(
                whole.actual
                    == (try reporter.forecast(asked, for: reporter.seen(by: .console)).whole.amount.wonToDate))
        }
    }

    @Test("accuracy is 1 − Σ|actual − forecast| / Σ actual, below zero too, and nothing without sales")
    func accuracy() throws {
        let report = try reporter.backtest(
            BacktestRequest(asOf: Firm.now, horizons: [0]), for: reporter.seen(by: .console))
        let summary = try #require(report.summary.first)
        let total = report.rows.reduce(0) { $0 + Double($1.actual) }
        let error = report.rows.reduce(0) { $0 + abs(Double($1.actual - $1.methods[.model]!)) }
        #expect(abs(summary.accuracy[.model]! - (1 - error / total)) < 1e-12)
        let nothing = Reporter(
            Books(
                frame: Firm.frame(),
                entries: [Firm.deal(1, owner: nil, amount: 0, created: "2022-01-10", won: "2022-02-01")]
            ).facts(), now: Firm.now)
        let empty = try nothing.backtest(
            BacktestRequest(asOf: Firm.now, horizons: [0]), for: nothing.seen(by: .console))
        #expect(empty.summary[0].accuracy.isEmpty)
    }

    @Test("a naive method that beats the model is named, at its level and horizon, and only there")
    func naive() {
        func row(_ month: Int, _ horizon: Double, model: Int64, last: Int64) -> BacktestReport.Row {
            BacktestReport.Row(
                origin: Firm.now, period: .month(containing: Day(iso: "2022-0\(month)-01")!), horizon: horizon,
                subject: .scope(.company), level: .company, actual: 1_000, wonCount: 5,
                methods: [.model: model, .naiveLast: last, .naiveMean3: 1_400, .statistical: 1_001], p10: 0, p90: 2_000)
        }
        let rows = (1...8).flatMap { month in
            [
                row(month, 0, model: 1_200 + Int64(month), last: 1_010),
                row(month, 2.0 / 3, model: 1_005, last: 1_100 + Int64(month)),
            ]
        }
        let summary = BacktestReport.Summary.all(rows)
        #expect(summary.map(\.betterBaseline) == [.naiveLast, nil])
        #expect(summary.map(\.winner) == [.statistical, .statistical])
        #expect(BacktestReport.Summary.all(Array(rows.prefix(10))).map(\.betterBaseline) == [nil, nil])
    }
}
