import SalesDomain

@testable import SalesReports
@testable import WebPages

extension Firm {
    static let team = TeamReport(
        head: head, whole: whole,
        rows: [
            .init(
                employee: .init(1),
                node: node(
                    .employee(.init(1)), won: 212, open: 410, new: 118, low: 580, high: 910, plan: 1_300, sure: 0.04,
                    deals: 3),
                weak: .init(
                    stage: .init(3), conversion: 0.31, reference: 0.48, confidence: 0.97, money: 42_000_000,
                    missed: 310_000_000, since: Day(iso: "2025-11-01")!),
                calls: .init(outbound: 31, inbound: 12, missed: 3, norm: 60)),
            .init(
                employee: .init(2),
                node: node(
                    .employee(.init(2)), won: 712, open: 410, new: 118, low: 980, high: 1_510, plan: 1_200, sure: 0.52,
                    deals: 8), weak: nil, calls: .init(outbound: 71, inbound: 8, missed: 0, norm: nil)),
        ], calls: .init(outbound: 102, inbound: 20, missed: 3, norm: 60))

    static let noTeam = TeamReport(
        head: head, whole: whole, rows: [], calls: .init(outbound: 0, inbound: 0, missed: 0, norm: nil))
}
