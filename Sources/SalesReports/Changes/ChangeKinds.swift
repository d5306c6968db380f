internal import SalesDomain
internal import SalesFacts

/// By which kind of change a deal's part of the forecast became another: the first that applies.
struct ChangeKinds {
    let facts: Facts
    let before: DealFigures
    let after: DealFigures

    /// Places in either cut; nil: the deal is not in it. One of them at least lies in the scope.
    func kind(_ earlier: Int?, _ later: Int?) -> ChangesReport.Kind {
        let old = earlier.flatMap { before.holds($0) ? $0 : nil }
        guard let new = later, after.holds(new) else {
            // What left the scope says nothing of what became of it elsewhere.
            let isGone = later == nil && old.map { isRemoved(before.cut.id[$0], after.cut.asOf) } ?? false
            return isGone ? .removed : .transfer
        }
        if let old { return kind(of: old, new) }
        if after.isWon(new) { return .won }
        if after.isLost(new) { return .lost }
        let id = after.cut.id[new]
        if facts.log(of: Deal.ID(id), asOf: before.cut.asOf) == nil { return .new }
        return isRemoved(id, before.cut.asOf) ? .reopened : .transfer
    }

    /// In the scope at both instants.
    private func kind(of old: Int, _ new: Int) -> ChangesReport.Kind {
        if after.isWon(new), !before.isWon(old) { return .won }
        if after.isLost(new), !before.isLost(old) { return .lost }
        if after.isOpen(new), !before.isOpen(old) { return .reopened }
        if isLater(old, new) { return .slipped }
        if after.isOpen(new), isElsewhere(old, new) { return .stage }
        if isRevalued(old, new) { return .amount }
        if before.cut.owner[old] != after.cut.owner[new] || before.fraction(old) != after.fraction(new) {
            return .transfer
        }
        let sameRate =
            before.cut.amount[old] == after.cut.amount[new] && before.cut.moneyless[old] == after.cut.moneyless[new]
        return sameRate ? .model : .rate
    }

    /// Expected to close later than before, or no longer on any day; of a won deal: won on another day.
    private func isLater(_ old: Int, _ new: Int) -> Bool {
        if !after.isOpen(new) { return before.cut.since[old] != after.cut.since[new] }
        guard let was = before.cut.expectedClose(old) else { return false }
        return after.cut.expectedClose(new).map { $0 > was } ?? true
    }

    private func isElsewhere(_ old: Int, _ new: Int) -> Bool {
        before.stage(old) != after.stage(new) || before.cut.pipeline[old] != after.cut.pipeline[new]
    }

    private func isRevalued(_ old: Int, _ new: Int) -> Bool {
        let (was, now) = (before.cut.ownAmount[old], after.cut.ownAmount[new])
        if was != now || before.currency(old) != after.currency(new) { return true }
        return now == Cut.unknown && before.cut.product[old] != after.cut.product[new]
    }

    private func isRemoved(_ deal: Int64, _ asOf: Instant) -> Bool {
        var gone: [Deal.Field: Bool] = [:]
        for entry in facts.log(of: Deal.ID(deal), asOf: asOf) ?? [] {
            if entry.field == .removed || entry.field == .merged { gone[entry.field] = (entry.new ?? 0) != 0 }
        }
        return gone.values.contains(true)
    }
}
