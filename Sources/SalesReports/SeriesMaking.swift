internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notYet` for an instant after now, `notFound` for what is not there or not this viewer's (numbers that were
    /// given are the company's), `noPeriods` when nothing was ever counted.
    package func series(_ request: SeriesRequest, for seen: Seen) throws(ReportRefusal) -> SeriesReport {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        if case .points(let name) = request.counted {
            guard request.scope == .company, facts.frame.series.contains(where: { $0.series == name }) else {
                throw .notFound
            }
        }
        let learned = try recalled(request.subject, request.common(facts.calendar), seen) { () throws(ReportRefusal) in
            try looking.seriesLearned(request)
        }
        let known = learned.history
        let isCurrent = known.today == facts.calendar.zone.day(of: request.asOf).number
        let history = isCurrent ? known.at(dayLeft: facts.calendar.dayLeft(request.asOf)) : known
        return SeriesReport(request, CountForecast(learned.learned, history, learned.question), history)
    }

    private func seriesLearned(_ request: SeriesRequest) throws(ReportRefusal) -> SeriesLearned {
        let today = facts.calendar.zone.day(of: request.asOf)
        let tally = CountTally(facts, request, pictures(request.asOf, request.pipelines).cut, today: today)
        guard let history = tally.history(facts.calendar, asOf: request.asOf) else { throw .noPeriods }
        let question = request.question(from: history.firstDay, today: today)
        return SeriesLearned(history: history, question: question, learned: CountLearned(history, question))
    }
}

/// A series with what it teaches, kept until the books change: only the hour of the day is still to be said.
private struct SeriesLearned: Remembered {
    let history: CountHistory
    let question: CountQuestion
    let learned: CountLearned

    var size: Int { learned.size + history.byDay.count * 8 + history.late.count * 24 + question.past.count * 8 }
}

extension SeriesRequest {
    fileprivate var subject: Asked.Subject { .series(counted, grain, ahead: ahead) }

    /// As any report is asked; a series is of no period.
    fileprivate func common(_ calendar: CompanyCalendar) -> ReportRequest {
        var request = ReportRequest.ofEverything(asOf: asOf, pipelines, calendar)
        request.scope = scope
        return request
    }
}

extension SeriesReport {
    fileprivate init(_ request: SeriesRequest, _ forecast: CountForecast, _ history: CountHistory) {
        var isGiven = false
        if case .points = request.counted { isGiven = true }
        self.init(
            asOf: request.asOf, counted: request.counted, grain: request.grain, scope: request.scope,
            steps: forecast.steps.map {
                Step(
                    start: Day(number: $0.window.start), end: Day(number: $0.window.end), toDate: $0.toDate,
                    mean: $0.mean, low: $0.low, high: $0.high)
            },
            rows: forecast.rows.map {
                Row(
                    start: Day(number: $0.window.start), end: Day(number: $0.window.end), actual: $0.actual,
                    model: $0.model, naiveLast: $0.naiveLast, naiveMean3: $0.naiveMean3, low: $0.low, high: $0.high)
            },
            accuracy: Accuracy(
                model: forecast.accuracy(\.model), naiveLast: forecast.accuracy(\.naiveLast),
                naiveMean3: forecast.accuracy(\.naiveMean3), coverage80: forecast.coverage80),
            method: forecast.method, interval: forecast.interval,
            knownBefore: isGiven ? Day(number: history.today) : nil,
            untold: history.untold.map { Day(number: $0.start)..<Day(number: $0.end) })
    }
}

extension SeriesRequest {
    /// Full periods since the first day, and those to come from the one that holds today.
    fileprivate func question(from first: Int32, today: Day) -> CountQuestion {
        var past = [Window]()
        var start = self.start(of: Day(number: first))
        if start.number < first { start = next(start) }
        let present = self.start(of: today)
        while start < present {
            past.append(Window(start: start.number, end: next(start).number))
            start = next(start)
        }
        var coming = [Window]()
        start = present
        for _ in 0..<ahead {
            coming.append(Window(start: start.number, end: next(start).number))
            start = next(start)
        }
        let grain: CountQuestion.Grain =
            switch self.grain {
            case .day: .day
            case .week: .week
            case .month: .month
            }
        return CountQuestion(grain: grain, past: past, coming: coming)
    }

    private func start(of day: Day) -> Day {
        switch grain {
        case .day: day
        case .week: day + -day.weekday
        case .month: day.startOfMonth()
        }
    }

    private func next(_ start: Day) -> Day {
        switch grain {
        case .day: start + 1
        case .week: start + 7
        case .month: start.startOfMonth(plus: 1)
        }
    }
}
