internal import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// What a fall (or a rise) of sales consists of, and what may be brought back.
package struct RevivePage: Sendable {
    private let report: ReviveReport
    private let frame: Frame

    /// `frame` knows the names of the deals and accounts that are shown.
    package init(_ report: ReviveReport, frame: Frame) {
        self.report = report
        self.frame = frame
    }

    /// So many candidates of each kind are shown; the file has them all.
    private static let shown = 15

    package static func shown(_ report: ReviveReport) -> [ReviveReport.Candidate] {
        ReviveReport.Candidate.Kind.allCases.flatMap { kind in
            report.candidates.filter { $0.kind == kind }.prefix(shown)
        }
    }

    package func html() -> String { Templates.render("revive", values) }

    var values: Values {
        let scale = scale
        var values: Values = [
            "sentence_html": ReviveSentence(report: report, page: page).html, "unit": texts.unit(scale, currency),
            "compared": report.isCut ? texts("revive.compared", ["days": .count(report.days)]) : false as Any,
            "has_change": hasChange, "year_href": yearBefore, "from": name(report.from), "to": name(report.to),
            "from_href": wonDeals(report.from), "to_href": wonDeals(report.to),
            "won_from": texts.column(report.wonFrom, currency, scale),
            "won_to": texts.column(report.wonTo, currency, scale), "causes": report.causes.map { line($0, scale) },
            "data_html": chart.json, "has_ranges": report.causes.contains { $0.low < $0.high },
            "wide_svg": WaterfallPicture(chart: chart, width: 620).svg("wide", said: texts("revive.said")),
            "narrow_svg": WaterfallPicture(chart: chart, width: 360).svg("narrow", said: texts("revive.said")),
            "kinds": ReviveReport.Candidate.Kind.allCases.compactMap { kind($0, scale) },
        ]
        values.merge(page.values) { $1 }
        return frame.values(page.heading, values)
    }

    private var page: ReportPage { ReportPage(name: .revive, head: report.head, frame: frame) }
    private var texts: Texts { frame.texts }
    private var currency: Currency { report.head.currency }
    private var scale: AmountScale {
        AmountScale(ofColumn: AmountScale.units(max(1, report.wonFrom, report.wonTo), currency))
    }

    /// Two periods without a sale have nothing between them to be drawn.
    private var hasChange: Bool {
        report.wonFrom != 0 || report.wonTo != 0 || report.causes.contains { $0.amount != 0 }
    }

    private var chart: Waterfall {
        Waterfall(
            first: .init(name: name(report.from), amount: report.wonFrom, colour: "won"),
            steps: report.causes.map {
                .init(
                    name: texts("revive.cause.\($0.name.rawValue)"), amount: $0.amount, colour: "open",
                    range: ($0.low, $0.high))
            }, last: .init(name: name(report.to), colour: "won"), currency: currency, texts: texts)
    }

    private func name(_ period: Period) -> String { texts.capital(texts.period(period, in: page.calendar)) }

    private func wonDeals(_ period: Period) -> String {
        Route.deals(
            DealsFilter(
                scope: ScopeName(report.head.scope, in: frame.names.organisation), pipeline: page.filter.pipeline,
                status: .won, period: PeriodName(period, in: page.calendar), asOf: frame.route.asOfText, sort: .amount)
        ).target
    }

    /// The same against the same time of the year before.
    private var yearBefore: String {
        var filter = page.filter
        let steps = report.to.kind == .month ? 12 : report.to.kind == .quarter ? 4 : 1
        filter.from = .period(PeriodName(report.to.previous(steps, in: page.calendar), in: page.calendar))
        return Route.report(.revive, filter).target
    }

    private func line(_ cause: ReviveReport.Cause, _ scale: AmountScale) -> Values {
        func signed(_ minor: Int64) -> String { texts.signedColumn(minor, currency, scale) }
        return [
            "name": texts("revive.cause.\(cause.name.rawValue)"), "means": texts("revive.means.\(cause.name.rawValue)"),
            "amount": signed(cause.amount), "minus": cause.amount < 0,
            "range": cause.low == cause.high
                ? "" : texts("revive.from_to", ["low": .text(signed(cause.low)), "high": .text(signed(cause.high))]),
        ]
    }

    private func kind(_ kind: ReviveReport.Candidate.Kind, _ scale: AmountScale) -> Values? {
        let all = report.candidates.filter { $0.kind == kind }
        guard !all.isEmpty else { return nil }
        return [
            "title": texts("revive.kind.\(kind.rawValue)"), "has_usual": kind != .lost,
            "why": texts("revive.why.\(kind.rawValue)"),
            "more": texts(
                "revive.sum",
                ["all": .count(all.count), "money": .text(texts.amount(report.expected(kind), currency))]),
            "rows": all.prefix(RevivePage.shown).map { row($0, scale) },
        ]
    }

    private func row(_ one: ReviveReport.Candidate, _ scale: AmountScale) -> Values {
        let title = frame.names.deals[one.deal] ?? texts("none")
        let account = one.account.flatMap { frame.names.accounts[$0] }
        let isCustomer = one.kind == .sleeping
        return [
            "href": frame.address(of: one.deal), "name": isCustomer ? account ?? title : title,
            "about": isCustomer
                ? title
                : [account, one.stage.map { page.stage($0) }].compactMap(\.self).joined(
                    separator: " · "),
            "owner": frame.name(of: .employee(one.owner)), "amount": texts.column(one.amount, currency, scale),
            "days": texts.integer(one.days), "usual": one.usual.map { texts.integer($0) } ?? texts("none"),
            "chance": texts.probability(one.chance),
            "anyway": one.anyway.map { texts("revive.anyway", ["chance": .text(texts.probability($0))]) } ?? "",
            "expected": texts.column(one.expected, currency, scale),
        ]
    }
}

/// By how much, from what, and what can be had back.
struct ReviveSentence {
    let report: ReviveReport
    let page: ReportPage

    private var texts: Texts { page.texts }
    private var currency: Currency { report.head.currency }

    var html: String { [change, causes, back].compactMap(\.self).joined(separator: " ") }

    private var change: String {
        let given: [String: Texts.Argument] = [
            "subject": .text(page.subject), "to": .text(said(report.to)), "from": .text(said(report.from)),
            "was": .text(texts.amount(report.wonFrom, currency)), "is": .text(texts.amount(report.wonTo, currency)),
            "share": .text(report.wonFrom > 0 ? texts.percent(abs(share)) : texts("none")),
        ]
        if report.change == 0 || report.wonFrom == 0 { return texts.capital(texts.html("revive.sentence.same", given)) }
        return texts.capital(texts.html(report.change < 0 ? "revive.sentence.fall" : "revive.sentence.rise", given))
    }

    /// A period that is not over is compared by its first days, and so is the other.
    private func said(_ period: Period) -> String {
        guard report.isCut else { return texts.period(period, in: page.calendar) }
        return texts(
            "revive.first",
            ["days": .count(report.days), "period": .text(texts.period(period, in: page.calendar, .genitive))])
    }

    private var share: Double { Double(report.change) / Double(max(1, report.wonFrom)) }

    /// The two that weigh most.
    private var causes: String? {
        let main = report.causes.filter { $0.amount != 0 }.sorted { abs($0.amount) > abs($1.amount) }.prefix(2)
        guard let first = main.first else { return nil }
        let words = main.map {
            texts(
                "revive.sentence.cause",
                [
                    "cause": .text(texts("revive.cause.\($0.name.rawValue)")),
                    "money": .text(texts.signedAmount($0.amount, currency)),
                ])
        }.joined(separator: "; ")
        let key = first.low < 0 && first.high > 0 ? "revive.sentence.maybe" : "revive.sentence.sure"
        return texts.html(key, ["causes": .text(words)])
    }

    private var back: String? {
        let all = report.candidates.reduce(0) { $0 + $1.expected }
        guard all > 0 else { return nil }
        let parts = [ReviveReport.Candidate.Kind.sleeping, .lost, .stuck].compactMap { kind -> String? in
            let count = report.candidates.count { $0.kind == kind }
            return count > 0 ? texts("revive.part." + kind.rawValue, ["all": .count(count)]) : nil
        }
        return texts.html(
            "revive.sentence.back",
            [
                "money": .text(texts.amount(all, currency)), "days": .count(ReviveReport.horizon),
                "parts": .text(parts.joined(separator: ", ")),
            ])
    }
}
