internal import SalesDomain
internal import SalesReports
internal import Texts

/// Money at each stage as a funnel: what is fresh, and what stands too long, in the middle of one another.
struct FunnelPicture {
    let report: FunnelReport
    let page: ReportPage
    let width: Double

    private static let rowHeight = 44.0
    private var isWide: Bool { width > 500 }
    private var left: Double { isWide ? 150 : 0 }
    private var right: Double { isWide ? width - 150 : width }
    private var texts: Texts { page.texts }

    func svg(_ style: String) -> String {
        var drawing = Drawing(width: width)
        let step = FunnelPicture.rowHeight + (isWide ? 0 : 20)
        for (index, stage) in report.stages.enumerated() { draw(stage, at: step * Double(index), &drawing) }
        return drawing.svg(
            width: width, height: step * Double(max(1, report.stages.count)), style, said: texts("funnel.said"))
    }

    private func draw(_ stage: FunnelReport.Stage, at top: Double, _ drawing: inout Drawing) {
        let y = top + (isWide ? 4 : 22)
        let largest = Double(max(1, report.stages.map(\.figures.amount).max() ?? 1))
        let all = (right - left) * Double(stage.figures.amount) / largest
        let stuck = (right - left) * Double(stage.figures.overdueAmount) / largest
        let start = (left + right) / 2 - all / 2
        let name = (stage.isProblem ? "▲ " : "") + page.stage(stage.stage)
        drawing.text(0, isWide ? y + 21 : y - 6, name.cut(to: isWide ? 18 : 30), stage.isProblem ? "t-signal" : "")
        drawing.rect(.init(start), y, .init(max(1, all - stuck)), 32, "f-open")
        if stuck > 0 { drawing.rect(.init(start + all - stuck), y, .init(stuck), 32, "f-hatch-lost") }
        let words = texts.amount(stage.figures.amount, report.head.currency)
        drawing.text(.init(width), isWide ? y + 21 : y - 6, words, "t-end t-strong")
    }
}
