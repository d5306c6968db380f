package import SalesDomain
package import SalesFacts
package import SalesReports
internal import Synchronization

/// The company's facts, never stale: each question asks the journal first and catches up. Forecasts are remembered until
/// something changes that they depend on. Blocking: a server calls it off the event loop.
package final class LiveFacts: Sendable {
    private let feed: FactsFeed
    private let clock: Clock
    private let state = Mutex(State())

    private struct State {
        var facts: Facts?
        var memory = Memory()
    }

    package init(_ feed: FactsFeed, clock: Clock) {
        self.feed = feed
        self.clock = clock
    }

    /// The door to every figure, at the books' present position. Throws what the feed throws.
    package func reporter() throws -> Reporter {
        let facts = try current()
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
                CompanyForecast.lesson(question.asOf(facts.canonical(question.asOf)), facts, picture) { early in
                    lesson(early, facts, position, later: picture)
                }
            },
            habits: { [self] start, pipelines in
                habits(Memory.Instant(asOf: start, pipelines: pipelines), facts, position)
            })
    }

    /// The facts, caught up with the journal.
    package func current() throws -> Facts {
        try state.withLock { state in
            guard let known = state.facts else {
                let facts = try feed.load()
                state.facts = facts
                return facts
            }
            guard try feed.position() != known.position else { return known }
            let followed = try feed.follow(known)
            state.memory.follow(followed, from: known)
            state.facts = followed.facts
            return followed.facts
        }
    }

    /// Computed outside the lock: two who ask for the same thing at once may both compute it, and get the same.
    /// - Parameters:
    ///   - inPassing: the picture of the instant is not kept.
    ///   - past: shared with other questions.
    private func forecast(
        _ question: CompanyQuestion, _ facts: Facts, _ position: Int64, inPassing: Bool = false,
        past: SharedPast? = nil
    ) -> CompanyForecast {
        if let known = state.withLock({ $0.facts?.position == position ? $0.memory.forecast(question) : nil }) {
            return known
        }
        let key = Memory.Instant(asOf: question.asOf, pipelines: question.pipelines)
        let picture = picture(key, facts, position, isKept: !inPassing)
        let answer = CompanyForecast(question, facts, picture: picture, past: past) { early in
            lesson(early, facts, position, later: picture)
        }
        state.withLock { if $0.facts?.position == position { $0.memory.keep(answer, for: question) } }
        return answer
    }

    private func lesson(_ question: CompanyQuestion, _ facts: Facts, _ position: Int64, later picture: CompanyPicture)
        -> Lesson
    {
        if let known = state.withLock({ $0.facts?.position == position ? $0.memory.lesson(question) : nil }) {
            return known
        }
        let lesson = Lesson(atStart: question, facts, later: picture)
        state.withLock { if $0.facts?.position == position { $0.memory.keep(lesson, for: question) } }
        return lesson
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
        if let known = state.withLock({ $0.facts?.position == position ? $0.memory.picture(key) : nil }) {
            return known
        }
        let picture = followed(key, facts, position) ?? CompanyPicture(facts, asOf: key.asOf, pipelines: key.pipelines)
        guard isKept else { return picture }
        state.withLock { if $0.facts?.position == position { $0.memory.keep(picture, for: key) } }
        return picture
    }

    /// The picture of now, made from the one before the last changes when there is such.
    private func followed(_ key: Memory.Instant, _ facts: Facts, _ position: Int64) -> CompanyPicture? {
        guard facts.holdsAll(key.asOf) else { return nil }
        var behind = state.withLock { $0.facts?.position == position ? $0.memory.takeBehind(key.pipelines) : nil }
        return behind?.follow(facts, to: key) == true ? behind?.picture : nil
    }
}
