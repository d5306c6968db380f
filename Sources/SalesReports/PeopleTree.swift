internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// The company as a tree for the number core: departments, below them a leaf for each person in each department to which
/// deals of theirs belong. Who moves to another department leaves the past behind.
struct PeopleTree: Sendable {
    enum Place: Hashable, Sendable {
        case company
        /// Nil: everybody who belongs to none.
        case department(Department.ID?)
        /// A person (nil: nobody) in a department.
        case leaf(Employee.ID?, Department.ID?)
    }

    private(set) var nodes: Nodes
    private(set) var places: [Place]
    private(set) var nodeOf: [Place: Int32]
    /// Nodes that are there whatever deals there are; the others were made for deals of who has moved since.
    private var standing = 0

    init(_ cut: Cut, _ organisation: Organisation) {
        nodes = Nodes(parent: [-1], nodeOfDeal: [], open: [true])
        places = [.company]
        nodeOf = [.company: 0]
        for department in organisation.parentsFirst {
            add(.department(department.id), under: department.parent.map { .department($0) } ?? .company, open: true)
        }
        add(.department(nil), under: .company, open: true)
        var leaves = LeafFinder(organisation, today: cut.today)
        for (index, employee) in organisation.employees.enumerated() {
            let department = leaves.department(Int32(index), on: cut.today.number)
            add(.leaf(employee.id, department), under: .department(department), open: leaves.works[index])
        }
        add(.leaf(nil, nil), under: .department(nil), open: true)
        standing = places.count
        hang(cut, &leaves)
    }

    /// Brings the tree up to a cut in which a few deals were replaced. False when a node of its own was made for one of
    /// them: make the tree anew, so that its order does not depend on the way.
    mutating func follow(_ cut: Cut, _ organisation: Organisation, _ replaced: [Cut.Replaced]) -> Bool {
        var leaves = LeafFinder(organisation, today: cut.today)
        for change in replaced {
            if change.was, nodes.nodeOfDeal[change.place] >= Int32(standing) { return false }
            guard change.isNow else {
                if change.was { nodes.nodeOfDeal.remove(at: change.place) }
                continue
            }
            // Where it stands when all has been replaced: later ones may have come or gone, but only behind it.
            let deal = change.place
            let node = leaf(of: cut.owner[deal], on: cut.dayOfBelonging(deal), &leaves)
            if node >= Int32(standing) { return false }
            if change.was { nodes.nodeOfDeal[deal] = node } else { nodes.nodeOfDeal.insert(node, at: deal) }
        }
        if !(cut.shares.isEmpty && nodes.shares.isEmpty) { hangShares(cut, &leaves) }
        return places.count == standing || !nodes.shares.contains { $0.node >= Int32(standing) }
    }

    /// Which department stands under which: what is there whatever people and deals there are.
    struct Departments: Sendable, Equatable {
        fileprivate let places: [Place]
        fileprivate let parents: [Int32]
    }

    var departments: Departments {
        let places = Array(
            places.prefix { place in
                if case .leaf = place { return false }
                return true
            })
        return Departments(places: places, parents: Array(nodes.parent.prefix(places.count)))
    }

    /// The tree with these places of an earlier one besides, and where those stand in it now.
    func including(_ earlier: [Place]) -> (tree: PeopleTree, places: [Int32]) {
        var tree = self
        let now = earlier.map { place -> Int32 in
            if let node = tree.nodeOf[place] { return node }
            if case .leaf(_, let department) = place { tree.add(place, under: .department(department), open: false) }
            return tree.nodeOf[place] ?? 0
        }
        return (tree, now)
    }

    private mutating func add(_ place: Place, under parent: Place, open: Bool) {
        nodeOf[place] = Int32(places.count)
        places.append(place)
        nodes.parent.append(nodeOf[parent] ?? 0)
        nodes.open.append(open)
    }

    private mutating func hang(_ cut: Cut, _ leaves: inout LeafFinder) {
        var nodeOfDeal = [Int32](repeating: 0, count: cut.count)
        for (deal, owner) in cut.owner.enumerated() {
            // Most people never move: then the day need not be known.
            let fixed = leaves.fixed[Int(owner) + 1]
            nodeOfDeal[deal] = fixed >= 0 ? fixed : leaf(of: owner, on: cut.dayOfBelonging(deal), &leaves)
        }
        nodes.nodeOfDeal = nodeOfDeal
        hangShares(cut, &leaves)
    }

    private mutating func hangShares(_ cut: Cut, _ leaves: inout LeafFinder) {
        nodes.shares = cut.shares.map { share in
            let node = leaf(of: share.employee, on: cut.dayOfBelonging(Int(share.deal)), &leaves)
            return Nodes.Share(deal: share.deal, node: node, fraction: share.fraction)
        }
    }

    private mutating func leaf(of employee: Int32, on day: Int32, _ leaves: inout LeafFinder) -> Int32 {
        let department = leaves.department(employee, on: day)
        if let known = leaves.node(employee, department) { return known }
        let place = Place.leaf(employee < 0 ? nil : leaves.organisation.employees[Int(employee)].id, department)
        if nodeOf[place] == nil { add(place, under: .department(department), open: false) }
        let node = nodeOf[place] ?? 0
        leaves.remember(node, employee, department)
        return node
    }

    /// Every deal is its owner's alone.
    mutating func undivide() { nodes.shares = [] }

    /// The tree alone.
    var withoutDeals: PeopleTree {
        var tree = self
        tree.nodes.nodeOfDeal = []
        tree.nodes.shares = []
        return tree
    }

    /// Every node at or below one.
    func subtree(_ root: Int32) -> [Bool] {
        var inside = [Bool](repeating: false, count: places.count)
        for node in places.indices {
            inside[node] = Int32(node) == root || (nodes.parent[node] >= 0 && inside[Int(nodes.parent[node])])
        }
        return inside
    }

    /// The nodes whose figures make up a scope's: one, or a person's leaves.
    func nodes(of scope: Scope) -> [Int32] {
        switch scope {
        case .company: return [0]
        case .department(let id): return nodeOf[.department(id)].map { [$0] } ?? []
        case .employee(let id):
            return places.indices.compactMap { node in
                if case .leaf(id, _) = places[node] { return Int32(node) }
                return nil
            }
        }
    }

    /// By deal: whether its owner hangs under the scope; so deals are counted.
    func owned(_ scope: Scope) -> [Bool] {
        let inside = inside(scope)
        return nodes.nodeOfDeal.map { inside[Int($0)] }
    }

    /// By deal: whether it lies in a scope, whole or in part.
    func touched(_ scope: Scope) -> [Bool] {
        let inside = inside(scope)
        var touched = nodes.nodeOfDeal.map { inside[Int($0)] }
        for share in nodes.shares where inside[Int(share.node)] { touched[Int(share.deal)] = true }
        return touched
    }

    /// Which nodes lie inside a scope.
    func inside(_ scope: Scope) -> [Bool] {
        var inside = [Bool](repeating: false, count: places.count)
        for root in nodes(of: scope) {
            for (node, isInside) in subtree(root).enumerated() where isInside { inside[node] = true }
        }
        return inside
    }
}

extension Cut {
    /// The day that decides to which department a deal belongs: when it was closed, or today.
    func dayOfBelonging(_ deal: Int) -> Int32 { StageTable.isOpen(state[deal]) ? today.number : since[deal] }
}

extension Organisation {
    /// Departments, each after the one above it; a department in a ring of parents hangs where the ring is cut.
    var parentsFirst: [Department] {
        var result = [Department]()
        var done = Set<Department.ID>()
        var waiting = departments
        while !waiting.isEmpty {
            var ready = waiting.filter {
                $0.parent.map { parent in done.contains(parent) || department(parent) == nil } ?? true
            }
            if ready.isEmpty { ready = [waiting[0]] }
            result += ready
            done.formUnion(ready.map(\.id))
            waiting.removeAll { done.contains($0.id) }
        }
        return result
    }
}
