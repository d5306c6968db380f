internal import Parallel

/// Everything that one period's forecast takes from what was known at the start of a day: intensities, groups, past
/// windows, series, conversions. It holds no deals, so it serves every moment of the day, however the deals move.
package struct Learned: Sendable {
    package let question: Question
    let day: Int32
    let nodeCount: Int
    let states: PathStates
    let sizeBounds: [Double]
    let closedDeals: Int
    let openValue: OpenValue
    private(set) var curve: WinCurve?
    private(set) var pipeline: PipelineFit
    private(set) var past: [PastWindow]
    /// Still to come by the time-series group, nil while there is no full period before.
    private(set) var series: Totals?
    let conversion: Statistical.Conversion?
    private(set) var shares: [Double]
    private(set) var naiveLast: Totals?
    private(set) var naiveMean3: Totals?
    /// Won in the six periods before, by node.
    private(set) var recent: Totals
    /// When wins come on the way to the period's end; nil unless asked for.
    private(set) var flow: WinFlow?

    /// For the moments of the day.
    let drawn = DrawnBefore()

    var hasStageHistory: Bool { states.hasStageHistory }

    /// - Parameter fits: of past moments of the same books, for those who ask about many.
    init(_ book: Book, _ question: Question, deals: Bool, flow: Bool = false, fits: PastFits? = nil) {
        let (history, period) = (book.history, question.period)
        let day = history.today
        let (present, windows) = both(
            { Present(book, question, flow: flow) },
            { period.end > day ? PastWindow.all(book, question, fits) : [] })
        let moment = present.moment
        self.question = question
        self.day = day
        nodeCount = book.allocation.nodeCount
        states = PathStates(book.paths, history)
        sizeBounds = book.sizeBounds
        closedDeals = moment.closedDeals
        openValue = moment.openValue
        pipeline = present.pipeline
        self.flow = present.flow
        curve = deals ? book.curve(pipeline.fit, pipeline.due) : nil
        past = windows
        series = SeriesGroup(moment, question).rest
        conversion = present.conversion
        shares = present.shares
        let naive = Naive(history, book.wins, book.allocation, question)
        naiveLast = naive.last
        naiveMean3 = naive.mean3
        recent = moment.recent(question.past.filter { $0.end <= max(day, period.start) })
    }

    /// What is learned of the moment itself.
    private struct Present: Sendable {
        let moment: Moment
        let pipeline: PipelineFit
        let flow: WinFlow?
        let conversion: Statistical.Conversion?
        let shares: [Double]

        init(_ book: Book, _ question: Question, flow: Bool) {
            moment = Moment(book)
            let shares = NewBusinessShares(moment)
            let process = book.process(until: moment.day)
            let ways = WayFit(moment, process, period: question.period, fit: book.fit(process))
            pipeline = PipelineFit(moment, ways, DealPlaces(ways.groups.flat, book.dealCodes), shares: shares)
            self.flow = flow ? WinFlow(moment, pipeline, question.period, shares) : nil
            conversion = Statistical.learned(moment, period: question.period)
            self.shares = shares.share
        }
    }

    /// The same with what single deals are answered by.
    /// - Parameter calendar: of the same books.
    package func withDeals(_ calendar: History.Calendar) -> Learned {
        var learned = self
        learned.curve = curve ?? WinCurve(pipeline.fit, pipeline.due, calendar, today: day)
        return learned
    }

    /// Whether this can answer for a later state of the same books: the stages must be the same ones.
    package func serves(_ history: History) -> Bool {
        history.today == day && Int(history.pipeline.greatest ?? 0) < states.count - states.unknownBase
    }

    /// About how many bytes it holds.
    package var size: Int {
        (past.count * 10 + 12) * nodeCount * 8 + pipeline.chances.size + (curve?.size ?? 0) + (flow?.size ?? 0)
            + DrawnBefore.size(nodeCount) + 20_000
    }

    /// The same over a tree that has all nodes of the first and perhaps more; `places` says where they are now.
    package func mapped(to places: [Int32], of count: Int) -> Learned {
        if count == nodeCount, places.enumerated().allSatisfy({ $0.offset == Int($0.element) }) { return self }
        let remap = NodeMap(places: places, count: count)
        var learned = self
        learned.pipeline = pipeline.mapped(remap)
        learned.past = past.map { $0.mapped(remap) }
        learned.series = series.map { remap($0) }
        learned.shares = remap(shares)
        learned.naiveLast = naiveLast.map { remap($0) }
        learned.naiveMean3 = naiveMean3.map { remap($0) }
        learned.recent = remap(recent)
        learned.flow = flow?.mapped(remap)
        return learned
    }
}
