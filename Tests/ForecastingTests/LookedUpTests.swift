import Foundation
import Testing

@testable import Forecasting

/// What is looked up, read in place or gone through once for many: the same as reckoned one by one.
@Suite("Figures looked up") struct LookedUpTests {
    @Test("a day of the past counts what the formula says, within the table and beyond it")
    func fade() {
        let fade = FadeByDay(half: 90, longest: 364)
        for days in -3...800 as ClosedRange<Int32> { #expect(fade[days] == exp2(-Double(days) / 90), "\(days)") }
    }

    @Test("a deal weighs the product of its groups' multipliers, in whole multiples of 2^-20")
    func weights() {
        let logs = [[[0.25, -0.5], [], [log(3.0)]], [[-0.125, 0.0], [], [-log(3.0)]]]
        let codes: [[Int32]] = [[0, 1, -1, 1], [-1, -1, -1, -1], [0, -1, -1, 0]]
        let weights = DealWeights(GroupTable(logs), codes)
        for deal in 0..<4 {
            for drive in 0..<2 {
                let product = codes.indices.reduce(1.0) { product, factor in
                    let code = Int(codes[factor][deal])
                    return code < 0 ? product : product * exp(logs[drive][factor][code])
                }
                #expect(weights[deal][drive] == (product * 0x1p20).rounded() * 0x1p-20, "\(deal) \(drive)")
            }
        }
        var read: [SIMD2<Double>] = []
        weights.reading { view in read = (0..<4).map { view[$0] } }
        #expect(read == (0..<4).map { weights[$0] })
    }

    @Test(
        "codes that are written out and codes that are read off put a deal in the same place",
        arguments: 1...3 as ClosedRange<UInt64>)
    func codes(seed: UInt64) {
        let history = Firm.working(300, seed: seed).history
        let bounds = [200_000.0, 500_000, 800_000]
        let sizes = history.created.indices.map { Groups.size(history.firstAmount(of: $0), bounds) }
        let row = [[0.1, -0.2, 0.3], [0.4, -0.1], [], [0.2], [-0.3, -0.1, 0.1, 0.2]]
        let groups = GroupTable([row, row.map { $0.map { -$0 } }])
        func places(_ codes: DealCodes) -> [String] {
            groups.reading(codes) { view in history.created.indices.map { "\(view.place(of: $0))" } }
        }
        let written = places(DealCodes(history, sizes: sizes))
        #expect(written == places(DealCodes(history, sizeBounds: bounds)))
        #expect(Set(written).count > 4)
    }

    @Test(
        "open deals of many days are worth what they are worth when each day is asked alone",
        arguments: 1...3 as ClosedRange<UInt64>)
    func values(seed: UInt64) {
        let firm = Firm.working(300, seed: seed)
        let (history, book) = (firm.history, Book(firm.history, firm.nodes))
        let days = [Firm.start + 20, Firm.start + 90, Firm.start + 91, Firm.start + 300]
        let each = OpenValue.each(history, book.wins, before: days)
        for (day, together) in zip(days, each) {
            #expect("\(together)" == "\(OpenValue(history, book.wins.before(day), before: day))", "\(day)")
        }
        #expect(Set(each.map { "\($0)" }).count > 1)
    }

    @Test("the least and the greatest are those of min and max; of nothing there is none")
    func extremes() {
        var random = SplitMix(7)
        for count in [1, 2, 5, 33, 1_000] {
            let numbers = (0..<count).map { _ in Int32((random.unit() - 0.5) * 4e9) }
            #expect(numbers.least == numbers.min())
            #expect(numbers.greatest == numbers.max())
        }
        #expect([Int32]().least == nil && [Int32]().greatest == nil)
    }
}
