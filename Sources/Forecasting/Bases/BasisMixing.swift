import Foundation
internal import Parallel

/// The rest of the period by the deals, mixed with the series by what both would have said in past windows, with its
/// uncertainty. The whole is mixed; each part keeps its proportion, because what is outstanding is known part by part.
struct BasisMixing: Sendable {
    /// Still to come from deals that are known, and from deals not entered yet, by node; parts add up.
    let open: [Double]
    let new: [Double]
    let variance: [Double]
    /// Of what is still to be won in the period, what is paid in it.
    let paidOfWon: Double
    private let sources: [BasisAnswer.Source]
    private let intervals: [Intervals]
    private let few: BasisBets

    /// Past windows with fewer days of payments before them teach nothing.
    static let least: Int32 = 45

    init(
        _ book: ReceiptBook, _ learned: Learned, _ allocation: Allocation, _ now: Receivables, _ coming: Convolution,
        _ model: PipelineModel
    ) {
        let (period, today) = (learned.question.period, book.history.today)
        let goingBack = BasisMixing.goingBack(book, period)
        let known = now.scheduled.indices.map {
            now.scheduled[$0] + now.unscheduled[$0] + coming.open[$0]
        }
        let backOpen = known.indices.map { now.back[$0] + known[$0] * goingBack }
        let backNew = coming.new.map { $0 * goingBack }
        let rest = known.indices.map { known[$0] - backOpen[$0] + coming.new[$0] - backNew[$0] }
        let wonRest = model.open.amount[0] + model.new.amount[0]
        let paidOfWon = wonRest > 0 ? (coming.open[0] + coming.new[0]) * (1 - goingBack) / wonRest : 0
        let totals = PastReceipts(book.receipts, allocation)
        let past = Past(book, learned, allocation, totals, paidOfWon: paidOfWon)
        let series = BasisSeries(totals, book.history, learned.question, at: today).whole
        let gone = min(1, max(0, Double(today - period.start) / Double(max(1, period.end - period.start))))
        let blend = Blend(
            past.rows, other: [], gone: gone, hasStageHistory: true, hasSeries: series != nil, shift: 0)
        let whole = rest[0] > 0 ? max(0, blend.mix(pipeline: rest[0], series: series)) : rest[0]
        let factor = rest[0] > 0 ? whole / rest[0] : 1
        open = known.indices.map { (known[$0] - backOpen[$0]) * factor }
        new = coming.new.indices.map { (coming.new[$0] - backNew[$0]) * factor }
        let won = now.total
        sources = known.indices.map { node in
            BasisAnswer.Source(
                scheduled: now.scheduled[node], unscheduled: now.unscheduled[node], open: coming.open[node],
                new: coming.new[node], back: -(backOpen[node] + backNew[node]), correction: rest[node] * (factor - 1),
                won: won[node],
                plain: now.plain[node])
        }
        let variance = now.variance.indices.map { now.variance[$0] + coming.variance[$0] }
        self.variance = variance
        self.paidOfWon = paidOfWon
        few = BasisBets(now, coming, learned.pipeline.values, allocation)
        let errors = past.errors(blend, today)
        let priors = Intervals.priors(
            errors, parent: allocation.parent,
            noise: rest.indices.map { Intervals.noise(variance: variance[$0], rest: rest[$0]) })
        intervals = rest.indices.map {
            Intervals(
                variance: variance[$0], rest: rest[$0], errors: errors[$0], prior: priors[$0],
                little: learned.closedDeals < 30)
        }
    }

    func source(_ node: Int) -> BasisAnswer.Source { sources[node] }

    func distribution(_ node: Int, base: Double) -> Distribution {
        let rest = open[node] + new[node]
        guard rest > 0 else { return Distribution(base: base + rest, shape: .point) }
        let interval = intervals[node]
        let extra = max(0, interval.sigma * interval.sigma - interval.noise * interval.noise).squareRoot()
        if let samples = few.samples(node, mean: rest, extra: min(extra, 1)) {
            return Distribution(base: base, shape: .samples(samples))
        }
        return .lognormal(base: base, mean: rest, sigma: interval.sigma)
    }

    /// Of what comes within the period, the share that goes back within it: it comes evenly.
    private static func goingBack(_ book: ReceiptBook, _ period: Window) -> Double {
        let begin = max(period.start, book.history.today)
        guard period.end > begin else { return 0 }
        let days = begin..<period.end
        return days.reduce(0) { $0 - expm1(-book.back.hazard(group: -1, since: $1, from: $1, to: period.end)) }
            / Double(days.count)
    }

    /// The same forecast made at the same place of past periods: what was outstanding then exactly as it was known, what
    /// was still to be won by what the pipeline model said of it.
    private struct Past {
        let windows: [(period: Window, said: [Double], came: [Double], variance: [Double])]
        let nodes: Int
        let rows: [Blend.Row]

        init(
            _ book: ReceiptBook, _ learned: Learned, _ allocation: Allocation, _ totals: PastReceipts,
            paidOfWon: Double
        ) {
            let today = book.history.today
            nodes = allocation.nodeCount
            let usable = learned.past.filter {
                $0.origin >= book.firstDay + BasisMixing.least && $0.period.end <= today
            }
            let question = learned.question
            let found = spread(usable.count) { place in
                let window = usable[place]
                let then = Receivables(book, at: window.origin, window.period, allocation)
                let said = then.total.indices.map {
                    then.total[$0] + paidOfWon * (window.pipelineOpen.amount[$0] + window.pipelineNew.amount[$0])
                }
                let came = totals.totals(
                    Window(start: max(window.origin, window.period.start), end: window.period.end))
                let variance = then.variance.indices.map {
                    then.variance[$0] + min(1, paidOfWon) * window.variance.amount[$0]
                }
                let before = question.past.filter { $0.end <= window.period.start }
                let series = BasisSeries(
                    totals, book.history, Question(period: window.period, past: before), at: window.origin
                ).whole
                return (window: (period: window.period, said: said, came: came, variance: variance), series: series)
            }
            windows = found.map(\.window)
            rows = found.map {
                Blend.Row(
                    pipeline: max(0, $0.window.said[0]), series: $0.series, actual: $0.window.came[0],
                    age: Double(today - $0.window.period.end), variance: $0.window.variance[0])
            }
        }

        func errors(_ blend: Blend, _ today: Int32) -> [[Intervals.Error]] {
            var errors = [[Intervals.Error]](repeating: [], count: nodes)
            for (window, row) in zip(windows, rows) {
                let mixed = max(0, blend.mix(pipeline: row.pipeline, series: row.series))
                let factor = row.pipeline > 0 ? mixed / row.pipeline : 1
                let weight = exp2(-Double(today - window.period.end) / Blend.halfLife)
                for node in errors.indices where window.said[node] > 0 || window.came[node] > 0 {
                    errors[node].append(
                        Intervals.Error(
                            error: Blend.error(window.said[node] * factor, window.came[node]),
                            noise: Intervals.noise(variance: window.variance[node], rest: window.said[node])
                                .squareRoot(),
                            weight: weight))
                }
            }
            return errors
        }
    }
}
