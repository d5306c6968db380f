import Foundation

/// Multipliers of the intensity of winning by owner, product, source, returning account and size: observed wins over
/// those expected without the factor, one factor after the other, shrunk to 1.
struct Groups: Sendable {
    enum Factor: Int, CaseIterable, Sendable { case owner, product, source, account, amount }

    /// By factor and code: logarithm of the multiplier.
    let logMultiplier: [[Double]]
    /// Upper bounds of the sizes' classes.
    let sizeBounds: [Double]

    static let prior = 30.0
    static let none = Groups(logMultiplier: Factor.allCases.map { _ in [] }, sizeBounds: [])

    private init(logMultiplier: [[Double]], sizeBounds: [Double]) {
        self.logMultiplier = logMultiplier
        self.sizeBounds = sizeBounds
    }

    init(_ history: History, _ paths: Paths, _ fit: Intensities, _ lexis: Lexis, today: Int32) {
        let cumulative = CumulativeHazard(fit, .win, history.calendar, lexis, today: today)
        let count = history.created.count
        var expected = [Double](repeating: 0, count: count)
        var won = [Double](repeating: 0, count: count)
        for spell in paths.stage.indices {
            let deal = Int(paths.deal[spell])
            expected[deal] += cumulative.hazard(
                state: Int(paths.stage[spell]), enter: paths.enter[spell], until: paths.exit[spell])
            if paths.next[spell] == Paths.won, paths.exit[spell] < today { won[deal] += 1 }
        }
        let amounts = (0..<count).map { history.lastAmount(of: $0) }
        sizeBounds = Groups.bounds(amounts, won: won)
        let bounds = sizeBounds
        var factors: [[Double]] = []
        for factor in Factor.allCases {
            let codes = (0..<count).map { Groups.code(factor, history, $0, amounts[$0], bounds) }
            let width = Int(codes.max() ?? -1) + 1
            var have = [Double](repeating: Groups.prior, count: width)
            var should = have
            for deal in 0..<count where codes[deal] >= 0 {
                have[Int(codes[deal])] += won[deal]
                should[Int(codes[deal])] += expected[deal]
            }
            let logs = zip(have, should).map { Groups.logRatio($0, $1) }
            for deal in 0..<count where codes[deal] >= 0 { expected[deal] *= exp(logs[Int(codes[deal])]) }
            factors.append(logs)
        }
        logMultiplier = factors
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

    /// Sum over the factors, and each of them.
    func log(of deal: Int, _ history: History, amount: Double) -> Double {
        var sum = 0.0
        for factor in Factor.allCases { sum += log(factor, of: deal, history, amount: amount) }
        return sum
    }

    @inline(__always) func log(_ factor: Factor, of deal: Int, _ history: History, amount: Double) -> Double {
        let logs = logMultiplier[factor.rawValue]
        let code = Int(Groups.code(factor, history, deal, amount, sizeBounds))
        return code >= 0 && code < logs.count ? logs[code] : 0
    }

    /// Quintiles of the amounts of all deals; none where amounts are only known of won deals.
    private static func bounds(_ amounts: [Double], won: [Double]) -> [Double] {
        let known = amounts.filter { !$0.isNaN }.sorted()
        let losing = zip(amounts, won).count { !$0.isNaN && $1 == 0 }
        guard known.count >= 50, losing * 10 >= known.count else { return [] }
        return (1..<5).map { known[known.count * $0 / 5] }
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
