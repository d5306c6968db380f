internal import Forecasting
internal import SalesDomain
package import SalesFacts

/// What the books teach about one question as they were known at the start of a day; small, so that it can be remembered
/// while deals move. The tree over which it was learned may have grown since.
package struct Lesson: Sendable {
    private(set) var learned: Learned
    let people: [PeopleTree.Place]
    let groups: [GroupTree.Place]
    private let stages: [Stage.ID]
    private let departments: PeopleTree.Departments

    /// Of a question as of the start of a day.
    /// - Parameters:
    ///   - picture: of a later instant of that day; taken when nothing has come since.
    ///   - grounds: where what several questions of that instant have in common is kept.
    package init(
        atStart question: CompanyQuestion, _ facts: Facts, later picture: CompanyPicture,
        grounds: LessonGrounds? = nil
    ) {
        let start =
            facts.isQuiet(from: question.asOf)
            ? picture
            : grounds?.picture(question) ?? CompanyPicture(facts, asOf: question.asOf, pipelines: question.pipelines)
        self.init(question, facts, start, grounds: grounds)
    }

    /// - Parameters:
    ///   - picture: of the question's own instant and pipelines, or one that is the same.
    ///   - past: shared with questions as of other instants.
    ///   - grounds: shared with questions as of the same instant about other periods; neither changes a figure.
    init(
        _ question: CompanyQuestion, _ facts: Facts, _ picture: CompanyPicture, past: SharedPast? = nil,
        grounds: LessonGrounds? = nil
    ) {
        let tree = CompanyTree(question, picture)
        let asked = Question(
            period: Window(question.period), past: question.past(picture.history, facts.calendar))
        let fits = (past ?? grounds?.past(picture))?.fits
        if past == nil, question.tree == .people, let known = grounds?.ground(question, picture) {
            learned = Forecaster().learn(
                known.ground, question: asked, deals: question.deals, flow: question.needsFlow, fits: fits)
        } else {
            learned = Forecaster().learn(
                picture.history, nodes: tree.nodes, question: asked, deals: question.deals, flow: question.needsFlow,
                fits: fits)
        }
        people = tree.people.places
        groups = tree.groups?.places ?? []
        stages = picture.cut.stages.open.map(\.id)
        departments = picture.people.departments
    }

    /// The same for a question that asks for each deal too.
    /// - Parameter picture: of any moment of the day.
    package func withDeals(_ picture: CompanyPicture) -> Lesson {
        var lesson = self
        lesson.learned = learned.withDeals(picture.history.calendar)
        return lesson
    }

    /// Whether the deals of a later picture of the same day can be read by it.
    func serves(_ picture: CompanyPicture) -> Bool {
        stages == picture.cut.stages.open.map(\.id) && departments == picture.people.departments
            && learned.serves(picture.history)
    }

    /// About how many bytes it holds.
    package var size: Int { learned.size + people.count * 100 }
}

/// What questions as of one instant about several periods have in common: the deals read once, and what they teach
/// whatever the period.
package struct LessonGround: Sendable {
    let ground: Ground

    /// Over the people of a picture.
    package init(_ picture: CompanyPicture) { ground = Ground(picture.history, nodes: picture.people.nodes) }
}

/// Where what the books teach whatever the period is kept, by instant and pipelines.
package struct LessonGrounds: Sendable {
    /// As of the question's instant.
    package let picture: @Sendable (CompanyQuestion) -> CompanyPicture
    /// Over the people of that picture; nil where it would be too large to be kept.
    package let ground: @Sendable (CompanyQuestion, CompanyPicture) -> LessonGround?
    /// What past moments of these books were fitted to; nil where to tell them apart would cost more than it saves.
    package let past: @Sendable (CompanyPicture) -> SharedPast?

    package init(
        picture: @escaping @Sendable (CompanyQuestion) -> CompanyPicture,
        ground: @escaping @Sendable (CompanyQuestion, CompanyPicture) -> LessonGround?,
        past: @escaping @Sendable (CompanyPicture) -> SharedPast? = { _ in nil }
    ) {
        self.past = past
        self.picture = picture
        self.ground = ground
    }
}

/// The tree of a question over the deals of a picture.
struct CompanyTree {
    var people: PeopleTree
    var groups: GroupTree?

    init(_ question: CompanyQuestion, _ picture: CompanyPicture) {
        people = picture.people
        switch question.tree {
        case .people: groups = nil
        case .products(let scope), .pipelines(let scope):
            groups = GroupTree(picture.cut, picture.people, scope, question.tree)
        }
    }

    var nodes: Nodes { groups?.nodes ?? people.nodes }

    /// Takes in the nodes of a lesson; answers what was learned, over this tree.
    mutating func take(_ lesson: Lesson) -> Learned {
        let places: [Int32]
        if let known = groups {
            let (tree, now) = known.including(lesson.groups)
            groups = tree
            places = now
        } else {
            (people, places) = people.including(lesson.people)
        }
        return lesson.learned.mapped(to: places, of: nodes.parent.count)
    }
}

extension CompanyQuestion {
    /// Full periods of the same kind before this one that were over at the instant, latest first, back to the first deal.
    fileprivate func past(_ history: History, _ calendar: CompanyCalendar) -> [Window] {
        let first = (history.created.least ?? history.today) - 31
        var past = [Window]()
        var step = 1
        while past.count < 60, step < 600 {
            let window = Window(period.previous(step, in: calendar))
            if window.start < first { break }
            if window.end <= history.today { past.append(window) }
            step += 1
        }
        return past
    }
}
