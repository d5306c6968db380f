import Foundation

/// How exits rise or fall with the size of a deal: by a power of its amount, drawn to 0 where few exits tell it, and by what
/// each eighth of the deals departs from that.
struct SizeLine: Sendable {
    /// By class: how many standard deviations of the amounts' logarithm it lies from their mean.
    let places: [Double]

    /// σ of the prior of the power, for one standard deviation of the amounts' logarithm.
    static let spread = 0.3

    /// - Parameters:
    ///   - codes: class of each deal, -1 where it has none.
    ///   - amount: what was said of a deal at first; nil when it was not there yet.
    init(_ codes: [Int32], stride step: Int, amount: (Int) -> Double?) {
        let classes = Int(codes.greatest ?? -1) + 1
        var sum = [Double](repeating: 0, count: classes)
        var count = sum
        for deal in stride(from: 0, to: codes.count, by: step) where codes[deal] >= 0 {
            guard let amount = amount(deal), amount > 0 else { continue }
            sum[Int(codes[deal])] += log(amount)
            count[Int(codes[deal])] += 1
        }
        // A class without a positive amount stands with the next smaller one, or with the smallest.
        var last = zip(sum, count).first { $1 > 0 }.map { $0 / $1 } ?? 0
        let means = zip(sum, count).map { sum, count in
            if count > 0 { last = sum / count }
            return last
        }
        let all = max(1, count.reduce(0, +))
        let center = sum.reduce(0, +) / all
        let variance = zip(means, count).reduce(0) { $0 + $1.1 * ($1.0 - center) * ($1.0 - center) } / all
        places = means.map { variance > 1e-9 ? ($0 - center) / variance.squareRoot() : 0 }
    }

    /// Logarithm of each class's multiplier; the mean multiplier over the exits that are expected is 1.
    /// - Parameters:
    ///   - have: exits by class; `should`: those expected without sizes.
    func logs(_ have: [Double], _ should: [Double]) -> [Double] {
        guard places.contains(where: { $0 != 0 }) else { return places }
        let power = power(have, should)
        let line = places.map { power * $0 }
        let even = level(have, zip(should, line).map { $0 * exp($1) })
        var (seen, expected) = (
            [Double](repeating: Groups.prior, count: 8), [Double](repeating: Groups.prior, count: 8)
        )
        for code in places.indices {
            seen[Groups.eighth(of: code)] += have[code]
            expected[Groups.eighth(of: code)] += should[code] * even * exp(line[code])
        }
        let raw = places.indices.map { line[$0] + log(seen[Groups.eighth(of: $0)] / expected[Groups.eighth(of: $0)]) }
        let mean = 1 / level(should, zip(should, raw).map { $0 * exp($1) })
        return raw.map { Groups.bounded($0 - log(mean)) }
    }

    private func level(_ have: [Double], _ should: [Double]) -> Double {
        let (all, expected) = (have.reduce(0, +), should.reduce(0, +))
        return all > 0 && expected > 0 ? all / expected : 1
    }

    /// The mode of its posterior by Poisson counts, whatever the level is: Newton's steps.
    private func power(_ have: [Double], _ should: [Double]) -> Double {
        let precision = 1 / (SizeLine.spread * SizeLine.spread)
        let all = have.reduce(0, +)
        let seen = zip(places, have).reduce(0) { $0 + $1.0 * $1.1 }
        var power = 0.0
        for _ in 0..<20 {
            let weights = zip(places, should).map { $1 * exp(power * $0) }
            let sum = max(1e-300, weights.reduce(0, +))
            let mean = zip(places, weights).reduce(0) { $0 + $1.0 * $1.1 } / sum
            let square = zip(places, weights).reduce(0) { $0 + $1.0 * $1.0 * $1.1 } / sum
            let slope = seen - all * mean - precision * power
            power = min(max(power + slope / (all * max(0, square - mean * mean) + precision), -2), 2)
        }
        return power
    }
}
