import ReportDocuments
import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

/// A firm on one day, whose deals change one after another; the picture follows, and what the morning taught is remembered.
private final class FirmsDay {
    var books: Books
    private(set) var facts: Facts
    private var picture: CompanyPicture
    private var lessons: [CompanyQuestion: Lesson] = [:]
    private let now: Instant

    init(_ books: Books, now: Instant) {
        self.books = books
        self.now = now
        facts = books.facts()
        picture = CompanyPicture(facts, asOf: facts.canonical(now), pipelines: .sales)
    }

    /// False when the picture had to be made anew.
    func change(_ index: Int) -> Bool {
        let entry = books.entries[index]
        var builder = facts.builder()
        builder.add(deal: entry.deal)
        for change in entry.changes { builder.add(change: change) }
        facts.absorb(builder, position: facts.position + 1)
        let asOf = facts.canonical(now)
        if picture.follow(facts, asOf: asOf, pipelines: .sales, changed: [entry.deal.id]) { return true }
        picture = CompanyPicture(facts, asOf: asOf, pipelines: .sales)
        return false
    }

    /// By the picture that followed and the lessons of the morning.
    func said() throws -> String {
        try text(
            Reporter(
                facts, now: now,
                forecasts: { question in
                    CompanyForecast(question.asOf(self.picture.cut.asOf), self.facts, picture: self.picture) { early in
                        let lesson =
                            self.lessons[early] ?? Lesson(atStart: early, self.facts, later: self.picture)
                        self.lessons[early] = lesson
                        return lesson
                    }
                }, pictures: { _, _ in self.picture }))
    }

    /// By books that are read for the first time now.
    func saidAnew() throws -> String { try text(Reporter(books.facts(), now: now)) }

    /// With which deals accounts were won first: as the picture followed, and as it is made anew.
    var firstWins: (followed: [Int8], anew: [Int8]) {
        let facts = books.facts()
        return (
            picture.cut.winsFirst,
            CompanyPicture(facts, asOf: facts.canonical(now), pipelines: .sales).cut.winsFirst
        )
    }

    private func text(_ reporter: Reporter) throws -> String {
        let naming = Naming(
            calendar: facts.calendar, organisation: facts.organisation, products: facts.frame.products,
            pipelines: facts.frame.pipelines, deal: { "\($0.number)" })
        let month = Period.month(containing: facts.calendar.zone.day(of: now))
        return try [ForecastRequest.Part.department, .employee, .product, .deal].map { by in
            let request = ForecastRequest(asOf: now, period: month, by: by)
            return ForecastDocument(try reporter.forecast(request, for: reporter.seen(by: .console)), naming).json.text
        }.joined(separator: "\n")
    }
}

/// Used by one test alone, one call after another.
extension FirmsDay: @unchecked Sendable {}

@Suite("A forecast after a change")
struct FollowTests {
    @Test("is the one that books read for the first time would give, whatever changed", arguments: [3, 4, 5])
    func sameWhateverTheWay(seed: UInt64) throws {
        let now = Firm.instant("2024-01-15T18:00")
        let day = FirmsDay(Firm.random(seed), now: now)
        var random = Seeded(seed &+ 900)
        #expect(try day.said() == day.saidAnew())
        var followed = 0
        for round in 0..<24 {
            let when = Firm.instant("2024-01-15T09:00").adding(seconds: Int64(round) * 600)
            let index = Self.change(&day.books, when, round, &random)
            if day.change(index) { followed += 1 }
            #expect(try day.said() == day.saidAnew(), "round \(round)")
            let first = day.firstWins
            #expect(first.followed == first.anew, "round \(round)")
        }
        #expect(followed >= 20)
    }

    /// Answers whose deal it was.
    private static func change(_ books: inout Books, _ when: Instant, _ round: Int, _ random: inout Seeded) -> Int {
        if round % 5 == 4 {
            var entry = RandomDeal.entry(Int64(books.entries.count + 1), from: when, &random)
            entry.deal.created = when
            entry.deal.recorded = when
            entry.deal.currency = nil
            entry.changes = []
            books.entries.append(entry)
            return books.entries.count - 1
        }
        let index = Int.random(in: 0..<books.entries.count, using: &random)
        let (field, value): (Deal.Field, Int64) = [
            (.stage, Firm.won.number), (.stage, Firm.talks.number), (.stage, Firm.lost.number), (.amount, 123_400),
            (.owner, Firm.petro.number), (.expectedClose, Int64(Firm.kyiv.day(of: when).number) + 9), (.removed, 1),
            (.account, 7),
        ][round % 8]
        // Sometimes written down later than it was so, as far back as to Petro's old department.
        let back: Int64 = round % 7 == 3 ? 86_400 * 260 : 0
        books.entries[index].changes.append(
            ChangeFact(
                deal: books.entries[index].deal.id, field: field, changed: when.adding(seconds: -back), recorded: when,
                new: value))
        books.entries[index].changes.sort { $0.changed < $1.changed }
        return index
    }

    @Test("what was written down today about earlier days is learned from at once when it is most of the book")
    func mostlyNew() throws {
        let now = Firm.instant("2024-01-15T18:00")
        var books = Firm.random(8)
        for index in books.entries.indices {
            books.entries[index].deal.recorded = Firm.instant("2024-01-15T10:00")
            for change in books.entries[index].changes.indices {
                books.entries[index].changes[change].recorded = Firm.instant("2024-01-15T10:00")
            }
        }
        let reporter = Reporter(books.facts(), now: now)
        let report = try reporter.forecast(
            ForecastRequest(asOf: now, period: Period.month(containing: Day(iso: "2024-01-15")!)),
            for: reporter.seen(by: .console))
        #expect(report.notes.method == "learned")
    }
}
