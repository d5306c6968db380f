package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Plan against fact: the plan and the forecast, the stage that falls behind and what that costs, a verdict on the plan.
package struct PlanFactPage: Sendable {
    private let report: PlanFactReport
    private let comparison: Comparison?
    private let choices: Choices
    private let frame: Frame
    private let whatIf: WhatIfSection.Content?

    /// References that this viewer may measure by, and whether they may pin another.
    package struct Choices: Sendable {
        package let references: [PinnedReference]
        package let mayPin: Bool
        /// To whom they may give something to do.
        package let givers: [Employee.ID]
        package init(references: [PinnedReference] = [], mayPin: Bool = false, givers: [Employee.ID] = []) {
            self.references = references
            self.mayPin = mayPin
            self.givers = givers
        }
    }

    package init(
        _ report: PlanFactReport, _ comparison: Comparison? = nil, _ choices: Choices = Choices(), frame: Frame,
        whatIf: WhatIfSection.Content? = nil
    ) {
        self.whatIf = whatIf
        self.report = report
        self.comparison = comparison
        self.choices = choices
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
            "verdict": verdict ?? false as Any, "pinning": pinning ?? false as Any,
            "has_alarms": report.signals.count > 1, "alarms": alarms, "begun": page.hasBegun,
            "span": page.hasBegun ? "15" : "12",
            "compared": comparison.map { ComparedTable(comparison: $0, page: page).values } ?? false as Any,
        ]
        for part in [
            page.values, PlanFactTable(report: report, page: page, givers: choices.givers).values,
            page.isRunning ? WhatIfSection.values(whatIf, frame: frame) : WhatIfSection.nothing,
        ] { values.merge(part) { $1 } }
        return frame.values(page.heading, values)
    }

    private var page: ReportPage { ReportPage(name: .planfact, head: report.head, frame: frame) }
    private var texts: Texts { frame.texts }
    private var currency: Currency { report.head.currency }
    private func amount(_ minor: Int64) -> Texts.Argument { .text(texts.amount(minor, currency)) }

    private var sentences: [String] {
        report.isSmall && report.signals.isEmpty
            ? [main, small] : [main, signal, report.isSmall ? nil : potential].compactMap(\.self)
    }

    private var small: String { texts.html("planfact.sentence.small", ["deals": .count(report.reference.deals)]) }

    private var main: String {
        var given: [String: Texts.Argument] = [
            "subject": .text(page.subject), "forecast": amount(report.totals.methods.model),
            "period": .text(page.period(.locative)),
        ]
        let key = page.isRunning ? "planfact.sentence." : "planfact.sentence.over."
        guard let quota = report.totals.quota, quota > 0 else { return texts.html(key + "no_plan", given) }
        given["plan"] = amount(quota)
        given["share"] = .text(texts.percent(Double(report.totals.methods.model) / Double(quota)))
        return texts.html(key + "plan", given)
    }

    private var signal: String {
        report.signals.first.map { said($0) }
            ?? texts.html(isOwn ? "planfact.sentence.no_signal.own" : "planfact.sentence.no_signal")
    }

    /// A person is measured by their own year before, because they see nobody else’s.
    private var isOwn: Bool {
        report.head.scope.isPerson && report.reference.scope == report.head.scope && report.reference.kind == .trailing
    }

    /// The surest stands in the sentence; these are the others.
    private var alarms: [Values] { report.signals.dropFirst().prefix(6).map { ["said_html": said($0)] } }

    private func said(_ signal: PlanFactReport.Signal) -> String {
        let isOwn = signal.scope == report.head.scope
        let when = !page.isRunning ? ".over" : signal.isPast ? ".late" : ""
        return texts.html(
            (isOwn ? "planfact.sentence.stage" : "planfact.sentence.person") + when,
            [
                "stage": .text(page.stage(signal.stage)), "href": .text(page.openDeals(at: signal.stage)),
                "who": .text(frame.name(of: signal.scope)), "conversion": .text(texts.percent(signal.conversion)),
                "reference": .text(texts.percent(signal.reference)),
                "confidence": .text(texts.probability(signal.confidence)), "money": amount(max(0, signal.money)),
                "missed": amount(signal.missed),
                "since": .text(texts.day(signal.from)),
                "counts": .text(texts.moved(signal.movedOn, of: signal.entered, failed: signal.failed)),
            ])
    }

    private var potential: String? {
        guard let potential = report.verdict.potential else { return nil }
        let ends = texts.amounts(
            from: report.verdict.low ?? potential, to: report.verdict.high ?? potential, currency)
        var given: [String: Texts.Argument] = [
            "potential": amount(potential), "low": .text(ends.low), "high": .text(ends.high),
        ]
        guard let word = report.verdict.word, let quota = report.verdict.quota else {
            return texts.html(
                page.isRunning ? "planfact.sentence.potential" : "planfact.sentence.over.potential", given)
        }
        given["gap"] = amount(abs(potential - quota))
        let said = texts.html(
            (page.isRunning ? "planfact.sentence.verdict." : "planfact.sentence.over.") + word.rawValue, given)
        return page.isRunning && report.totals.methods.model > potential
            ? said + " " + texts.html("planfact.sentence.beyond") : said
    }

    private var reference: String {
        page.said(report.reference, as: isOwn ? "planfact.reference.own" : "planfact.reference")
    }

    /// The references that may be chosen.
    private var references: [Values] {
        var usual: [(String?, String)] = [(nil, texts("planfact.reference.trailing"))]
        // Who sees only themselves is measured by no quarter of others.
        if !frame.home.isPerson { usual.append(("best", texts("planfact.reference.best"))) }
        return (usual + choices.references.map { ($0.name, $0.name) }).map { name, label in
            var filter = page.filter
            filter.reference = name
            filter.against = nil
            return [
                "label": label, "href": Route.report(.planfact, filter).target,
                "current": name == page.filter.reference && page.filter.against == nil,
            ]
        }
    }

    /// The form that pins what is measured by now, or other days, under a name; and the one that takes it down.
    private var pinning: Values? {
        guard choices.mayPin else { return nil }
        let chosen = choices.references.first { $0.name == page.filter.reference }
        return [
            "action": Route.report(.planfact, page.filter).target, "csrf": frame.csrf,
            "of": texts("planfact.pin.of", ["scope": .text(frame.name(of: report.head.scope))]),
            "from": report.reference.from.description, "to": (report.reference.to + -1).description,
            "latest": page.today.description, "is_best": page.filter.reference == "best" || chosen?.isBest == true,
            "down": chosen.map {
                ["name": $0.name, "label": texts("planfact.pin.down", ["name": .text($0.name)])] as Values
            }
                ?? false as Any,
        ]
    }

    private var verdict: Values? {
        guard report.verdict.potential != nil, !report.isSmall else { return nil }
        let word = report.verdict.word
        let ends = texts.amounts(
            from: report.verdict.low ?? 0, to: report.verdict.high ?? 0, report.head.currency)
        return [
            "scale_svg": VerdictPicture(report: report, page: page).svg(),
            "badge": word.map { texts("planfact.verdict." + $0.rawValue) } ?? "", "has_word": word != nil,
            "alert": word == .high || word == .low,
            "words": texts("planfact.verdict.how", ["low": .text(ends.low), "high": .text(ends.high)]),
        ]
    }
}

extension Texts {
    /// How many of those who came to a stage moved on, were lost and are still there; empty of nobody. Where it is not known how
    /// many were lost, how many moved on of all.
    func moved(_ moved: Int, of entered: Int, failed: Int?) -> String {
        guard entered > 0 else { return "" }
        guard let failed else { return self("planfact.of", ["moved": .count(moved), "entered": .count(entered)]) }
        return self(
            "planfact.of.all",
            ["moved": .count(moved), "lost": .count(failed), "open": .count(max(0, entered - moved - failed))])
    }
}
