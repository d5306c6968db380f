internal import SalesDomain
internal import SalesFacts
internal import SalesReports

/// What was computed, within a bound: the least lately used goes first.
struct Memory {
    /// What a picture is of.
    struct Instant: Hashable {
        let asOf: SalesDomain.Instant
        let pipelines: PipelineChoice
    }

    private var forecasts = Kept<CompanyQuestion, CompanyForecast>(limit: 96 << 20)
    /// What the start of a day taught about a question: good for the whole day, however deals move.
    private var lessons = Kept<CompanyQuestion, Lesson>(limit: 64 << 20)
    /// How deals usually went on, as of the start of a day.
    private var habits = Kept<Instant, Habits>(limit: 1 << 20)
    private var reports = Kept<Asked, any Remembered>(limit: 48 << 20)
    /// Counted in deals, each some hundred bytes: today and one day more of a large company.
    private var grounds = Kept<Instant, LessonGround>(limit: 2 * Memory.largestGround)
    static let largestGround = 150_000
    /// Counted in deals: an instant of a large company, hundreds of a small one.
    private var pictures = Kept<Instant, CompanyPicture>(limit: 1_500_000)
    /// Pictures of the present that a few changes have left behind.
    private var behind: [PipelineChoice: Behind] = [:]

    /// Also the answer to a question that asks for more.
    mutating func forecast(_ question: CompanyQuestion) -> CompanyForecast? {
        forecasts[question] ?? forecasts[question.withChances]
    }
    mutating func lesson(_ question: CompanyQuestion) -> Lesson? { lessons[question] }
    mutating func picture(_ key: Instant) -> CompanyPicture? { pictures[key] }
    mutating func habits(_ key: Instant) -> Habits? { habits[key] }
    mutating func ground(_ key: Instant) -> LessonGround? { grounds[key] }

    mutating func report(_ asked: Asked) -> (any Remembered)? { reports[asked] }

    /// Only once: whoever takes it rewrites it.
    mutating func takeBehind(_ pipelines: PipelineChoice) -> Behind? { behind.removeValue(forKey: pipelines) }

    mutating func keep(_ forecast: CompanyForecast, for question: CompanyQuestion) {
        forecasts.keep(forecast, size: forecast.size, for: question)
    }

    mutating func keep(_ lesson: Lesson, for question: CompanyQuestion) {
        lessons.keep(lesson, size: lesson.size, for: question)
    }

    mutating func keep(_ habits: Habits, for key: Instant) { self.habits.keep(habits, size: habits.size, for: key) }

    /// - Parameter deals: how many are in it.
    mutating func keep(_ ground: LessonGround, of deals: Int, for key: Instant) {
        grounds.keep(ground, size: deals + 1_000, for: key)
    }

    mutating func keep(_ report: any Remembered, for asked: Asked) {
        reports.keep(report, size: report.size, for: asked)
    }

    mutating func keep(_ picture: CompanyPicture, for key: Instant) {
        pictures.keep(picture, size: picture.cut.count + 1_000, for: key)
    }

    /// Forgets what is in doubt: what was recorded from `earliest` on is in no answer as of `earliest` or before; without
    /// `earliest` everything is. Keeps the picture of the present to be brought up to date.
    mutating func follow(_ followed: FactsFeed.Followed, from facts: Facts) {
        func isInDoubt(_ asOf: SalesDomain.Instant) -> Bool { followed.earliest.map { asOf > $0 } ?? true }
        forecasts.forget { isInDoubt($0.asOf) }
        lessons.forget { isInDoubt($0.asOf) }
        habits.forget { isInDoubt($0.asOf) }
        grounds.forget { isInDoubt($0.asOf) }
        // Of what else than deals changed, and since when, nothing is said here.
        reports.forget { _ in true }
        if let changed = followed.changed {
            for pipelines in behind.keys { behind[pipelines]?.changed.formUnion(changed) }
            for key in pictures.keys where facts.holdsAll(key.asOf) {
                behind[key.pipelines] = pictures.take(key).map { Behind(picture: $0, changed: changed) }
            }
        } else {
            behind = [:]
        }
        pictures.forget { isInDoubt($0.asOf) }
    }

    struct Behind {
        var picture: CompanyPicture
        var changed: Set<Deal.ID>

        /// Brought up to these facts in place; false when that cannot be done.
        mutating func follow(_ facts: Facts, to key: Instant) -> Bool {
            picture.follow(facts, asOf: key.asOf, pipelines: key.pipelines, changed: changed)
        }
    }
}
