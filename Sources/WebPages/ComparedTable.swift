internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// Two of one report side by side, with what one has more than the other.
struct ComparedTable {
    let comparison: Comparison
    let page: ReportPage

    private var texts: Texts { page.texts }
    private var currency: Currency { comparison.this.currency }

    var values: Values {
        var off = page.filter
        off.compare = nil
        let (this, other) = (texts("compare.this"), texts("compare.that"))
        return [
            "title": texts(
                "compare.title", ["this": .text(name(comparison.this)), "other": .text(name(comparison.other))]),
            "off_href": Route.report(page.name, off).target,
            "measures": comparison.measures.map { measure in
                ["name": heading(measure), "this": this, "other": other] as Values
            },
            "rows": comparison.rows.map(row),
            "note": texts(
                "compare.note",
                [
                    "this": .text(texts.moment(comparison.this.asOf, in: page.frame.zone)),
                    "other": .text(texts.moment(comparison.other.asOf, in: page.frame.zone)),
                ]),
        ]
    }

    /// With its day, where the two are looked at from different ones.
    private func name(_ head: ReportHead) -> String {
        let name = page.frame.name(of: head.scope) + ", " + texts.period(head.period, in: page.calendar)
        guard comparison.this.asOf != comparison.other.asOf else { return name }
        let zone = page.frame.zone
        // The start of a day is the end of the one before.
        let day = zone.day(of: head.asOf.adding(seconds: -1))
        return texts("compare.on", ["name": .text(name), "day": .text(texts.day(day, year: false))])
    }

    private func heading(_ measure: Comparison.Measure) -> String {
        let name = texts("compare." + measure.rawValue)
        switch measure {
        case .count, .factEntered, .conversion, .days: return name
        case .amount, .inPeriodAmount, .expected, .overdueAmount, .openAmount, .model, .money:
            return name + ", " + texts.unit(scale, currency)
        }
    }

    private func row(_ row: Comparison.Row) -> Values {
        [
            "name": row.isTotal ? texts("report.total") : page.stage(row.stage), "total": row.isTotal,
            "cells": row.pairs.map { pair in
                [
                    "this": said(pair.this), "other": said(pair.other),
                    "difference": pair.difference.map(signed) ?? "",
                ] as Values
            },
        ]
    }

    private var scale: AmountScale {
        let amounts = comparison.rows.flatMap(\.pairs).flatMap { [$0.this, $0.other] }.map { value in
            if case .money(let minor) = value { abs(minor) } else { 0 as Int64 }
        }
        return AmountScale(ofColumn: AmountScale.units(amounts.max() ?? 0, currency))
    }

    private func said(_ value: Comparison.Value?) -> String {
        switch value {
        case .money(let minor): texts.column(minor, currency, scale)
        case .count(let count), .days(let count): texts.integer(count)
        case .share(let share): texts.percent(share)
        case nil: texts("none")
        }
    }

    private func signed(_ value: Comparison.Value) -> String {
        switch value {
        case .money(let minor): texts.signedColumn(minor, currency, scale)
        case .count(let count), .days(let count): (count > 0 ? "+" : "") + texts.integer(count)
        case .share(let share): texts.points(share)
        }
    }
}

extension ReportPage {
    /// What this can stand beside: the period before, the same one a year ago, any other scope that the viewer sees.
    var compareChip: Values? {
        let periods = earlier.map { period in
            (texts.capital(texts.period(period, in: calendar)), AgainstText.period(PeriodName(period, in: calendar)), 0)
        }
        let scopes = frame.scopes.filter { $0 != head.scope }.map { scope in
            (
                frame.name(of: scope), AgainstText.scope(ScopeName(scope, in: frame.names.organisation)),
                1 + frame.depth(of: scope)
            )
        }
        let choices: [(String, AgainstText?, Int)] = [(texts("compare.off"), nil, 0)] + periods + scopes
        let current =
            filter.compare.map { compare in
                choices.first { $0.1 == compare }?.0 ?? compare.queryText
            } ?? texts("compare.nothing")
        return [
            "label": texts("compare.chip"), "value": current, "common": false,
            "choices": choices.map { label, compare, depth in
                var filter = filter
                filter.compare = compare
                return [
                    "label": label, "depth": String(min(5, depth)), "current": compare == self.filter.compare,
                    "href": Route.report(name, filter).target,
                ] as Values
            },
        ]
    }

    private var earlier: [Period] {
        let before = head.period.previous(in: calendar)
        let inYear =
            switch head.period.kind {
            case .month: 12
            case .quarter: 4
            case .year, .custom: 1
            }
        guard inYear > 1 else { return [before] }
        return [before, (0..<inYear).reduce(head.period) { period, _ in period.previous(in: calendar) }]
    }
}

extension Texts {
    /// A difference of two shares in points: `+4`, `−12`.
    func points(_ difference: Double) -> String {
        let text = decimal(difference * 100, places: 0)
        return difference >= 0.005 ? "+" + text : text
    }

    /// The same of two shares that stand beside it, by the whole percents that are read there.
    func points(from before: Double, to after: Double) -> String {
        func shown(_ share: Double) -> Double { (share * 100).rounded(.toNearestOrAwayFromZero) / 100 }
        return points(shown(after) - shown(before))
    }
}
