internal import Parallel

/// What a counted series teaches by the start of a day: rates, how far they are usually off, and what they would have said
/// of past periods. Whatever the hour of the day, it is the same.
package struct CountLearned: Sendable {
    let rates: CountRates
    /// By how many periods ahead.
    let spreads: [CountSpread]
    /// Oldest first.
    let rows: [CountForecast.Row]

    private static let mostOrigins = 52

    package init(_ history: CountHistory, _ question: CountQuestion) {
        let past = question.past.filter { $0.start >= history.firstDay && $0.end <= history.today }
        let origins = past.indices.dropFirst(3).filter {
            past[$0].start >= history.firstDay + 28 && history.isTold(past[$0])
        }.suffix(CountLearned.mostOrigins)
        let steps = question.coming.count
        let fits = spread(origins.count) { place in
            PastFit(history, question.grain, past, origin: origins[origins.startIndex + place], steps: steps)
        }
        let usual = CountLearned.dispersion(history)
        var misses = [[CountSpread.Miss]](repeating: [], count: steps)
        var rows: [CountForecast.Row] = []
        for fit in fits {
            // What a later step came to was not known yet when this period began.
            rows.append(fit.row(CountSpread(misses[0], usual: usual)))
            for (step, miss) in fit.misses.enumerated() { if let miss { misses[step].append(miss) } }
        }
        self.rows = rows
        rates = CountRates(history, grain: question.grain, past: past, coming: question.coming)
        spreads = CountLearned.widening(misses.map { CountSpread($0, usual: usual) })
    }

    /// About how many bytes it holds.
    package var size: Int { rows.count * 80 + spreads.count * 1_000 + 4_000 }

    /// A past period, forecast at its start from what was known then, with those after it.
    private struct PastFit: Sendable {
        let window: Window
        let first: CountSpread.Miss
        /// By step, the first one too; nil where it isn't known what came.
        let misses: [CountSpread.Miss?]
        /// Of the three periods before, the latest first.
        let before: [Double]

        init(_ history: CountHistory, _ grain: CountQuestion.Grain, _ past: [Window], origin: Int, steps: Int) {
            let then = history.asOf(startOf: past[origin].start)
            let windows = Array(past[origin...].prefix(steps))
            let rates = CountRates(then, grain: grain, past: Array(past[..<origin]), coming: windows)
            window = past[origin]
            func miss(_ window: Window) -> CountSpread.Miss {
                CountSpread.Miss(
                    forecast: rates.expected(from: window.start, to: window.end), actual: history.total(window))
            }
            first = miss(window)
            misses = windows.map { history.isTold($0) ? miss($0) : nil }
            before = (1...3).map { then.total(past[origin - $0]) }
        }

        func row(_ spread: CountSpread) -> CountForecast.Row {
            let range = spread.range(around: first.forecast)
            return CountForecast.Row(
                window: window, actual: first.actual, model: first.forecast, naiveLast: before[0],
                naiveMean3: before.reduce(0, +) / 3, low: range.lowerBound, high: range.upperBound)
        }
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
