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

    package init(_ history: CountHistory, _ question: CountQuestion) {
        self.init(CountLearned(history, question), history, question)
    }

    /// - Parameter learned: of the same question and the same history, perhaps at another hour of its day.
    package init(_ learned: CountLearned, _ history: CountHistory, _ question: CountQuestion) {
        rows = learned.rows
        steps = question.coming.enumerated().map { place, window in
            CountForecast.step(window, history, learned.rates, learned.spreads[place])
        }
        method = learned.rates.method.rawValue
        interval = (learned.spreads.first?.method ?? .negativeBinomial).rawValue
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
