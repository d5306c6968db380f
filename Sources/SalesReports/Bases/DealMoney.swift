internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What counts on a basis, by deal and day, in whole minor units, as known at a cut's instant: amounts of wins, what was
/// paid or shipped less what went back, or what wins earn above their cost.
struct DealMoney {
    struct Row {
        let deal: Int
        let day: Int32
        let money: Int64
    }

    let rows: [Row]

    init(_ basis: Company.Basis, _ facts: Facts, _ cut: Cut) {
        switch basis {
        case .won: rows = DealMoney.wins(cut) { $1 }
        case .margin:
            let costs = MarginShares(facts, cut)
            rows = DealMoney.wins(cut) { Int64(nearest: Double($1) * costs.share(of: $0)) }
        case .paid, .shipped: rows = DealMoney.came(PaymentsOfCut(basis, facts, cut), cut)
        }
    }

    private static func wins(_ cut: Cut, _ money: (Int, Int64) -> Int64) -> [Row] {
        cut.won(from: .min, to: .max).compactMap { deal in
            let amount = cut.amount[deal]
            return amount == Cut.unknown ? nil : Row(deal: deal, day: cut.since[deal], money: money(deal, amount))
        }
    }

    /// What is dated later than today is not so yet.
    static func came(_ payments: PaymentsOfCut, _ cut: Cut) -> [Row] {
        payments.rows.compactMap { row in
            guard row.kind != .promised, row.day <= cut.today.number else { return nil }
            return Row(deal: row.deal, day: row.day, money: row.kind == .back ? -row.money : row.money)
        }
    }

    init(rows: [Row]) { self.rows = rows }

    func within(_ start: Int32, _ end: Int32) -> [Row] { rows.filter { $0.day >= start && $0.day < end } }

    /// On each node itself.
    func own(_ nodes: Nodes, _ shares: ShareRows, from start: Int32, to end: Int32) -> [Int64] {
        var own = [Int64](repeating: 0, count: nodes.parent.count)
        for row in within(start, end) { shares.divide(row.money, of: row.deal) { own[$0] = own[$0].plus($1) } }
        return own
    }

    /// By node with its subtree.
    func totals(_ nodes: Nodes, from start: Int32, to end: Int32) -> [Int64] {
        var totals = own(nodes, ShareRows(nodes), from: start, to: end)
        for node in stride(from: nodes.parent.count - 1, to: 0, by: -1) {
            let parent = Int(nodes.parent[node])
            totals[parent] = totals[parent].plus(totals[node])
        }
        return totals
    }
}
