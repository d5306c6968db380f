internal import SalesDomain
internal import SalesReports
internal import Texts

/// What a commission plan would cost: everybody's bonus of the present period, as it is and as it would be.
struct SchemePreviewSection {
    private let preview: SchemePreview
    private let frame: Frame
    private var texts: Texts { frame.texts }

    init(_ preview: SchemePreview, frame: Frame) {
        self.preview = preview
        self.frame = frame
    }

    var values: Values {
        [
            "sentence_html": sentence, "any": !preview.rows.isEmpty, "unit": texts.symbol(preview.currency),
            "rows": preview.rows.map {
                row(frame.name(of: .employee($0.employee)), $0.before, $0.after, isTotal: false)
            }
                + (preview.rows.count > 1
                    ? [row(texts("report.total"), preview.before, preview.after, isTotal: true)] : [])
                ,
        ]
    }

    private var sentence: String {
        let period: Texts.Argument = .text(texts.capital(texts.period(preview.period, in: frame.company.calendar)))
        guard !preview.rows.isEmpty else { return texts.html("scheme.preview.nobody", ["period": period]) }
        let (before, after) = (preview.before, preview.after)
        return texts.html(
            "scheme.preview.sentence",
            [
                "period": period, "people": .count(preview.rows.count), "after": money(after.expected),
                "before": money(before.expected),
                "difference": .text(texts.signedAmount(after.expected.minus(before.expected), preview.currency)),
                "earned": money(after.earned), "earned_before": money(before.earned),
            ])
    }

    private func money(_ value: Int64) -> Texts.Argument { .text(texts.amount(value, preview.currency)) }

    private func row(_ name: String, _ before: SchemePreview.Side, _ after: SchemePreview.Side, isTotal: Bool) -> Values
    {
        let change = after.expected.minus(before.expected)
        return [
            "name": name, "total": isTotal, "moved": isTotal ? "" : moved(before.plan, after.plan),
            "earned_before": whole(before.earned), "earned": whole(after.earned),
            "expected_before": whole(before.expected), "expected": whole(after.expected),
            "change": texts.signedColumn(change, preview.currency, .unit), "less": change < 0,
        ]
    }

    /// Whom another plan pays now, or would pay, or none.
    private func moved(_ before: String?, _ after: String?) -> String {
        guard before != after else { return "" }
        return "\(before ?? texts("scheme.preview.no_plan")) → \(after ?? texts("scheme.preview.no_plan"))"
    }

    private func whole(_ value: Int64) -> String {
        texts.integer(Int64(nearest: Double(value) / Double(preview.currency.scale)))
    }
}
