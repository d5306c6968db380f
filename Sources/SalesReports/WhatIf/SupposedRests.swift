internal import Forecasting
internal import SalesDomain

/// What is still to come in every part of the company if things went otherwise: parts add up to the whole, to the minor
/// unit, as they do without suppositions.
struct SupposedRests {
    private let rests: [Int64]
    private let people: PeopleTree

    /// - Parameters:
    ///   - scope: whose part still to come grows.
    ///   - growth: by what.
    init(_ deals: SupposedDeals, _ scope: Scope, growth: Double) {
        people = deals.company.people
        let parent = people.nodes.parent
        let amounts = deals.company.amounts
        let shifts = deals.shifts
        guard growth != 1 || shifts.contains(where: { $0 != 0 }) else {
            rests = amounts.map { $0.fromOpen.plus($0.fromNew) }
            return
        }
        let inside = people.inside(scope)
        var (open, new) = (amounts.map(\.fromOpen), amounts.map(\.fromNew))
        for node in parent.indices.dropFirst() {
            open[Int(parent[node])] = open[Int(parent[node])].minus(amounts[node].fromOpen)
            new[Int(parent[node])] = new[Int(parent[node])].minus(amounts[node].fromNew)
        }
        // Open deals are lost at most whole.
        var left = parent.indices.map { node in
            let own = Double(open[node]) + max(shifts[node], -Double(max(0, open[node]))) + Double(new[node])
            return inside[node] ? own * growth : own
        }
        for node in parent.indices.dropFirst().reversed() { left[Int(parent[node])] += left[node] }
        rests = apportion(tree: parent, left)
    }

    func rest(of scope: Scope) -> Int64 { people.nodes(of: scope).reduce(0) { $0.plus(rests[Int($1)]) } }
}

extension SupposedDeals {
    /// By how much the mean moves, by node itself.
    fileprivate var shifts: [Double] {
        var shifts = [Double](repeating: 0, count: company.people.nodes.parent.count)
        let shares = ShareRows(picture.people.nodes)
        for deal in open {
            guard let change = change(deal, wishes[deal], part: 1) else { continue }
            let rows = shares.rows(of: deal)
            if rows.isEmpty { shifts[Int(picture.people.nodes.nodeOfDeal[deal])] += change.shift }
            for row in rows { shifts[Int(row.node)] += change.shift * row.fraction }
        }
        return shifts
    }
}
