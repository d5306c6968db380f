/// Into how many payments what deals are worth usually comes, by product: the mean share of a payment, each weighed by
/// its money. Who pays at once has 1, who pays in thirds a third.
struct Instalments: Sendable {
    /// [product + 1]; the first is everybody's.
    private let shares: [Double]

    /// Payments of a whole deal that everybody is mixed with, and everybody's that a product is.
    private static let prior = 5.0
    /// Smaller ones are rounding, and nobody's habit.
    private static let least = 0.05

    /// - Parameter payments: shares of the whole of their deals.
    init(_ payments: some Sequence<(product: Int32, share: Double)>, groups: Int) {
        var sums = [(share: Double, square: Double)](repeating: (0, 0), count: groups + 1)
        for (product, share) in payments where share > 0 {
            let own = min(1, share)
            for place in product < 0 ? [0] : [0, Int(product) + 1] {
                sums[place].share += own
                sums[place].square += own * own
            }
        }
        func mean(_ place: Int, _ usual: Double) -> Double {
            max(Self.least, (sums[place].square + Self.prior * usual) / (sums[place].share + Self.prior))
        }
        let everybody = mean(0, 1)
        shares = sums.indices.map { $0 == 0 ? everybody : mean($0, everybody) }
    }

    /// Of the whole: 0…1.
    func share(of product: Int32) -> Double {
        let place = Int(product) + 1
        return shares[shares.indices.contains(place) ? place : 0]
    }

    /// In how many payments a rest is likely to come.
    func number(of rest: Double, of product: Int32) -> Int { max(1, Int((rest / share(of: product)).rounded())) }

    /// One payment for all of them: the same mean and variance. Nil where nothing comes.
    /// - Parameters:
    ///   - comes: the chance of each of the payments, and `both` that of any two of them.
    ///   - value: of the whole deal.
    func bet(_ comes: Double, both: Double, value: Double, of product: Int32) -> Draws.Bet? {
        guard comes > 1e-6 else { return nil }
        let share = share(of: product)
        let part = share + (1 - share) * both / comes
        return Draws.Bet(chance: min(1, comes / part), value: value * part)
    }
}
