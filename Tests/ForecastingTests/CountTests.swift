import Foundation
import Testing

@testable import Forecasting

struct CountTests {
    @Test("Poisson's and the negative binomial's quantiles hold the share that they promise")
    func quantiles() {
        #expect(CountSpread.quantile(0.9, 4, 1) == 7)
        #expect(CountSpread.quantile(0.1, 4, 1) == 2)
        #expect(CountSpread.quantile(0.5, 0.1, 1) == 0)
        // Either side of the place where the sum gives way to the approximation.
        for dispersion in [1.0, 2.5, 8] {
            for p in [0.1, 0.5, 0.9] {
                let (exact, close) = (
                    CountSpread.quantile(p, 200, dispersion), CountSpread.quantile(p, 200.01, dispersion)
                )
                #expect(abs(exact - close) < 1.5)
            }
        }
    }

    @Test("a steady stream keeps its weekdays, and four ranges of five hold what comes")
    func steady() {
        var (rows, held, said, came) = (0, 0, 0.0, 0.0)
        for seed in 1...40 {
            let firm = Stream(seed: UInt64(seed), days: 400) { _ in 5 }
            let forecast = firm.forecast(.week, upTo: 364, ahead: 4)
            for step in forecast.steps.dropFirst(0) {
                let actual = firm.total(step.window)
                said += step.mean
                came += actual
                rows += 1
                held += step.low <= actual && actual <= step.high ? 1 : 0
            }
        }
        #expect(abs(said / came - 1) < 0.05)
        let share = Double(held) / Double(rows)
        #expect(share > 0.72 && share < 0.92, "\(share)")
    }

    @Test("growth is followed, and beats the last period")
    func growth() throws {
        let firm = Stream(seed: 5, days: 500) { 4 + Double($0) / 50 }
        let forecast = firm.forecast(.month, upTo: 480, ahead: 3)
        let model = try #require(forecast.accuracy(\.model))
        let naive = try #require(forecast.accuracy(\.naiveMean3))
        #expect(model > naive)
    }

    @Test("what was recorded later is not in what was said before")
    func late() {
        let firm = Stream(seed: 9, days: 300) { _ in 6 }
        var values = firm.values
        let plain = firm.forecast(.week, upTo: 280, ahead: 2)
        values[100] += 50
        let late = CountHistory.Late(day: firm.first + 100, known: firm.first + 270, value: 50)
        let history = CountHistory(
            firstDay: firm.first, byDay: Array(values.prefix(280)), late: [late], calendar: firm.calendar)
        let told = CountForecast(history, firm.question(.week, upTo: 280, ahead: 2))
        let before = firm.first + 270
        for (left, right) in zip(plain.rows, told.rows) where left.window.start <= before {
            #expect(left.model == right.model)
        }
    }

    @Test("shuffling the future changes nothing")
    func noLeak() {
        let firm = Stream(seed: 3, days: 300) { _ in 6 }
        let history = CountHistory(firstDay: firm.first, byDay: firm.values, calendar: firm.calendar)
        let other = CountHistory(
            firstDay: firm.first,
            byDay: Array(firm.values.prefix(280)) + firm.values.suffix(20).reversed().map { $0 * 3 },
            calendar: firm.calendar)
        let day = firm.first + 280
        let question = firm.question(.week, upTo: 280, ahead: 2)
        let (left, right) = (
            CountForecast(history.asOf(startOf: day), question), CountForecast(other.asOf(startOf: day), question)
        )
        #expect(left.steps.map(\.mean) == right.steps.map(\.mean))
    }

    @Test("nothing, one day and a single event give finite ranges from 0 on")
    func little() {
        for values in [[], [3], [0, 0, 0, 0, 1, 0, 0], .init(repeating: 0.0, count: 200)] as [[Double]] {
            let firm = Stream(seed: 1, days: 300) { _ in 1 }
            let history = CountHistory(firstDay: firm.first, byDay: values, calendar: firm.calendar)
            let coming = [Window(start: history.today, end: history.today + 7)]
            let forecast = CountForecast(history, CountQuestion(grain: .week, past: [], coming: coming))
            let step = forecast.steps[0]
            #expect(step.low >= 0 && step.low <= step.mean && step.high.isFinite && step.mean.isFinite)
        }
    }
}

/// A made-up stream of events with quiet week-ends.
struct Stream {
    let values: [Double]
    let first: Int32 = 19_723  // Monday, 2024-01-01
    let calendar: History.Calendar

    init(seed: UInt64, days: Int, _ rate: (Int) -> Double) {
        var random = SplitMix(seed)
        values = (0..<days).map { Double(random.poisson(rate($0) * ($0 % 7 < 5 ? 1.3 : 0.25))) }
        let span = days + 2_000
        calendar = History.Calendar(
            firstDay: 19_723 - 700, weekday: (0..<span).map { UInt8($0 % 7) }, working: (0..<span).map { $0 % 7 < 5 },
            monthOfQuarter: .init(repeating: 0, count: span), monthOfYear: .init(repeating: 0, count: span))
    }

    func total(_ window: Window) -> Double {
        values[Int(window.start - first)..<Int(window.end - first)].reduce(0, +)
    }

    func question(_ grain: CountQuestion.Grain, upTo day: Int, ahead: Int) -> CountQuestion {
        let length = grain == .day ? 1 : grain == .week ? 7 : 30
        let start = day / length * length
        func window(_ from: Int) -> Window { Window(start: first + Int32(from), end: first + Int32(from + length)) }
        return CountQuestion(
            grain: grain, past: stride(from: 0, to: start, by: length).map(window),
            coming: (0..<ahead).map { window(start + $0 * length) })
    }

    func forecast(_ grain: CountQuestion.Grain, upTo day: Int, ahead: Int) -> CountForecast {
        let history = CountHistory(firstDay: first, byDay: Array(values.prefix(day)), calendar: calendar)
        return CountForecast(history, question(grain, upTo: day, ahead: ahead))
    }
}
