import Testing

@testable import Forecasting

@Suite("Sorted numbers")
struct SortedNumbersTests {
    @Test(
        "stand as sort() leaves them: heavy tails, equals, negatives, nothing", arguments: 1...8 as ClosedRange<UInt64>)
    func same(seed: UInt64) {
        var random = SplitMix(seed)
        let wide = (0..<1_000).map { _ in 1e-300 + 1e300 * random.unit() * random.unit() * random.unit() }
        let rows: [[Double]] = [
            wide, wide.map { $0.squareRoot().squareRoot() }, (0..<300).map { _ in (random.unit() * 7).rounded() + 1 },
            (0..<300).map { _ in random.unit() - 0.5 }, [Double](repeating: 3, count: 100), [2, 1], [],
            (0..<500).map { $0 == 250 ? .infinity : Double(500 - $0) * .leastNonzeroMagnitude },
        ]
        for row in rows {
            var dealt = row
            dealt.sortNumbers()
            #expect(dealt == row.sorted())
        }
    }
}
