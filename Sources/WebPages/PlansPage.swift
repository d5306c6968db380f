package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Plans as a tree: set here by those who may, with what the parts make together beside them.
package struct PlansPage: Sendable {
    private let report: PlansReport
    private let frame: Frame
    private let maySet: Set<Scope>
    /// A value that could not be taken, with its scope: it stays in its field.
    private let refused: (scope: Scope, typed: String)?

    package init(
        _ report: PlansReport, frame: Frame, maySet: Set<Scope>, refused: (scope: Scope, typed: String)? = nil
    ) {
        self.report = report
        self.frame = frame
        self.maySet = maySet
        self.refused = refused
    }

    package func html() -> String { Templates.render("plans", values) }

    var values: Values {
        frame.values(
            Heading(title: texts("page.plans"), scope: report.head.scope, period: report.head.period),
            [
                "sentence_html": sentence, "basis": frame.basisWords, "csv_href": frame.file(.csv),
                "xlsx_href": frame.file(.xlsx), "rows": report.rows.map(row), "unit": unit,
                "has_months": hasMonths, "may_set": !maySet.isEmpty && frame.asOf == nil,
                "period": texts.period(report.head.period, in: calendar), "action": frame.route.target,
                "csrf": frame.csrf,
            ])
    }

    private var texts: Texts { frame.texts }
    private var calendar: CompanyCalendar { frame.company.calendar }
    private var currency: Currency { report.head.currency }
    private var hasMonths: Bool { report.rows.contains { $0.sumOfMonths != nil } }
    private var scale: AmountScale {
        let largest = report.rows.flatMap { [$0.own ?? 0, $0.sumOfParts ?? 0, $0.suggestion] }.max() ?? 0
        return AmountScale(ofColumn: AmountScale.units(largest, currency))
    }
    private var unit: String { texts.unit(scale, currency) }

    private var sentence: String {
        guard let top = report.rows.first else { return "" }
        var given: [String: Texts.Argument] = [
            "subject": .text(frame.name(of: report.head.scope)),
            "period": .text(texts.period(report.head.period, in: calendar)),
            "suggestion": .text(texts.amount(top.suggestion, currency)),
        ]
        guard let plan = top.own ?? top.sumOfParts else { return texts.html("plans.sentence.none", given) }
        given["plan"] = .text(texts.amount(plan, currency))
        guard let difference = top.difference, difference != 0 else { return texts.html("plans.sentence.even", given) }
        given["parts"] = .text(texts.amount(top.sumOfParts ?? 0, currency))
        given["difference"] = .text(texts.amount(abs(difference), currency))
        return texts.html(difference > 0 ? "plans.sentence.more" : "plans.sentence.less", given)
    }

    private func row(_ row: PlansReport.Row) -> Values {
        let wrong = refused.flatMap { $0.scope == row.scope ? $0.typed : nil }
        let typed = wrong ?? row.own.map { String($0 / currency.scale) } ?? ""
        let name = ScopeName(row.scope, in: frame.names.organisation)
        return [
            "name": frame.name(of: row.scope), "depth": String(min(5, row.depth)), "strong": row.depth == 0,
            "plan": column(row.own), "parts": column(row.sumOfParts), "months": column(row.sumOfMonths),
            "difference": row.difference.map { $0 == 0 ? "0" : texts.signedColumn($0, currency, scale) } ?? "",
            "differs": row.difference.map { $0 != 0 } ?? false, "suggestion": column(row.suggestion),
            "before": column(row.before),
            "since": row.since.map {
                texts("plans.since", ["day": .text(texts.day($0)), "versions": .count(row.versions)])
            } ?? "",
            "form": maySet.contains(row.scope) && frame.asOf == nil
                ? [
                    "scope": name.queryText, "typed": typed,
                    "label": texts("plans.set", ["name": .text(frame.name(of: row.scope))]),
                    "hint": String(row.suggestion / currency.scale / 1_000 * 1_000), "wrong": wrong != nil,
                ] as Values : false as Any,
        ]
    }

    private func column(_ minor: Int64?) -> String { minor.map { texts.column($0, currency, scale) } ?? "" }
}
