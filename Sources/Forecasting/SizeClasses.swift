/// Classes of deals by their size: eighths, and the smallest and the largest eighth halved towards their ends, because a
/// few large deals hold much of the money and are won less often than the rest of their eighth.
extension Groups {
    /// How often an outer eighth is halved.
    static let halvings = 4

    /// Shares of the deals below the bounds between classes, ascending.
    static let shares: [Double] = {
        let ends = (0..<halvings).map { 1 / Double(16 << $0) }
        return ends.reversed() + (1..<8).map { Double($0) / 8 } + ends.map { 1 - $0 }
    }()

    /// Which eighth a class is part of.
    static func eighth(of code: Int) -> Int { min(7, max(0, code - halvings)) }

    /// Class of an amount; -1 where it is not known or sizes say nothing.
    static func size(_ amount: Double, _ bounds: [Double]) -> Int32 {
        if bounds.isEmpty || amount.isNaN { return -1 }
        return Int32(bounds.firstIndex { amount <= $0 } ?? bounds.count)
    }

    /// Bounds between the classes of the amounts of all deals that were there before a day; none where amounts are only known
    /// of those that were won before it.
    /// - Parameter wonDay: Int32.max when it is not won.
    static func sizeBounds(
        _ created: [Int32], _ wonDay: [Int32], before day: Int32, _ amount: (Int) -> Double
    ) -> [Double] {
        var known: [Double] = []
        var losing = 0
        for deal in Swift.stride(from: 0, to: created.count, by: Groups.stride(created.count))
        where created[deal] < day {
            let amount = amount(deal)
            if amount.isNaN { continue }
            known.append(amount)
            if wonDay[deal] >= day { losing += 1 }
        }
        guard known.count >= 50, losing * 10 >= known.count else { return [] }
        known.sortNumbers()
        return shares.map { known[Int(Double(known.count) * $0)] }
    }
}
