import SalesDomain
import WebRoutes

@testable import SalesReports
@testable import WebPages

/// What calls for attention: every kind, put off and in hand, in both languages, and nothing at all.
extension Sample {
    static let alerts: [Sample] = [
        Sample("alerts-uk", "alerts") { alerts(.uk, .light, Firm.alerts, $0) },
        Sample("alerts-en-dark", "alerts") { alerts(.en, .dark, Firm.alerts, $0) },
        Sample("alerts-empty", "alerts") { alerts(.uk, .light, Firm.noAlerts, $0) },
        Sample("alerts-empty-en", "alerts") { alerts(.en, .light, Firm.noAlerts, $0) },
        Sample("alerts-many-en", "alerts") { alerts(.en, .light, Firm.manyAlerts, $0, givers: []) },
        Sample("alerts-all", "alerts") { alerts(.uk, .light, Firm.manyAlerts, $0, list: .all) },
        Sample("alerts-gathered-uk", "alerts") { alerts(.uk, .light, Firm.gatheredAlerts, $0) },
        Sample("alerts-gathered-en", "alerts") { alerts(.en, .dark, Firm.gatheredAlerts, $0, givers: []) },
        Sample("alerts-gathered-only", "alerts") {
            alerts(.uk, .light, Firm.gatheredAlerts.only { $0.line != nil }, $0)
        },
        Sample("alerts-past", "alerts") {
            alerts(.uk, .light, Firm.alerts, $0, asOf: Firm.calendar.instant("2026-11-18T09:00")!)
        },
    ]

    private static func alerts(
        _ language: Company.Language, _ theme: Theme, _ report: AlertsReport, _ assets: Set<String>,
        givers: [Employee.ID] = (1...6).map { .init($0) }, list: ListLength? = nil, asOf: Instant? = nil
    ) -> (String, Values) {
        let filter = ReportFilter(asOf: asOf.map { AsOfText($0, in: Firm.calendar) }, list: list)
        var viewer = Firm.director
        viewer.employee = .init(1)
        var frame = Firm.frame(
            .report(.alerts, filter), language: language, theme: theme, viewer: viewer, asOf: asOf, assets: assets)
        let waiting = report.waiting(without: []).toAct.count
        frame.alerts = { waiting }
        let hidden = report.alerts.filter { $0.mark.deal == .init(104) }.map(\.mark)
        let page = AlertsPage(
            report, hidden: Dictionary(uniqueKeysWithValues: hidden.map { ($0, Day(iso: "2026-11-25")!) }),
            frame: frame, givers: asOf == nil ? givers : [])
        return (page.html(), page.values)
    }
}

extension Firm {
    static let alerts = AlertsReport(
        head: head,
        alerts: [
            .init(
                mark: .init(kind: .planDropped, scope: .department(.init(1))), stage: nil, owner: nil,
                money: 160_000_000,
                reason: .plan(
                    .init(
                        quota: 600_000_000, since: calendar.instant("2026-11-11")!, before: 0.58, now: 0.21,
                        meanBefore: 610_000_000, meanNow: 450_000_000, confidence: 0.99))),
            .init(
                mark: .init(kind: .stageOff, scope: .employee(.init(5)), stage: .init(4)), stage: .init(4),
                owner: .init(5), money: 42_000_000,
                reason: .stage(
                    .init(
                        stage: .init(4), scope: .employee(.init(5)), from: november.start, to: november.end,
                        entered: 60, movedOn: 18, conversion: 0.31, reference: 0.48, low: 0.24, high: 0.38,
                        confidence: 0.97, money: 42_000_000, missed: 0))),
            about(101, .stuck(days: 41, usual: 19), kind: .stuck, money: 18_700_000),
            about(102, .stuck(days: 21, usual: 19), kind: .stuck, money: 0, owner: nil),
            about(103, .stuck(days: 31, usual: 19), kind: .stuck, money: 400_000, isInHand: true),
            about(101, .noNextStep(days: 12), kind: .noNextStep, money: 18_700_000),
            about(104, .noNextStep(days: 2), kind: .noNextStep, money: 900_000),
            about(101, .silent(days: 12, usual: 6), kind: .silent, money: 18_700_000),
            about(105, .silent(days: 9, usual: 6), kind: .silent, money: 1_200_000),
        ], untold: [], plansCompared: 21, shown: .wide(100_000))

    static let noAlerts = AlertsReport(
        head: head, alerts: [], untold: [.noNextStep, .silent], plansCompared: 0, shown: .wide(100_000))

    static let manyAlerts = AlertsReport(
        head: head,
        alerts: (1...230).map { about(200 + $0, .noNextStep(days: 3), kind: .noNextStep, money: 1_000 - $0) },
        untold: [], plansCompared: 0, shown: .wide(1))

    /// A stage that has cost much and can bring hardly anything; two deals that matter, the others in two lines.
    static let gatheredAlerts: AlertsReport = {
        let late = PlanFactReport.Signal(
            stage: .init(4), scope: .department(.init(1)), from: november.start, to: november.end, entered: 60,
            movedOn: 18, conversion: 0.31, reference: 0.48, low: 0.24, high: 0.38, confidence: 0.97, money: 18_400,
            missed: 280_000_000)
        let all =
            [
                AlertsReport.Alert(
                    mark: .init(kind: .stageOff, scope: late.scope, stage: late.stage), stage: late.stage, owner: nil,
                    money: late.money, reason: .stage(late))
            ] + alerts.alerts
            + (301...327).map { about($0, .noNextStep(days: 3), kind: .noNextStep, money: 4_000_000) }
            + (331...335).map { about($0, .silent(days: 9, usual: 6), kind: .silent, money: 0, owner: nil) }
        return AlertsReport(
            head: head,
            alerts: all.map { alert in
                var alert = alert
                if alert.mark.deal != nil, alert.stake < 10_000_000 {
                    alert.line = alert.owner == nil ? .employee(nil) : .department(.init(1))
                }
                return alert
            }, untold: [], plansCompared: 21, shown: .wide(10_000_000))
    }()

    private static func about(
        _ deal: Int64, _ reason: AlertsReport.Reason, kind: AlertKind, money: Int64,
        owner: Employee.ID? = .init(5), isInHand: Bool = false
    ) -> AlertsReport.Alert {
        var alert = AlertsReport.Alert(
            mark: .init(kind: kind, deal: .init(deal)), stage: .init(4), owner: owner, money: money, reason: reason)
        alert.account = .init(1)
        if isInHand { alert.hand = .init(action: "A3", assignee: .init(5), due: Day(iso: "2026-11-25")!) }
        return alert
    }
}
