internal import SalesDomain
internal import SalesFacts

/// What a report was asked, as far as its answer depends on it: which one, of what, and for whom. The key under which it is
/// remembered until the books change.
package struct Asked: Hashable, Sendable {
    package enum Subject: Hashable, Sendable { case changes, estimate, events, funnel, period, planFact, revive, team }

    let subject: Subject
    /// As of an instant that stands for all between two entries of the books.
    let request: ReportRequest
    /// Two who see the same get the same.
    let reach: Seen.Reach
    /// Who may see what is decided by the day on which they look.
    let today: Day
}

/// A report that says of what and as of when it is.
package protocol Headed: Sendable {
    var head: ReportHead { get set }
    /// About how many bytes it holds.
    var size: Int { get }
}

extension Headed {
    package var size: Int { 16_000 }
}

extension Reporter {
    /// Answers what `make` answers, or what is remembered of it.
    package typealias Recall =
        @Sendable (
            _ asked: Asked, _ make: () -> Result<any Headed, ReportRefusal>
        ) -> Result<any Headed, ReportRefusal>

    /// What was answered to the same question since the books changed last, else what `make` answers. One answer serves
    /// all instants between two entries: it only says another time.
    func remembered<Report: Headed>(
        _ subject: Asked.Subject, _ request: ReportRequest, _ seen: Seen,
        _ make: () throws(ReportRefusal) -> Report
    ) throws(ReportRefusal) -> Report {
        guard let recall else { return try make() }
        guard request.asOf <= now else { throw .notYet }
        var asked = request
        asked.asOf = facts.settled(request.asOf)
        let found = recall(Asked(subject: subject, request: asked, reach: seen.reach, today: today)) {
            do throws(ReportRefusal) { return .success(try make()) } catch { return .failure(error) }
        }
        guard var report = try found.get() as? Report else { return try make() }
        // Changes up to an end that was named are as of that end.
        if subject != .changes || request.to == nil { report.head.asOf = request.asOf }
        return report
    }
}
