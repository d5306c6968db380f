/// What is asked about a counted series: periods in order of time.
package struct CountQuestion: Sendable {
    package enum Grain: Sendable { case day, week, month }
    package let grain: Grain
    /// Full periods that are over.
    package let past: [Window]
    /// The first one holds today.
    package let coming: [Window]
    package init(grain: Grain, past: [Window], coming: [Window]) {
        self.grain = grain
        self.past = past
        self.coming = coming
    }
}

/// How many are to come in each period, with the range of eight cases in ten, and how right that was in the past.
package struct CountForecast: Sendable {
    package struct Step: Sendable {
        package let window: Window
        package let toDate: Double
        /// Of the whole period.
        package let mean: Double
        package let low: Double
        package let high: Double
    }

    /// A past period, forecast at its start from what was known then.
    package struct Row: Sendable {
        package let window: Window
        package let actual: Double
        package let model: Double
        package let naiveLast: Double
        package let naiveMean3: Double
        package let low: Double
        package let high: Double
    }

    package let steps: [Step]
    /// Oldest first.
    package let rows: [Row]
    /// "mean", "weekly" or "series"; "negative_binomial" or "conformal".
    package let method: String
    package let interval: String

    private static let mostOrigins = 52

    package init(_ history: CountHistory, _ question: CountQuestion) {
        let past = question.past.filter { $0.start >= history.firstDay && $0.end <= history.today }
        let steps = question.coming.count
        let usual = CountForecast.dispersion(history)
        var misses = [[CountSpread.Miss]](repeating: [], count: steps)
        var rows: [Row] = []
        let origins = Array(past.indices.dropFirst(3).filter { past[$0].start >= history.firstDay + 28 })
        for origin in origins.suffix(CountForecast.mostOrigins) {
            let then = history.asOf(startOf: past[origin].start)
            let windows = Array(past[origin...].prefix(steps))
            let rates = CountRates(then, grain: question.grain, past: Array(past[..<origin]), coming: windows)
            for (step, window) in windows.enumerated() {
                let miss = CountSpread.Miss(
                    forecast: rates.expected(from: window.start, to: window.end), actual: history.total(window))
                // What a later step came to was not known yet when this period began.
                if step == 0 {
                    let before = (1...3).map { then.total(past[origin - $0]) }
                    let range = CountSpread(misses[0], usual: usual).range(around: miss.forecast)
                    rows.append(
                        Row(
                            window: window, actual: miss.actual, model: miss.forecast, naiveLast: before[0],
                            naiveMean3: before.reduce(0, +) / 3, low: range.lowerBound, high: range.upperBound))
                }
                misses[step].append(miss)
            }
        }
        let rates = CountRates(history, grain: question.grain, past: past, coming: question.coming)
        let spreads = CountForecast.widening(misses.map { CountSpread($0, usual: usual) })
        self.rows = rows
        self.steps = question.coming.enumerated().map { place, window in
            CountForecast.step(window, history, rates, spreads[place])
        }
        method = rates.method.rawValue
        interval = (spreads.first?.method ?? .negativeBinomial).rawValue
    }

    private static func step(_ window: Window, _ history: CountHistory, _ rates: CountRates, _ spread: CountSpread)
        -> Step
    {
        let runs = window.start <= history.today
        let toDate = runs ? history.total(window) + history.soFar : 0
        let rest =
            history.isSparse && toDate > 0
            ? 0
            : rates.expected(
                from: runs && !history.isSparse ? history.today : window.start, to: window.end,
                dayLeft: runs && !history.isSparse ? history.dayLeft : 1)
        let range = spread.range(around: rest)
        return Step(
            window: window, toDate: toDate, mean: toDate + rest, low: toDate + range.lowerBound,
            high: toDate + range.upperBound)
    }

    /// A further step is never surer than a nearer one.
    private static func widening(_ spreads: [CountSpread]) -> [CountSpread] {
        var widest: CountSpread?
        return spreads.map { spread in
            if let known = widest, known.isWider(than: spread) { return known }
            widest = spread
            return spread
        }
    }

    /// Variance over mean of the last quarter's weeks, at least 1.
    private static func dispersion(_ history: CountHistory) -> Double {
        let weeks = (0..<min(13, history.byDay.count / 7)).map { back in
            let end = history.today - 7 * Int32(back)
            return history.total(Window(start: end - 7, end: end))
        }
        guard weeks.count > 2, case let mean = weeks.reduce(0, +) / Double(weeks.count), mean > 0 else { return 2 }
        let variance = weeks.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(weeks.count - 1)
        return max(1, variance / mean)
    }
}

extension CountSpread {
    fileprivate func isWider(than other: CountSpread) -> Bool {
        let (own, its) = (range(around: 100), other.range(around: 100))
        return own.upperBound - own.lowerBound > its.upperBound - its.lowerBound
    }
}

extension CountForecast {
    /// 1 − Σ|actual − forecast| / Σ actual over the past periods; nil when nothing happened in them.
    package func accuracy(_ forecast: (Row) -> Double) -> Double? {
        let whole = rows.reduce(0) { $0 + $1.actual }
        return whole > 0 ? 1 - rows.reduce(0) { $0 + abs($1.actual - forecast($1)) } / whole : nil
    }

    /// Share of past periods that came out within their range.
    package var coverage80: Double? {
        rows.isEmpty ? nil : Double(rows.count { $0.low <= $0.actual && $0.actual <= $0.high }) / Double(rows.count)
    }
}
