internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// The bonus of a period rule by rule: earned and expected.
struct BonusSection {
    let bonus: BonusReport?
    let frame: Frame
    let currency: Currency

    private var texts: Texts { frame.texts }

    var values: Values {
        guard let bonus, !bonus.accruals.isEmpty else { return ["bonus_part": false] }
        return [
            "bonus_part": [
                "unit": texts.symbol(currency), "all_href": Route.bonuses().target,
                "rules": bonus.accruals.flatMap { accrual in accrual.rules.map { row($0, in: accrual) } },
                "total": [
                    "earned": money(bonus.toDate), "expected": money(bonus.expected),
                    "range": "\(money(bonus.p10)) – \(money(bonus.p90))",
                ] as Values,
                "absent": absence(bonus) ?? false as Any,
            ] as Values
        ]
    }

    private func row(_ rule: BonusReport.Rule, in accrual: BonusReport.Accrual) -> Values {
        let share = rule.quota.flatMap { $0 > 0 ? Double(rule.total) / Double($0) : nil }
        return [
            "name": rule.name,
            "under": rule.silence.map { texts("bonus.silence." + $0.rawValue) }
                ?? share.map { texts("bonus.of_plan", ["share": .text(texts.percent($0))]) } ?? "",
            "earned": money(rule.toDate), "expected": money(rule.expected),
        ]
    }

    private func absence(_ bonus: BonusReport) -> Values? {
        guard let accrual = bonus.accruals.last, accrual.worked < accrual.workingDays else { return nil }
        return [
            "words": texts("bonus.present", ["worked": .count(accrual.worked), "all": .count(accrual.workingDays)])
        ]
    }

    private func money(_ minor: Int64) -> String { texts.column(minor, currency, .unit) }
}
