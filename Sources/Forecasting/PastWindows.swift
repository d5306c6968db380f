internal import Parallel

/// What both groups would have said of one period at one earlier moment, and what came: the rest of the period by node.
struct PastWindow: Sendable {
    let period: Window
    let origin: Int32
    let pipelineOpen: Totals
    let pipelineNew: Totals
    let series: Totals?
    /// Won on or after the origin; what happened.
    private(set) var actual: Totals
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
        let memory = fits.map { (kept: $0, print: BookPrint(book)) }
        let keys = plan.indices.map { key(plan[$0], isLate: isLate[$0], book, question, memory?.print) }
        let known = keys.map { key in key.flatMap { memory?.kept.window($0) } }
        let origins = plan.indices.filter { known[$0] == nil && !isLate[$0] }.map { plan[$0].origin }
        let days = Set(origins).sorted()
        let open = book.openSpells(at: days)
        let openValues = OpenValue.each(book.history, book.wins, before: days)
        let ways = PastWays(book, origins: days, memory)
        let totals = question.past.filter { $0.end <= today }.map { ($0.start, book.wins.totals($0, book.allocation)) }
        let cameIn = Dictionary(totals) { first, _ in first }
        return spread(plan.count) { row in
            let (period, origin) = plan[row]
            if let known = known[row] { return PastWindow(known, came: book) }
            let window: PastWindow
            if isLate[row] {
                let kept = book.history.dealsKept(startOf: origin)
                let then = Moment(Book(book.history.asOf(startOf: origin), book.nodes.keeping(kept)))
                let ways = WayFit(then, Process(then.book, until: origin), period: period)
                let places = DealPlaces(ways.groups.flat, then.book.dealCodes)
                window = PastWindow(book, then, ways, places, period, question)
            } else {
                let place = days.partition(before: origin)
                let moment = Moment(
                    book, at: origin, open: book.open(open[place], at: origin), openValue: openValues[place])
                let (fit, places) = ways.fit(moment, period)
                window = PastWindow(book, moment, fit, places, period, question, known: cameIn)
            }
            if let memory, let key = keys[row] { memory.kept.keep(window, for: key) }
            return window
        }
    }

    private static func key(
        _ row: (period: Window, origin: Int32), isLate: Bool, _ book: Book, _ question: Question, _ print: BookPrint?
    ) -> PastFits.Key? {
        print.map { print in
            // More of them nobody reads.
            let before = question.past.filter { $0.end <= row.period.start && $0.end > book.firstDay }.prefix(36)
            return PastFits.Key(
                origin: row.origin, start: row.period.start, book: print[row.origin],
                days: BookPrint.of(book.history.calendar, from: row.origin, to: row.period.end, Array(before)),
                isLate: isLate)
        }
    }

    /// The same window with what came by another book.
    private init(_ other: PastWindow, came book: Book) {
        self = other
        actual = book.wins.totals(
            Window(start: max(other.origin, other.period.start), end: other.period.end), book.allocation)
    }

    private init(
        _ now: Book, _ moment: Moment, _ ways: WayFit, _ places: DealPlaces, _ period: Window, _ question: Question,
        known: [Int32: Totals] = [:]
    ) {
        let book = moment.book
        let learned = PipelineFit(moment, ways, places, shares: NewBusinessShares(moment, ofAll: true))
        let model = PipelineModel(learned, moment.open, book.history, places, book.allocation, keepDeals: false)
        let before = question.past.filter { $0.end <= period.start }
        self.period = period
        origin = moment.day
        pipelineOpen = model.open
        pipelineNew = model.new
        series = SeriesGroup(moment, Question(period: period, past: before), known: known).rest
        actual = now.wins.totals(Window(start: max(moment.day, period.start), end: period.end), now.allocation)
        recent = moment.recent(before, known: known)
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
    /// - Parameter known: totals of some periods that are over, by their first day.
    func recent(_ periods: [Window], known: [Int32: Totals] = [:]) -> Totals {
        var sum = Totals(book.allocation.nodeCount)
        for window in periods.prefix(6) {
            let totals = (window.end <= day ? known[window.start] : nil) ?? wins.totals(window, book.allocation)
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
