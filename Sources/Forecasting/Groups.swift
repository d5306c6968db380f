import Foundation

/// Multipliers of the intensity of winning by owner, product, source, returning account and size: observed wins over
/// those expected without the factor, one factor after the other, shrunk to 1.
struct Groups: Sendable {
    enum Factor: Int, CaseIterable, Sendable { case owner, product, source, account, amount }

    /// By drive, factor and code: logarithm of the multiplier.
    let logMultiplier: [[[Double]]]
    /// Upper bounds of the sizes' classes.
    let sizeBounds: [Double]

    static let prior = 30.0
    static let rounds = 2

    init(_ history: History, _ paths: Paths, _ fit: Intensities, _ lexis: Lexis, today: Int32) {
        let count = history.created.count
        let amounts = (0..<count).map { history.lastAmount(of: $0) }
        let bounds = Groups.bounds(history, amounts)
        sizeBounds = bounds
        let codes = Factor.allCases.map { factor in
            (0..<count).map { Groups.code(factor, history, $0, amounts[$0], bounds) }
        }
        logMultiplier = Lexis.Drive.allCases.map { drive in
            let (observed, expected) = Groups.tally(drive, history, paths, fit, lexis, today: today)
            return Groups.backfit(observed, expected, codes)
        }
    }

    /// Observed and expected exits of each deal.
    private static func tally(
        _ drive: Lexis.Drive, _ history: History, _ paths: Paths, _ fit: Intensities, _ lexis: Lexis, today: Int32
    ) -> ([Double], [Double]) {
        var expected = [Double](repeating: 0, count: history.created.count)
        var observed = expected
        for exit in Lexis.Exit.allCases where exit.drive == drive {
            let cumulative = CumulativeHazard(fit, exit, history.calendar, lexis, today: today)
            for spell in paths.stage.indices {
                expected[Int(paths.deal[spell])] += cumulative.hazard(
                    state: Int(paths.stage[spell]), enter: paths.enter[spell], until: paths.exit[spell])
            }
        }
        for spell in paths.stage.indices where paths.exit[spell] < today && paths.exit[spell] >= lexis.riskFrom {
            if (paths.next[spell] == Paths.lost) == (drive == .losing) { observed[Int(paths.deal[spell])] += 1 }
        }
        return (observed, expected)
    }

    private static func backfit(_ observed: [Double], _ expected: [Double], _ codes: [[Int32]]) -> [[Double]] {
        var logs = codes.map { [Double](repeating: 0, count: Int($0.max() ?? -1) + 1) }
        var running = expected
        for _ in 0..<rounds {
            for factor in codes.indices {
                let width = logs[factor].count
                var have = [Double](repeating: prior, count: width)
                var should = have
                let now = logs[factor].map { exp($0) }
                for deal in observed.indices where codes[factor][deal] >= 0 {
                    let code = Int(codes[factor][deal])
                    have[code] += observed[deal]
                    should[code] += running[deal] / now[code]
                }
                logs[factor] = zip(have, should).map { logRatio($0, $1) }
                let change = zip(logs[factor], now).map { exp($0) / $1 }
                for deal in observed.indices where codes[factor][deal] >= 0 {
                    running[deal] *= change[Int(codes[factor][deal])]
                }
            }
        }
        return logs
    }

    private static func logRatio(_ have: Double, _ should: Double) -> Double {
        let limit = Foundation.log(3.0)
        return min(max(Foundation.log(have / should), -limit), limit)
    }

    static func code(_ factor: Factor, _ history: History, _ deal: Int, _ amount: Double, _ bounds: [Double]) -> Int32 {
        switch factor {
        case .owner: return history.owner[deal]
        case .product: return history.product[deal]
        case .source: return history.source[deal]
        case .account: return Int32(history.returning[deal])
        case .amount:
            if amount.isNaN || bounds.isEmpty { return -1 }
            return Int32(bounds.firstIndex { amount <= $0 } ?? bounds.count)
        }
    }

    /// Sum over the factors.
    func log(_ drive: Lexis.Drive, of deal: Int, _ history: History, amount: Double) -> Double {
        var sum = 0.0
        for factor in Factor.allCases { sum += log(drive, factor, of: deal, history, amount: amount) }
        return sum
    }

    @inline(__always) func log(
        _ drive: Lexis.Drive, _ factor: Factor, of deal: Int, _ history: History, amount: Double
    ) -> Double {
        let code = Int(Groups.code(factor, history, deal, amount, sizeBounds))
        let logs = logMultiplier[drive.rawValue][factor.rawValue]
        return code >= 0 && code < logs.count ? logs[code] : 0
    }

    /// Eighths of the amounts of all deals; none where amounts are only known of won deals.
    private static func bounds(_ history: History, _ amounts: [Double]) -> [Double] {
        let known = amounts.filter { !$0.isNaN }.sorted()
        let losing = amounts.indices.count { !amounts[$0].isNaN && !history.isWon($0) }
        guard known.count >= 50, losing * 10 >= known.count else { return [] }
        return (1..<8).map { known[known.count * $0 / 8] }
    }
}

extension History {
    func lastAmount(of deal: Int) -> Double {
        let last = Int(amountStart[deal + 1]) - 1
        return last >= Int(amountStart[deal]) ? amountValue[last] : .nan
    }
}

/// Sums of fitted intensity along a stay, from prefix sums of the day's multipliers: one step per bin of age crossed.
struct CumulativeHazard: Sendable {
    private let prefix: [[Double]]
    private let rates: [[Double]]
    private let starts: [[Int]]
    private let terciles: [[Int]]
    private let firstDay: Int32
    private let today: Int32

    init(_ fit: Intensities, _ exit: Lexis.Exit, _ calendar: History.Calendar, _ lexis: Lexis, today: Int32) {
        firstDay = lexis.firstDay
        self.today = today
        let days = max(0, Int(today - firstDay))
        let classes = DayClasses(calendar, firstDay: firstDay, count: max(1, days))
        prefix = (0..<3).map { third in
            var sum = 0.0
            return [0]
                + (0..<days).map {
                    sum += fit.calendar[exit.rawValue].value(classes, $0, third)
                    return sum
                }
        }
        let ages = AgeCells.cap + 1
        starts = (0..<fit.states).map { state in
            (0..<fit.binCount[state]).map { bin in
                (0..<ages).first { Int(fit.binOfAge[state * ages + $0]) == bin } ?? ages
            }
        }
        rates = fit.long.map { bins in
            bins.map { exit == .move ? $0.dropFirst(2).reduce(0, +) : $0[exit == .win ? 0 : 1] }
        }
        terciles = (0..<fit.states).map { state in
            (0..<fit.binCount[state]).map { Int(fit.tercile[state * Intensities.maxBins + $0]) }
        }
    }

    /// At risk on days enter + 1 ... min(until, today − 1).
    @inline(__always) func hazard(state: Int, enter: Int32, until: Int32) -> Double {
        let last = min(until, today - 1)
        let span = Int(last - enter)
        guard span > 0 else { return 0 }
        let first = Int(enter + 1 - firstDay)
        var sum = 0.0
        for bin in rates[state].indices {
            let from = starts[state][bin]
            if from >= span { break }
            let to = bin + 1 < rates[state].count ? min(span, starts[state][bin + 1]) : span
            let row = terciles[state][bin]
            sum += rates[state][bin] * (prefix[row][max(0, first + to)] - prefix[row][max(0, first + from)])
        }
        return sum
    }
}
