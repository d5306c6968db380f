internal import SalesDomain
internal import SalesReports
internal import Synchronization

/// The alerts of those who look at pages now, found once for each state of the books and each day: the count beside the
/// page, the list, the day and the company's page read the same ones.
final class AlertBoard: Sendable {
    private struct Known {
        let report: AlertsReport
        let position: Int64
        let at: Instant
    }

    private static let most = 300
    private let known = Mutex<[AlertsQuestion: Known]>([:])

    /// What somebody has just written they see at once: what was found for them lags behind no longer.
    func forget(_ seen: Seen) {
        known.withLock { known in
            for question in known.keys where question.isAsked(by: seen) { known[question] = nil }
        }
    }

    /// - Parameters:
    ///   - position: of the books; what was found at another one is good for `seconds`.
    ///   - since: when the books were first seen so. What was written down at that very instant is not known as of it, and
    ///     will be as of the next: what is found then is not kept.
    ///   - now: what was found by a clock that runs ahead is not taken.
    func report(
        _ question: AlertsQuestion, position: Int64, since: Instant, at now: Instant, within seconds: Int64,
        make: () throws -> AlertsReport
    ) rethrows -> AlertsReport {
        if let found = known.withLock({ $0[question] }), found.at <= now,
            found.position == position || found.at.adding(seconds: seconds) > now
        {
            return found.report
        }
        let report = try make()
        guard now > since else { return report }
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[question] = Known(report: report, position: position, at: now)
        }
        return report
    }
}
