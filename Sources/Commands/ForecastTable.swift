import ReportDocuments
import SalesDomain
import SalesReports
import Texts

/// The forecast as a terminal shows it.
struct ForecastTable {
    let text: String

    init(_ report: ForecastReport, _ naming: Naming, _ texts: Texts, _ reporter: Reporter) {
        let calendar = naming.calendar
        let heading = texts(
            "cli.forecast.heading",
            [
                "scope": .text(naming.whose(report.whole.subject, texts)),
                "period": .text(texts.period(report.period, in: calendar)),
                "moment": .text(texts.moment(report.asOf, in: calendar.zone)),
            ])
        let currency = report.currency
        func money(_ minor: Int64?) -> String {
            minor.map { texts.exact(Money(minorUnits: $0, currency: currency)) } ?? Signs.none
        }
        var nodes = Table(
            ["whose", "won", "open", "new", "mean", "range", "template", "statistical", "plan", "probability"].map {
                texts("cli.forecast.\($0)")
            })
        let isOver = report.period.end <= calendar.zone.day(of: report.asOf)
        for node in [report.whole] + report.parts {
            let figures =
                report.notes.amountsKnown ? ForecastTable.figures(node.amount, money) : node.count.words(texts)
            nodes.add(
                [naming.whose(node.subject, texts)] + figures + [
                    money(node.plan.quota),
                    node.plan.probability.map {
                        isOver ? texts($0 > 0.5 ? "cli.plan.met" : "cli.plan.missed") : texts.probability($0)
                    } ?? Signs.none,
                ])
        }
        guard !report.deals.isEmpty else {
            text = heading + "\n" + nodes.text + ForecastTable.notes(report, naming, texts)
            return
        }
        var deals = Table(["deal", "in_period", "ever", "value", "close"].map { texts("cli.forecast.\($0)") })
        for deal in report.deals {
            deals.add([
                naming.name(deal.deal), texts.probability(deal.winProbabilityInPeriod),
                texts.probability(deal.winProbability), money(deal.expectedAmount),
                deal.expectedClose.map { texts.numericDay($0) } ?? Signs.none,
            ])
        }
        text =
            heading + "\n" + nodes.text + ForecastTable.notes(report, naming, texts) + "\n\n" + deals.text + "\n"
            + texts(
                "cli.forecast.correction",
                [
                    "deals": .text(money(report.expectedFromDeals)), "correction": .text(money(report.correction)),
                    "open": .text(money(report.whole.amount.fromOpen)),
                ])
    }

    private static func figures(_ amount: ForecastReport.Amounts, _ money: (Int64?) -> String) -> [String] {
        [
            money(amount.wonToDate), money(amount.fromOpen), money(amount.fromNew), money(amount.mean),
            money(amount.p10) + Signs.enDash + money(amount.p90), money(amount.template), money(amount.statistical),
        ]
    }

    /// How little is known, where that is so.
    private static func notes(_ report: ForecastReport, _ naming: Naming, _ texts: Texts) -> String {
        let notes = report.notes
        var lines: [String] = []
        switch notes.method {
        case "template": lines.append(texts("company.note.template"))
        case "little": lines.append(texts("company.note.little", ["deals": .count(notes.closedDeals)]))
        default: break
        }
        if let day = notes.silentSince { lines.append(texts("company.note.silent", ["day": .text(texts.day(day))])) }
        if !notes.amountsKnown { lines.append(texts("company.note.no_amounts")) }
        if notes.processIsChanging { lines.append(texts("company.note.changing")) }
        for change in notes.stageChanges {
            let words = texts.change(
                of: naming.name(change.stage) ?? texts("none"), isLosing: change.exit == .loss, pace: change.pace,
                since: change.since)
            lines.append(texts(words.key, words.given))
        }
        return lines.map { "\n" + $0 }.joined()
    }
}

extension ForecastReport.Counts {
    /// Of a company whose deals have no amounts: the same columns in deals.
    fileprivate func words(_ texts: Texts) -> [String] {
        func deals(_ count: Double?) -> String { count.map { texts.decimal($0, places: 1) } ?? Signs.none }
        return [
            texts.integer(wonToDate), deals(fromOpen), deals(fromNew), deals(mean),
            texts.integer(p10) + Signs.enDash + texts.integer(p90), deals(template), deals(statistical),
        ]
    }
}
