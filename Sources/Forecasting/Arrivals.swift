import Foundation

/// New deals to come: a level that may have broken, a damped trend, seasons where the history is long enough to tell
/// them, spread over the days of the week.
struct Arrivals: Sendable {
    /// Expected new deals on each day from `today` on.
    let perDay: [Double]
    /// Share of new deals by the state in which their first day ends; won and lost at once have places of their own.
    let mix: [Double]
    let wonAtOnce: Double
    /// Variance over mean of the counts, at least 1.
    let dispersion: Double
    /// A break of the level within the last three months, larger than a fifth, that no trend explains.
    let isChanging: Bool

    /// - Parameter end: first day that is not asked for.
    init(_ moment: Moment, end: Int32) {
        let book = moment.book
        let days = ArrivalDays(book, until: moment.day)
        let flow = ArrivalFlow(days)
        dispersion = flow.dispersion
        isChanging = flow.isChanging
        let ahead = max(0, Int(end - moment.day))
        perDay = (0..<ahead).map { offset in
            flow.rate(ahead: offset) * days.factor(moment.day + Int32(offset))
                * flow.season.factor(
                    book.history.calendar, moment.day + Int32(offset))
        }
        (mix, wonAtOnce) = book.entries.shares(before: moment.day)
    }
}

/// Arrivals by day of at most three years, in whole weeks (of the first eight weeks all days, as each of them is needed), and
/// the weight of each day of the week.
struct ArrivalDays: Sendable {
    let from: Int32
    let count: [Double]
    let calendar: History.Calendar
    private let weekday: [Double]

    static let longest: Int32 = 1092
    static let few: Int32 = 56

    init(_ book: Book, until today: Int32) {
        let all = max(0, today - book.firstDay)
        let span = all < ArrivalDays.few ? all : min(ArrivalDays.longest, all / 7 * 7)
        from = today - span
        let calendar = book.history.calendar
        self.calendar = calendar
        var before = book.createdCount(before: from)
        count = (from..<today).map { day in
            let now = book.createdCount(before: day + 1)
            defer { before = now }
            return Double(now - before)
        }
        var seen = [Double](repeating: 0, count: 7)
        var days = seen
        for place in max(0, count.count - 364)..<count.count {
            let weekday = Int(calendar.weekday[calendar.index(from + Int32(place))])
            seen[weekday] += count[place]
            days[weekday] += 1
        }
        let mean = seen.reduce(0, +) / max(1, days.reduce(0, +))
        weekday = (0..<7).map { (seen[$0] + 1) / (days[$0] * mean + 1) }
    }

    func factor(_ day: Int32) -> Double { weekday[Int(calendar.weekday[calendar.index(day)])] }
}

/// How many deals arrive on a usual day, now and from now on.
struct ArrivalFlow: Sendable {
    let dispersion: Double
    let isChanging: Bool
    let season: ArrivalSeason
    /// By trend: its chance, its level today, its growth a step.
    private let trends: [(chance: Double, level: Double, growth: Double)]

    static let step = 14
    /// Growth a step with its prior chance: most likely none.
    static let growths: [(growth: Double, prior: Double)] = [
        (-0.04, 0.03), (-0.02, 0.07), (-0.01, 0.1), (0, 0.6), (0.01, 0.1), (0.02, 0.07), (0.04, 0.03),
    ]
    /// Chance a step that the level changes: once in two years.
    static let change = 1.0 / 52
    /// By which a trend fades in each step to come.
    static let damping = 0.94

    init(_ days: ArrivalDays) {
        season = ArrivalSeason(days)
        let steps = days.count.count / ArrivalFlow.step
        let skipped = days.count.count - steps * ArrivalFlow.step
        guard steps >= 4 else {
            let recent = days.count
            // A history begins with an arrival, so the first days would promise too many.
            let mean = recent.reduce(0, +) / (Double(recent.count) + 7)
            trends = [(1, mean, 0)]
            dispersion = 1.5
            isChanging = false
            return
        }
        var observed = [Double](repeating: 0, count: steps)
        var expected = observed
        for place in skipped..<days.count.count {
            let day = days.from + Int32(place)
            observed[(place - skipped) / ArrivalFlow.step] += days.count[place]
            expected[(place - skipped) / ArrivalFlow.step] += days.factor(day) * season.factor(days.calendar, day)
        }
        let dispersion = Regimes.dispersion(observed, expected)
        self.dispersion = dispersion
        let seen = SeenStays(observed, dispersion: dispersion)
        let found = ArrivalFlow.growths.map { growth, prior in
            let grown = expected.enumerated().map { $1 * exp(growth * Double($0 - steps + 1)) }
            let mean = observed.reduce(0, +) / max(1e-9, grown.reduce(0, +))
            let regimes = Regimes(seen, grown.map { $0 * mean }, change: ArrivalFlow.change)
            let told = observed.enumerated().reduce(0) { sum, step in
                step.element > 0
                    ? sum + step.element / dispersion
                        * (log(max(mean, 1e-12)) + growth * Double(step.offset - steps + 1))
                    : sum
            }
            return (
                chance: log(prior) + regimes.evidence + told, level: mean * regimes.now, growth: growth,
                broken: regimes.changed(within: 7, size: 0.2)
            )
        }
        let top = found.map(\.chance).max() ?? 0
        let all = found.reduce(0) { $0 + exp($1.chance - top) }
        trends = found.map { (exp($0.chance - top) / all, $0.level, $0.growth) }
        isChanging = found.reduce(0) { $0 + ($1.broken ? exp($1.chance - top) / all : 0) } > 0.5
    }

    /// Deals on a day of weight 1, `ahead` days from today.
    func rate(ahead: Int) -> Double {
        let steps = (Double(ahead) + Double(ArrivalFlow.step) / 2) / Double(ArrivalFlow.step)
        let damped = (1 - pow(ArrivalFlow.damping, steps)) / (1 - ArrivalFlow.damping)
        return trends.reduce(0) { $0 + $1.chance * $1.level * exp($1.growth * damped) }
    }
}

/// Months of the quarter (from nine months on) and of the year (from 23 on) in which more or fewer deals arrive, around
/// the mean of the year about each step; shrunk as far as they do not differ by more than their noise.
struct ArrivalSeason: Sendable {
    private var quarter = [Double](repeating: 1, count: 3)
    private var year = [Double](repeating: 1, count: 12)

    init(_ days: ArrivalDays) {
        guard days.count.count >= 270 else { return }
        let weights = days.count.indices.map { days.factor(days.from + Int32($0)) }
        let level = ArrivalSeason.yearly(days.count, weights)
        func fit(_ classes: [UInt8], _ width: Int, rest: (Int32) -> Double) -> [Double] {
            var seen = [Double](repeating: 0, count: width)
            var due = seen
            for place in days.count.indices {
                let day = days.from + Int32(place)
                let own = Int(classes[days.calendar.index(day)])
                seen[own] += days.count[place]
                due[own] += weights[place] * level[place] * rest(day)
            }
            let prior = Shrinkage.pseudoCounts(seen, due, dispersion: 2)
            return zip(seen, due).map { ($0 + prior) / ($1 + prior) }
        }
        quarter = fit(days.calendar.monthOfQuarter, 3) { _ in 1 }
        guard days.count.count >= 690 else { return }
        let first = quarter
        year = fit(days.calendar.monthOfYear, 12) { first[Int(days.calendar.monthOfQuarter[days.calendar.index($0)])] }
    }

    func factor(_ calendar: History.Calendar, _ day: Int32) -> Double {
        let place = calendar.index(day)
        return quarter[Int(calendar.monthOfQuarter[place])] * year[Int(calendar.monthOfYear[place])]
    }

    /// By day: arrivals a day of weight 1 in the year around it (at the ends: in the first and the last year).
    private static func yearly(_ count: [Double], _ weights: [Double]) -> [Double] {
        func sums(_ values: [Double]) -> [Double] { values.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) } }
        let (seen, due) = (sums(count), sums(weights))
        let span = min(364, count.count)
        return count.indices.map { place in
            let from = min(max(0, place - span / 2), count.count - span)
            return (seen[from + span] - seen[from]) / max(1e-9, due[from + span] - due[from])
        }
    }
}
