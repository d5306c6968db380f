import SalesDomain
import Testing
import WebRoutes

@testable import SalesReports
@testable import WebPages

@Suite("A plan in danger") struct DangerTests {
    @Test("is told among alerts though nothing has become worse, with how many people it is true of")
    func alerts() throws {
        let danger = try #require(PlanDanger(report(sure: 0.004)))
        let some = AlertsPage(
            Firm.alerts, hidden: [:], frame: Firm.frame(.report(.alerts), language: .en), givers: [], danger: danger)
        let row = try #require(some.values["danger"] as? Values)
        let words = try #require(row["words"] as? String)
        #expect(words.hasPrefix("probability <") && words.contains("1 of 2 sellers"))
        #expect((row["href"] as? String)?.hasPrefix("/reports/team") == true)
        #expect(some.html().contains("id=\"plan_danger\""))
        let alone = AlertsPage(
            Firm.noAlerts, hidden: [:], frame: Firm.frame(.report(.alerts), language: .en), givers: [], danger: danger)
        #expect(try #require(alone.values["sentence_html"] as? String).hasPrefix("The plan is in danger."))
    }

    @Test("is none where the plan is within reach, also by what is shown of it")
    func none() {
        #expect(PlanDanger(report(sure: 0.6)) == nil)
        #expect(PlanDanger(report(sure: 0.096)) == nil && TeamReport.isDanger(0.094))
    }

    @Test("an alert names whose deal it is and with whom")
    func customer() throws {
        var alert = AlertsReport.Alert(
            mark: .init(kind: .stuck, deal: .init(101)), stage: .init(4), owner: .init(5), money: 1,
            reason: .stuck(days: 9, usual: 4))
        alert.account = .init(1)
        let report = AlertsReport(
            head: Firm.head, alerts: [alert], untold: [], plansCompared: 0, shown: .wide(1))
        let page = AlertsPage(report, hidden: [:], frame: Firm.frame(.report(.alerts)), givers: [])
        #expect(page.html().contains("Агролан · Ірина Коваль · Пропозиція"))
        #expect(AlertsPage.accounts(report, hidden: []) == [.init(1)])
    }

    @Test("the past has no count of the present's alerts")
    func past() {
        func counts(_ asOf: Instant?) -> Bool {
            var frame = Firm.frame(.report(.alerts), asOf: asOf)
            frame.alerts = { 7 }
            let entries = frame.navigation(frame.texts).compactMap { $0["entries"] as? [Values] }.joined()
            return entries.contains { $0["count"] is Values }
        }
        #expect(counts(nil) && !counts(Firm.calendar.instant("2026-11-10")))
    }

    private func report(sure: Double) -> ForecastReport {
        let parts = [
            Firm.node(
                .employee(.init(1)), won: 10, open: 10, new: 10, low: 20, high: 40, plan: 100, sure: 0.01, deals: 1),
            Firm.node(
                .employee(.init(2)), won: 10, open: 10, new: 10, low: 20, high: 40, plan: 30, sure: 0.5, deals: 1),
        ]
        return Firm.report(
            Firm.node(.company, won: 20, open: 20, new: 20, low: 40, high: 80, plan: 130, sure: sure, deals: 2),
            parts: parts)
    }
}
