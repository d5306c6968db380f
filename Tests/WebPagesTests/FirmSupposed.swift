import SalesDomain

@testable import SalesReports
@testable import WebPages

extension Firm {
    static let suppositions = Suppositions([
        .lost(.init(101)), .amount(.init(103), thousandths: 250_000_000), .close(.init(103), Day(iso: "2026-12-20")!),
        .reference("Продажі/Презентація"), .won(.init(999)),
    ])

    private static func row(_ deal: Int64, _ amount: Int64) -> DealsReport.Row {
        DealsReport.Row(
            deal: .init(deal), pipeline: sales.id, stage: .init(3), status: .open, owner: .init(1), product: nil,
            account: .init(1), amount: Money(minorUnits: amount, currency: uah), baseAmount: amount,
            created: Day(iso: "2026-10-01")!, expectedClose: Day(iso: "2026-11-25"), closed: nil, daysInStage: 6)
    }

    static func supposed(_ head: ReportHead) -> WhatIfSection.Content {
        func outcome(_ mean: Int64, _ chance: Double, _ bonus: Int64) -> WhatIfReport.Outcome {
            WhatIfReport.Outcome(
                mean: mean, p10: mean - 26_000_000, p90: mean + 27_000_000, template: mean + 40_000_000,
                statistical: mean - 8_000_000, quota: 130_000_000, probability: chance,
                bonus: .init(currency: Firm.uah, expected: bonus, p10: bonus / 2, p90: bonus * 2))
        }
        let rows = [row(101, 28_600_000), row(103, 19_800_000)]
        let effects: [(Int64, WhatIfReport.Standing)] = [
            (-13_100_000, .counts), (1_700_000, .counts), (0, .counts), (0, .noReference),
        ]
        let shown = zip(suppositions.list, effects).map { said, effect in
            WhatIfReport.Shown(
                supposition: said, row: rows.first { $0.deal == said.deal }, effect: effect.0, standing: effect.1)
        }
        let report = WhatIfReport(
            head: head, shown: shown, hidden: 1, before: outcome(124_000_000, 0.38, 3_890_000),
            after: outcome(112_600_000, 0.19, 3_120_000), ignoresDates: true,
            parts: [
                .init(
                    scope: .department(.init(1)), parent: nil, before: 124_000_000, after: 112_600_000,
                    probabilityBefore: 0.38, probabilityAfter: 0.19),
                .init(
                    scope: .employee(.init(5)), parent: .department(.init(1)), before: 60_000_000, after: 60_000_000,
                    probabilityBefore: nil, probabilityAfter: nil),
                .init(
                    scope: .department(.init(2)), parent: nil, before: 80_000_000, after: 80_000_000,
                    probabilityBefore: nil, probabilityAfter: nil),
            ])
        return WhatIfSection.Content(
            report: report, deals: rows, stages: ["Продажі/Презентація", "Продажі/Пропозиція"], currency: uah)
    }
}
