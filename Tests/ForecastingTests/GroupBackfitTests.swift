import Foundation
import Testing

@testable import Forecasting

@Suite("Multipliers of several groups at once")
struct GroupBackfitTests {
    /// A company's deals: what sets them apart, and by how much, as logarithms.
    private struct Deals {
        var owner: [Int32] = []
        var product: [Int32] = []
        var amount: [Double] = []
        var truth: [Double] = []

        /// - Parameters:
        ///   - loyal: share of the deals that an owner has in the product of the same number.
        init(_ count: Int, products: [Double], owners: [Double], power: Double, loyal: Double) {
            var random = SplitMix(5)
            let prices = [800.0, 2_100, 6_000]
            for _ in 0..<count {
                let own = Int(random.unit() * 3)
                let what = random.unit() < loyal ? own : Int(random.unit() * 3)
                let normal =
                    (-2 * log(max(random.unit(), 1e-12))).squareRoot() * cos(2 * .pi * random.unit())
                owner.append(Int32(own))
                product.append(Int32(what))
                amount.append(prices[what] * exp(0.45 * normal))
                truth.append(owners[own] + products[what] + power * 0.45 * normal)
            }
        }

        /// Logarithm of each deal's multiplier as found, from exits that are exactly those of the truth.
        func found(exits: Double, known: Bool = true) -> [Double] {
            let won = amount.indices.map { $0 % 3 == 0 ? Int32(1) : .max }
            let bounds = Groups.sizeBounds([Int32](repeating: 0, count: won.count), won, before: 2) { amount[$0] }
            let none = [Int32](repeating: -1, count: amount.count)
            let codes = [owner, known ? product : none, none, none, amount.map { Groups.size($0, bounds) }]
            let line = SizeLine(codes[4], stride: 1) { amount[$0] }
            let expected = [SIMD2<Double>](repeating: SIMD2(exits, exits), count: amount.count)
            let observed = zip(expected, truth).map { $0 * SIMD2(exp($1), 1) }
            var backfit = GroupBackfit(observed: observed, expected: expected, codes, stride: 1, line)
            let logs = backfit.logs()
            #expect(logs[1].joined().allSatisfy { abs($0) < 0.01 })
            return amount.indices.map { deal in
                codes.indices.reduce(0) { sum, factor in
                    let code = Int(codes[factor][deal])
                    return code < 0 ? sum : sum + logs[0][factor][code]
                }
            }
        }

        /// By product, and by the half of its deals that is smaller or larger: mean of found over true.
        func ratios(_ found: [Double]) -> [Double] {
            var sums = [(found: Double, truth: Double)](repeating: (0, 0), count: 6)
            for deal in amount.indices {
                let price = [800.0, 2_100, 6_000][Int(product[deal])]
                let place = Int(product[deal]) * 2 + (amount[deal] > price ? 1 : 0)
                sums[place].found += exp(found[deal])
                sums[place].truth += exp(truth[deal])
            }
            return sums.map { $0.found / $0.truth }
        }
    }

    @Test("what products and what sizes do is told apart, though a price makes the size", arguments: [-0.25, 0.15])
    func apart(power: Double) {
        let deals = Deals(20_000, products: [0.2, 0, -0.3], owners: [0, 0, 0], power: power, loyal: 0)
        for ratio in deals.ratios(deals.found(exits: 3)) { #expect(abs(ratio - 1) < 0.02) }
    }

    @Test("what sellers do is told apart from what they sell, though each sells mostly one product")
    func loyal() {
        let deals = Deals(20_000, products: [0.3, 0, -0.3], owners: [-0.3, 0, 0.4], power: 0, loyal: 0.7)
        let found = deals.found(exits: 3)
        for owner in 0..<3 {
            for product in 0..<3 {
                let own = deals.amount.indices.filter {
                    deals.owner[$0] == owner && deals.product[$0] == product
                }
                let ratio =
                    own.reduce(0) { $0 + exp(found[$1]) } / own.reduce(0) { $0 + exp(deals.truth[$1]) }
                #expect(abs(ratio - 1) < 0.03)
            }
        }
    }

    @Test("few exits tell little of either, and without products the sizes stand alone")
    func little() {
        let deals = Deals(400, products: [0.3, 0, -0.3], owners: [0, 0, 0], power: -0.2, loyal: 0)
        func spread(_ logs: [Double]) -> Double { logs.max()! - logs.min()! }
        #expect(spread(deals.found(exits: 0.005)) < 0.3 * spread(deals.truth))
        #expect(spread(deals.found(exits: 0.005)) > 0)
        let alone = deals.found(exits: 3, known: false)
        // Dear products are won less often, so their size tells it.
        #expect(zip(deals.product, alone).filter { $0.0 == 2 }.allSatisfy { $0.1 < 0.05 })
    }
}
