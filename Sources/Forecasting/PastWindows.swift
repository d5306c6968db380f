/// What both groups would have said of one period at one earlier moment, and what came: the rest of the period by node.
struct PastWindow: Sendable {
    let period: Window
    let origin: Int32
    let pipelineOpen: Totals
    let pipelineNew: Totals
    let series: Totals?
    /// Won on or after the origin; what happened.
    let actual: Totals
    /// Won in the six periods before, by node.
    let recent: Totals
    /// Noise of the deals, as it was known then.
    let variance: Totals
    /// What naive methods would have said of the whole's rest in money, by name.
    let baselines: [String: Double]
}

extension PastWindow {
    /// At most this many windows are learned from.
    static let limit = 18

    /// Past periods that had ended before the book's moment, seen from the same place within them; latest first.
    /// - Parameter fits: of past moments that were asked for before.
    static func all(_ book: Book, _ question: Question, _ fits: PastFits? = nil) -> [PastWindow] {
        let today = book.history.today
        let plan: [(period: Window, origin: Int32)] = question.past.lazy.filter { $0.end <= today }
            .map { ($0, origin(in: $0, like: question.period, at: today)) }
            .filter { $0.1 >= book.firstDay + 45 && $0.1 < $0.0.end }.prefix(limit).map { $0 }
        guard !plan.isEmpty else { return [] }
        let late = book.history.lateEntries()
        let isLate = plan.map { row in late.contains { $0.day < row.origin && row.origin <= $0.known } }
        let days = Set(plan.map(\.origin)).sorted()
        let open = book.open(at: days)
        let ways = PastWays(book, plan, isLate, fits)
        return spread(plan.count) { row in
            let (period, origin) = plan[row]
            if isLate[row] {
                let kept = book.history.dealsKept(startOf: origin)
                let then = Moment(Book(book.history.asOf(startOf: origin), book.nodes.keeping(kept)))
                let ways = WayFit(then, Process(then.book, until: origin), period: period)
                return PastWindow(book, then, ways, then.book.dealCodes, period, question)
            }
            let moment = Moment(book, at: origin, open: open[days.partition(before: origin)])
            let (fit, codes) = ways.fit(moment, period)
            return PastWindow(book, moment, fit, codes, period, question)
        }
    }

    private init(
        _ now: Book, _ moment: Moment, _ ways: WayFit, _ codes: DealCodes, _ period: Window, _ question: Question
    ) {
        let book = moment.book
        let learned = PipelineFit(moment, ways, codes, shares: NewBusinessShares(moment))
        let model = PipelineModel(learned, moment.open, book.history, codes, book.allocation, keepDeals: false)
        let before = question.past.filter { $0.end <= period.start }
        self.period = period
        origin = moment.day
        pipelineOpen = model.open
        pipelineNew = model.new
        series = SeriesGroup(moment, Question(period: period, past: before)).rest
        actual = now.wins.totals(Window(start: max(moment.day, period.start), end: period.end), now.allocation)
        recent = moment.recent(before)
        variance = model.variance
        let share = book.history.calendar.shareLeft(of: period, from: moment.day)
        let full = before.prefix(3).filter { $0.start + 3 >= book.firstDay }
            .map { moment.wins.totals($0, book.allocation).amount[0] }
        baselines =
            full.isEmpty
            ? [:] : ["naive_last": share * full[0], "naive_mean3": share * full.reduce(0, +) / Double(full.count)]
    }

    /// The same sixth of the period, or as many days before it.
    static func origin(in period: Window, like now: Window, at today: Int32) -> Int32 {
        if today < now.start { return period.start - (now.start - today) }
        let gone = Double(today - now.start) / Double(max(1, now.end - now.start))
        let sixth = (gone * 6).rounded() / 6
        return period.start + Int32((sixth * Double(period.end - period.start)).rounded())
    }
}

extension Moment {
    /// Won in the last six of these periods, by node.
    func recent(_ periods: [Window]) -> Totals {
        var sum = Totals(book.allocation.nodeCount)
        for window in periods.prefix(6) {
            let totals = wins.totals(window, book.allocation)
            for node in sum.amount.indices {
                sum.amount[node] += totals.amount[node]
                sum.count[node] += totals.count[node]
            }
        }
        return sum
    }
}

extension History {
    /// Entries recorded on a later day than the one to which they belong.
    func lateEntries() -> [(day: Int32, known: Int32)] {
        var late: [(day: Int32, known: Int32)] = []
        for (days, knowns) in [
            (created, createdKnown), (stepDay, stepKnown), (amountDay, amountKnown), (dueDay, dueKnown),
        ] {
            for row in days.indices where knowns[row] > days[row] { late.append((days[row], knowns[row])) }
        }
        return late
    }
}
