import ReportDocuments
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

extension Books {
    /// Payments of every deal that is ever won: halves, some promised, some given back, some in dollars.
    func paying(_ seed: UInt64) -> Books {
        var (books, random) = (self, Seeded(seed))
        var id: Int64 = 0
        func add(_ deal: Deal.ID, _ day: Day, _ kind: PaymentKind, _ amount: Int64, recorded: Instant? = nil) {
            id += 1
            books.payments.append(
                PaymentFact(
                    id: id, deal: deal, day: day,
                    recorded: recorded ?? frame.calendar.zone.start(of: day).adding(seconds: 40_000), kind: kind,
                    amount: amount, currency: id % 9 == 0 ? Firm.usd : Firm.uah))
        }
        for entry in entries {
            guard let won = entry.changes.last(where: { $0.field == .stage && $0.new == Firm.won.number }) else {
                continue
            }
            let day = frame.calendar.zone.day(of: won.changed)
            let half = (entry.deal.amount ?? 70_000) / 2 + 1
            for lag in [Int.random(in: 0...20, using: &random), Int.random(in: 25...80, using: &random)] {
                if entry.deal.id.number % 3 == 0 {
                    add(entry.deal.id, day + lag, .expected, half, recorded: won.recorded)
                }
                add(entry.deal.id, day + lag + Int.random(in: 0...6, using: &random), .paid, half)
            }
            add(entry.deal.id, day + Int.random(in: 1...15, using: &random), .shipped, 2 * half)
            if entry.deal.id.number % 11 == 0 { add(entry.deal.id, day + 90, .refund, half / 3) }
            if entry.deal.id.number % 2 == 0 {
                books.costs.append(CostFact(deal: entry.deal.id, recorded: entry.deal.recorded, cost: half))
            }
        }
        return books
    }
}

private func naming(_ facts: Facts) -> Naming {
    Naming(
        calendar: facts.calendar, organisation: facts.organisation, products: facts.frame.products,
        pipelines: facts.frame.pipelines, deal: { "\($0.number)" })
}

private func forecast(
    _ books: Books, _ basis: Company.Basis, by: ForecastRequest.Part? = nil, asOf: Instant = Firm.now
) throws -> ForecastReport {
    let facts = books.facts()
    let reporter = Reporter(facts, now: .distantFuture)
    let month = Period.month(containing: facts.calendar.zone.day(of: asOf))
    return try reporter.forecast(
        ForecastRequest(asOf: asOf, period: month, by: by, basis: basis), for: reporter.seen(by: .console))
}

private let others: [Company.Basis] = [.paid, .shipped, .margin]

@Suite("Payments, shipments and margin") struct BasisTests {
    @Test("what is paid less what is given back goes to sellers by their shares, to the kopiyka")
    func toDate() throws {
        let split = [
            DealFact.Split(employee: Firm.maria, share: 1), DealFact.Split(employee: Firm.ivan, share: 2),
        ]
        var books = Books(
            frame: Firm.frame(),
            entries: [Firm.deal(1, owner: Firm.maria, won: "2023-05-20", splits: split)])
        func payment(_ id: Int64, _ day: String, _ kind: PaymentKind, _ amount: Int64) -> PaymentFact {
            PaymentFact(
                id: id, deal: Deal.ID(1), day: Day(iso: day)!, recorded: Firm.instant(day), kind: kind,
                amount: amount, currency: Firm.uah)
        }
        books.payments = [
            payment(1, "2023-05-25", .paid, 10_000), payment(2, "2023-06-05", .paid, 60_000),
            payment(3, "2023-06-10", .refund, 9_999), payment(4, "2023-06-20", .paid, 777),
        ]
        let report = try forecast(books, .paid, by: .employee)
        // 600.00 − 99.99 in June; May's is May's, and what is dated after today is not so yet.
        #expect(report.whole.amount.wonToDate == 50_001)
        let shares = report.parts.filter { $0.amount.wonToDate != 0 }.map(\.amount.wonToDate)
        #expect(shares.reduce(0, +) == 50_001 && Set(shares) == [16_667, 33_334])
        #expect(report.basis == .paid && report.bridge == nil && report.basisParts != nil)
    }

    @Test("margin is the amount less the deal's cost, or what its product's list keeps")
    func margin() throws {
        var frame = Firm.frame()
        frame.products[0] = Product(
            id: Product.ID(1), name: "Basic", price: Money(minorUnits: 500_000, currency: Firm.uah),
            cost: Money(minorUnits: 300_000, currency: Firm.uah))
        var listed = Firm.deal(2, owner: Firm.ivan, amount: 200_000, won: "2023-06-03")
        listed.deal.product = Product.ID(1)
        var books = Books(
            frame: frame, entries: [Firm.deal(1, owner: Firm.maria, amount: 100_000, won: "2023-06-02"), listed])
        books.costs = [CostFact(deal: Deal.ID(1), recorded: Firm.instant("2023-01-10"), cost: 60_000)]
        // 1000 − 600, and two fifths of 2000: the list says so, and so does the company's only known cost.
        #expect(try forecast(books, .margin).whole.amount.wonToDate == 40_000 + 80_000)
        // Cost told later is not known earlier.
        books.costs = [CostFact(deal: Deal.ID(1), recorded: Firm.instant("2023-06-14"), cost: 90_000)]
        #expect(try forecast(books, .margin, asOf: Firm.instant("2023-06-10")).whole.amount.wonToDate == 120_000)
        #expect(try forecast(books, .margin).whole.amount.wonToDate < 120_000)
    }

    @Test("without a payment, a shipment or a cost the question is refused", arguments: others)
    func nothingRecorded(basis: Company.Basis) {
        #expect(throws: ReportRefusal.notRecorded(basis)) { try forecast(Firm.random(3, deals: 30), basis) }
    }

    @Test("deals are not listed on a basis that begins after them", arguments: others)
    func notByDeal(basis: Company.Basis) {
        #expect(throws: ReportRefusal.notOnBasis(basis)) {
            try forecast(Firm.random(3, deals: 30).paying(1), basis, by: .deal)
        }
    }

    @Test(
        "parts add up to the whole in every figure", arguments: others,
        [ForecastRequest.Part.department, .employee, .product, .pipeline])
    func addsUp(basis: Company.Basis, by: ForecastRequest.Part) throws {
        for seed in [UInt64(1), 8] {
            let report = try forecast(Firm.random(seed).paying(seed), basis, by: by)
            let parts = report.parts.filter { by != .department || $0.parent == nil }.map(\.amount)
            let whole = report.whole.amount
            for of in [
                \ForecastReport.Amounts.wonToDate, \.fromOpen, \.fromNew, \.mean, \.statistical,
            ] {
                #expect(parts.reduce(0) { $0 + $1[keyPath: of] } == whole[keyPath: of])
            }
            #expect(whole.p10 <= whole.p50 && whole.p50 <= whole.p90)
            if let parts = report.basisParts { #expect(whole.mean == whole.wonToDate + parts.rest) }
        }
    }

    @Test("nothing known later reaches an answer", arguments: others, ["2023-04-11", "2023-04-11T13:30"])
    func noLeak(basis: Company.Basis, asOf: String) throws {
        let instant = Firm.instant(asOf)
        func said(_ books: Books) throws -> String {
            let facts = books.facts()
            return try [ForecastRequest.Part.employee, .product].map {
                ForecastDocument(try forecast(books, basis, by: $0, asOf: instant), naming(facts)).json.text
            }.joined()
        }
        let books = Firm.random(2).paying(5)
        let answer = try said(books)
        #expect(try said(books.known(before: instant)) == answer)
        var random = Seeded(77)
        var other = books.otherwise(after: instant, &random)
        other.payments = books.payments.map { fact in
            guard fact.recorded >= instant else { return fact }
            return PaymentFact(
                id: fact.id, deal: fact.deal, day: fact.day, recorded: fact.recorded, kind: .paid,
                amount: fact.amount &* 3, currency: fact.currency)
        }
        #expect(try said(other) == answer)
    }

    @Test(
        "a row of the backtest is the forecast as of its origin, and what came is what the books say", arguments: others
    )
    func backtest(basis: Company.Basis) throws {
        let books = Firm.random(1).paying(1)
        let reporter = Reporter(books.facts(), now: .distantFuture)
        let seen = reporter.seen(by: .console)
        let report = try reporter.backtest(
            BacktestRequest(asOf: Firm.now, by: .employee, horizons: [0, 1.0 / 3], basis: basis), for: seen)
        #expect(report.basis == basis && !report.rows.isEmpty)
        for row in report.rows where row.subject == .scope(.company) {
            let then = try reporter.forecast(
                ForecastRequest(asOf: row.origin, period: row.period, basis: basis), for: seen)
            #expect(row.methods[.model] == then.whole.amount.mean && row.p90 == then.whole.amount.p90)
            let after = try reporter.forecast(
                ForecastRequest(asOf: Firm.now, period: row.period, basis: basis), for: seen)
            #expect(row.actual == after.whole.amount.wonToDate && after.whole.amount.mean == row.actual)
        }
    }

    @Test("a plan of payments is met by payments")
    func quota() throws {
        var books = Firm.random(1).paying(1)
        let month = Period.month(containing: Day(iso: "2023-06-15")!)
        func quota(_ measure: Quota.Measure, _ value: Int64) -> Quota {
            Quota(
                period: month, scope: .company, pipeline: nil, measure: measure, value: value, currency: Firm.uah,
                from: nil)
        }
        books.frame.quotas = [quota(.won, 1), quota(.paid, 100_000_000_000), quota(.margin, 2)]
        #expect(try forecast(books, .won).whole.plan.quota == 1)
        let paid = try forecast(books, .paid).whole.plan
        #expect(paid.quota == 100_000_000_000 && (paid.probability ?? 1) < 0.01)
        #expect(try forecast(books, .margin).whole.plan.quota == 2)
        #expect(try forecast(books, .shipped).whole.plan.quota == nil)
    }

    @Test("the curve of the period ends where its figures do", arguments: others)
    func curve(basis: Company.Basis) throws {
        let reporter = Reporter(Firm.random(1).paying(1).facts(), now: Firm.now)
        let request = ForecastRequest(
            asOf: Firm.now, period: .month(containing: Day(iso: "2023-06-15")!), basis: basis)
        let seen = reporter.seen(by: .console)
        let (curve, whole) = (
            try reporter.curve(request, for: seen), try reporter.forecast(request, for: seen).whole.amount
        )
        #expect(curve.won.last == whole.wonToDate && curve.mean.last == whole.mean)
    }

    @Test("the company's own basis holds while something of it is recorded")
    func usual() {
        var books = Firm.random(1, deals: 40)
        let company = books.frame.company
        books.frame.company = Company(
            name: company.name, baseCurrency: company.baseCurrency, language: .uk, basis: .paid, amounts: .net,
            calendar: company.calendar)
        #expect(Reporter(books.facts(), now: Firm.now).basis(nil, asOf: Firm.now) == .won)
        #expect(Reporter(books.paying(1).facts(), now: Firm.now).basis(nil, asOf: Firm.now) == .paid)
        #expect(Reporter(books.paying(1).facts(), now: Firm.now).bases(asOf: Firm.now) == Company.Basis.allCases)
    }
}
