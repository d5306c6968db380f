internal import Forecasting
internal import SalesDomain
internal import SalesFacts
internal import Synchronization

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
    /// Of another basis than the wins.
    private let money: DealMoney?
    private let known = Known()

    /// Where scopes stand, the same for every row.
    private final class Known: Sendable {
        let places = Mutex<[Scope: [Bool]]>([:])
    }

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
        money = request.basis == .won ? nil : DealMoney(request.basis, facts, cut)
    }

    /// The first day on which anything came; nil for the wins.
    var firstDay: Int32? { money?.rows.map(\.day).min() }

    /// What was won in a period, on the nodes themselves, of people and of groups: every node's outcome is read from it.
    struct Won {
        fileprivate let people: Own
        fileprivate let groups: Own?
    }

    fileprivate struct Own {
        var amount: [Int64]
        var count: [Int]

        init(_ cut: Cut, _ deals: [Int], _ nodes: Nodes, _ shares: ShareRows) {
            var amount = [Int64](repeating: 0, count: nodes.parent.count)
            var count = [Int](repeating: 0, count: nodes.parent.count)
            for deal in deals {
                shares.divide(cut, deal) { amount[$0] = amount[$0].plus($1) }
                count[Int(nodes.nodeOfDeal[deal])] += 1
            }
            self.amount = amount
            self.count = count
        }
    }

    func won(in period: Period) -> Won {
        let deals = cut.won(from: period.start.number, to: period.end.number)
        func own(_ nodes: Nodes, _ shares: ShareRows) -> Own {
            var own = Own(cut, deals, nodes, shares)
            if let money {
                own.amount = money.own(nodes, shares, from: period.start.number, to: period.end.number)
            }
            return own
        }
        var ofGroups: Own?
        if let groups, let groupShares { ofGroups = own(groups.nodes, groupShares) }
        return Won(people: own(people.nodes, peopleShares), groups: ofGroups)
    }

    func actual(_ node: ForecastReport.Node, _ won: Won) -> Actual {
        let own = (node.subject.isGroup ? won.groups : nil) ?? won.people
        var (amount, count): (Int64, Int) = (0, 0)
        for (place, isInside) in belonging(node).enumerated() where isInside {
            amount = amount.plus(own.amount[place])
            count += own.count[place]
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
        case .scope(let scope):
            if let found = known.places.withLock({ $0[scope] }) { return found }
            let found = zip(people.inside(scope), inside).map { $0 && $1 }
            known.places.withLock { $0[scope] = found }
            return found
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
