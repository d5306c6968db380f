import Foundation

extension CalendarMultipliers {
    /// One round: each factor in turn is set to (observed + prior × around)/(expected under the others + prior).
    /// - Parameter around: what the factors are shrunk to, 1 when nil: wins and moves share most of their calendar.
    mutating func refit(
        expected: [Double], observed: [Double], _ days: DayClasses, used: Int, _ settings: FitSettings,
        around: CalendarMultipliers?, withYear: Bool, withAge: Bool
    ) {
        let seen = (0..<used).map { observed[$0] + observed[used + $0] + observed[2 * used + $0] }
        let base = mixed(expected, days, used: used)
        fit(
            seen, base, days, used: used, around: around ?? CalendarMultipliers(),
            prior: around == nil ? settings.calendarPrior : settings.kindPrior,
            yearPrior: withYear ? (around == nil ? .infinity : settings.kindPrior) : nil)
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
            seen, base, days, used: used, around: CalendarMultipliers(), prior: settings.calendarPrior,
            yearPrior: withYear ? .infinity : nil)
        return pooled
    }

    private func mixed(_ expected: [Double], _ days: DayClasses, used: Int) -> [Double] {
        (0..<used).map { day in
            let month = days.quarterMonth[day]
            return expected[day] * ageQuarter[month] + expected[used + day] * ageQuarter[3 + month]
                + expected[2 * used + day] * ageQuarter[6 + month]
        }
    }

    /// - Parameter yearPrior: pseudo-exits of a month of the year; infinite: as many as the months' own spread tells;
    ///   nil: no such factor.
    private mutating func fit(
        _ seen: [Double], _ base: [Double], _ days: DayClasses, used: Int, around: CalendarMultipliers, prior: Double,
        yearPrior: Double?
    ) {
        func sums(_ classes: [Int], _ width: Int, rest: (Int) -> Double) -> (have: [Double], should: [Double]) {
            var have = [Double](repeating: 0, count: width)
            var should = have
            for day in 0..<used {
                have[classes[day]] += seen[day]
                should[classes[day]] += base[day] * rest(day)
            }
            return (have, should)
        }
        func shrunk(_ sums: (have: [Double], should: [Double]), _ center: [Double], _ prior: Double) -> [Double] {
            center.indices.map { (sums.have[$0] + prior * center[$0]) / (sums.should[$0] + prior) }
        }
        let (quarter, year) = (quarterMonth, yearMonth)
        weekday = shrunk(
            sums(days.weekday, 7) { quarter[days.quarterMonth[$0]] * year[days.yearMonth[$0]] }, around.weekday, prior)
        let week = weekday
        quarterMonth = shrunk(
            sums(days.quarterMonth, 3) { week[days.weekday[$0]] * year[days.yearMonth[$0]] }, around.quarterMonth,
            prior)
        guard let yearPrior else { return }
        let quarterNow = quarterMonth
        let months = sums(days.yearMonth, 12) { week[days.weekday[$0]] * quarterNow[days.quarterMonth[$0]] }
        yearMonth = shrunk(
            months, around.yearMonth,
            yearPrior.isFinite ? yearPrior : Shrinkage.pseudoCounts(months.have, months.should, dispersion: 1.5))
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
