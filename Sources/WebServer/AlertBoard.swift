internal import SalesDomain
internal import SalesReports
internal import Synchronization

/// The alerts of those who look at pages now, found once for each state of the books and each day: the count beside the
/// page, the list, the day and the company's page read the same ones.
final class AlertBoard: Sendable {
    private struct Known {
        let report: AlertsReport
        var position: Int64
        let at: Instant
    }

    private static let most = 300
    private let known = Mutex<[AlertsQuestion: Known]>([:])

    /// - Parameters:
    ///   - position: of the books; what was found at another one is good for `seconds`.
    ///   - now: what was found by a clock that runs ahead is not taken.
    func report(
        _ question: AlertsQuestion, position: Int64, at now: Instant, within seconds: Int64,
        make: () throws -> AlertsReport
    ) rethrows -> AlertsReport {
        if let found = known.withLock({ $0[question] }), found.at <= now,
            found.position == position || found.at.adding(seconds: seconds) > now
        {
            return found.report
        }
        let report = try make()
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[question] = Known(report: report, position: position, at: now)
        }
        return report
    }

    /// Something was written at this position of the books from which no alert is found, such as that somebody puts one
    /// off: what was found right before it holds after it.
    func passed(_ position: Int64) {
        known.withLock { known in
            for question in known.keys where known[question]?.position == position - 1 {
                known[question]?.position = position
            }
        }
    }
}
