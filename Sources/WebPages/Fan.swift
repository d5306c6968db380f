internal import SalesDomain
internal import SalesReports
internal import Texts

/// The period's curve ready to be drawn: numbers in one unit, words for labels.
struct Fan {
    let curve: PeriodCurve
    let texts: Texts
    let axis: Axis
    let scale: AmountScale
    /// Seen from now, or as of a day in the past.
    let isNow: Bool
    /// The as-of day: the line of won may end a day earlier, while this one is running.
    let asOf: Day

    init(curve: PeriodCurve, asOf: Day, isNow: Bool, texts: Texts) {
        self.curve = curve
        self.asOf = asOf
        self.isNow = isNow
        self.texts = texts
        let largest = [curve.won.max(), curve.p90.max(), curve.pace?.max()].compactMap(\.self).max() ?? 0
        let units = AmountScale.units(max(largest, 1), curve.currency)
        scale = AmountScale(ofSentence: units)
        axis = Axis(upTo: units / scale.units)
    }

    var days: Int { curve.period.days }
    /// The place of the as-of day: where won ends and the fan begins.
    var today: Int { max(0, curve.won.count - 1) }
    var isOver: Bool { curve.p10.count < 2 }
    /// Before the period there is no today in it.
    var hasToday: Bool { !isOver && asOf >= curve.period.start }
    var unit: String { texts.unit(scale, curve.currency) }

    func value(_ minor: Int64) -> Double { AmountScale.units(minor, curve.currency) / scale.units }
    func values(_ line: [Int64]) -> [Double] { line.map(value) }

    /// A figure at the end of a line: one decimal more than the axis shows.
    func figure(_ minor: Int64) -> String {
        texts.decimal(value(minor), places: scale == .unit || axis.high >= 100 ? 0 : axis.high >= 10 ? 1 : 2)
    }

    /// The last day that belongs to place `i`.
    func day(_ place: Int) -> Day { curve.period.start + max(0, place - 1) }

    var todayWords: String {
        texts(isNow ? "fan.today" : "fan.as_of", ["day": .text(texts.day(asOf, year: false))])
    }
    var todayBrief: String { isNow ? texts("fan.now") : texts.shortDay(asOf) }

    /// Runs of days off, from place to place.
    var rests: [(from: Int, to: Int)] {
        var found: [(from: Int, to: Int)] = []
        for (index, works) in curve.working.enumerated() where !works {
            if let last = found.last, last.to == index {
                found[found.count - 1].to = index + 1
            } else {
                found.append((index, index + 1))
            }
        }
        return found
    }

    /// Places that carry a date: Mondays in a month, first days of months in anything longer; the last day always.
    var dated: [Int] {
        let isLong = days > 45
        var places = (1...max(1, days)).filter { place in
            let day = day(place)
            return isLong ? day.civil.day == 1 : day.weekday == 0
        }
        while places.count > 8 { places = places.enumerated().filter { $0.offset % 2 == 0 }.map(\.element) }
        let gap = max(2, days / 12)
        places = places.filter { days - $0 >= gap }
        return places + [days]
    }

    func dateLabel(_ place: Int) -> String {
        place == dated.first || days > 45 ? texts.shortDay(day(place)) : texts.integer(day(place).civil.day)
    }

    /// What stands at the right ends of the lines, from the top.
    var ends: [End] {
        var ends: [End] = []
        if let pace = curve.pace?.last { ends.append(end("fan.end.plan", pace, "t-strong", named: true)) }
        if !isOver, let low = curve.p10.last, let mean = curve.mean.last, let high = curve.p90.last {
            ends.append(end("fan.end.high", high, ""))
            ends.append(end("fan.end.forecast", mean, "t-accent"))
            ends.append(end("fan.end.low", low, ""))
        }
        if isOver, let won = curve.won.last { ends.append(end("fan.end.won", won, "t-won")) }
        return ends.sorted { $0.value > $1.value }
    }

    private func end(_ key: String, _ minor: Int64, _ style: String, named: Bool = false) -> End {
        let words = texts(key, ["value": .text(figure(minor))])
        return End(words: words, brief: named ? words : figure(minor), value: value(minor), style: style)
    }

    struct End {
        let words: String
        /// Where there is little room.
        let brief: String
        let value: Double
        let style: String
    }
}
