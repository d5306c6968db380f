internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Plan against fact: the plan and the forecast, the stage that falls behind and what that costs, a verdict on the plan.
package struct PlanFactPage: Sendable {
    private let report: PlanFactReport
    private let frame: Frame

    package init(_ report: PlanFactReport, frame: Frame) {
        self.report = report
        self.frame = frame
    }

    package func html() -> String { Templates.render("planfact", values) }

    /// What to do at a stage, in the reader's language.
    package static func advice(_ stage: PlanFactReport.Stage, _ frame: Frame) -> String {
        frame.texts(
            "planfact.advice." + stage.advice.key, ["who": .text(stage.advice.whose.map { frame.name(of: $0) } ?? "")])
    }

    var values: Values {
        let wide = PlanFactPicture(report: report, page: page, width: 620)
        var values: Values = [
            "sentence_html": texts.capital(sentences.joined(separator: " ")), "open_href": page.openDeals(),
            "reference": reference, "references": references, "has_picture": wide.isWorthDrawing,
            "wide_svg": wide.svg("wide"),
            "narrow_svg": PlanFactPicture(report: report, page: page, width: 360).svg("narrow"),
            "verdict": verdict ?? false as Any,
        ]
        for part in [page.values, PlanFactTable(report: report, page: page).values] { values.merge(part) { $1 } }
        return frame.values(page.heading, values)
    }

    private var page: ReportPage { ReportPage(name: .planfact, head: report.head, frame: frame) }
    private var texts: Texts { frame.texts }
    private var currency: Currency { report.head.currency }
    private func amount(_ minor: Int64) -> Texts.Argument { .text(texts.amount(minor, currency)) }

    private var sentences: [String] { [main, signal, potential].compactMap(\.self) }

    private var main: String {
        var given: [String: Texts.Argument] = [
            "subject": .text(page.subject), "forecast": amount(report.totals.methods.model),
            "period": .text(page.period(.locative)),
        ]
        guard let quota = report.totals.quota, quota > 0 else { return texts.html("planfact.sentence.no_plan", given) }
        given["plan"] = amount(quota)
        given["share"] = .text(texts.percent(Double(report.totals.methods.model) / Double(quota)))
        return texts.html("planfact.sentence.plan", given)
    }

    private var signal: String {
        guard let signal = report.signals.first else { return texts.html("planfact.sentence.no_signal") }
        let isOwn = signal.scope == report.head.scope
        return texts.html(
            isOwn ? "planfact.sentence.stage" : "planfact.sentence.person",
            [
                "stage": .text(page.stage(signal.stage)), "href": .text(page.openDeals(at: signal.stage)),
                "who": .text(frame.name(of: signal.scope)), "conversion": .text(texts.percent(signal.conversion)),
                "reference": .text(texts.percent(signal.reference)),
                "confidence": .text(texts.probability(signal.confidence)), "money": amount(signal.money),
            ])
    }

    private var potential: String? {
        guard let potential = report.verdict.potential else { return nil }
        var given: [String: Texts.Argument] = ["potential": amount(potential)]
        guard let word = report.verdict.word, let quota = report.verdict.quota else {
            return texts.html("planfact.sentence.potential", given)
        }
        given["gap"] = amount(abs(potential - quota))
        return texts.html("planfact.sentence.verdict." + word.rawValue, given)
    }

    private var reference: String {
        let said = report.reference
        return texts(
            "planfact.reference",
            [
                "scope": .text(frame.name(of: said.scope)),
                "days": .text(texts.days(from: said.from, through: said.to + -1)),
                "deals": .count(said.deals),
            ])
    }

    /// The references that may be chosen.
    private var references: [Values] {
        [(nil, "planfact.reference.trailing"), ("best", "planfact.reference.best")].map { name, key in
            var filter = page.filter
            filter.reference = name
            filter.against = nil
            return [
                "label": texts(key), "href": Route.report(.planfact, filter).target,
                "current": name == page.filter.reference && page.filter.against == nil,
            ]
        }
    }

    private var verdict: Values? {
        guard report.verdict.potential != nil else { return nil }
        let word = report.verdict.word
        return [
            "scale_svg": VerdictPicture(report: report, page: page).svg(),
            "badge": word.map { texts("planfact.verdict." + $0.rawValue) } ?? "", "has_word": word != nil,
            "alert": word == .high || word == .low,
            "words": texts("planfact.verdict.how"),
        ]
    }
}
