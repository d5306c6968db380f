extension Cut {
    /// Minor units that all deals of a cut may hold together. Any sum of theirs then has eightfold room in whole numbers
    /// of 64 bits, also for what is forecast from it; no company of this world comes near.
    static let mostMoney = 0x1p60

    var hasExcess: Bool {
        // As a rule it is enough to know that no single one is large.
        if Double(count) * Double(mostOfOne) <= Cut.mostMoney { return false }
        return amount.reduce(0.0) { $0 + ($1 == Cut.unknown ? 0 : abs(Double($1))) } > Cut.mostMoney
    }

    /// Takes in the amounts of some deals.
    mutating func note(amounts deals: Range<Int>) {
        mostOfOne |= amount[deals].withUnsafeBufferPointer { amount in
            var bits: UInt64 = 0
            for money in amount { bits |= money == Cut.unknown ? 0 : money.magnitude }
            return bits
        }
    }

    /// Leaves the money of the largest deals out, as that of deals without a rate, until the rest can be added up: they are
    /// counted and listed. Of equals the later ones go first.
    mutating func leaveOutExcess() {
        note(amounts: 0..<count)
        guard hasExcess else { return }
        let valued = id.indices.filter { amount[$0] != Cut.unknown }
        var rest = valued.reduce(0.0) { $0 + abs(Double(amount[$1])) }
        for deal in valued.sorted(by: { (amount[$0].magnitude, $0) > (amount[$1].magnitude, $1) }) {
            guard rest > Cut.mostMoney else { break }
            rest -= abs(Double(amount[deal]))
            leaveOut(deal)
        }
        leavesOut = true
    }

    private mutating func leaveOut(_ deal: Int) {
        moneyless[deal] = true
        amount[deal] = Cut.unknown
        for row in Int(amounts.start[deal])..<Int(amounts.start[deal + 1]) { amounts.value[row] = .nan }
    }
}
