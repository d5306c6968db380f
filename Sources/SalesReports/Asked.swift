internal import SalesDomain
internal import SalesFacts

/// What a report was asked, as far as its answer depends on it: which one, of what, and for whom. The key under which it is
/// remembered until the books change.
package struct Asked: Hashable, Sendable {
    package enum Subject: Hashable, Sendable {
        case changes, estimate, events, funnel, period, planFact, revive, team
        /// What a series teaches; what it says is another thing at each moment of the day.
        case series(Counted, SeriesRequest.Grain, ahead: Int)
        /// What everybody's deals teach of returns, whatever the scope.
        case returns
    }

    let subject: Subject
    /// As of an instant that stands for all between two entries of the books.
    let request: ReportRequest
    /// Two who see the same get the same.
    let reach: Seen.Reach
    /// Who may see what is decided by the day on which they look.
    let today: Day
}

/// What may be kept until the books change.
package protocol Remembered: Sendable {
    /// About how many bytes it holds.
    var size: Int { get }
}

extension Remembered {
    package var size: Int { 16_000 }
}

/// A report that says of what and as of when it is.
package protocol Headed: Remembered {
    var head: ReportHead { get set }
}

extension Reporter {
    /// Answers what `make` answers, or what is remembered of it.
    package typealias Recall =
        @Sendable (
            _ asked: Asked, _ make: () -> Result<any Remembered, ReportRefusal>
        ) -> Result<any Remembered, ReportRefusal>

    /// What was answered to the same question since the books changed last, else what `make` answers. One answer serves
    /// all instants between two entries: it only says another time.
    func remembered<Report: Headed>(
        _ subject: Asked.Subject, _ request: ReportRequest, _ seen: Seen,
        _ make: () throws(ReportRefusal) -> Report
    ) throws(ReportRefusal) -> Report {
        var report = try recalled(subject, request, seen, make)
        // Changes up to an end that was named are as of that end.
        if subject != .changes || request.to == nil { report.head.asOf = request.asOf }
        return report
    }

    /// The same of what says no time. What does not depend on the scope, or the reader, is asked with the same ones always.
    func recalled<Found: Remembered>(
        _ subject: Asked.Subject, _ request: ReportRequest, _ seen: Seen?, _ make: () throws(ReportRefusal) -> Found
    ) throws(ReportRefusal) -> Found {
        guard let recall else { return try make() }
        guard request.asOf <= now else { throw .notYet }
        var asked = request
        asked.asOf = facts.settled(request.asOf)
        let found = recall(Asked(subject: subject, request: asked, reach: seen?.reach ?? .everything, today: today)) {
            do throws(ReportRefusal) { return .success(try make()) } catch { return .failure(error) }
        }
        guard let known = try found.get() as? Found else { return try make() }
        return known
    }
}
