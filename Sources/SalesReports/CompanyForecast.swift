internal import Forecasting
package import SalesDomain
package import SalesFacts

/// What is asked of the number core: always of the whole company, so that everybody gets the same figure for the same
/// scope. The key under which an answer is remembered.
package struct CompanyQuestion: Hashable, Sendable {
    package enum Tree: Hashable, Sendable {
        case people
        /// Products or pipelines of one scope.
        case products(Scope)
        case pipelines(Scope)
    }
    package let asOf: Instant
    package let period: Period
    package let pipelines: PipelineChoice
    package let tree: Tree
    /// Whether each open deal is answered for too.
    package let deals: Bool
    /// Whether how likely each open deal is comes along, which costs little.
    package let chances: Bool
    /// What of a sale counts.
    package let basis: Company.Basis

    package init(
        asOf: Instant, period: Period, pipelines: PipelineChoice, tree: Tree = .people, deals: Bool = false,
        chances: Bool = false, basis: Company.Basis = .won
    ) {
        self.basis = basis
        self.deals = deals
        self.chances = chances
        self.asOf = asOf
        self.period = period
        self.pipelines = pipelines
        self.tree = tree
    }

    /// The same question as of another instant.
    package func asOf(_ instant: Instant) -> CompanyQuestion {
        CompanyQuestion(
            asOf: instant, period: period, pipelines: pipelines, tree: tree, deals: deals, chances: chances,
            basis: basis)
    }

    /// The same question with each open deal's chance: its answer holds all that this one asks for.
    package var withChances: CompanyQuestion {
        CompanyQuestion(
            asOf: asOf, period: period, pipelines: pipelines, tree: tree, deals: deals, chances: true, basis: basis)
    }

    /// The same question about everything but single deals.
    package var withoutDeals: CompanyQuestion {
        CompanyQuestion(
            asOf: asOf, period: period, pipelines: pipelines, tree: tree, chances: chances, basis: basis)
    }

    /// Money comes after the win: when wins come on the way must be known too.
    var needsFlow: Bool { basis.comesAfterTheWin }

    /// What must be learned for it at the start of a day.
    func lesson(asOf start: Instant) -> CompanyQuestion {
        CompanyQuestion(
            asOf: start, period: period, pipelines: pipelines, tree: tree, deals: deals,
            basis: needsFlow ? .paid : .won)
    }
}

/// The answer for the whole company and for every part of the tree, in whole units that add up. Small: it holds no deals
/// but those that were asked for, so that many can be remembered.
package struct CompanyForecast: Sendable {
    let question: CompanyQuestion
    /// Without deals.
    let people: PeopleTree
    var amounts: [Figure]
    let counts: [Figure]
    let method: Method
    var deals: [DealEstimate]
    var chances: [OpenChance]
    /// With chances, on a basis of payments: what open deals bring within the period.
    let coming: [Coming]
    /// With a tree of groups: which group each node is; empty with people.
    let groups: [GroupTree.Place]
    let pipelines: [Pipeline.ID]
    let today: Day
    let rates: RateTable
    /// On a basis of payments: of what each node's rest consists, and what is said beside.
    let sources: [BasisSources]
    let basisNotes: BasisNotes?
    /// Where there are plans of single pipelines.
    let worked: WorkedPipelines?
    /// `amounts` say how many deals, in ten-thousandths.
    var isCounted = false

    /// - Parameters:
    ///   - picture: of the question's instant and pipelines.
    ///   - past: shared with questions as of other instants; they change no figure.
    ///   - grounds: shared with questions as of the same instant; they change none either.
    ///   - atStart: the lesson of the same question as of the start of its day, remembered or learned now.
    package init(
        _ question: CompanyQuestion, _ facts: Facts, picture: CompanyPicture, past: SharedPast? = nil,
        grounds: LessonGrounds? = nil, atStart: (CompanyQuestion) -> Lesson
    ) {
        let lesson = CompanyForecast.lesson(question, facts, picture, past: past, grounds: grounds, atStart)
        self.init(question, facts, picture, by: lesson)
    }

    /// The answer that a lesson gives for a picture, also for one that is only supposed: it must be of the same day.
    init(_ question: CompanyQuestion, _ facts: Facts, _ picture: CompanyPicture, by lesson: Lesson) {
        var tree = CompanyTree(question, picture)
        let learned = tree.take(lesson)
        let nodes = tree.nodes
        let answer = Forecaster().answer(
            learned, picture.history, nodes: nodes, chances: question.chances || question.basis == .margin)
        let won = WonTotals(
            picture.cut, nodes, from: question.period.start.number, to: question.period.end.number)
        self.question = question
        groups = tree.groups?.places ?? []
        people = tree.people.withoutDeals
        let other = question.basis == .won ? nil : BasisFigures(question, facts, picture, nodes, learned, answer)
        amounts =
            other?.figures ?? FigureTree(answer.amount, won: won.amount, tree: nodes.parent, unit: 1).figures
        sources = other?.sources ?? []
        basisNotes = other?.notes
        counts =
            FigureTree(
                answer.count, won: won.count.map { $0 * Int64(Figure.countUnit) }, tree: nodes.parent,
                unit: Figure.countUnit
            ).figures
        method = answer.method
        deals = answer.deals
        chances = answer.chances
        coming = question.chances ? other?.coming ?? [] : []
        pipelines = picture.cut.stages.pipelines.map(\.id)
        today = picture.cut.today
        rates = picture.cut.rates
        worked = WorkedPipelines(picture.cut, question.period, facts)
    }

    /// Everything anew.
    package init(_ question: CompanyQuestion, _ facts: Facts, picture: CompanyPicture, past: SharedPast? = nil) {
        self.init(question, facts, picture: picture, past: past) { Lesson(atStart: $0, facts, later: picture) }
    }

    /// As a rule what was known at the start of the day: so a change costs milliseconds, and a day has one opinion. The
    /// picture itself when it is of that instant, when most of it was written down today (a first import, a book kept up in
    /// arrears), or when it has other stages now.
    package static func lesson(
        _ question: CompanyQuestion, _ facts: Facts, _ picture: CompanyPicture, past: SharedPast? = nil,
        grounds: LessonGrounds? = nil, _ atStart: (CompanyQuestion) -> Lesson
    ) -> Lesson {
        let start = facts.calendar.zone.start(of: picture.cut.today)
        if question.asOf <= start || picture.isMostlyNew {
            return Lesson(question, facts, picture, past: past, grounds: grounds)
        }
        let lesson = atStart(question.lesson(asOf: start))
        return lesson.serves(picture) ? lesson : Lesson(question, facts, picture, past: past, grounds: grounds)
    }

    /// What is said of a scope's money.
    func amount(of scope: Scope) -> Figure { Figure.sum(people.nodes(of: scope).map { amounts[Int($0)] }) }

    /// About how many bytes it holds.
    package var size: Int {
        let figures = (amounts + counts).reduce(0) { $0 + 140 + $1.distribution.size }
        return figures + people.places.count * 100 + sources.count * 48 + deals.count * 300 + chances.count * 48
            + coming.count * 40 + 1_000
    }
}

extension Window {
    init(_ period: Period) { self.init(start: period.start.number, end: period.end.number) }
}
