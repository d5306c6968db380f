internal import SalesDomain
package import SalesReports

/// The figures of a scope's period as they are and as they would be, for programs.
package struct WhatIfDocument: ReportDocument {
    private let report: WhatIfReport
    private let naming: Naming

    package init(_ report: WhatIfReport, _ naming: Naming) {
        self.report = report
        self.naming = naming
    }

    package var json: JSONValue {
        .object([
            ("suppositions", .array(report.shown.map(shown))), ("hidden", .int(report.hidden)),
            ("before", outcome(report.before)), ("after", outcome(report.after)),
            ("model_ignores_dates", .bool(report.ignoresDates)), ("parts", .array(report.parts.map(part))),
        ])
    }

    /// All of a document and `what_if`.
    package func beside(_ document: JSONValue) -> JSONValue {
        guard case .object(let pairs) = document else { return document }
        return .object(pairs + [("what_if", json)])
    }

    private func shown(_ shown: WhatIfReport.Shown) -> JSONValue {
        .object([
            ("if", .string(shown.supposition.text { naming.name($0) })),
            ("deal_id", .string(shown.row.map { naming.name($0.deal) })),
            ("effect", .money(shown.effect, report.head.currency)), ("standing", .string(shown.standing.rawValue)),
        ])
    }

    private func part(_ part: WhatIfReport.Part) -> JSONValue {
        func side(_ mean: Int64, _ probability: Double?) -> JSONValue {
            .object([("mean", .money(mean, report.head.currency)), ("plan_probability", .fraction(probability))])
        }
        return .object([
            ("scope", .string(naming.name(part.scope))), ("before", side(part.before, part.probabilityBefore)),
            ("after", side(part.after, part.probabilityAfter)),
        ])
    }

    private func outcome(_ outcome: WhatIfReport.Outcome) -> JSONValue {
        func money(_ minor: Int64?) -> JSONValue { .money(minor, report.head.currency) }
        return .object([
            ("mean", money(outcome.mean)), ("p10", money(outcome.p10)), ("p90", money(outcome.p90)),
            ("template", money(outcome.template)), ("statistical", money(outcome.statistical)),
            ("quota", money(outcome.quota)), ("plan_probability", .fraction(outcome.probability)),
            (
                "bonus",
                outcome.bonus.map {
                    .object([
                        ("expected", .money($0.expected, $0.currency)), ("p10", .money($0.p10, $0.currency)),
                        ("p90", .money($0.p90, $0.currency)),
                    ])
                } ?? .null
            ),
        ])
    }

    /// One row for each figure; money in the base currency.
    package var table: ReportTable {
        let (before, after) = (report.before, report.after)
        var table = ReportTable(header: ["figure", "before", "after", "change", "currency"])
        func row(_ name: String, _ old: Int64?, _ new: Int64?, _ own: Currency? = nil) {
            guard let old, let new else { return }
            let currency = own ?? report.head.currency
            table.row([
                .text(name), .money(old, currency), .money(new, currency), .money(new.minus(old), currency),
                .text(currency.code),
            ])
        }
        row("mean", before.mean, after.mean)
        row("p10", before.p10, after.p10)
        row("p90", before.p90, after.p90)
        row("template", before.template, after.template)
        row("statistical", before.statistical, after.statistical)
        if let old = before.probability, let new = after.probability {
            table.row([.text("plan_probability"), .fraction(old), .fraction(new), .fraction(new - old), .empty])
        }
        row("bonus_expected", before.bonus?.expected, after.bonus?.expected, before.bonus?.currency)
        row("bonus_p10", before.bonus?.p10, after.bonus?.p10, before.bonus?.currency)
        row("bonus_p90", before.bonus?.p90, after.bonus?.p90, before.bonus?.currency)
        for part in report.parts { row("mean " + naming.name(part.scope), part.before, part.after) }
        return table
    }
}

/// A report with what is supposed beside it: in JSON all of the report and `what_if`; as a table what is supposed alone.
package struct SupposedDocument: ReportDocument {
    private let report: any ReportDocument
    private let whatIf: WhatIfDocument

    package init(_ report: any ReportDocument, _ whatIf: WhatIfDocument) {
        self.report = report
        self.whatIf = whatIf
    }

    package var json: JSONValue { whatIf.beside(report.json) }

    package var table: ReportTable { whatIf.table }
}
