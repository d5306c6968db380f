import Foundation
import Testing

@testable import Forecasting

@Suite("Payments in parts") struct InstalmentTests {
    /// A thousand deals of product 0 paid in thirds, a thousand of product 1 at once.
    private static let usual = Instalments((0..<4_000).map(payment), groups: 2)

    private static func payment(_ place: Int) -> (product: Int32, share: Double) {
        place % 4 == 3 ? (product: 1, share: 1) : (product: 0, share: 1.0 / 3)
    }

    @Test("the mean share of a payment is each product's own; where nothing is known, a deal is paid at once")
    func habits() {
        #expect(abs(Self.usual.share(of: 0) - 1 / 3.0) < 0.01)
        #expect(Self.usual.share(of: 1) > 0.99)
        #expect([1, 0.67, 0.3].map { Self.usual.number(of: $0, of: 0) } == [3, 2, 1])
        #expect(Self.usual.number(of: 1, of: 1) == 1)
        let unknown = Instalments([(product: Int32, share: Double)](), groups: 1)
        #expect(unknown.share(of: 0) == 1 && unknown.share(of: -1) == 1)
    }

    @Test("one payment for those of an open deal has their mean and variance, the win drawn first", arguments: 1...3)
    func oneForAll(seed: UInt64) throws {
        // Won in one of three stretches, or not; then each third comes in time or not.
        let (wins, comes) = ([0.2, 0.15, 0.3], [0.8, 0.5, 0.1])
        let mean = zip(wins, comes).reduce(0) { $0 + $1.0 * $1.1 }
        let both = zip(wins, comes).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
        let bet = try #require(Self.usual.bet(mean, both: both, value: 900, of: 0))
        var random = SplitMix(seed)
        let drawn = (0..<100_000).map { _ -> Double in
            let luck = random.unit()
            let place = luck < 0.2 ? 0 : luck < 0.35 ? 1 : luck < 0.65 ? 2 : 3
            guard place < 3 else { return 0 }
            return (0..<3).reduce(0) { sum, _ in sum + (random.unit() < comes[place] ? 300 : 0) }
        }
        let average = drawn.reduce(0, +) / Double(drawn.count)
        let variance = drawn.reduce(0) { $0 + ($1 - average) * ($1 - average) } / Double(drawn.count)
        #expect(abs(bet.chance * bet.value - average) < 0.02 * average)
        let said = bet.value * bet.value * bet.chance * (1 - bet.chance)
        #expect(abs(said - variance) < 0.03 * variance)
        // As one payment it would be a third too unsure.
        #expect(900 * 900 * mean * (1 - mean) > 1.25 * variance)
    }

    @Test("what is still to be paid is as unsure, and a bonus with a ceiling as large, as draws of the parts say")
    func drawn() {
        let firm = BasisForecastTests.firm
        var receipts = BasisForecastTests.receipts(firm)
        receipts.kind = receipts.kind.map { $0 == .promised ? .back : $0 }
        receipts.share = zip(receipts.kind, receipts.share).map { $0 == .back ? 0 : $1 }
        receipts.money = zip(receipts.kind, receipts.money).map { $0 == .back ? 0 : $1 }
        let book = ReceiptBook(firm.history, receipts)
        let window = firm.question.period
        let own = Receivables(book, at: nil, window, Allocation(firm.nodes))
        // Halves, as the firm is paid: of a deal half paid one is left, of one not paid yet two.
        let halves = book.won.map(Int.init).flatMap { deal -> [(chance: Double, money: Double)] in
            let rest = 1 - book.schedule(of: deal, at: nil).paid
            let chance = book.lag.share(
                group: firm.history.product[deal], since: book.wonDay[deal], seenOn: firm.today, within: window)
            let number = Int((rest * 2).rounded())
            return (0..<number).map { _ in (chance, rest * book.value[deal] / Double(number)) }
        }.filter { $0.chance > 1e-6 }
        var random = SplitMix(5)
        let sums = (0..<20_000).map { _ in
            halves.reduce(0) { $0 + (random.unit() < $1.chance ? $1.money : 0) }
        }
        let mean = sums.reduce(0, +) / Double(sums.count)
        let variance = sums.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(sums.count)
        #expect(abs(own.unscheduled[0] - mean) < 0.02 * mean)
        #expect(abs(own.variance[0] - variance) < 0.08 * variance)

        // Two hundredths of what is paid, and no more than twice the mean of one seller's few payments would bring.
        let few = Array(own.bets.prefix(12).map(\.bet))
        let whole = few.reduce(0) { $0 + $1.chance * $1.value }
        let pay = PiecewiseLinear([.init(start: 0, value: 0, slope: 0.02)]).capped(at: 0.02 * whole * 1.2)
        let samples = Draws.samples(
            few, new: 0, newValue: 1, newSpread: 0, valueSpread: 0, extra: 0, mean: whole, seed: 3)!
        let said = Distribution(base: 0, shape: .samples(samples)).mean(of: pay)
        let paid = (0..<40_000).map { _ in
            pay(few.reduce(0) { $0 + (random.unit() < $1.chance ? $1.value : 0) })
        }
        #expect(abs(said - paid.reduce(0, +) / Double(paid.count)) < 0.04 * said)
        let lumps = stride(from: 0, to: few.count - 1, by: 2).map {
            Draws.Bet(chance: few[$0].chance, value: few[$0].value + few[$0 + 1].value)
        }
        let lumped = Draws.samples(
            lumps, new: 0, newValue: 1, newSpread: 0, valueSpread: 0, extra: 0, mean: whole, seed: 3)!
        #expect(Distribution(base: 0, shape: .samples(lumped)).mean(of: pay) < 0.97 * said)
    }

    @Test("an open deal that is won today brings its worth by the lag, and never less than before")
    func ifWon() {
        let firm = BasisForecastTests.firm
        let answer = BasisForecastTests.answer(firm)
        let book = ReceiptBook(firm.history, BasisForecastTests.receipts(firm))
        #expect(!answer.coming.isEmpty)
        for one in answer.coming {
            let deal = Int(one.deal)
            let share = book.lag.share(
                group: firm.history.product[deal], since: firm.today, seenOn: firm.today, within: firm.question.period)
            #expect(abs(one.chanceIfWon * one.valueIfWon - one.whole * share) < 1e-6 * one.whole)
            #expect(one.chanceIfWon >= one.chance && one.valueIfWon >= one.value - 1e-9 * one.whole)
        }
        #expect(answer.coming.contains { $0.chance * $0.value > 0 })
    }
}
