import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// What is supposed and what follows, as a terminal shows it.
struct WhatIfWords {
    let text: String

    init(_ report: WhatIfReport, _ texts: Texts, _ naming: Naming) {
        let currency = report.head.currency
        func money(_ minor: Int64?, _ own: Currency? = nil) -> String {
            minor.map { texts.exact(Money(minorUnits: $0, currency: own ?? currency)) } ?? Signs.none
        }
        var said = Table([texts("what_if.title"), texts("what_if.change")])
        for shown in report.shown {
            let isCounted = shown.standing == .counts
            said.add([
                shown.supposition.text(deal: naming.name),
                isCounted ? money(shown.effect) : texts("what_if.standing." + shown.standing.rawValue),
            ])
        }
        let (before, after) = (report.before, report.after)
        var figures = Table([texts("what_if.figure"), texts("what_if.now"), texts("what_if.then")])
        func row(_ name: String, _ old: String, _ new: String) {
            figures.add([texts("what_if.row." + name), old, new])
        }
        row("mean", money(before.mean), money(after.mean))
        row("range", "\(money(before.p10)) – \(money(before.p90))", "\(money(after.p10)) – \(money(after.p90))")
        if let now = before.probability, let then = after.probability {
            row("probability", texts.probability(now), texts.probability(then))
        }
        if let now = before.bonus, let then = after.bonus {
            row("bonus", money(now.expected, now.currency), money(then.expected, then.currency))
        }
        row("template", money(before.template), money(after.template))
        row("statistical", money(before.statistical), money(after.statistical))
        let notes = [
            report.hidden > 0 ? texts("what_if.hidden", ["hidden": .count(report.hidden)]) : nil,
            report.ignoresDates ? texts("what_if.dates") : nil,
        ].compactMap(\.self)
        text = ((report.shown.isEmpty ? [] : [said.text]) + [figures.text] + notes).joined(separator: "\n")
    }
}
