internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// The answer for the wins turned into what they earn: each deal's chance brings its own margin, new business that of
/// what was won in the year before.
struct MarginAnswer {
    let estimates: [Estimate]

    /// - Parameters:
    ///   - won: the answer for the wins, with chances.
    ///   - toDate: margins of what is won in the period, by node with its subtree.
    init(
        _ won: Answer, _ cut: Cut, _ nodes: Nodes, _ shares: MarginShares, toDate: [Int64],
        naive: (last: [Double]?, mean3: [Double]?)
    ) {
        let tree = Tree(nodes)
        var open = Kept(tree.count)
        var template = Kept(tree.count)
        for chance in won.chances {
            let deal = Int(chance.deal)
            let kept = shares.share(of: deal)
            tree.each(deal) { node, fraction in
                open.add(fraction * chance.model * chance.modelValue, kept, at: node)
                if chance.isDue, !chance.template.isNaN {
                    template.add(fraction * chance.template * chance.value, kept, at: node)
                }
            }
        }
        var new = Kept(tree.count)
        for deal in cut.won(from: cut.today.number - 365, to: cut.today.number) where cut.amount[deal] != Cut.unknown {
            let kept = shares.share(of: deal)
            tree.each(deal) { new.add($1 * Double(cut.amount[deal]), kept, at: $0) }
        }
        func turned(_ kept: Kept, _ of: (Estimate) -> Double) -> [Double] {
            tree.rolledUp(zip(tree.own(won.amount.map(of)), kept.shares(prior: shares.company)).map { $0 * $1 })
        }
        let fromOpen = turned(open) { $0.fromOpen }
        let fromNew = turned(new) { $0.fromNew }
        let plain = turned(template) { ($0.template ?? $0.wonToDate) - $0.wonToDate }
        var both = open
        both.add(new)
        let statistical = turned(both) { $0.statistical - $0.wonToDate }
        estimates = won.amount.indices.map { node in
            let said = won.amount[node]
            let base = Double(toDate[node])
            let rest = fromOpen[node] + fromNew[node]
            let before = said.fromOpen + said.fromNew
            return Estimate(
                wonToDate: base, template: said.template.map { _ in base + plain[node] },
                statistical: base + statistical[node], fromOpen: fromOpen[node], fromNew: fromNew[node],
                distribution: said.distribution.turned(to: rest, base: base),
                naiveLast: naive.last.map { base + $0[node] }, naiveMean3: naive.mean3.map { base + $0[node] },
                noise: before > 0 ? said.noise * abs(rest / before) : 0, newByDeals: 0)
        }
    }

    /// Money and what is kept of it, on each node itself.
    private struct Kept {
        var money: [Double]
        var kept: [Double]

        init(_ nodes: Int) {
            money = [Double](repeating: 0, count: nodes)
            kept = money
        }

        mutating func add(_ amount: Double, _ share: Double, at node: Int) {
            money[node] += amount
            kept[node] += amount * share
        }

        mutating func add(_ other: Kept) {
            for node in money.indices {
                money[node] += other.money[node]
                kept[node] += other.kept[node]
            }
        }

        /// The whole's where a node has nothing; a tenth of a node's share is the whole's.
        func shares(prior: Double) -> [Double] {
            let all = money.reduce(0, +)
            let whole = all > 0 ? kept.reduce(0, +) / all : prior
            return money.indices.map { money[$0] > 0 ? kept[$0] / money[$0] : whole }
        }
    }

    /// The tree with the way of deals into it.
    private struct Tree {
        let nodes: Nodes
        let rows: ShareRows
        var count: Int { nodes.parent.count }

        init(_ nodes: Nodes) {
            self.nodes = nodes
            rows = ShareRows(nodes)
        }

        func each(_ deal: Int, _ give: (Int, Double) -> Void) {
            let shares = rows.rows(of: deal)
            if shares.isEmpty { return give(Int(nodes.nodeOfDeal[deal]), 1) }
            for share in shares { give(Int(share.node), share.fraction) }
        }

        /// What is each node's own of figures with their subtrees.
        func own(_ whole: [Double]) -> [Double] {
            var own = whole
            for node in nodes.parent.indices.dropFirst() { own[Int(nodes.parent[node])] -= whole[node] }
            return own
        }

        func rolledUp(_ own: [Double]) -> [Double] {
            var whole = own
            for node in stride(from: count - 1, to: 0, by: -1) { whole[Int(nodes.parent[node])] += whole[node] }
            return whole
        }
    }
}

extension Distribution {
    /// Another mean of what is to come, spread as much in proportion.
    fileprivate func turned(to rest: Double, base: Double) -> Distribution {
        let before = mean - self.base
        guard rest > 0, before > 0 else { return Distribution(base: base + rest, shape: .point) }
        let scaled = scaled(by: rest / before)
        return Distribution(base: scaled.shape == .point ? base + rest : base, shape: scaled.shape)
    }
}
