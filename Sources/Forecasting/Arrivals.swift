import Foundation

/// New deals to come: a shrunk, damped trend over full weeks, spread over the days of the week.
struct Arrivals: Sendable {
    /// Expected new deals on each day from `today` on.
    let perDay: [Double]
    /// Share of new deals by the state in which their first day ends; won and lost at once have places of their own.
    let mix: [Double]
    let wonAtOnce: Double
    /// Variance over mean of the weekly counts, at least 1.
    let dispersion: Double

    /// - Parameter end: first day that is not asked for.
    init(_ moment: Moment, end: Int32) {
        let (history, paths) = (moment.book.history, moment.book.paths)
        let today = moment.day
        let first = moment.book.firstDay
        let weeks = min(52, max(0, Int(today - first) / 7))
        let from = today - Int32(7 * weeks)
        var counts = [Double](repeating: 0, count: weeks)
        var byClass = [Double](repeating: 0, count: 7)
        var recentMix = [Double](repeating: 0, count: paths.stateCount)
        var (instantWins, instant) = (0.0, 0.0)
        for deal in moment.book.created(from: from, to: today) {
            let day = history.created[deal]
            let week = Int(day - from) / 7
            counts[week] += 1
            byClass[Int(history.calendar.weekday[history.calendar.index(day)])] += 1
            let weight = exp2(-Double(today - day) / 90)
            instant += weight
            let state = paths.firstState[deal]
            if state == Paths.won {
                instantWins += weight
            } else if state != Paths.lost {
                recentMix[Int(state)] += weight
            }
        }
        mix = instant > 0 ? recentMix.map { $0 / instant } : recentMix
        wonAtOnce = instant > 0 ? instantWins / instant : 0

        let trend = Arrivals.trend(counts)
        dispersion = trend.dispersion
        var daysOfClass = [Double](repeating: 0, count: 7)
        var day = from
        while day < today {
            daysOfClass[Int(history.calendar.weekday[history.calendar.index(day)])] += 1
            day += 1
        }
        let all = byClass.reduce(0, +)
        let meanPerDay = weeks > 0 ? all / Double(7 * weeks) : 0
        let factor = (0..<7).map { (byClass[$0] + 1) / (daysOfClass[$0] * meanPerDay + 1) }
        let ahead = max(0, Int(end - today))
        perDay = (0..<ahead).map { offset in
            let level = trend.rate(week: offset / 7 + 1) / 7
            return level * factor[Int(history.calendar.weekday[history.calendar.index(today + Int32(offset))])]
        }
    }

    struct Trend: Sendable {
        let level: Double
        let slope: Double
        let dispersion: Double

        /// Deals in the week that lies `week` weeks ahead.
        func rate(week: Int) -> Double {
            let damping = 0.97
            return max(0, level + slope * damping * (1 - pow(damping, Double(week))) / (1 - damping))
        }
    }

    /// Slope by least squares, shrunk by max(0, 1 − 1/t²); level = mean of the last 8 weeks + 3.5 slopes.
    static func trend(_ counts: [Double]) -> Trend {
        let weeks = counts.count
        guard weeks > 0 else { return Trend(level: 0, slope: 0, dispersion: 1) }
        let recent = counts.suffix(8)
        let level = recent.reduce(0, +) / Double(recent.count)
        let mean = counts.reduce(0, +) / Double(weeks)
        guard weeks >= 8 else { return Trend(level: level, slope: 0, dispersion: 1.5) }
        let middle = Double(weeks - 1) / 2
        var (sxx, sxy) = (0.0, 0.0)
        for week in 0..<weeks {
            let x = Double(week) - middle
            sxx += x * x
            sxy += x * (counts[week] - mean)
        }
        let slope = sxy / sxx
        var residual = 0.0
        for week in 0..<weeks {
            let error = counts[week] - mean - slope * (Double(week) - middle)
            residual += error * error
        }
        let variance = residual / Double(weeks - 2)
        let t2 = variance > 0 ? slope * slope * sxx / variance : .infinity
        let shrunk = slope * max(0, 1 - 1 / max(t2, 1e-12))
        return Trend(
            level: max(0, level + 3.5 * shrunk), slope: shrunk, dispersion: mean > 0 ? max(1, variance / mean) : 1)
    }
}
