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

    package init(
        asOf: Instant, period: Period, pipelines: PipelineChoice, tree: Tree = .people, deals: Bool = false,
        chances: Bool = false
    ) {
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
            asOf: instant, period: period, pipelines: pipelines, tree: tree, deals: deals, chances: chances)
    }
}

/// The answer for the whole company and for every part of the tree, in whole units that add up. Small: it holds no deals
/// but those that were asked for, so that many can be remembered.
package struct CompanyForecast: Sendable {
    let question: CompanyQuestion
    /// Without deals.
    let people: PeopleTree
    let amounts: [Figure]
    let counts: [Figure]
    let method: Method
    let deals: [DealEstimate]
    let chances: [OpenChance]
    /// With a tree of groups: which group each node is; empty with people.
    let groups: [GroupTree.Place]
    let pipelines: [Pipeline.ID]
    let today: Day
    let rates: RateTable

    /// `picture` must be of the question's instant and pipelines.
    package init(_ question: CompanyQuestion, _ facts: Facts, picture: CompanyPicture) {
        var nodes = picture.people.nodes
        var groups = [GroupTree.Place]()
        switch question.tree {
        case .people: break
        case .products(let scope), .pipelines(let scope):
            let tree = GroupTree(picture.cut, picture.people, scope, question.tree)
            nodes = tree.nodes
            groups = tree.places
        }
        let window = Window(question.period)
        let answer = Forecaster().answer(
            picture.history, nodes: nodes,
            question: Question(period: window, past: question.past(picture.history, facts.calendar)),
            deals: question.deals, chances: question.chances)
        let won = WonTotals(picture.cut, nodes, from: window.start, to: window.end)
        self.question = question
        self.groups = groups
        people = picture.people.withoutDeals
        amounts = FigureTree(answer.amount, won: won.amount, tree: nodes.parent, unit: 1).figures
        counts =
            FigureTree(
                answer.count, won: won.count.map { $0 * Int64(Figure.countUnit) }, tree: nodes.parent,
                unit: Figure.countUnit
            ).figures
        method = answer.method
        deals = answer.deals
        chances = answer.chances
        pipelines = picture.cut.stages.pipelines.map(\.id)
        today = picture.cut.today
        rates = picture.cut.rates
    }

    /// About how many bytes it holds.
    package var size: Int { amounts.count * 500 + deals.count * 300 + chances.count * 48 + 1_000 }
}

extension Window {
    init(_ period: Period) { self.init(start: period.start.number, end: period.end.number) }
}

extension CompanyQuestion {
    /// Full periods of the same kind before this one that were over at the instant, latest first, back to the first deal.
    fileprivate func past(_ history: History, _ calendar: CompanyCalendar) -> [Window] {
        let first = (history.created.min() ?? history.today) - 31
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
