package import SalesDomain
package import SalesReports

/// `report alerts --json`; its table has one row for each alert.
package struct AlertsDocument: ReportDocument {
    private let report: AlertsReport
    private let naming: Naming
    private let snoozed: [AlertMark: Day]

    /// - Parameter snoozed: what the reader has put off, and until when.
    package init(_ report: AlertsReport, _ naming: Naming, snoozed: [AlertMark: Day] = [:]) {
        self.report = report
        self.naming = naming
        self.snoozed = snoozed
    }

    package var json: JSONValue {
        let waiting = report.waiting(without: Set(snoozed.keys))
        return .object(
            naming.head(report.head) + [
                (
                    "totals",
                    .object(
                        AlertKind.allCases.map { ($0.rawValue, .int(waiting.count($0))) } + [
                            ("snoozed", .int(report.alerts.count { snoozed[$0.mark] != nil })),
                            ("in_hand", .int(report.alerts.count { $0.hand != nil })),
                            ("matters", .int(waiting.matters.count)), ("to_act", .int(waiting.toAct.count)),
                        ])
                ),
                ("gathered", .array(waiting.lines.map(line))),
                ("floor", money(report.shown.floor)),
                ("untold", .array(AlertKind.allCases.filter(report.untold.contains).map { .string($0.rawValue) })),
                ("plans_compared", .int(report.plansCompared)), ("alerts", .array(report.alerts.map(alert))),
            ])
    }

    /// What does not stand by itself, of one part of the scope.
    private func line(_ line: AlertsReport.Line) -> JSONValue {
        .object([
            ("scope", .string(naming.name(line.scope))), ("matters", .int(line.matters.count)),
            ("expected", money(line.expected)),
        ])
    }

    private func alert(_ alert: AlertsReport.Alert) -> JSONValue {
        .object(
            [
                ("kind", .string(alert.mark.kind.rawValue)), ("scope", .string(scope(alert))),
                ("stage", .string(naming.name(alert.stage))), ("deal_id", .string(alert.mark.deal.map(naming.name))),
                ("title", .string(alert.mark.deal.flatMap(naming.called))),
                ("owner_id", .string(naming.name(alert.owner))), ("money", money(alert.money)),
                ("at_stake", money(alert.stake)), ("gathered_in", .string(alert.line.map { naming.name($0) })),
                ("snoozed_until", .day(snoozed[alert.mark])), ("action", alert.hand.map(hand) ?? .null),
            ] + reason(alert.reason))
    }

    private func hand(_ hand: AlertsReport.Hand) -> JSONValue {
        .object([
            ("action_id", .string(hand.action)), ("assignee_id", .string(naming.name(hand.assignee))),
            ("due", .day(hand.due)),
        ])
    }

    /// Of a deal's alert nothing: the deal says whose it is.
    private func scope(_ alert: AlertsReport.Alert) -> String? {
        alert.mark.deal == nil ? naming.name(alert.mark.scope) : nil
    }

    private func reason(_ reason: AlertsReport.Reason) -> [(String, JSONValue)] {
        switch reason {
        case .plan(let drop):
            [
                ("since", .string(naming.text(drop.since))), ("quota", money(drop.quota)),
                ("probability_before", .fraction(drop.before)), ("probability", .fraction(drop.now)),
                ("forecast_before", money(drop.meanBefore)), ("forecast", money(drop.meanNow)),
                ("confidence", .fraction(drop.confidence)),
            ]
        case .stage(let signal):
            [
                ("conversion", .fraction(signal.conversion)), ("reference", .fraction(signal.reference)),
                ("low", .fraction(signal.low)), ("high", .fraction(signal.high)),
                ("confidence", .fraction(signal.confidence)), ("missed", money(signal.missed)),
            ]
        case .stuck(let days, let usual), .silent(let days, let usual):
            [("days", .int(days)), ("usual_days", .int(usual))]
        case .noNextStep(let days): [("days", .int(days))]
        }
    }

    private func money(_ minor: Int64) -> JSONValue { .money(minor, report.head.currency) }

    package var table: ReportTable {
        var table = ReportTable(header: [
            "kind", "scope", "stage", "deal_id", "title", "owner_id", "money", "days", "usual_days", "before", "now",
            "confidence", "snoozed_until", "action_id", "currency", "missed", "gathered_in",
        ])
        for alert in report.alerts {
            table.row(
                [
                    .text(alert.mark.kind.rawValue), .text(scope(alert)), .text(naming.name(alert.stage)),
                    .text(alert.mark.deal.map(naming.name)), .text(alert.mark.deal.flatMap(naming.called)),
                    .text(naming.name(alert.owner)), .money(alert.money, report.head.currency),
                ] + cells(alert.reason) + [
                    .day(snoozed[alert.mark]), .text(alert.hand?.action), .text(report.head.currency.code),
                    missed(alert), .text(alert.line.map { naming.name($0) }),
                ])
        }
        return table
    }

    private func missed(_ alert: AlertsReport.Alert) -> ReportTable.Cell {
        if case .stage(let signal) = alert.reason { .money(signal.missed, report.head.currency) } else { .empty }
    }

    private func cells(_ reason: AlertsReport.Reason) -> [ReportTable.Cell] {
        switch reason {
        case .plan(let drop):
            [.empty, .empty, .fraction(drop.before), .fraction(drop.now), .fraction(drop.confidence)]
        case .stage(let signal):
            [.empty, .empty, .fraction(signal.reference), .fraction(signal.conversion), .fraction(signal.confidence)]
        case .stuck(let days, let usual), .silent(let days, let usual):
            [.int(days), .int(usual), .empty, .empty, .empty]
        case .noNextStep(let days): [.int(days), .empty, .empty, .empty, .empty]
        }
    }
}
