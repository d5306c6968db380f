import SalesDomain

@testable import SalesReports
@testable import WebPages

extension Firm {
    private static func said(_ amount: Int64, _ kind: Submission.Kind, _ made: String, _ note: String?) -> Submission {
        Submission(
            employee: .init(1), period: november, kind: kind, amount: amount, note: note, model: 121_000_000,
            made: calendar.instant(made)!, by: .init(1))
    }

    static let submissions = SubmissionsSection.Content(
        SubmissionsReport(
            head: head, whole: whole,
            rows: [
                .init(
                    employee: .init(1), node: team.rows[0].node,
                    said: [
                        said(140_000_000, .submission, "2026-11-03T10:00", "Дві <великі> угоди"),
                        said(110_000_000, .adjustment, "2026-11-04T12:30", nil),
                        said(130_000_000, .submission, "2026-11-10T09:00", nil),
                    ]),
                .init(employee: .init(2), node: team.rows[1].node, said: []),
            ],
            track: [
                .init(
                    employee: nil, kind: .submission, pairs: 14, said: 0.12, model: 0.09, saidBias: 0.08,
                    modelBias: -0.02, nearer: .model),
                .init(
                    employee: .init(1), kind: .submission, pairs: 3, said: 0.12, model: nil, saidBias: nil,
                    modelBias: nil, nearer: nil),
            ]), mine: [.init(1): .adjustment, .init(2): .submission])

    static let noSubmissions = SubmissionsSection.Content(
        SubmissionsReport(head: head, whole: whole, rows: [], track: []), mine: [:])
}
