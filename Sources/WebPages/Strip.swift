package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// The line in the header of every page for somebody with a plan: how much of it is done, how sure it is, what bonus.
package struct Strip: Sendable {
    private let node: ForecastReport.Node
    private let bonus: BonusReport?
    private let currency: Currency
    private let now: Instant
    private let zone: Zone

    package init(_ node: ForecastReport.Node, bonus: BonusReport?, currency: Currency, now: Instant, zone: Zone) {
        self.node = node
        self.bonus = bonus
        self.currency = currency
        self.now = now
        self.zone = zone
    }

    /// The strip alone, as the browser asks for it again.
    package func html(_ language: Company.Language) -> String { Templates.render("strip", values(Texts(language))) }

    func values(_ texts: Texts) -> Values {
        let amount = node.amount
        let quota = node.plan.quota.flatMap { $0 > 0 ? $0 : nil }
        return [
            "t": Words(texts), "live_href": Route.strip.target, "own_href": Route.report(.period).target,
            "bonuses_href": Route.bonuses().target,
            "plan": quota.map { plan($0, amount, texts) } ?? false as Any,
            "without_plan": quota == nil ? ["won": texts.amount(amount.wonToDate, currency)] as Values : false as Any,
            "bonus": bonus.flatMap { $0.accruals.isEmpty ? nil : earned($0, texts) } ?? false as Any,
            "made": texts("strip.made", ["time": .text(texts.time(now, in: zone))]),
        ]
    }

    private func plan(_ quota: Int64, _ amount: ForecastReport.Amounts, _ texts: Texts) -> Values {
        let share = Double(amount.wonToDate) / Double(quota)
        let bullet = Bullet(
            won: Double(amount.wonToDate), low: Double(amount.p10), middle: Double(amount.mean),
            high: Double(amount.p90), plan: Double(quota), end: max(Double(quota) * 1.25, Double(amount.p90)))
        return [
            "share": texts.probability(share),
            "probability": texts.chance(of: node) ?? texts("none"),
            "bullet_svg": bullet.svg(
                said: texts("strip.said", ["share": .text(texts.probability(share))])),
        ]
    }

    private func earned(_ bonus: BonusReport, _ texts: Texts) -> Values {
        [
            "earned": texts.whole(bonus.toDate, bonus.currency),
            "expected": texts.whole(bonus.expected, bonus.currency), "partial": bonus.isPartial,
        ]
    }
}
