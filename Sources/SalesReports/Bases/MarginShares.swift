internal import SalesDomain
internal import SalesFacts

/// Of a deal's money, what is left above its cost: by its own cost, else by what deals of its product keep, shrunk to the
/// list's and to the company's share.
struct MarginShares {
    /// By deal of the cut; NaN where its own cost is not known.
    private let own: [Double]
    /// By product's index.
    private let byProduct: [Double]
    let company: Double
    private let product: [Int32]

    /// Deals' worth of the list's share (or the company's) that a product's is mixed with.
    static let prior = 5.0

    init(_ facts: Facts, _ cut: Cut) {
        let known = facts.costs.known(asOf: cut.asOf)
        own = (0..<cut.count).map { deal in
            let amount = cut.ownAmount[deal]
            guard let cost = known[Deal.ID(cut.id[deal])], amount != Cut.unknown, amount > 0 else { return .nan }
            return 1 - Double(cost) / Double(amount)
        }
        product = cut.product
        let list = facts.known(asOf: cut.asOf).frame.products.map { product -> Double in
            guard let price = product.price, let cost = product.cost, price.minorUnits > 0 else { return .nan }
            return 1 - Double(cost.minorUnits) / Double(price.minorUnits)
        }
        var sums = [(kept: Double, of: Double)](repeating: (0, 0), count: list.count)
        var (kept, whole, deals) = (0.0, 0.0, 0.0)
        for deal in cut.won(from: .min, to: .max) where !own[deal].isNaN && cut.amount[deal] != Cut.unknown {
            let amount = Double(cut.amount[deal])
            kept += amount * own[deal]
            whole += amount
            deals += 1
            guard cut.product[deal] >= 0 else { continue }
            sums[Int(cut.product[deal])].kept += amount * own[deal]
            sums[Int(cut.product[deal])].of += amount
        }
        let listed = list.filter { !$0.isNaN }
        let usual = listed.isEmpty ? 0 : listed.reduce(0, +) / Double(listed.count)
        let company = whole > 0 ? kept / whole : usual
        self.company = company
        let weight = deals > 0 ? MarginShares.prior * whole / deals : 0
        byProduct = list.indices.map { place in
            let base = list[place].isNaN ? company : list[place]
            let of = sums[place].of + weight
            return of > 0 ? (sums[place].kept + weight * base) / of : base
        }
    }

    func share(of deal: Int) -> Double {
        if !own[deal].isNaN { return own[deal] }
        return product[deal] >= 0 ? byProduct[Int(product[deal])] : company
    }
}
