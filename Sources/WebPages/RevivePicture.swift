internal import SalesDomain
internal import SalesReports
internal import Texts

/// A waterfall from one period's sales to the other's: a bar for each cause where the one before it ended, with its range.
struct RevivePicture {
    let report: ReviveReport
    let page: ReportPage
    let width: Double

    private var isWide: Bool { width > 500 }
    private var left: Double { isWide ? 130 : 0 }
    private var right: Double { 84 }
    private var step: Double { isWide ? 34 : 48 }
    private var texts: Texts { page.texts }
    private var currency: Currency { report.head.currency }

    /// Where each bar begins and ends, in minor units.
    private var steps: [(name: String, from: Int64, to: Int64, cause: ReviveReport.Cause?)] {
        var at = report.wonFrom
        var steps = [(texts.period(report.from, in: page.calendar), Int64(0), at, nil as ReviveReport.Cause?)]
        for cause in report.causes {
            steps.append((texts("revive.cause.\(cause.name.rawValue)"), at, at + cause.amount, cause))
            at += cause.amount
        }
        return steps + [(texts.period(report.to, in: page.calendar), 0, report.wonTo, nil)]
    }

    func svg(_ style: String) -> String {
        var drawing = Drawing()
        let steps = steps
        let ends = steps.flatMap { [$0.from, $0.to, $0.from + ($0.cause?.low ?? 0), $0.from + ($0.cause?.high ?? 0)] }
        let (low, high) = (min(0, ends.min() ?? 0), max(1, ends.max() ?? 1))
        let unit = (width - left - right) / Double(high - low)
        func x(_ minor: Int64) -> Double { left + Double(minor - low) * unit }
        for (index, one) in steps.enumerated() {
            let y = step * Double(index) + (isWide ? 0 : 16)
            drawing.text(0, isWide ? y + 20 : y - 2, texts.capital(one.name))
            let (start, end) = (x(min(one.from, one.to)), x(max(one.from, one.to)))
            let fill = one.cause == nil ? "f-won" : one.to < one.from ? "f-hatch-lost" : "f-open"
            drawing.rect(.init(start), y + 6, .init(max(1, end - start)), 18, fill)
            if let cause = one.cause, cause.low < cause.high {
                drawing.line(.init(x(one.from + cause.low)), y + 28, .init(x(one.from + cause.high)), y + 28, "s-ink3")
            }
            let minor = one.cause?.amount ?? one.to
            let words = one.cause == nil ? texts.amount(minor, currency) : texts.signedAmount(minor, currency)
            drawing.text(
                .init(width), y + 20, words, one.cause == nil ? "t-strong t-end" : minor < 0 ? "t-lost t-end" : "t-end")
        }
        return drawing.svg(width: width, height: step * Double(steps.count) + 4, style, said: texts("revive.said"))
    }
}
