extension History {
    /// The same history as it was known at the start of an earlier day: exactly the entries recorded before it.
    /// Codes of owners and products, prices and who is active stay as they are now; rates are those of then.
    package func asOf(startOf day: Int32) -> History {
        var cut = self
        cut.today = day
        cut.standing = nil
        let kept = (0..<created.count).filter { createdKnown[$0] < day && created[$0] < day }
        cut.created = kept.map { created[$0] }
        cut.createdKnown = kept.map { createdKnown[$0] }
        cut.pipeline = kept.map { pipeline[$0] }
        cut.owner = kept.map { owner[$0] }
        cut.product = kept.map { product[$0] }
        cut.source = kept.map { source[$0] }
        cut.returning = kept.map { returning[$0] }
        cut.moneyless = kept.map { moneyless[$0] }
        if let rates { cut.rates = rates.before(day, currency: kept.map { rates.currency[$0] }) }
        (cut.stepStart, cut.stepDay, cut.stepKnown, cut.stepState) = cutRows(
            kept, start: stepStart, day: stepDay, known: stepKnown, value: stepState, before: day)
        (cut.amountStart, cut.amountDay, cut.amountKnown, cut.amountValue) = cutRows(
            kept, start: amountStart, day: amountDay, known: amountKnown, value: amountValue, before: day)
        (cut.dueStart, cut.dueDay, cut.dueKnown, cut.dueValue) = cutRows(
            kept, start: dueStart, day: dueDay, known: dueKnown, value: dueValue, before: day)
        return cut
    }

    /// Which deals of this history `asOf(startOf:)` keeps, in order: needed to cut `Nodes` alike.
    package func dealsKept(startOf day: Int32) -> [Int32] {
        (0..<created.count).compactMap { createdKnown[$0] < day && created[$0] < day ? Int32($0) : nil }
    }
}

extension Nodes {
    /// The tree over the deals that `History.asOf(startOf:)` keeps.
    package func keeping(_ kept: [Int32]) -> Nodes {
        var cut = self
        cut.nodeOfDeal = kept.map { nodeOfDeal[Int($0)] }
        guard !shares.isEmpty else { return cut }
        var place = [Int32](repeating: -1, count: nodeOfDeal.count)
        for (new, old) in kept.enumerated() { place[Int(old)] = Int32(new) }
        cut.shares = shares.compactMap { share in
            let deal = place[Int(share.deal)]
            return deal < 0 ? nil : Share(deal: deal, node: share.node, fraction: share.fraction)
        }
        return cut
    }
}

private func cutRows<Value>(
    _ kept: [Int], start: [Int32], day: [Int32], known: [Int32], value: [Value], before limit: Int32
) -> ([Int32], [Int32], [Int32], [Value]) {
    var newStart: [Int32] = [0]
    var newDay: [Int32] = []
    var newKnown: [Int32] = []
    var newValue: [Value] = []
    newStart.reserveCapacity(kept.count + 1)
    newDay.reserveCapacity(day.count)
    newKnown.reserveCapacity(day.count)
    newValue.reserveCapacity(day.count)
    for deal in kept {
        for row in Int(start[deal])..<Int(start[deal + 1]) where known[row] < limit && day[row] < limit {
            newDay.append(day[row])
            newKnown.append(known[row])
            newValue.append(value[row])
        }
        newStart.append(Int32(newDay.count))
    }
    return (newStart, newDay, newKnown, newValue)
}
