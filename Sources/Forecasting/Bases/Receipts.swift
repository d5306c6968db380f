/// Money that came, is promised or went back, by deal of a history, as it was known at one instant: payments, or shipments.
package struct Receipts: Sendable {
    package enum Kind: UInt8, Sendable {
        case came, promised, back
    }

    /// Rows of deal `i` stand at `start[i]..<start[i + 1]`, in order of day.
    package var start: [Int32]
    /// On which it came or went back, or is promised for.
    package var day: [Int32]
    /// On which it was recorded.
    package var known: [Int32]
    package var kind: [Kind]
    /// Minor units of the base currency.
    package var money: [Double]
    /// The same as a share of the deal's value; equal to `money` for a deal whose value is not known.
    package var share: [Double]
    /// By deal: a code of its account, -1 without one.
    package var account: [Int32]

    package init(
        start: [Int32], day: [Int32], known: [Int32], kind: [Kind], money: [Double], share: [Double], account: [Int32]
    ) {
        self.start = start
        self.day = day
        self.known = known
        self.kind = kind
        self.money = money
        self.share = share
        self.account = account
    }

    func rows(of deal: Int) -> Range<Int> { Int(start[deal])..<Int(start[deal + 1]) }

    /// The first day on which anything came: who paid before it may have paid unseen.
    var firstDay: Int32? {
        kind.indices.lazy.filter { kind[$0] == .came }.map { day[$0] }.min()
    }

    /// Came less what went back, in these days, by node with its subtree.
    func totals(_ window: Window, _ allocation: Allocation) -> [Double] {
        var totals = [Double](repeating: 0, count: allocation.nodeCount)
        for deal in 0..<start.count - 1 {
            for row in rows(of: deal) where day[row] >= window.start && day[row] < window.end {
                switch kind[row] {
                case .came: allocation.add(money[row], of: deal, to: &totals)
                case .back: allocation.add(-money[row], of: deal, to: &totals)
                case .promised: break
                }
            }
        }
        return allocation.rollUp(totals)
    }
}
