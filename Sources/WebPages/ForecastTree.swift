internal import SalesDomain
internal import SalesReports

/// Departments and people of a scope in one order: children under their parent, least probable first.
struct ForecastTree {
    struct Row {
        let node: ForecastReport.Node
        let scope: Scope
        let depth: Int
        let isPerson: Bool
    }
    let rows: [Row]

    /// `home`: the department of a person on the day of the forecast.
    init(
        departments: ForecastReport, people: ForecastReport?, home: (Employee.ID) -> Department.ID?,
        name: @escaping (Scope) -> String, ordered: @escaping (String, String) -> Bool
    ) {
        let root = ForecastTree.scope(of: departments.whole) ?? .company
        var byParent: [Scope: [ForecastReport.Node]] = [:]
        let shown = departments.parts.filter { ForecastTree.scope(of: $0) != root && !ForecastTree.isEmpty($0) }
        let known = Set(shown.compactMap(ForecastTree.scope))
        for node in shown {
            byParent[node.parent.flatMap { known.contains($0) ? $0 : nil } ?? root, default: []].append(node)
        }
        for node in people?.parts ?? [] where !ForecastTree.isEmpty(node) {
            guard let scope = ForecastTree.scope(of: node), scope != root else { continue }
            let department = Scope.department(ForecastTree.employee(scope).flatMap(home))
            byParent[known.contains(department) ? department : root, default: []].append(node)
        }
        var rows = [Row(node: departments.whole, scope: root, depth: 0, isPerson: ForecastTree.isPerson(root))]
        func add(below parent: Scope, depth: Int) {
            guard depth < 6 else { return }
            let children = (byParent[parent] ?? []).compactMap { node in
                ForecastTree.scope(of: node).map {
                    Row(node: node, scope: $0, depth: depth, isPerson: ForecastTree.isPerson($0))
                }
            }
            for row in children.sorted(by: { ForecastTree.isBefore($0, $1, name, ordered) }) {
                rows.append(row)
                if !row.isPerson { add(below: row.scope, depth: depth + 1) }
            }
        }
        add(below: root, depth: 1)
        self.rows = rows
    }

    static func scope(of node: ForecastReport.Node) -> Scope? {
        if case .scope(let scope) = node.subject { return scope }
        return nil
    }

    /// Somebody without deals and without a plan says nothing.
    private static func isEmpty(_ node: ForecastReport.Node) -> Bool {
        node.amount.mean == 0 && node.amount.wonToDate == 0 && node.count.mean == 0 && node.plan.quota == nil
    }

    private static func isPerson(_ scope: Scope) -> Bool {
        if case .employee = scope { return true }
        return false
    }

    private static func employee(_ scope: Scope) -> Employee.ID? {
        if case .employee(let id) = scope { return id }
        return nil
    }

    private static func isBefore(
        _ left: Row, _ right: Row, _ name: (Scope) -> String, _ ordered: (String, String) -> Bool
    ) -> Bool {
        if left.isPerson != right.isPerson { return right.isPerson }
        switch (left.node.plan.probability, right.node.plan.probability) {
        case (let first?, let second?) where first != second: return first < second
        case (.some, nil): return true
        case (nil, .some): return false
        default:
            if left.node.amount.mean != right.node.amount.mean { return left.node.amount.mean > right.node.amount.mean }
            return ordered(name(left.scope), name(right.scope))
        }
    }
}
