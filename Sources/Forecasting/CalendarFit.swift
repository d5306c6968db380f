import Foundation

extension CalendarMultipliers {
    /// One round: each factor in turn is set to (observed + prior × around)/(expected under the others + prior).
    /// - Parameter around: what the factors are shrunk to, as far as they do not differ from it by more than their noise;
    ///   nil for a calendar of its own, shrunk to 1. Wins and moves share most of their calendar.
    mutating func refit(
        expected: [Double], observed: [Double], _ days: DayClasses, used: Int, _ settings: FitSettings,
        around: CalendarMultipliers?, withYear: Bool, withAge: Bool
    ) {
        let seen = (0..<used).map { observed[$0] + observed[used + $0] + observed[2 * used + $0] }
        let base = mixed(expected, days, used: used)
        fit(
            seen, base, days, used: used, around: around, prior: settings.calendarPrior, withYear: withYear)
        guard withAge else { return }
        var have = [Double](repeating: settings.interactionPrior, count: 9)
        var should = have
        for day in 0..<used {
            let month = days.quarterMonth[day]
            let common = weekday[days.weekday[day]] * quarterMonth[month] * yearMonth[days.yearMonth[day]]
            for third in 0..<3 {
                have[third * 3 + month] += observed[third * used + day]
                should[third * 3 + month] += expected[third * used + day] * common
            }
        }
        // As far as ages differ in their months by more than noise.
        let prior = Shrinkage.pseudoCounts(have, should, dispersion: 1.5)
        for place in 0..<9 { ageQuarter[place] = (have[place] + prior) / (should[place] + prior) }
    }

    /// What the months of the year take off the logarithm of the evidence (Laplace): each was free to lie within their spread.
    /// - Parameter expected: exits by tercile and class of day before multipliers.
    func seasonCost(_ expected: [Double], _ days: DayClasses, used: Int) -> Double {
        guard !expected.isEmpty else { return 0 }
        var due = [Double](repeating: 0, count: 12)
        for day in 0..<used {
            due[days.yearMonth[day]] += expected[day] + expected[used + day] + expected[2 * used + day]
        }
        let spread = max(yearMonth.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / 12, 0.0004)
        return zip(yearMonth, due).reduce(0) {
            $0 + ($1.0 - 1) * ($1.0 - 1) / (2 * spread) + log1p($1.1 * spread) / 2
        }
    }

    /// The calendar of every step towards the win, wins and moves together.
    static func pooled(
        _ calendar: [CalendarMultipliers], _ expected: [[Double]], _ observed: [Double], _ days: DayClasses, used: Int,
        _ settings: FitSettings, withYear: Bool
    ) -> CalendarMultipliers {
        var pooled = calendar[2]
        var seen = [Double](repeating: 0, count: used)
        var base = seen
        for kind in [0, 2] {
            for day in 0..<3 * used { seen[day % used] += observed[kind * 3 * used + day] }
            for (day, one) in calendar[kind].mixed(expected[kind], days, used: used).enumerated() { base[day] += one }
        }
        pooled.fit(
            seen, base, days, used: used, around: nil, prior: settings.calendarPrior, withYear: withYear)
        return pooled
    }

    private func mixed(_ expected: [Double], _ days: DayClasses, used: Int) -> [Double] {
        (0..<used).map { day in
            let month = days.quarterMonth[day]
            return expected[day] * ageQuarter[month] + expected[used + day] * ageQuarter[3 + month]
                + expected[2 * used + day] * ageQuarter[6 + month]
        }
    }

    /// - Parameter prior: pseudo-exits of a weekday that is shrunk to 1. Months, and everything that is shrunk to `around`,
    ///   have as many as their own spread tells.
    private mutating func fit(
        _ seen: [Double], _ base: [Double], _ days: DayClasses, used: Int, around: CalendarMultipliers?, prior: Double,
        withYear: Bool
    ) {
        func shrunk(_ classes: [Int], _ center: [Double], _ prior: Double?, rest: (Int) -> Double) -> [Double] {
            var have = [Double](repeating: 0, count: center.count)
            var should = have
            for day in 0..<used {
                have[classes[day]] += seen[day]
                should[classes[day]] += base[day] * rest(day)
            }
            let pseudo =
                prior
                ?? Shrinkage.pseudoCounts(
                    have, zip(should, center).map { $0 * $1 }, dispersion: around == nil ? 1 : 1.5)
            return center.indices.map { (have[$0] + pseudo * center[$0]) / (should[$0] + pseudo) }
        }
        let center = around ?? CalendarMultipliers()
        let prior = around == nil ? prior : nil
        let (quarter, year) = (quarterMonth, yearMonth)
        weekday = shrunk(days.weekday, center.weekday, prior) {
            quarter[days.quarterMonth[$0]] * year[days.yearMonth[$0]]
        }
        let week = weekday
        quarterMonth = shrunk(days.quarterMonth, center.quarterMonth, nil) {
            week[days.weekday[$0]] * year[days.yearMonth[$0]]
        }
        guard withYear else { return }
        let quarterNow = quarterMonth
        yearMonth = shrunk(days.yearMonth, center.yearMonth, nil) {
            week[days.weekday[$0]] * quarterNow[days.quarterMonth[$0]]
        }
    }
}

/// Empirical Bayes for a set of ratios of counts.
enum Shrinkage {
    /// How many pseudo-counts of the ratio 1 belong to each: few where the ratios differ by more than their noise.
    static func pseudoCounts(_ observed: [Double], _ expected: [Double], dispersion: Double) -> Double {
        var (spread, number) = (0.0, 0.0)
        for (have, should) in zip(observed, expected) where should > 5 {
            let ratio = have / should - 1
            spread += ratio * ratio - dispersion / should
            number += 1
        }
        let variance = number > 0 ? max(spread / number, 0.0004) : 0.0004
        return dispersion / variance
    }
}
