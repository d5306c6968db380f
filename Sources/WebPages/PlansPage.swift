package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Plans as a tree: set here by those who may, with what the parts make together beside them.
package struct PlansPage: Sendable {
    private let report: PlansReport
    private let frame: Frame
    private let maySet: Set<Scope>
    private let refused: Refused?

    /// What could not be done about a plan; what was typed stays in its field.
    package struct Refused: Sendable {
        package enum Reason: Sendable {
            case notANumber
            /// Something else stands there now than when the form was filled; nil: nobody knows who has set it.
            case changed(Changed?)
            case resting(RestingStatements)
            /// Settled bonuses are counted by it: it is set when that is meant.
            case deciding(RestingStatements)
        }
        let scope: Scope
        /// Nil: what stands there.
        let typed: String?
        let reason: Reason
        package init(_ scope: Scope, typed: String?, _ reason: Reason) {
            self.scope = scope
            self.typed = typed
            self.reason = reason
        }
    }

    package init(_ report: PlansReport, frame: Frame, maySet: Set<Scope>, refused: Refused? = nil) {
        self.report = report
        self.frame = frame
        self.maySet = maySet
        self.refused = refused
    }

    package func html() -> String { Templates.render("plans", values) }

    var values: Values {
        frame.values(
            Heading(
                title: texts("page.plans"), scope: report.head.scope, period: report.head.period,
                chips: [measureChip].compactMap(\.self)),
            [
                "sentence_html": sentence, "basis": basis, "csv_href": frame.file(.csv),
                "xlsx_href": frame.file(.xlsx), "rows": report.rows.map(row), "unit": unit,
                "new_unit": isMoney ? texts.unit(.unit, currency) : false as Any,
                "has_months": hasMonths, "may_set": !maySet.isEmpty && frame.asOf == nil,
                "period": texts.period(report.head.period, in: calendar), "action": frame.route.target,
                "csrf": frame.csrf,
            ])
    }

    private var texts: Texts { frame.texts }
    private var calendar: CompanyCalendar { frame.company.calendar }
    private var currency: Currency { report.head.currency }
    private var isMoney: Bool { report.measure.isMoney }
    private var basis: String { isMoney ? frame.basisWords : texts("measure." + report.measure.rawValue) }

    /// By what plans are set: each measure has its own.
    private var measureChip: Values? {
        guard case .plans(let filter) = frame.route else { return nil }
        return [
            "label": texts("plans.measure"), "value": texts("measure." + report.measure.rawValue), "common": false,
            "choices": Quota.Measure.allCases.map { choice in
                var asked = filter
                asked.measure = choice == .won ? nil : choice
                return [
                    "label": texts("measure." + choice.rawValue), "depth": "0", "current": choice == report.measure,
                    "href": Route.plans(asked).target,
                ] as Values
            },
        ]
    }

    private var hasMonths: Bool { report.rows.contains { $0.sumOfMonths != nil || $0.someMonths != nil } }
    private var scale: AmountScale {
        let largest = report.rows.flatMap { [$0.own ?? 0, $0.sumOfParts ?? 0, $0.suggestion ?? 0] }.max() ?? 0
        return AmountScale(ofColumn: AmountScale.units(largest, currency))
    }
    private var unit: String { isMoney ? texts.unit(scale, currency) : texts("plans.pieces") }
    private func said(_ value: Int64) -> String { isMoney ? texts.amount(value, currency) : texts.integer(value) }

    private var sentence: String {
        guard let top = report.rows.first else { return "" }
        var given: [String: Texts.Argument] = [
            "subject": .text(subject), "period": .text(texts.period(report.head.period, in: calendar)),
            "suggestion": .text(top.suggestion.map(said) ?? ""),
        ]
        // Where nothing was ever sold, history suggests nothing.
        let bare = said(top.suggestion ?? 0) == said(0) ? ".bare" : ""
        guard let plan = top.own ?? top.sumOfParts ?? top.sumOfMonths else {
            return texts.html("plans.sentence.none" + bare, given) + someMonths(top)
        }
        given["plan"] = .text(said(plan))
        guard let difference = top.difference, difference != 0 else {
            return texts.html("plans.sentence.even" + bare, given)
        }
        given["parts"] = .text(said(top.sumOfParts ?? 0))
        given["difference"] = .text(said(abs(difference)))
        return texts.html("plans.sentence." + (difference > 0 ? "more" : "less") + bare, given)
    }

    private func someMonths(_ row: PlansReport.Row) -> String {
        guard let some = row.someMonths else { return "" }
        return " "
            + texts.html(
                "plans.sentence.months",
                ["set": .text(texts.integer(some.set)), "all": .count(some.all), "sum": .text(said(some.sum))])
    }

    private var subject: String {
        let name = frame.name(of: report.head.scope)
        return report.measure == .won
            ? name
            : texts(
                "plans.subject", ["name": .text(name), "measure": .text(texts("measure." + report.measure.rawValue))])
    }

    private func row(_ row: PlansReport.Row) -> Values {
        let refused = refused.flatMap { $0.scope == row.scope ? $0 : nil }
        let typed = refused?.typed ?? row.own.map { String(isMoney ? $0 / currency.scale : $0) } ?? ""
        let name = ScopeName(row.scope, in: frame.names.organisation)
        return [
            "name": frame.name(of: row.scope), "depth": String(min(5, row.depth)), "strong": row.depth == 0,
            "plan": column(row.own), "parts": column(row.sumOfParts), "months": months(row),
            "difference": row.difference.map { $0 == 0 ? "0" : signed($0) } ?? "",
            "differs": row.difference.map { $0 != 0 } ?? false, "suggestion": column(row.suggestion),
            "before": column(row.before),
            "since": row.since.map {
                texts(
                    row.isWithdrawn ? "plans.withdrawn" : "plans.since",
                    ["day": .text(texts.day($0)), "versions": .count(row.versions)])
            } ?? "",
            "form": maySet.contains(row.scope) && frame.asOf == nil
                ? [
                    "scope": name.queryText, "typed": typed,
                    "label": texts("plans.set", ["name": .text(frame.name(of: row.scope))]),
                    "hint": hint(row.suggestion), "wrong": refused?.isWrong ?? false,
                    "said": refused.map { words($0, row) } ?? false as Any, "id": "plan-" + name.queryText,
                    "take": take(row) ?? false as Any, "over": row.mark.text,
                    "save": texts(refused?.save ?? "plans.save"), "meant": refused?.isDeciding ?? false,
                    "withdraw": row.own == nil
                        ? false as Any
                        : ["label": texts("plans.withdraw.label", ["name": .text(frame.name(of: row.scope))])]
                            as Values,
                ] as Values : false as Any,
        ]
    }

    private func words(_ refused: Refused, _ row: PlansReport.Row) -> String {
        switch refused.reason {
        case .notANumber: return texts("plans.wrong")
        case .resting(let resting):
            return texts("plans.resting", ["statements": .text(RestingWords(resting: resting, frame: frame).words)])
        case .deciding(let resting):
            return texts("plans.deciding", ["statements": .text(RestingWords(resting: resting, frame: frame).words)])
        case .changed(let changed):
            let now =
                row.own.map { texts("plans.changed.to", ["plan": .text(said($0))]) } ?? texts("plans.changed.none")
            let who = changed.map { " " + texts("plans.changed.who", ["who": .text($0.words(frame))]) } ?? ""
            let kept = refused.typed == nil ? "plans.changed.look" : "plans.changed.kept"
            return texts("plans.changed", ["now": .text(now), "who": .text(who), "next": .text(texts(kept))])
        }
    }

    private func months(_ row: PlansReport.Row) -> String {
        guard let some = row.someMonths else { return column(row.sumOfMonths) }
        return texts(
            "plans.some_months",
            [
                "sum": .text(column(some.sum)), "set": .text(texts.integer(some.set)),
                "all": .text(texts.integer(some.all)),
            ])
    }

    /// Setting what history suggests, in one press.
    private func take(_ row: PlansReport.Row) -> Values? {
        guard let suggestion = row.suggestion, suggestion > 0, hint(suggestion) != "0" else { return nil }
        return [
            "value": hint(suggestion),
            "label": texts("plans.take", ["name": .text(frame.name(of: row.scope)), "value": .text(said(suggestion))]),
        ]
    }

    private func hint(_ suggestion: Int64?) -> String {
        suggestion.map { String(isMoney ? $0 / currency.scale / 1_000 * 1_000 : $0) } ?? ""
    }

    private func signed(_ value: Int64) -> String {
        isMoney
            ? texts.signedColumn(value, currency, scale)
            : (value > 0 ? "+" : "") + texts.integer(value)
    }

    private func column(_ value: Int64?) -> String {
        value.map { isMoney ? texts.column($0, currency, scale) : texts.integer($0) } ?? ""
    }
}

extension PlansPage.Refused {
    /// What the button says.
    fileprivate var save: String {
        switch reason {
        case .changed where typed != nil: "plans.save.over"
        case .deciding: "plans.save.meant"
        default: "plans.save"
        }
    }

    fileprivate var isDeciding: Bool {
        if case .deciding = reason { return true }
        return false
    }

    fileprivate var isWrong: Bool {
        if case .notANumber = reason { return true }
        return false
    }
}
