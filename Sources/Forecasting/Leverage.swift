import Foundation

/// How a total hangs on single deals. The total's own distribution stays as it is: seeded draws of the deals and of
/// everything else give each deal's part in it, and are read through the ranks of the total that they make (a copula).
package struct Leverage: Sendable {
    package struct Bet: Sendable {
        /// To be won in the period, and ever.
        package let chance: Double
        package let ever: Double
        /// If won, what of it goes into the total.
        package let value: Double
        /// σ of the logarithm of what it will bring to that.
        package let spread: Double
        package init(chance: Double, ever: Double, value: Double, spread: Double) {
            self.chance = chance
            self.ever = max(ever, chance)
            self.value = value
            self.spread = spread
        }
        /// Relative variance of what it will bring.
        var vagueness: Double { expm1(spread * spread) }
        var variance: Double { value * value * chance * (1 + vagueness - chance) }
    }

    /// The chance of reaching a plan if a deal is won in the period, and if it is not: weighted by the deal's chance they
    /// give the present one.
    package struct Fork: Sendable, Equatable {
        package let ifWon: Double
        package let ifNot: Double
    }

    package static let draws = 2_000
    private let total: Distribution
    private let bets: [Bet]
    /// Totals drawn, ascending, without what is certain.
    private let ordered: [Double]
    /// By bet: everything but it, ascending.
    private let others: [[Double]]

    /// - Parameters:
    ///   - bets: the deals that are asked about; the rest of the total is taken for one lump.
    package init(_ total: Distribution, bets: [Bet], seed: UInt64 = 20) {
        self.total = total
        self.bets = bets
        let rest = total.mean - total.base
        let known = bets.reduce(0) { $0 + $1.chance * $1.value }
        let noise = bets.reduce(0) { $0 + $1.variance }
        let mean = max(rest - known, rest * 0.02)
        let variance = max(total.variance - noise, mean * mean * 0.01)
        let sigma = mean > 0 ? min(2, log1p(variance / (mean * mean)).squareRoot()) : 0
        var random = SplitMix(seed)
        var totals = [Double](repeating: 0, count: Leverage.draws)
        var parts = [[Double]](repeating: totals, count: bets.count)
        for draw in totals.indices {
            var sum = mean * exp(sigma * random.normal() - sigma * sigma / 2)
            for (place, bet) in bets.enumerated() {
                let isWon = random.unit() < bet.chance
                let value = bet.value * exp(bet.spread * random.normal() - bet.spread * bet.spread / 2)
                if isWon {
                    parts[place][draw] = value
                    sum += value
                }
            }
            totals[draw] = sum
        }
        ordered = totals.sorted()
        others = parts.map { part in zip(totals, part).map { $0 - $1 }.sorted() }
    }

    /// Nil when the plan is reached already, or nothing is still to come.
    package func fork(_ place: Int, plan: Double) -> Fork? {
        let now = total.probability(atLeast: plan)
        guard plan > total.base, now > 0, now < 1 else { return nil }
        let line = Leverage.quantile(ordered, 1 - now)
        let bet = bets[place]
        let without = Leverage.above(others[place], line)
        let with = bet.nodes.reduce(0) { $0 + $1.weight * Leverage.above(others[place], line - $1.value) }
        return Fork(won: with, not: without, chance: bet.chance, now: now)
    }

    /// The mean of a function of the total if a deal is won in the period, and if it is not.
    package func means(_ place: Int, of function: PiecewiseLinear) -> (ifWon: Double, ifNot: Double) {
        let bet = bets[place]
        func mean(plus value: Double) -> Double {
            others[place].reduce(0) { $0 + function(read($1 + value)) } / Double(Leverage.draws)
        }
        return (bet.nodes.reduce(0) { $0 + $1.weight * mean(plus: $1.value) }, mean(plus: 0))
    }

    /// A drawn total as the total's own distribution has it at the same rank.
    private func read(_ x: Double) -> Double {
        let rank = (Double(ordered.partition(below: x)) + 0.5) / Double(ordered.count + 1)
        return total.quantile(min(max(rank, 0.0005), 0.9995))
    }

    private static func above(_ ascending: [Double], _ x: Double) -> Double {
        Double(ascending.count - ascending.partition(below: x)) / Double(ascending.count)
    }

    private static func quantile(_ ascending: [Double], _ p: Double) -> Double {
        ascending[min(ascending.count - 1, max(0, Int((p * Double(ascending.count)).rounded())))]
    }
}

extension Leverage.Bet {
    /// Its value in three places that have its mean and its spread.
    fileprivate var nodes: [(weight: Double, value: Double)] {
        guard spread > 0.01 else { return [(1, value)] }
        let far = 3.0.squareRoot() * spread
        let shift = spread * spread / 2
        return [
            (1.0 / 6, value * exp(-far - shift)), (2.0 / 3, value * exp(-shift)), (1.0 / 6, value * exp(far - shift)),
        ]
    }
}

extension Leverage.Fork {
    /// Drawn chances, moved alike on the logit scale until they agree with the present one.
    fileprivate init(won: Double, not: Double, chance: Double, now: Double) {
        let least = 0.5 / Double(Leverage.draws)
        func logit(_ p: Double) -> Double {
            let p = min(max(p, least), 1 - least)
            return log(p / (1 - p))
        }
        func chanceOf(_ logit: Double) -> Double { 1 / (1 + exp(-logit)) }
        let (upper, lower) = (logit(max(won, not)), logit(not))
        var (low, high) = (-40.0, 40.0)
        for _ in 0..<80 {
            let middle = (low + high) / 2
            let mixed = chance * chanceOf(upper + middle) + (1 - chance) * chanceOf(lower + middle)
            if mixed < now { low = middle } else { high = middle }
        }
        self.init(ifWon: chanceOf(upper + low), ifNot: chanceOf(lower + low))
    }
}

extension [Double] {
    /// How many of an ascending row are below `x`.
    func partition(below x: Double) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < x { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
