internal import Forecasting

/// What is said of one node, in whole units (minor units of money, or ten-thousandths of a deal), so that figures add up.
struct Figure: Sendable {
    /// Ten-thousandths: counts add up as exactly as money does.
    static let countUnit = 10_000.0

    var won: Int64 = 0
    var template: Int64? = 0
    var statistical: Int64 = 0
    var fromOpen: Int64 = 0
    var fromNew: Int64 = 0
    var naiveLast: Int64? = 0
    var naiveMean3: Int64? = 0
    /// Squared, of what is still to come when every chance is known; the distribution's unit.
    var variance = 0.0
    /// From deals not entered yet, before the blend and the levels.
    var newByDeals = 0.0
    /// In minor units, or in deals.
    var distribution = Distribution(base: 0, shape: .point)

    var mean: Int64 { won.plus(fromOpen).plus(fromNew) }

    var isNothing: Bool {
        won == 0 && (template ?? 0) == 0 && statistical == 0 && fromOpen == 0 && fromNew == 0 && (naiveLast ?? 0) == 0
            && (naiveMean3 ?? 0) == 0
    }

    static func sum(_ parts: [Figure]) -> Figure {
        guard parts.count != 1 else { return parts[0] }
        var whole = Figure()
        for part in parts {
            whole.won = whole.won.plus(part.won)
            whole.template = plus(whole.template, part.template)
            whole.statistical = whole.statistical.plus(part.statistical)
            whole.fromOpen = whole.fromOpen.plus(part.fromOpen)
            whole.fromNew = whole.fromNew.plus(part.fromNew)
            whole.naiveLast = plus(whole.naiveLast, part.naiveLast)
            whole.naiveMean3 = plus(whole.naiveMean3, part.naiveMean3)
            whole.variance += part.variance
            whole.newByDeals += part.newByDeals
        }
        whole.distribution = .sum(parts.map(\.distribution))
        return whole
    }

    private static func plus(_ left: Int64?, _ right: Int64?) -> Int64? {
        guard let left, let right else { return nil }
        return left.plus(right)
    }
}

/// The answer over a tree in whole units that add up at every level.
struct FigureTree {
    let figures: [Figure]

    /// `won`: exact, by node with its subtree. `unit`: units in one of what the estimates are in.
    init(_ estimates: [Estimate], won: [Int64], tree parent: [Int32], unit: Double) {
        func rest(_ of: (Estimate) -> Double) -> [Int64] {
            apportion(tree: parent, estimates.map { of($0) }, unit: unit)
        }
        let open = rest(\.fromOpen)
        let new = rest(\.fromNew)
        let statistical = rest { $0.statistical - $0.wonToDate }
        let template = rest { ($0.template ?? $0.wonToDate) - $0.wonToDate }
        let last = rest { ($0.naiveLast ?? $0.wonToDate) - $0.wonToDate }
        let mean3 = rest { ($0.naiveMean3 ?? $0.wonToDate) - $0.wonToDate }
        figures = estimates.indices.map { node in
            let estimate = estimates[node]
            return Figure(
                won: won[node], template: estimate.template.map { _ in won[node].plus(template[node]) },
                statistical: won[node].plus(statistical[node]), fromOpen: open[node], fromNew: new[node],
                naiveLast: estimate.naiveLast.map { _ in won[node].plus(last[node]) },
                naiveMean3: estimate.naiveMean3.map { _ in won[node].plus(mean3[node]) },
                variance: estimate.noise * estimate.noise, newByDeals: estimate.newByDeals * unit,
                distribution: estimate.distribution.moved(by: Double(won[node]) / unit - estimate.wonToDate))
        }
    }
}

extension Distribution {
    fileprivate func moved(by shift: Double) -> Distribution {
        shift == 0 ? self : Distribution(base: base + shift, shape: shape)
    }
}
