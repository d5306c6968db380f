import Foundation
import Testing

@testable import Forecasting

@Suite("Multipliers by size")
struct SizeLineTests {
    private let classes = Groups.shares.count + 1

    /// Amounts whose logarithms are normal, in their classes, and how many there are in each.
    private func amounts(_ scale: Double = 1, spread: Double = 1.1) -> (codes: [Int32], amounts: [Double]) {
        var random = SplitMix(7)
        let amounts = (0..<6_000).map { _ in
            scale * exp(spread * (-2 * log(max(random.unit(), 1e-12))).squareRoot() * cos(2 * .pi * random.unit()))
        }
        let bounds = Groups.sizeBounds(
            [Int32](repeating: 0, count: amounts.count), amounts.indices.map { $0 % 3 == 0 ? 1 : .max }, before: .max
        ) { amounts[$0] }
        return (amounts.map { Groups.size($0, bounds) }, amounts)
    }

    private func line(_ scale: Double = 1) -> (line: SizeLine, share: [Double]) {
        let (codes, amounts) = amounts(scale)
        var share = [Double](repeating: 0, count: classes)
        for code in codes { share[Int(code)] += 1 / Double(codes.count) }
        return (SizeLine(codes, stride: 1) { amounts[$0] }, share)
    }

    /// Exits expected without sizes, and as they are where a standard deviation of the logarithm multiplies them by e^power.
    private func exits(_ all: Double, power: Double, _ made: (line: SizeLine, share: [Double]))
        -> (have: [Double], should: [Double])
    {
        let should = made.share.map { $0 * all }
        return (zip(should, made.line.places).map { $0 * exp(power * $1) }, should)
    }

    @Test("a power of the amount is found, in the largest hundredth of the deals too", arguments: [-0.3, -0.1, 0.25])
    func power(power: Double) {
        let made = line()
        let (have, should) = exits(20_000, power: power, made)
        let logs = made.line.logs(have, should)
        for (one, other) in [(0, classes - 1), (3, classes - 4), (classes - 5, classes - 1)] {
            let distance = made.line.places[other] - made.line.places[one]
            #expect(abs((logs[other] - logs[one]) / distance - power) < 0.01)
        }
        #expect(made.line.places[classes - 1] > 2.3)
    }

    @Test("nothing is found where there is nothing, and where all deals are alike each multiplier is one")
    func nothing() {
        let made = line()
        let (have, should) = exits(500, power: 0, made)
        #expect(made.line.logs(have, should).allSatisfy { abs($0) < 1e-9 })
        let alike = SizeLine([0, 0, 0], stride: 1) { _ in 5 }
        #expect(alike.logs([90], [60]) == [0])
        var firm = Firm.working(300)
        for deal in firm.deals.indices { firm.deals[deal].amounts = [(firm.deals[deal].created, 70_000)] }
        let book = Book(firm.history, firm.nodes)
        let amount = Groups.Factor.amount.rawValue
        #expect(!book.sizeBounds.isEmpty)
        for drive in Groups(book, book.codes, until: firm.today).logMultiplier {
            #expect(drive[amount].allSatisfy { $0 == 0 })
        }
    }

    @Test("the more exits, the more of the power is believed")
    func evidence() {
        let made = line()
        let found = [5.0, 20, 80, 320, 1_280].map { all in
            let (have, should) = exits(all, power: -0.3, made)
            let logs = made.line.logs(have, should)
            return (logs[classes - 1] - logs[0]) / (made.line.places[classes - 1] - made.line.places[0])
        }
        #expect(zip(found, found.dropFirst()).allSatisfy { $0 > $1 })
        #expect(found[0] > -0.2 && found[0] < 0)
        #expect(abs(found[4] + 0.3) < 0.01)
    }

    @Test("what an eighth departs from the power is believed by its own exits")
    func departure() {
        let made = line()
        var (have, should) = exits(4_000, power: 0, made)
        for code in 0..<classes where Groups.eighth(of: code) == 4 { have[code] *= 1.5 }
        let logs = made.line.logs(have, should)
        let middle = (0..<classes).first { Groups.eighth(of: $0) == 4 }!
        #expect(logs[middle] - logs[middle - 1] > 0.3)
        should = should.map { $0 / 40 }
        have = have.map { $0 / 40 }
        let few = made.line.logs(have, should)
        #expect(few[middle] - few[middle - 1] < 0.15)
    }

    @Test("amounts in another unit give the same multipliers and chances")
    func unit() {
        let (one, other) = (line(), line(1_000))
        for (a, b) in zip(one.line.places, other.line.places) { #expect(abs(a - b) < 1e-9) }
        func multipliers(_ scale: Double) -> [Double] {
            let firm = Firm.working(400, scale: scale)
            let book = Book(firm.history, firm.nodes)
            return Groups(book, book.codes, until: firm.today).logMultiplier.flatMap {
                $0[Groups.Factor.amount.rawValue]
            }
        }
        let (small, large) = (multipliers(1), multipliers(1_000))
        #expect(small.contains { abs($0) > 1e-3 })
        for (a, b) in zip(small, large) { #expect(abs(a - b) < 1e-6) }
    }

    @Test("amounts of nothing stand with the smallest, and none at all say nothing")
    func nothingSaid() {
        let amounts: [Double] = [0, 10, 10, 1_000]
        let line = SizeLine([0, 1, 1, 2], stride: 1) { amounts[$0] }
        #expect(line.places[0] == line.places[1] && line.places[1] < line.places[2])
        #expect(SizeLine([0, 0], stride: 1) { _ in 0 }.logs([9], [3]) == [0])
        #expect(SizeLine([-1, -1], stride: 1) { _ in .nan }.logs([], []).isEmpty)
    }
}
