package import SalesDomain

/// The company's picture in memory: the log in columns and everything an answer needs beside it. A value: whoever holds
/// one holds one state of the books, at one position of the journal.
package struct Facts: Sendable {
    /// As it is, whatever the instant that is asked about: rights are read from it, and what things are called.
    package private(set) var present: CompanyFrame
    /// As it was known at the instant that is asked about, in facts from `known(asOf:)`; in all others the present one.
    package private(set) var frame: CompanyFrame
    package internal(set) var position: Int64
    /// What was done: calls, letters, meetings.
    package var activities = ActivityColumns()
    /// What came, is expected or went back for deals; and what they cost.
    package var payments = PaymentColumns()
    package var costs = CostColumns()
    var chunks: [Chunk]
    var currencies: [Currency]
    var words: [String: Int64]

    init(frame: CompanyFrame, position: Int64, chunks: [Chunk], currencies: [Currency], words: [String: Int64]) {
        present = frame
        self.frame = frame
        self.position = position
        self.chunks = chunks
        self.currencies = currencies
        self.words = words
    }

    package var dealCount: Int { chunks.reduce(0) { $0 + $1.count } }
    package var calendar: CompanyCalendar { frame.calendar }
    package var organisation: Organisation { frame.organisation }
    /// Who may see what is asked of today's organisation, whatever the instant.
    package var rights: Organisation { present.organisation }

    /// The earliest instant of the same day as of which all deals, payments and costs are as they are as of `asOf`: one for
    /// all forecasts of now, until something is recorded. Activities are not in it: ask for them as of the very instant.
    package func canonical(_ asOf: Instant) -> Instant {
        let start = calendar.zone.start(of: calendar.zone.day(of: asOf))
        let last = max(lastKnown, payments.lastKnown, costs.lastKnown)
        guard asOf > start, asOf.microseconds > last else { return asOf }
        return Instant(microseconds: max(start.microseconds, last) + 1)
    }

    /// The same facts with the company's own records as they were known at an instant. One door for all: cuts, pictures and
    /// reports go through it.
    package func known(asOf: Instant) -> Facts {
        if present.changes.isEmpty { return self }
        var facts = self
        facts.frame = present.known(asOf: asOf)
        return facts
    }

    /// Of deals, and of what is said of the company's own records.
    private var lastKnown: Int64 {
        chunks.reduce(present.changes.last?.recordedAt.microseconds ?? .min) { max($0, $1.lastKnown) }
    }

    /// Whether as of this instant everything is known that is known of deals, and of the company's own records, at all.
    package func holdsAll(_ asOf: Instant) -> Bool { asOf.microseconds > lastKnown }

    /// Whether all was known at `start`, the beginning of its day, that is known on that day, and nothing of the frame begins
    /// on it: a cut as of the beginning and one as of any later instant of the day are the same.
    package func isQuiet(from start: Instant) -> Bool {
        let day = calendar.zone.day(of: start)
        return start.microseconds > lastKnown && !frame.rates.contains { $0.day == day }
            && !frame.stageVersions.contains { $0.from == day }
    }

    /// A builder for deals that changed or are new.
    package func builder() -> FactsBuilder { FactsBuilder(zone: calendar.zone, currencies: currencies, words: words) }

    /// Takes in deals that changed or are new (each with its whole log), leaves out `gone` ones, and stands at `position`.
    /// Days were cut in the zone of the builder: when the company's zone changes, load anew. Answers the earliest instant
    /// from which on something was known that is not now, or is now and was not: as of then or before, all deals are as
    /// they were. Nil when no deal changed.
    @discardableResult
    package mutating func absorb(
        _ changed: consuming FactsBuilder, gone: Set<Deal.ID> = [], frame: CompanyFrame? = nil, position: Int64
    ) -> Instant? {
        changed.flush()
        currencies = changed.currencies
        words = changed.words
        let earliest = gone.isEmpty ? earliestDifference(changed.chunks) : .distantPast
        replace(with: changed.chunks, gone: Set(gone.map(\.number)))
        if let frame { (self.present, self.frame) = (frame, frame) }
        self.position = position
        return earliest
    }
}
