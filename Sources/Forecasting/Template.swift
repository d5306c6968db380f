/// Won to date + stage probability × amount of the deals open now that are expected to close in the period (a day that
/// has passed counts too); undated deals count only when no open deal has a date.
struct Template: Sendable {
    /// What is still to come, by node; nil where a stage with deals has no probability.
    let amount: [Double?]
    let count: [Double?]
    /// Of each open deal, in order of deal: its stage's probability, NaN where nobody said one; nil when the deal is not
    /// expected in the period.
    let chances: [Double?]

    init(_ history: History, _ open: [OpenDeal], _ values: OpenValue, _ allocation: Allocation, _ period: Window) {
        let someHaveDates = open.contains { history.due(of: Int($0.deal)) != .max }
        var totals = Totals(allocation.nodeCount)
        var chances = [Double?]()
        var unknown = [Double](repeating: 0, count: allocation.nodeCount)
        for row in open {
            let deal = Int(row.deal)
            let due = history.due(of: deal)
            guard someHaveDates ? (due >= period.start && due < period.end) : true else {
                chances.append(nil)
                continue
            }
            let stage = Int(history.lastState(of: deal))
            let chance = stage < 0 ? Double.nan : history.stages.probability[stage]
            chances.append(chance)
            guard !chance.isNaN else {
                for (node, _) in allocation.nodes(of: deal) { unknown[node] += 1 }
                unknown[Int(allocation.nodeOfDeal[deal])] += 1
                continue
            }
            let value = values.value(
                amount: row.amount, product: history.product[deal], pipeline: history.pipeline[deal],
                moneyless: history.moneyless[deal])
            allocation.add(chance * value, of: deal, to: &totals.amount)
            totals.count[Int(allocation.nodeOfDeal[deal])] += chance
        }
        self.chances = chances
        let all = totals.rolledUp(allocation)
        let unknowns = allocation.rollUp(unknown)
        amount = zip(all.amount, unknowns).map { $1 > 0 ? nil : $0 }
        count = zip(all.count, unknowns).map { $1 > 0 ? nil : $0 }
    }
}

extension History {
    /// The last that was said; Int32.max is "no date".
    func due(of deal: Int) -> Int32 {
        let last = Int(dueStart[deal + 1]) - 1
        return last >= Int(dueStart[deal]) ? dueValue[last] : .max
    }

    func lastState(of deal: Int) -> Int16 {
        let last = Int(stepStart[deal + 1]) - 1
        return last >= Int(stepStart[deal]) ? stepState[last] : Stages.unknown
    }
}
