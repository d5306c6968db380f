internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What came true, as it is known at the backtest's own instant.
struct Outcomes {
    struct Actual {
        let amount: Int64
        let count: Int
        let wins: BacktestReport.RowWins
    }

    private let cut: Cut
    private let facts: Facts
    private let people: PeopleTree
    private let groups: GroupTree?
    private let scope: Scope
    private let inside: [Bool]
    private let peopleShares: ShareRows
    private let groupShares: ShareRows?
    /// 1 + the squared coefficient of variation of won deals' amounts.
    private let kappa: Double

    init(_ picture: CompanyPicture, _ facts: Facts, _ request: BacktestRequest) {
        let cut = picture.cut
        self.cut = cut
        self.facts = facts
        scope = request.scope
        people = picture.people
        inside = people.inside(request.scope)
        peopleShares = ShareRows(people.nodes)
        switch request.by {
        case .product: groups = GroupTree(cut, people, request.scope, .products(request.scope))
        case .pipeline: groups = GroupTree(cut, people, request.scope, .pipelines(request.scope))
        case .department, .employee, .deal, nil: groups = nil
        }
        groupShares = groups.map { ShareRows($0.nodes) }
        kappa = Outcomes.kappa(cut)
    }

    func actual(_ node: ForecastReport.Node, _ period: Period, openFrom day: Day) -> Actual {
        let belongs = belonging(node)
        let nodes = groups.flatMap { node.subject.isGroup ? $0.nodes : nil } ?? people.nodes
        let shares = (node.subject.isGroup ? groupShares : nil) ?? peopleShares
        var amount: Int64 = 0
        var count = 0
        var open = 0
        for deal in cut.won(from: period.start.number, to: period.end.number) {
            shares.divide(cut, deal) { amount += belongs[$0] ? $1 : 0 }
            guard belongs[Int(nodes.nodeOfDeal[deal])] else { continue }
            count += 1
            if cut.since[deal] >= day.number { open += 1 }
        }
        return Actual(amount: amount, count: count, wins: BacktestReport.RowWins(all: count, open: open, kappa: kappa))
    }

    private func belonging(_ node: ForecastReport.Node) -> [Bool] {
        switch node.subject {
        case .scope(.department(nil)) where node.parent != nil:
            // What belongs to a department itself: its own people's leaves.
            let above = node.parent.flatMap { people.nodes(of: $0).first } ?? -1
            return people.places.indices.map { index in
                if case .leaf = people.places[index] { return people.nodes.parent[index] == above }
                return false
            }
        case .scope(let scope): return zip(people.inside(scope), inside).map { $0 && $1 }
        case .product(let id):
            let index = id.flatMap { id in facts.frame.products.firstIndex { $0.id == id } } ?? -1
            return groups?.places.map { $0 == .group(Int32(index)) } ?? []
        case .pipeline(let id):
            let index = cut.stages.pipelines.firstIndex { $0.id == id } ?? -1
            return groups?.places.map { $0 == .group(Int32(index)) } ?? []
        }
    }

    private static func kappa(_ cut: Cut) -> Double {
        var (count, sum, squares) = (0.0, 0.0, 0.0)
        for deal in 0..<cut.count where cut.state[deal] == StageTable.won && cut.amount[deal] != Cut.unknown {
            let value = Double(cut.amount[deal])
            count += 1
            sum += value
            squares += value * value
        }
        return sum > 0 ? max(1, squares * count / (sum * sum)) : 1
    }
}

extension ForecastReport.Subject {
    var isGroup: Bool {
        if case .scope = self { return false }
        return true
    }
}
