import SalesDomain
import Testing

@testable import SalesReports

/// Direct children, with what belongs to the department itself, add up to their parent in every figure; people add up to
/// the whole.
func expectToAddUp(_ report: ForecastReport, _ place: SourceLocation = #_sourceLocation) {
    let all = [report.whole] + report.parts
    for node in all {
        #expect(
            node.amount.mean == node.amount.wonToDate + node.amount.fromOpen + node.amount.fromNew,
            sourceLocation: place)
    }
    guard !report.parts.isEmpty else { return }
    let tops = report.parts.filter { $0.parent == nil }
    // The scope's own department stands among its parts and is their top.
    if tops.map(\.subject) != [report.whole.subject] { expect(tops, sumTo: report.whole, place) }
    for node in report.parts {
        guard case .scope(let scope) = node.subject else { continue }
        let children = report.parts.filter { $0.parent == scope }
        if !children.isEmpty { expect(children, sumTo: node, place) }
    }
}

private func expect(_ children: [ForecastReport.Node], sumTo parent: ForecastReport.Node, _ place: SourceLocation) {
    func sum(_ of: (ForecastReport.Amounts) -> Int64) -> Int64 { children.reduce(0) { $0 + of($1.amount) } }
    #expect(sum(\.wonToDate) == parent.amount.wonToDate, sourceLocation: place)
    #expect(sum(\.fromOpen) == parent.amount.fromOpen, sourceLocation: place)
    #expect(sum(\.fromNew) == parent.amount.fromNew, sourceLocation: place)
    #expect(sum(\.statistical) == parent.amount.statistical, sourceLocation: place)
    if let template = parent.amount.template, children.allSatisfy({ $0.amount.template != nil }) {
        #expect(sum { $0.template ?? 0 } == template, sourceLocation: place)
    }
    let won = children.reduce(0) { $0 + $1.count.wonToDate }
    #expect(won == parent.count.wonToDate, sourceLocation: place)
    let open = children.reduce(0.0) { $0 + $1.count.fromOpen }
    #expect(abs(open - parent.count.fromOpen) < 1e-9, sourceLocation: place)
}
