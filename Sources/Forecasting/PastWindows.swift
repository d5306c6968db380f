import Foundation

/// What both groups would have said of one period at one earlier moment, and what came: the rest of the period by node.
struct PastWindow: Sendable {
    let period: Window
    let origin: Int32
    let pipelineOpen: Totals
    let pipelineNew: Totals
    let variance: Totals
    let series: Totals?
    /// Won on or after the origin; what happened.
    let actual: Totals
}

extension PastWindow {
    /// At most this many windows are learned from.
    static let limit = 18

    /// Past periods that had ended before the history's moment, seen from the same place within them.
    static func all(_ scene: Scene, _ question: Question) -> [PastWindow] {
        var windows: [PastWindow] = []
        for period in question.past {
            if windows.count == limit { break }
            guard period.end <= scene.history.today else { continue }
            let origin = origin(in: period, like: question.period, at: scene.history.today)
            guard origin >= scene.firstDay + 45, origin < period.end else { continue }
            windows.append(seen(scene, period, from: origin, question))
        }
        return windows
    }

    /// The same sixth of the period, or as many days before it.
    static func origin(in period: Window, like now: Window, at today: Int32) -> Int32 {
        if today < now.start { return period.start - (now.start - today) }
        let gone = Double(today - now.start) / Double(max(1, now.end - now.start))
        let sixth = (gone * 6).rounded() / 6
        return period.start + Int32((sixth * Double(period.end - period.start)).rounded())
    }

    private static func seen(_ now: Scene, _ period: Window, from origin: Int32, _ question: Question) -> PastWindow {
        let then = Scene(
            now.history.asOf(startOf: origin), now.nodes.keeping(now.history.dealsKept(startOf: origin)))
        let shares = NewBusinessShares(then)
        let model = PipelineModel(then, period: period, shares: shares)
        let before = question.past.filter { $0.end <= period.start }
        let series = SeriesGroup(then, Question(period: period, past: before))
        return PastWindow(
            period: period, origin: origin, pipelineOpen: model.open, pipelineNew: model.new, variance: model.variance,
            series: series.rest,
            actual: now.wins.totals(Window(start: max(origin, period.start), end: period.end), now.allocation))
    }
}
