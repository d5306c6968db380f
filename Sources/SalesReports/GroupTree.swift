internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Products or pipelines of one scope: the groups of what lies inside it, and everything else in one node, so that the
/// whole is still the company.
struct GroupTree {
    enum Place: Hashable, Sendable {
        case whole
        case outside
        /// Index into the frame's products, or into the chosen pipelines; -1 is none.
        case group(Int32)
    }

    private(set) var nodes: Nodes
    private(set) var places: [Place]

    init(_ cut: Cut, _ people: PeopleTree, _ scope: Scope, _ tree: CompanyQuestion.Tree) {
        let inside = people.inside(scope)
        let group = if case .pipelines = tree { cut.pipeline } else { cut.product }
        nodes = Nodes(parent: [-1, 0], nodeOfDeal: [], open: [true, true])
        places = [.whole, .outside]
        let last = group.max() ?? -1
        for index in -1...max(last, -1) {
            places.append(.group(index))
            nodes.parent.append(0)
            nodes.open.append(true)
        }
        func node(_ deal: Int, at leaf: Int32) -> Int32 { inside[Int(leaf)] ? group[deal] + 3 : 1 }
        nodes.nodeOfDeal = people.nodes.nodeOfDeal.enumerated().map { node($0.offset, at: $0.element) }
        nodes.shares = people.nodes.shares.map {
            Nodes.Share(deal: $0.deal, node: node(Int($0.deal), at: $0.node), fraction: $0.fraction)
        }
    }

    /// The tree with these groups of an earlier one besides, and where those stand in it now.
    func including(_ earlier: [Place]) -> (tree: GroupTree, places: [Int32]) {
        var tree = self
        let now = earlier.map { place -> Int32 in
            if let node = tree.places.firstIndex(of: place) { return Int32(node) }
            tree.places.append(place)
            tree.nodes.parent.append(0)
            tree.nodes.open.append(true)
            return Int32(tree.places.count - 1)
        }
        return (tree, now)
    }
}
