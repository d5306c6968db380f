package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Corrective actions: who does what by when, and what it has changed.
package struct ActionsPage: Sendable {
    private let report: ActionsReport
    private let frame: Frame
    private let givers: [Employee.ID]
    private let refused: ActionDraft?

    /// - Parameters:
    ///   - givers: to whom this reader may give something to do.
    ///   - refused: what was typed and could not be taken.
    package init(_ report: ActionsReport, frame: Frame, givers: [Employee.ID], refused: ActionDraft? = nil) {
        self.report = report
        self.frame = frame
        self.givers = givers
        self.refused = refused
    }

    package func html() -> String { Templates.render("actions", values) }

    var values: Values {
        let (open, ended) = (rows(report.rows.filter(\.state.isOpen)), rows(report.rows.filter { !$0.state.isOpen }))
        var values: Values = [
            "sentence_html": sentence, "unit": texts.symbol(report.head.currency),
            "open_rows": open.isEmpty ? false as Any : ["rows": open] as Values,
            "ended_rows": ended.isEmpty ? false as Any : ["rows": ended] as Values,
            "act": form ?? false as Any,
        ]
        values.merge(page.values) { $1 }
        return frame.values(heading, values)
    }

    private var texts: Texts { frame.texts }
    private var page: ReportPage { ReportPage(name: .actions, head: report.head, frame: frame) }

    private var heading: Heading {
        Heading(title: texts("page.report.actions"), scope: report.head.scope, action: .report)
    }

    private func rows(_ rows: [ActionsReport.Row]) -> [Values] {
        ActionRows(rows: rows, currency: report.head.currency, frame: frame, givers: Set(givers)).values
    }

    /// Of an action that is about nothing in particular, when none was refused.
    private var form: Values? {
        let scope = ScopeName(report.head.scope, in: frame.names.organisation)
        let draft =
            refused
            ?? ActionDraft(
                origin: .none, subject: .sales, scope: scope, who: frame.id(of: frame.viewer?.employee), what: nil,
                due: nil,
                expected: nil)
        var values = ActionForm(draft: draft, givers: givers, frame: frame).values
        values?["label"] = texts("action.new")
        return values
    }

    private var sentence: String {
        texts.capital([todo, done].compactMap(\.self).joined(separator: " "))
    }

    private var todo: String {
        let open = report.rows.count { $0.state.isOpen }
        let late = report.count(.overdue)
        var given: [String: Texts.Argument] = ["subject": .text(page.subject), "open": .count(open)]
        if open == 0 { return texts.html("actions.sentence.none", given) }
        given["late"] = .text(late > 0 ? texts("actions.late", ["late": .count(late)]) : "")
        given["money"] = .text(texts.amount(report.expected, report.head.currency))
        return texts.html(report.expected > 0 ? "actions.sentence.money" : "actions.sentence.open", given)
    }

    private var done: String? {
        let done = report.count(.done)
        let proven = report.proven.count
        guard done > 0 || proven > 0 else { return nil }
        let given: [String: Texts.Argument] = [
            "done": .count(done), "proven": .count(proven),
            "money": .text(
                report.gained < 0
                    ? texts.amount(-report.gained, report.head.currency)
                    : texts.signedAmount(report.gained, report.head.currency)),
        ]
        if proven == 0 { return texts.html("actions.sentence.unproven", given) }
        let key = report.gained == 0 ? "proven" : report.gained < 0 ? "gained.less" : "gained"
        return texts.html("actions.sentence." + key, given)
    }
}
