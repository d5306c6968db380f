internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// What changed in the forecast: in words, as a waterfall, and in a table whose steps open into their deals.
struct ChangesSection {
    let report: ChangesReport
    let frame: Frame
    /// So many deals of a step are named.
    let named: Int
    let choices: [(label: String, href: String, isCurrent: Bool)]

    private var texts: Texts { frame.texts }
    private var currency: Currency { report.head.currency }

    var values: Values {
        let chart = chart
        let said = texts("changes.said")
        return [
            "sentence_html": sentence, "told": true, "folded": false, "unit": chart.unit, "data_html": chart.json,
            "wide_svg": WaterfallPicture(chart: chart, width: 620).svg("wide", said: said),
            "narrow_svg": WaterfallPicture(chart: chart, width: 360).svg("narrow", said: said),
            "choices": choices.map { ["label": $0.label, "href": $0.href, "current": $0.isCurrent] as Values },
            "before": ["name": label("changes.before", report.from), "amount": number(report.before)] as Values,
            "steps": shown.map(row), "has_steps": !shown.isEmpty,
            "after": ["name": label("changes.after", report.head.asOf), "amount": number(report.after)] as Values,
        ]
    }

    private var shown: [ChangesReport.Step] { report.steps.filter { $0.count > 0 || $0.amount != 0 } }

    private var chart: Waterfall {
        Waterfall(
            first: .init(name: label("changes.before", report.from), amount: report.before, colour: "accent"),
            steps: shown.map { step in
                .init(
                    name: name(step.kind), amount: step.amount, colour: colour(step.kind), deals: counted(step.count),
                    isLoss: step.amount < 0 && !isWonBefore(step.kind))
            }, last: .init(name: texts("changes.before", ["moment": .text(day(report.head.asOf))]), colour: "accent"),
            currency: currency, texts: texts)
    }

    private func colour(_ kind: ChangesReport.Kind) -> String {
        switch kind {
        case .won: isWonBefore(kind) ? "slate2" : "won"
        case .model: "slate2"
        case .lost, .reopened, .removed, .slipped, .stage, .amount, .new, .transfer, .rate: "open"
        }
    }

    private func counted(_ count: Int) -> String {
        count > 0 ? texts("changes.deals", ["deals": .count(count)]) : ""
    }

    var sentence: String {
        let difference = report.after - report.before
        let period = texts.period(report.head.period, in: frame.company.calendar)
        let given: [String: Texts.Argument] = [
            "day": .text(moment(report.from)), "period": .text(period),
            "amount": .text(texts.amount(abs(difference), currency)),
            "after": .text(texts.amount(report.after, currency)),
        ]
        let key = difference == 0 ? "same" : difference > 0 ? "up" : "down"
        return [texts.html("changes.sentence." + key, given), cause].compactMap(\.self).joined(separator: " ")
    }

    /// In one sentence: how far it has moved, and mostly why.
    var brief: String? {
        let difference = report.after - report.before
        guard difference != 0, let step = leading else { return nil }
        let because = texts(
            step.kind == .model ? "changes.brief.model" : "changes.brief.cause",
            ["kind": .text(name(step.kind)), "deals": .count(step.count)])
        return texts.html(
            difference > 0 ? "changes.brief.up" : "changes.brief.down",
            [
                "day": .text(moment(report.from)), "amount": .text(texts.amount(abs(difference), currency)),
                "because": .text(because),
            ])
    }

    /// The step that moved it most the way it went: a fall is not explained by what was won.
    private var leading: ChangesReport.Step? {
        let difference = report.after - report.before
        func weight(_ step: ChangesReport.Step) -> Int64 {
            difference == 0 ? abs(step.amount) : step.amount * difference.signum()
        }
        return report.steps.max { weight($0) < weight($1) }.flatMap { weight($0) > 0 ? $0 : nil }
    }

    private var cause: String? {
        guard let step = leading else { return nil }
        let effect = Texts.Argument.text(texts.signedAmount(step.amount, currency))
        if step.kind == .model { return texts.html("changes.sentence.model", ["effect": effect]) }
        return texts.html(
            "changes.sentence.cause",
            ["kind": .text(name(step.kind)), "effect": effect, "deals": .count(step.count)])
    }

    private func row(_ step: ChangesReport.Step) -> Values {
        let deals = step.deals.prefix(named)
        let more = step.count - deals.count
        return [
            "name": name(step.kind), "amount": signed(step.amount),
            "some": step.count > 0,
            "deals": counted(step.count),
            "list": deals.map(line),
            "more": more > 0 ? texts("changes.more", ["deals": .count(more)]) : "",
            "parts": step.kind == .model ? parts : "",
        ]
    }

    private var parts: String {
        texts(
            "changes.model",
            ["new": .text(signed(report.newBusiness)), "other": .text(signed(report.otherwise))])
    }

    private func line(_ deal: ChangesReport.Deal) -> Values {
        let title = deal.deal.map { frame.names.deals[$0] ?? texts("none") }
        return [
            "title": title ?? texts("changes.hidden"), "linked": deal.deal != nil,
            "href": deal.deal.map { frame.address(of: $0) } ?? "", "amount": signed(deal.amount),
        ]
    }

    private func name(_ kind: ChangesReport.Kind) -> String {
        texts("changes.kind." + (isWonBefore(kind) ? "won.before" : kind.rawValue))
    }

    /// What is won before the period begins leaves its forecast, and is no loss.
    private func isWonBefore(_ kind: ChangesReport.Kind) -> Bool {
        kind == .won && report.head.period.start > frame.zone.day(of: report.head.asOf)
    }

    private func number(_ minor: Int64) -> String { texts.column(minor, currency, chart.scale) }
    private func signed(_ minor: Int64) -> String { texts.signedColumn(minor, currency, chart.scale) }
    private func label(_ key: String, _ instant: Instant) -> String { texts(key, ["moment": .text(moment(instant))]) }

    private func day(_ instant: Instant) -> String {
        let day = frame.zone.day(of: instant)
        return texts.day(day, year: day.year != frame.zone.day(of: frame.now).year)
    }

    /// The beginning of a day is that day.
    private func moment(_ instant: Instant) -> String {
        frame.zone.start(of: frame.zone.day(of: instant)) == instant
            ? day(instant) : texts.moment(instant, in: frame.zone)
    }
}
