/// Won to date + stage probability × amount of the deals open now that are expected to close in the period (a day that
/// has passed counts too); undated deals count only when no open deal has a date.
struct Template: Sendable {
    /// What is still to come, by node; nil where a stage with deals has no probability.
    let amount: [Double?]
    let count: [Double?]

    init(_ history: History, _ standing: Standing, _ values: OpenValue, _ allocation: Allocation, _ period: Window) {
        let open = (0..<history.created.count).filter { Standing.isOpen(standing.state[$0]) }
        let someHaveDates = open.contains { standing.due[$0] != .max }
        var totals = Totals(allocation.nodeCount)
        var unknown = [Double](repeating: 0, count: allocation.nodeCount)
        for deal in open {
            let due = standing.due[deal]
            guard someHaveDates ? (due >= period.start && due < period.end) : true else { continue }
            let stage = Int(standing.state[deal])
            let chance = stage < 0 ? Double.nan : history.stages.probability[stage]
            guard !chance.isNaN else {
                for (node, _) in allocation.nodes(of: deal) { unknown[node] += 1 }
                unknown[Int(allocation.nodeOfDeal[deal])] += 1
                continue
            }
            let value = values.value(
                amount: standing.amount[deal], product: history.product[deal], moneyless: history.moneyless[deal])
            allocation.add(chance * value, of: deal, to: &totals.amount)
            totals.count[Int(allocation.nodeOfDeal[deal])] += chance
        }
        let all = totals.rolledUp(allocation)
        let unknowns = allocation.rollUp(unknown)
        amount = zip(all.amount, unknowns).map { $1 > 0 ? nil : $0 }
        count = zip(all.count, unknowns).map { $1 > 0 ? nil : $0 }
    }
}
