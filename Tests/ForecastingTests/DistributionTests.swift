import Foundation
import Testing

@testable import Forecasting

struct DistributionTests {
    /// Tiers with a jump, a bend and a ceiling.
    private let tiers = PiecewiseLinear([
        .init(start: 0, value: 0, slope: 0.02), .init(start: 120, value: 6, slope: 0.05),
        .init(start: 150, value: 12, slope: 0.08),
    ]).nothing(below: 90).capped(at: 20)

    @Test("the mean of a lognormal rest is what was said, and quantiles do not cross")
    func meanAndQuantiles() {
        let total = Distribution.lognormal(base: 100, mean: 50, sigma: 0.6)
        #expect(total.mean == 150)
        #expect(abs(total.mean(of: { $0 }) - 150) < 1e-9)
        let values = stride(from: 0.01, to: 1, by: 0.01).map(total.quantile)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
        #expect(abs(total.probability(atLeast: total.quantile(0.9)) - 0.1) < 1e-9)
    }

    @Test("quantiles of any total do not cross, and half of it lies at or below the median", arguments: 0..<40)
    func quantilesInOrder(seed: UInt64) {
        let total = Distribution.random(seed)
        let values = stride(from: 0, through: 1, by: 0.02).map(total.quantile)
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(values.allSatisfy { $0 >= total.base })
        if case .lognormal = total.shape {
            #expect(abs(total.probability(atLeast: total.quantile(0.5)) - 0.5) < 1e-9)
        }
        let chances = values.map(total.probability(atLeast:))
        #expect(zip(chances, chances.dropFirst()).allSatisfy { $0 >= $1 })
    }

    @Test(
        "pieces to come are whole, and have the mean and the variance that were said",
        arguments: [(0.04, 0.04), (0.7, 0.9), (3, 3), (12, 30), (90, 140), (180, 180)])
    func pieces(mean: Double, variance: Double) {
        let total = Distribution.pieces(base: 5, mean: mean, variance: variance)
        guard case .samples(let values) = total.shape else { return #expect(Bool(false), "not pieces") }
        #expect(values.allSatisfy { $0 >= 0 && $0 == $0.rounded() })
        #expect(abs(total.mean - 5 - mean) < 0.02 * mean + 0.001)
        #expect(abs(total.variance - variance) < 0.06 * variance + 0.002)
        if mean < 0.1 { #expect(total.quantile(0.9) == 5) }
    }

    @Test("nothing to come is a point, and very many pieces are a lognormal rest")
    func piecesAtTheEnds() {
        #expect(Distribution.pieces(base: 5, mean: 0, variance: 3).shape == .point)
        let many = Distribution.pieces(base: 5, mean: 900, variance: 1_600)
        #expect(abs(many.mean - 905) < 1e-9 && abs(many.variance - 1_600) < 1e-6)
    }

    @Test("scaling a total scales its mean, its quantiles and its spread", arguments: 0..<40)
    func scaling(seed: UInt64) {
        let total = Distribution.random(seed)
        let scaled = total.scaled(by: 2.5)
        #expect(abs(scaled.mean - 2.5 * total.mean) < 1e-9 * total.mean)
        #expect(abs(scaled.variance - 6.25 * total.variance) <= 1e-9 * (1 + scaled.variance))
        for p in [0.1, 0.5, 0.9] { #expect(abs(scaled.quantile(p) - 2.5 * total.quantile(p)) < 1e-9 * scaled.mean) }
    }

    @Test("what may come to nothing in one part and in the other may come to nothing in both")
    func fewAndFew() {
        let one = Distribution(
            base: 3, shape: .samples([Double](repeating: 0, count: 90) + [Double](repeating: 50, count: 10)))
        let other = Distribution(
            base: 4, shape: .samples([Double](repeating: 0, count: 80) + [Double](repeating: 7, count: 20)))
        let whole = Distribution.sum([one, other, Distribution(base: 1, shape: .point)])
        #expect(whole.base == 8 && abs(whole.mean - (8 + 5 + 1.4)) < 1e-9)
        #expect(whole.quantile(0.5) == 8 && whole.probability(atLeast: 8.01) == 0.28)
        #expect(whole.probability(atLeast: 58) == 0.1 && whole.probability(atLeast: 65) == 0.02)
        let alone = Distribution.sum([one, Distribution(base: 1, shape: .point)])
        #expect(alone == Distribution(base: 4, shape: one.shape))
    }

    @Test("means and variances of a sum are the sums of its parts'", arguments: 0..<20)
    func sums(seed: UInt64) {
        let parts = (0..<4).map { Distribution.random(seed * 4 + $0) }
        let whole = Distribution.sum(parts)
        let mean = parts.reduce(0) { $0 + $1.mean }
        let variance = parts.reduce(0) { $0 + $1.variance }
        #expect(abs(whole.mean - mean) < 1e-9 * mean)
        #expect(abs(whole.variance - variance) < 1e-6 * (1 + variance))
    }

    @Test(
        "the mean through tiers is exact: a million seeded draws agree within their error", arguments: [0.15, 0.6, 1.4])
    func meanThroughTiers(sigma: Double) {
        let total = Distribution.lognormal(base: 60, mean: 70, sigma: sigma)
        var random = SplitMix(11)
        var (sum, square) = (0.0, 0.0)
        let number = 1_000_000
        for _ in 0..<number {
            let value = tiers(60 + 70 * exp(sigma * random.normal() - sigma * sigma / 2))
            sum += value
            square += value * value
        }
        let mean = sum / Double(number)
        let error = ((square / Double(number) - mean * mean) / Double(number)).squareRoot()
        #expect(abs(total.mean(of: tiers) - mean) < 4 * error)
        #expect(abs(total.mean(of: { tiers($0) }) - total.mean(of: tiers)) < 0.001 * 6 + 1e-4)
    }

    @Test("the mean of a straight line is the line of the mean, for every shape", arguments: 0..<40)
    func straightLine(seed: UInt64) {
        let total = Distribution.random(seed)
        let line = PiecewiseLinear([.init(start: 7, value: 3, slope: 0.25)])
        #expect(abs(total.mean(of: line) - line(total.mean)) < 1e-9 * (1 + total.mean))
    }

    @Test("the chance of at least a value is the mean of a step there", arguments: 0..<40)
    func chanceIsAMean(seed: UInt64) {
        let total = Distribution.random(seed)
        let place = total.quantile(0.7)
        let step = PiecewiseLinear([
            .init(start: -.greatestFiniteMagnitude, value: 0, slope: 0), .init(start: place, value: 1, slope: 0),
        ])
        #expect(abs(total.mean(of: step) - total.probability(atLeast: place)) < 1e-9)
    }

    @Test("thresholds, caps and sums of functions are what they are point by point")
    func algebraOfFunctions() {
        let line = PiecewiseLinear([.init(start: 0, value: 0, slope: 1), .init(start: 10, value: 14, slope: -1)])
        let both = line.nothing(below: 4).plus(tiers)
        for x in stride(from: -5.0, through: 200, by: 0.5) {
            let own = x < 10 ? x : 14 - (x - 10)
            #expect(abs(line(x) - own) < 1e-12)
            #expect(abs(line.capped(at: 6)(x) - min(own, 6)) < 1e-12)
            #expect(abs(both(x) - ((x < 4 ? 0 : own) + tiers(x))) < 1e-9)
        }
    }
}

extension Distribution {
    /// A point, a lognormal rest or samples.
    fileprivate static func random(_ seed: UInt64) -> Distribution {
        var random = SplitMix(seed &+ 99)
        let base = random.unit() * 100
        switch seed % 4 {
        case 0: return Distribution(base: base + 1, shape: .point)
        case 1: return Distribution(base: base, shape: .samples((0..<50).map { _ in random.unit() * 80 }.sorted()))
        default: return .lognormal(base: base, mean: 1 + random.unit() * 90, sigma: 0.05 + random.unit() * 1.5)
        }
    }
}
