/// How many are expected on each coming day: a rate for each stretch of days, times what the day brings of a usual one.
struct CountRates: Sendable {
    package enum Method: String, Sendable {
        /// Too little for more: the mean of all days.
        case mean
        /// Weeks with a damped slope.
        case weekly
        /// The mean of DOTM and ETS.
        case series
    }

    let method: Method
    private let profile: WeekdayProfile
    /// First days of the stretches and their rates for a usual day; the last rate goes on.
    private let starts: [Int32]
    private let rates: [Double]

    /// - Parameters:
    ///   - past: full periods, oldest first; `coming`: those to forecast, in order.
    init(_ history: CountHistory, grain: CountQuestion.Grain, past: [Window], coming: [Window]) {
        let profile = WeekdayProfile(history)
        self.profile = profile
        let weeks = CountRates.weeks(history, profile)
        let months = past.filter { $0.start >= history.firstDay && $0.end <= history.today }
        if history.isSparse || grain == .month && months.count >= 24 {
            let values = months.map { history.total($0) / max(0.5, profile.weight(from: $0.start, to: $0.end)) }
            // Periods that are over, and of which nothing is known yet.
            let lacking = past.count { $0.end > history.today }
            let forecast = SeriesForecast(
                values: values, season: grain == .month ? 12 : 1, horizon: coming.count + lacking)
            starts = coming.map(\.start)
            rates = forecast.means.dropFirst(lacking).map { max(0, $0) }
            method = values.count < 4 ? .mean : .series
        } else if weeks.count >= 104 {
            let horizon = CountRates.weeksAhead(history, coming)
            let season = weeks.count >= 156 ? 52 : 1
            let forecast = SeriesForecast(values: weeks.suffix(208), season: season, horizon: horizon)
            starts = (0..<horizon).map { history.today + 7 * Int32($0) }
            rates = forecast.means.map { max(0, $0) }
            method = .series
        } else if weeks.count >= 4 {
            let horizon = CountRates.weeksAhead(history, coming)
            starts = (0..<horizon).map { history.today + 7 * Int32($0) }
            rates = CountRates.damped(Array(weeks.suffix(52)), horizon)
            method = .weekly
        } else {
            let usual = profile.weight(from: history.firstDay, to: history.today)
            starts = [history.today]
            rates = [usual > 0 ? history.byDay.reduce(0, +) / usual : 0]
            method = .mean
        }
    }

    /// - Parameter dayLeft: share of the first day that counts.
    func expected(from start: Int32, to end: Int32, dayLeft: Double = 1) -> Double {
        var sum = 0.0
        var day = start
        while day < end {
            sum += rate(on: day) * profile.weight(of: day) * (day == start ? dayLeft : 1)
            day += 1
        }
        return sum
    }

    private func rate(on day: Int32) -> Double {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] <= day { low = middle + 1 } else { high = middle }
        }
        return rates.isEmpty ? 0 : rates[max(0, low - 1)]
    }

    /// Full weeks back from today, oldest first, for a usual day each.
    private static func weeks(_ history: CountHistory, _ profile: WeekdayProfile) -> [Double] {
        let number = history.byDay.count / 7
        let first = history.today - 7 * Int32(number)
        return (0..<number).map { week in
            let start = first + 7 * Int32(week)
            let usual = profile.weight(from: start, to: start + 7)
            return history.total(Window(start: start, end: start + 7)) / max(0.5, usual)
        }
    }

    private static func weeksAhead(_ history: CountHistory, _ coming: [Window]) -> Int {
        max(1, Int(((coming.last?.end ?? history.today) - history.today + 6) / 7))
    }

    /// A slope is believed by half where so many events tell it.
    private static let fewEvents = 10.0

    /// Level of the last eight weeks, with the slope as far as it stands out of its noise, damped by 0.97 a week. A series
    /// begins with its first event, so few events always seem to become fewer: they tell of no slope.
    private static func damped(_ weeks: [Double], _ horizon: Int) -> [Double] {
        let number = Double(weeks.count)
        let slope = Forecasting.slope(weeks)
        let mean = weeks.reduce(0, +) / number
        let residual = weeks.enumerated().reduce(0) { sum, week in
            let miss = week.element - mean - slope * (Double(week.offset) - (number - 1) / 2)
            return sum + miss * miss
        }
        let error2 = residual / max(1, number - 2) / (number * (number * number - 1) / 12)
        let all = mean * number
        let kept = slope * max(0, 1 - error2 / max(slope * slope, 1e-300)) * all / (all + fewEvents)
        let recent = weeks.suffix(8)
        let level = recent.reduce(0, +) / Double(recent.count) + kept * (Double(recent.count) - 1) / 2
        var (rate, step) = (level, kept)
        return (0..<horizon).map { _ in
            step *= 0.97
            rate += step
            return max(0, rate)
        }
    }
}
