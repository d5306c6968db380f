import Foundation
internal import Parallel

/// When open deals will be won, if ever: win tables for a ladder of horizons, read for each deal.
struct WinCurve: Sendable {
    /// Days ahead; the last is "ever".
    static let ladder: [Int32] = [
        2, 4, 6, 8, 11, 14, 18, 22, 26, 31, 37, 44, 52, 61, 75, 91, 110, 135, 180, 270, 365, 730,
    ]
    /// Less than this in 180 days is "unlikely to be won".
    static let unlikely = 0.1

    private let tables: [WinTable]
    /// By horizon; empty where dates tell nothing.
    private let odds: [DueOdds]
    private let today: Int32

    init(_ fit: Intensities, _ due: DueEffect?, _ calendar: History.Calendar, today: Int32) {
        self.today = today
        let end = today + (WinCurve.ladder.last ?? 0)
        let rates = DayRates(fit, calendar, from: today, to: end, levels: LevelGrid.levels)
        // The longest first, so that no processor is left with it alone.
        let longestFirst = spread(WinCurve.ladder.count) { row in
            let horizon = today + WinCurve.ladder[WinCurve.ladder.count - 1 - row]
            return WinTable(rates, to: horizon)
        }
        tables = longestFirst.reversed()
        odds = due.map { WinCurve.odds(fit, $0, calendar, today: today) } ?? []
    }

    private static func odds(_ fit: Intensities, _ due: DueEffect, _ calendar: History.Calendar, today: Int32)
        -> [DueOdds]
    {
        let lanes = DueLanes(due, fit, .curve)
        let dated = DayRates(fit, calendar, from: today, to: today + (ladder.last ?? 0), lanes: lanes)
        return spread(ladder.count) { row in
            DueOdds(dated, lanes, to: today + ladder[ladder.count - 1 - row])
        }.reversed()
    }

    /// Probability of being won within each horizon of the ladder; never falling.
    /// - Parameter due: expected to close; Int32.max is "no date".
    func chances(_ place: LevelGrid.Place, state: Int, age: Int, due: Int32) -> [Double] {
        var highest = 0.0
        return WinCurve.ladder.indices.map { row in
            let plain = tables[row].chance(place, state, age)
            let p = odds.isEmpty ? plain : odds[row].apply(to: plain, place, state, age, due: due)
            highest = max(highest, p)
            return highest
        }
    }

    var size: Int { tables.reduce(0) { $0 + $1.size } + odds.reduce(0) { $0 + $1.size } }

    struct Close: Sendable {
        var median: Int32?
        var p10: Int32?
        var p90: Int32?
    }

    /// Days on which the deal is won with 10, 50 and 90 % of its chance of ever being won behind it.
    func close(_ chances: [Double]) -> Close {
        let ever = chances[chances.count - 1]
        guard let half = WinCurve.ladder.firstIndex(of: 180), chances[half] >= WinCurve.unlikely else { return Close() }
        return Close(median: day(chances, ever * 0.5), p10: day(chances, ever * 0.1), p90: day(chances, ever * 0.9))
    }

    private func day(_ chances: [Double], _ target: Double) -> Int32 {
        var (before, from) = (0.0, 0.0)
        for row in chances.indices {
            let to = Double(WinCurve.ladder[row])
            if chances[row] >= target {
                let step = chances[row] - before
                let share = step > 0 ? (target - before) / step : 1
                // The chance within n days belongs to days today ..< today + n.
                return today + Int32(max(0, (from + share * (to - from)).rounded(.up) - 1))
            }
            (before, from) = (chances[row], to)
        }
        return today + WinCurve.ladder.last!
    }
}
