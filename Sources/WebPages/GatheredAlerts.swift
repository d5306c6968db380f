internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// What does not stand by itself: a line for each department or person, which opens its list.
struct GatheredAlerts {
    let lines: [AlertsReport.Line]
    let page: ReportPage
    private static let most = 200

    private var texts: Texts { page.texts }
    private var currency: Currency { page.head.currency }
    private var count: Int { lines.reduce(0) { $0 + $1.matters.count } }

    /// To be added to the page's; empty where there are none.
    var sentence: String {
        guard !lines.isEmpty else { return "" }
        return " " + texts.html("alerts.sentence.gathered", ["all": .count(count), "money": .text(money)])
    }

    var values: Values? {
        guard !lines.isEmpty else { return nil }
        return [
            "title": texts("alerts.gathered.title"), "count": texts.integer(count),
            "columns": columns.map { ["label": texts("alerts.gathered." + $0)] as Values },
            "unit": texts.symbol(currency), "rows": lines.prefix(GatheredAlerts.most).map(row),
        ]
    }

    private var money: String { texts.amount(lines.total(\.expected), currency) }

    /// Those of which there are any.
    private var columns: [String] {
        ["of_people"].filter { _ in lines.contains { ofPeople($0) > 0 } }
            + GatheredAlerts.ofDeals.filter { kind in lines.contains { $0.count(kind) > 0 } }.map(\.rawValue)
    }

    private static let ofDeals: [AlertKind] = [.stuck, .noNextStep, .silent]

    private func ofPeople(_ line: AlertsReport.Line) -> Int { line.matters.count { $0.deal == nil } }

    private func row(_ line: AlertsReport.Line) -> Values {
        [
            "name": page.frame.name(of: line.scope), "href": href(line.scope),
            "all": texts.integer(line.matters.count),
            "cells": columns.map { column in
                let count = AlertKind(rawValue: column).map(line.count) ?? ofPeople(line)
                return ["label": texts("alerts.gathered." + column), "count": count > 0 ? texts.integer(count) : ""]
                    as Values
            },
            "expected": line.expected > 0 ? texts.whole(line.expected, currency) : texts("none"),
        ]
    }

    /// The same list of that part alone.
    private func href(_ scope: Scope) -> String {
        var filter = page.filter
        filter.scope = ScopeName(scope, in: page.frame.names.organisation)
        filter.period = PeriodName(page.head.period, in: page.calendar)
        filter.list = nil
        return Route.report(.alerts, filter).target
    }
}
