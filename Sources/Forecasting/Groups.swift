import Foundation

/// Multipliers by owner, product, source, returning account and size, of every step towards the win and of losses:
/// observed exits over those expected without the factor, shrunk to 1, by backfitting.
struct Groups: Sendable {
    enum Factor: Int, CaseIterable, Sendable { case owner, product, source, account, amount }

    /// By drive, factor and code: logarithm of the multiplier.
    let logMultiplier: [[[Double]]]

    static let prior = 30.0
    static let rounds = 2
    /// Multipliers are learned from about this many deals at most, evenly taken.
    static let enough = 100_000

    /// - Parameter until: nothing on or after this day is used.
    init(_ book: Book, until: Int32) {
        let stride = max(1, book.history.created.count / Groups.enough)
        let lexis = Lexis(book.paths, today: until, stride: stride)
        let fit = Intensities(lexis, book.paths, book.history.calendar, today: until, .rough)
        logMultiplier = Lexis.Drive.allCases.map { drive in
            let (observed, expected) = Groups.tally(drive, book, fit, lexis, until: until, stride: stride)
            return Groups.backfit(observed, expected, book.codes, stride: stride)
        }
    }

    /// Observed and expected exits of each deal.
    private static func tally(
        _ drive: Lexis.Drive, _ book: Book, _ fit: Intensities, _ lexis: Lexis, until: Int32, stride: Int
    ) -> ([Double], [Double]) {
        let paths = book.paths
        var expected = [Double](repeating: 0, count: book.history.created.count)
        var observed = expected
        let hazards = Lexis.Exit.allCases.filter { $0.drive == drive }.map {
            CumulativeHazard(fit, $0, book.history.calendar, lexis, today: until)
        }
        for spell in paths.stage.indices {
            let deal = Int(paths.deal[spell])
            let enter = paths.enter[spell]
            if enter >= until || (stride > 1 && deal % stride != 0) { continue }
            for hazard in hazards {
                expected[deal] += hazard.sum(state: Int(paths.stage[spell]), enter: enter, until: paths.exit[spell])
            }
            if paths.exit[spell] < until, (paths.next[spell] == Paths.lost) == (drive == .losing) {
                observed[deal] += 1
            }
        }
        return (observed, expected)
    }

    private static func backfit(_ observed: [Double], _ expected: [Double], _ codes: [[Int32]], stride: Int)
        -> [[Double]]
    {
        var logs = codes.map { [Double](repeating: 0, count: Int($0.max() ?? -1) + 1) }
        var running = expected
        for _ in 0..<rounds {
            for factor in codes.indices {
                let width = logs[factor].count
                var have = [Double](repeating: prior, count: width)
                var should = have
                let now = logs[factor].map { exp($0) }
                var deal = 0
                while deal < observed.count {
                    let code = Int(codes[factor][deal])
                    if code >= 0 {
                        have[code] += observed[deal]
                        should[code] += running[deal] / now[code]
                    }
                    deal += stride
                }
                logs[factor] = zip(have, should).map { logRatio($0, $1) }
                let change = zip(logs[factor], now).map { exp($0) / $1 }
                deal = 0
                while deal < observed.count {
                    let code = Int(codes[factor][deal])
                    if code >= 0 { running[deal] *= change[code] }
                    deal += stride
                }
            }
        }
        return logs
    }

    private static func logRatio(_ have: Double, _ should: Double) -> Double {
        let limit = Foundation.log(3.0)
        return min(max(Foundation.log(have / should), -limit), limit)
    }

    /// Sum over the factors.
    @inline(__always) func log(_ drive: Lexis.Drive, of deal: Int, _ codes: [[Int32]]) -> Double {
        var sum = 0.0
        for factor in 0..<codes.count {
            let code = Int(codes[factor][deal])
            if code >= 0 { sum += logMultiplier[drive.rawValue][factor][code] }
        }
        return sum
    }

    func log(_ drive: Lexis.Drive, _ factor: Factor, of deal: Int, _ codes: [[Int32]]) -> Double {
        let code = Int(codes[factor.rawValue][deal])
        return code >= 0 ? logMultiplier[drive.rawValue][factor.rawValue][code] : 0
    }

    /// By drive and deal: its multiplier.
    func weights(_ codes: [[Int32]]) -> [[Double]] {
        let count = codes[0].count
        return Lexis.Drive.allCases.map { drive in
            var weights = [Double](repeating: 1, count: count)
            for factor in codes.indices {
                let multipliers = logMultiplier[drive.rawValue][factor].map { exp($0) }
                if multipliers.allSatisfy({ $0 == 1 }) { continue }
                for deal in 0..<count {
                    let code = Int(codes[factor][deal])
                    if code >= 0 { weights[deal] *= multipliers[code] }
                }
            }
            return weights
        }
    }

    /// By factor and deal; -1 where the factor says nothing of it.
    static func codes(_ history: History, _ standing: Standing) -> [[Int32]] {
        // What was said at first: a deal that moves on is often raised, so the last amount would tell its fate.
        let first = history.created.indices.map { history.firstAmount(of: $0) }
        let bounds = sizeBounds(first, standing)
        return Factor.allCases.map { factor in
            switch factor {
            case .owner: return history.owner
            case .product: return history.product
            case .source: return history.source
            case .account: return history.returning.map(Int32.init)
            case .amount:
                if bounds.isEmpty { return [Int32](repeating: -1, count: history.created.count) }
                return first.map { amount in
                    if amount.isNaN { return -1 }
                    return Int32(bounds.firstIndex { amount <= $0 } ?? bounds.count)
                }
            }
        }
    }

    /// Eighths of the amounts of all deals; none where amounts are only known of won deals.
    private static func sizeBounds(_ amounts: [Double], _ standing: Standing) -> [Double] {
        let stride = max(1, amounts.count / enough)
        var known: [Double] = []
        var losing = 0
        var deal = 0
        while deal < amounts.count {
            if !amounts[deal].isNaN {
                known.append(amounts[deal])
                if standing.state[deal] != History.Stages.won { losing += 1 }
            }
            deal += stride
        }
        guard known.count >= 50, losing * 10 >= known.count else { return [] }
        known.sort()
        return (1..<8).map { known[known.count * $0 / 8] }
    }
}

extension History {
    func firstAmount(of deal: Int) -> Double {
        let first = Int(amountStart[deal])
        return first < Int(amountStart[deal + 1]) ? amountValue[first] : .nan
    }
}
