package import SalesDomain
package import SalesFacts
package import SalesReports
internal import Synchronization

/// The company's facts, never stale: each question asks the journal first and catches up. Forecasts and reports are
/// remembered until something changes that they depend on, and what several ask for at once is computed once. Blocking: a
/// server calls it off the event loop.
package final class LiveFacts: Sendable {
    /// Deals that are gone through for a backtest in a second or a few.
    package static let patience = 20_000

    private let feed: FactsFeed
    private let clock: Clock
    private let patience: Int
    private let state = Mutex(State())
    private let begun = Begun()
    private let lasting = SharedPast.lasting
    private let wishes = Mutex<Set<BacktestRequest>>([])

    private struct State {
        var facts: Facts?
        /// When these facts were taken in.
        var since = Instant.distantPast
        var memory = Memory()
    }

    /// What is being computed, each at one position of the journal.
    private struct Begun: Sendable {
        let forecasts = Flights<Placed<CompanyQuestion>, CompanyForecast>()
        let lessons = Flights<Placed<CompanyQuestion>, Lesson>()
        let pictures = Flights<Placed<Memory.Instant>, CompanyPicture>()
        let grounds = Flights<Placed<Memory.Instant>, LessonGround>()
        let reports = Flights<Placed<Asked>, Result<any Remembered, ReportRefusal>>()
    }

    private struct Placed<Question: Hashable & Sendable>: Hashable, Sendable {
        let question: Question
        let position: Int64
    }

    /// - Parameter patience: books of no more deals are gone through while a reader waits; larger ones aside.
    package init(_ feed: FactsFeed, clock: Clock, patience: Int = LiveFacts.patience) {
        self.patience = patience
        self.feed = feed
        self.clock = clock
    }

    /// The door to every figure, at the books' present position. Throws what the feed throws.
    package func reporter() throws -> Reporter {
        let (facts, since) = try caughtUp()
        let position = facts.position
        return Reporter(
            facts, now: clock.now(),
            forecasts: { [self] question in forecast(question.asOf(facts.canonical(question.asOf)), facts, position) },
            pictures: { [self] instant, pipelines in
                let asOf = facts.canonical(instant)
                return picture(Memory.Instant(asOf: asOf, pipelines: pipelines), facts, position)
            },
            passing: { [self] question, past in
                forecast(question.asOf(facts.canonical(question.asOf)), facts, position, inPassing: true, past: past)
            },
            lessons: { [self] question, picture in
                CompanyForecast.lesson(
                    question.asOf(facts.canonical(question.asOf)), facts, picture, grounds: grounds(facts, position)
                ) { early in
                    lesson(early, facts, position, later: picture)
                }
            },
            habits: { [self] start, pipelines in
                habits(Memory.Instant(asOf: start, pipelines: pipelines), facts, position)
            },
            recall: { [self] asked, make in report(asked, position, make) },
            waiting: Waiting(
                patience: patience,
                isAtHand: { [self] question in
                    let asked = question.asOf(facts.canonical(question.asOf))
                    return known(at: position) { $0.forecast(asked) } != nil
                },
                wish: { [self] request in wish(request, of: facts) }), since: since, lasting: lasting)
    }

    /// Has a backtest measured when nobody waits.
    func wish(_ request: BacktestRequest, of facts: Facts) {
        var wish = request
        wish.asOf = facts.settled(request.asOf)
        wishes.withLock { _ = $0.insert(wish) }
    }

    /// Backtests that somebody asked for who did not wait: to be run aside. Each is named once.
    package func takeWishes() -> Set<BacktestRequest> {
        wishes.withLock { wishes in
            defer { wishes = [] }
            return wishes
        }
    }

    /// The facts, caught up with the journal.
    package func current() throws -> Facts { try caughtUp().facts }

    private func caughtUp() throws -> (facts: Facts, since: Instant) {
        try state.withLock { state in
            if let known = state.facts {
                guard try feed.position() != known.position else { return (known, state.since) }
                let followed = try feed.follow(known)
                state.memory.follow(followed, from: known)
                state.facts = followed.facts
                state.since = clock.now()
                return (followed.facts, state.since)
            }
            let facts = try feed.load()
            (state.facts, state.since) = (facts, clock.now())
            return (facts, state.since)
        }
    }

    /// What is remembered, while the facts still stand at `position`.
    private func known<Answer: Sendable>(at position: Int64, _ find: (inout Memory) -> Answer?) -> Answer? {
        state.withLock { $0.facts?.position == position ? find(&$0.memory) : nil }
    }

    private func keep(at position: Int64, _ put: (inout Memory) -> Void) {
        state.withLock { if $0.facts?.position == position { put(&$0.memory) } }
    }

    /// What is remembered; else computed outside the lock, by one of those who ask.
    private func once<Question, Answer>(
        _ question: Question, _ position: Int64, _ flights: Flights<Placed<Question>, Answer>,
        _ find: (inout Memory) -> Answer?, keep put: (inout Memory, Answer) -> Void, _ compute: () -> Answer
    ) -> Answer {
        if let known = known(at: position, find) { return known }
        return flights.join(Placed(question: question, position: position)) {
            // Another may have finished since.
            if let known = known(at: position, find) { return known }
            let answer = compute()
            keep(at: position) { put(&$0, answer) }
            return answer
        }
    }

    /// - Parameters:
    ///   - inPassing: the picture of the instant is not kept.
    ///   - past: shared with other questions.
    private func forecast(
        _ question: CompanyQuestion, _ facts: Facts, _ position: Int64, inPassing: Bool = false,
        past: SharedPast? = nil
    ) -> CompanyForecast {
        once(
            question, position, begun.forecasts, { $0.forecast(question) }, keep: { $0.keep($1, for: question) }
        ) {
            let key = Memory.Instant(asOf: question.asOf, pipelines: question.pipelines)
            let picture = picture(key, facts, position, isKept: !inPassing)
            return CompanyForecast(
                question, facts, picture: picture, past: past, grounds: grounds(facts, position)
            ) { early in
                lesson(early, facts, position, later: picture)
            }
        }
    }

    private func lesson(_ question: CompanyQuestion, _ facts: Facts, _ position: Int64, later picture: CompanyPicture)
        -> Lesson
    {
        once(question, position, begun.lessons, { $0.lesson(question) }, keep: { $0.keep($1, for: question) }) {
            // Single deals are answered by what is learned for everything else, and a little more.
            question.deals
                ? lesson(question.withoutDeals, facts, position, later: picture).withDeals(picture)
                : Lesson(atStart: question, facts, later: picture, grounds: grounds(facts, position))
        }
    }

    /// What questions about several periods as of one instant have in common.
    private func grounds(_ facts: Facts, _ position: Int64) -> LessonGrounds {
        LessonGrounds(
            picture: { [self] question in
                picture(Memory.Instant(asOf: question.asOf, pipelines: question.pipelines), facts, position)
            },
            ground: { [self] question, picture in
                guard picture.cut.count <= Memory.largestGround else { return nil }
                let key = Memory.Instant(asOf: question.asOf, pipelines: question.pipelines)
                return once(
                    key, position, begun.grounds, { $0.ground(key) },
                    keep: { $0.keep($1, of: picture.cut.count, for: key) }
                ) { LessonGround(picture) }
            }, past: { [lasting] in $0.cut.count <= Memory.largestGround ? lasting : nil })
    }

    private func report(_ asked: Asked, _ position: Int64, _ make: () -> Result<any Remembered, ReportRefusal>)
        -> Result<any Remembered, ReportRefusal>
    {
        once(
            asked, position, begun.reports, { $0.report(asked).map { .success($0) } },
            keep: { memory, answer in if case .success(let report) = answer { memory.keep(report, for: asked) } },
            make)
    }

    private func habits(_ key: Memory.Instant, _ facts: Facts, _ position: Int64) -> Habits {
        if let known = state.withLock({ $0.facts?.position == position ? $0.memory.habits(key) : nil }) {
            return known
        }
        let habits = Habits(facts, picture(key, facts, position))
        state.withLock { if $0.facts?.position == position { $0.memory.keep(habits, for: key) } }
        return habits
    }

    private func picture(
        _ key: Memory.Instant, _ facts: Facts, _ position: Int64, isKept: Bool = true
    ) -> CompanyPicture {
        once(
            key, position, begun.pictures, { $0.picture(key) },
            keep: { memory, picture in if isKept { memory.keep(picture, for: key) } }
        ) {
            followed(key, facts, position)
                ?? CompanyPicture(facts, asOf: key.asOf, pipelines: key.pipelines)
        }
    }

    /// The picture of now, made from the one before the last changes when there is such.
    private func followed(_ key: Memory.Instant, _ facts: Facts, _ position: Int64) -> CompanyPicture? {
        guard facts.holdsAll(key.asOf) else { return nil }
        var behind = state.withLock { $0.facts?.position == position ? $0.memory.takeBehind(key.pipelines) : nil }
        return behind?.follow(facts, to: key) == true ? behind?.picture : nil
    }
}
