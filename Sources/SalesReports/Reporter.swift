package import SalesDomain
package import SalesFacts

/// The door to every figure: one state of the books, the present instant, and who computes (or remembers) the whole
/// company's forecasts. Each question takes a `Seen`.
package struct Reporter: Sendable {
    /// In reports as of an instant with the company's own records as they were known then.
    package private(set) var facts: Facts
    package let now: Instant
    /// When these books were first looked at as they are: whatever is in them was written down before, or at that instant.
    package let since: Instant
    let forecasts: @Sendable (CompanyQuestion) -> CompanyForecast
    let pictures: @Sendable (Instant, PipelineChoice) -> CompanyPicture
    /// The same answers as `forecasts`, of instants at which nobody will look longer: their pictures are not kept, and what
    /// is fitted of past moments is shared between them.
    private let passing: @Sendable (CompanyQuestion, SharedPast?) -> CompanyForecast
    /// What the books teach about a question whose real picture this is.
    let lessons: @Sendable (CompanyQuestion, CompanyPicture) -> Lesson
    /// As of the start of a day.
    let habits: @Sendable (Instant, PipelineChoice) -> Habits
    /// Nil: nothing is remembered of reports.
    let recall: Recall?
    /// Whether an answer is at hand, and who computes it for later when it is not. Nil: everybody waits.
    let waiting: Waiting?
    /// What past moments were fitted to before; nil: nothing is kept.
    let lasting: SharedPast?
    /// Deals stand where money would, because no amount is known.
    var isCounting = false

    /// Computes everything anew.
    package init(_ facts: Facts, now: Instant) {
        self.init(
            facts, now: now,
            forecasts: { question in
                let picture = CompanyPicture(facts, asOf: question.asOf, pipelines: question.pipelines)
                return CompanyForecast(question, facts, picture: picture)
            }, pictures: { CompanyPicture(facts, asOf: $0, pipelines: $1) },
            passing: { question, past in
                let picture = CompanyPicture(facts, asOf: question.asOf, pipelines: question.pipelines)
                return CompanyForecast(question, facts, picture: picture, past: past)
            })
    }

    /// All must answer from these very facts.
    package init(
        _ facts: Facts, now: Instant, forecasts: @escaping @Sendable (CompanyQuestion) -> CompanyForecast,
        pictures: @escaping @Sendable (Instant, PipelineChoice) -> CompanyPicture,
        passing: (@Sendable (CompanyQuestion, SharedPast?) -> CompanyForecast)? = nil,
        lessons: (@Sendable (CompanyQuestion, CompanyPicture) -> Lesson)? = nil,
        habits: (@Sendable (Instant, PipelineChoice) -> Habits)? = nil, recall: Recall? = nil,
        waiting: Waiting? = nil, since: Instant = .distantPast, lasting: SharedPast? = nil
    ) {
        self.lasting = lasting
        self.since = since
        self.recall = recall
        self.waiting = waiting
        self.passing = passing ?? { question, _ in forecasts(question) }
        self.facts = facts
        self.lessons =
            lessons ?? { question, picture in
                CompanyForecast.lesson(question, facts, picture) { Lesson(atStart: $0, facts, later: picture) }
            }
        self.now = now
        self.forecasts = forecasts
        self.pictures = pictures
        self.habits = habits ?? { Habits(facts, pictures($0, $1)) }
    }

    /// For going through many past instants once.
    func inPassing(sharing past: SharedPast?) -> Reporter {
        let passing = passing
        return Reporter(
            facts, now: now, forecasts: { passing($0, past) }, pictures: pictures, lessons: lessons, habits: habits,
            recall: recall, since: since)
    }

    /// The same door, with the company's own records as they were known at an instant.
    func looking(asOf: Instant) -> Reporter {
        var reporter = self
        reporter.facts = facts.known(asOf: asOf)
        return reporter
    }

    /// What somebody may see today.
    package func seen(by viewer: Viewer) -> Seen {
        Visibility.seen(by: viewer, in: facts.rights, on: today)
    }

    var today: Day { facts.calendar.zone.day(of: now) }

    /// Refuses what is not yet, what is not there, and what is not this viewer's, the last two alike. Whoever is let in looks
    /// at the books through the answer: it has the company's own records as they were known at the instant.
    func admitted(_ scope: Scope, _ pipelines: PipelineChoice, asOf: Instant, _ seen: Seen) throws(ReportRefusal)
        -> Reporter
    {
        guard asOf <= now else { throw .notYet }
        guard exists(scope), seen.allows(scope, in: facts.rights, on: today) else { throw .notFound }
        guard !pipelines.pipelines(in: facts.frame).isEmpty || pipelines == .sales || pipelines == .all else {
            throw .notFound
        }
        return looking(asOf: asOf)
    }

    private func exists(_ scope: Scope) -> Bool {
        switch scope {
        case .company, .department(nil), .employee(nil): return true
        case .department(let id?): return facts.organisation.department(id) != nil
        case .employee(let id?): return facts.organisation.employee(id) != nil
        }
    }
}
