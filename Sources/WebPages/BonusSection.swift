internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// The bonus of a period rule by rule: earned and expected.
struct BonusSection {
    let bonus: BonusReport?
    let frame: Frame
    let currency: Currency
    /// What the next statement puts right of earlier ones.
    var pending: [CommissionLine] = []

    private var texts: Texts { frame.texts }

    var values: Values {
        guard let bonus, !bonus.accruals.isEmpty else { return ["bonus_part": false] }
        return [
            "bonus_part": [
                "unit": texts.symbol(currency), "all_href": Route.bonuses().target,
                "schemes_href": Route.schemes().target,
                "spans": texts.beyond(bonus, in: frame.company.calendar).map {
                    texts("bonus.spans", ["period": .text($0)])
                } ?? false as Any,
                "rules": rows(bonus),
                "total": [
                    "earned": money(bonus.toDate), "expected": money(bonus.expected),
                    "range": money(bonus.p10) + Signs.enDash + money(bonus.p90), "partial": bonus.isPartial,
                ] as Values,
                "absent": absence(bonus) ?? false as Any,
                "pending": PendingCorrections(lines: pending, currency: currency, frame: frame).words ?? false as Any,
            ] as Values
        ]
    }

    private struct Row {
        let name: String
        let under: String
        let toDate: Int64
        let expected: Int64
        var isHidden = false
    }

    /// Whole units of currency that add up to the total as it is shown.
    private func rows(_ bonus: BonusReport) -> [Values] {
        let rows = bonus.accruals.flatMap { $0.rules.map(row) + [ceiling($0)].compactMap(\.self) }
        let unit = Int64(currency.scale)
        let earned = Apportioned(rows.map(\.toDate), of: bonus.toDate, in: unit).values
        let expected = Apportioned(rows.map(\.expected), of: bonus.expected, in: unit).values
        return rows.indices.map { place in
            [
                "name": rows[place].name, "under": rows[place].under,
                "earned": rows[place].isHidden ? texts("none") : money(earned[place]),
                "expected": rows[place].isHidden ? texts("none") : money(expected[place]),
            ]
        }
    }

    private func row(_ rule: BonusReport.Rule) -> Row {
        let share = rule.quota.flatMap { $0 > 0 ? Double(rule.total) / Double($0) : nil }
        let below = rule.terms.flatMap { terms in
            terms.isBelowThreshold(rule.total)
                ? BonusTrace.threshold(terms, currency: currency, texts: texts) : nil
        }
        let standing =
            rule.silence.map { texts("bonus.silence." + $0.rawValue) }
            ?? share.map { texts("bonus.of_plan", ["share": .text(texts.probability($0))]) }
        let measure = rule.measure == .won ? nil : texts("measure." + rule.measure.rawValue)
        let under = [measure, standing, below].compactMap(\.self).joined(separator: " · ")
        return Row(
            name: rule.name, under: under, toDate: rule.toDate, expected: rule.expected, isHidden: rule.isHidden)
    }

    private func ceiling(_ accrual: BonusReport.Accrual) -> Row? {
        let taken = accrual.ceiling
        guard taken.toDate != 0 || taken.expected != 0 else { return nil }
        return Row(
            name: texts("bonus.ceiling"), under: texts("bonus.ceiling.under"), toDate: taken.toDate,
            expected: taken.expected)
    }

    private func absence(_ bonus: BonusReport) -> Values? {
        guard let accrual = bonus.accruals.last, accrual.worked < accrual.workingDays else { return nil }
        return [
            "words": texts("bonus.present", ["worked": .count(accrual.worked), "all": .count(accrual.workingDays)])
        ]
    }

    private func money(_ minor: Int64) -> String { texts.column(minor, currency, .unit) }
}
