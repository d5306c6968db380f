internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What came true, as it is known at the backtest's own instant.
struct Outcomes {
    struct Actual {
        let amount: Int64
        let count: Int
    }

    private let cut: Cut
    private let facts: Facts
    private let people: PeopleTree
    private let groups: GroupTree?
    private let scope: Scope
    private let inside: [Bool]
    private let peopleShares: ShareRows
    private let groupShares: ShareRows?

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
    }

    func actual(_ node: ForecastReport.Node, _ period: Period) -> Actual {
        let belongs = belonging(node)
        let nodes = groups.flatMap { node.subject.isGroup ? $0.nodes : nil } ?? people.nodes
        let shares = (node.subject.isGroup ? groupShares : nil) ?? peopleShares
        var amount: Int64 = 0
        var count = 0
        for deal in cut.won(from: period.start.number, to: period.end.number) {
            shares.divide(cut, deal) { amount += belongs[$0] ? $1 : 0 }
            guard belongs[Int(nodes.nodeOfDeal[deal])] else { continue }
            count += 1
        }
        return Actual(amount: amount, count: count)
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
}

extension ForecastReport.Subject {
    var isGroup: Bool {
        if case .scope = self { return false }
        return true
    }
}
