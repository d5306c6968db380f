import SalesDomain

@testable import SalesFacts
@testable import SalesReports

extension Firm {
    static let usd = Currency(code: "USD")!

    static func row(
        _ id: Int64, _ stage: Int64, owner: Int64?, account: Int64, amount: Money?, base: Int64?,
        status: Deal.Status = .open, expected: String?, days: Int?
    ) -> DealsReport.Row {
        DealsReport.Row(
            deal: .init(id), pipeline: .init(1), stage: .init(stage), status: status, owner: owner.map { .init($0) },
            product: .init(1), account: .init(account), amount: amount, baseAmount: base,
            created: Day(iso: "2026-09-14")!,
            expectedClose: expected.flatMap { Day(iso: $0) }, closed: status == .open ? nil : Day(iso: "2026-11-12"),
            daysInStage: days)
    }

    static let deals = DealsReport(
        asOf: now, currency: uah, total: 112, totalAmount: 2_410_000_000,
        rows: [
            row(
                101, 4, owner: 5, account: 1, amount: Money(minorUnits: 19_800_000, currency: uah), base: 19_800_000,
                expected: "2026-11-25", days: 41),
            row(
                102, 5, owner: 5, account: 2, amount: Money(minorUnits: 400_050, currency: usd), base: 16_402_050,
                expected: "2026-11-10", days: 4),
            row(
                103, 3, owner: nil, account: 3, amount: Money(minorUnits: 400_000, currency: usd), base: nil,
                expected: nil, days: 7),
            row(104, 1, owner: 6, account: 9, amount: nil, base: nil, expected: "2027-01-15", days: 1),
        ])
    static let noDeals = DealsReport(asOf: now, currency: uah, total: 0, totalAmount: 0, rows: [])

    private static func at(_ text: String) -> Instant { calendar.instant(text)! }
    private static func entry(_ field: Deal.Field, _ when: String, _ old: Int64?, _ new: Int64?, known: String? = nil)
        -> LogEntry
    {
        LogEntry(field: field, changed: at(when), known: at(known ?? when), old: old, new: new)
    }

    static let openDeal = DealReport(
        asOf: now, currency: uah, row: deals.rows[0],
        log: [
            entry(.created, "2026-09-14T10:02", nil, nil), entry(.stage, "2026-09-14T10:02", nil, 1),
            entry(.amount, "2026-09-16T12:30", nil, 15_000_000), entry(.stage, "2026-09-21T09:15", 1, 3),
            entry(.owner, "2026-09-25T16:00", 6, 5), entry(.amount, "2026-10-05T11:11", 15_000_000, 19_800_000),
            entry(.stage, "2026-10-08T18:40", 3, 4, known: "2026-10-12T09:05"),
            entry(
                .expectedClose, "2026-11-02T10:00", Int64(Day(iso: "2026-10-31")!.number),
                Int64(Day(iso: "2026-11-25")!.number)),
        ],
        shares: [.init(employee: .init(5), fraction: 0.7), .init(employee: .init(6), fraction: 0.3)],
        path: [
            .init(
                stage: .init(1), from: Day(iso: "2026-09-14")!, days: 7, usual: .init(median: 3, p90: 9),
                isPresent: false),
            .init(
                stage: .init(3), from: Day(iso: "2026-09-21")!, days: 17, usual: .init(median: 7, p90: 19),
                isPresent: false),
            .init(
                stage: .init(4), from: Day(iso: "2026-10-08")!, days: 41, usual: .init(median: 9, p90: 26),
                isPresent: true),
        ],
        forecast: .init(
            deal: .init(101), winProbability: 0.52, winProbabilityInPeriod: 0.34, expectedAmount: 18_700_000,
            expectedClose: Day(iso: "2026-12-09"),
            reasons: [
                .init(cause: "age", logMultiplier: -0.51), .init(cause: "owner", logMultiplier: 0.22),
                .init(cause: "due", logMultiplier: 0.11), .init(cause: "amount", logMultiplier: 0.01),
            ]))

    static let wonDeal = DealReport(
        asOf: now, currency: uah,
        row: row(
            102, 6, owner: 5, account: 2, amount: Money(minorUnits: 400_050, currency: usd), base: 16_402_050,
            status: .won, expected: nil, days: nil),
        log: [entry(.created, "2026-09-14T10:02", nil, nil), entry(.status, "2026-11-12T15:20", 0, 1)], shares: [],
        path: [], forecast: nil)
}
