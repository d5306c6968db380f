package import SalesDomain
package import SalesReports
internal import Texts
package import WebRoutes

/// What changed in the forecast of a period between two instants, deal by deal.
package struct ChangesPage: Sendable {
    package static let named = 50
    private let report: ChangesReport
    private let frame: Frame

    package init(_ report: ChangesReport, frame: Frame) {
        self.report = report
        self.frame = frame
    }

    package func html() -> String { Templates.render("what-changed", values) }

    var values: Values {
        let section = ChangesSection(report: report, frame: frame, named: ChangesPage.named, choices: choices)
        var changes = section.values
        changes["told"] = false
        var values: Values = ["changes": changes, "main_html": section.sentence]
        values.merge(page.values) { $1 }
        var heading = page.heading
        heading.drawsCharts = true
        return frame.values(heading, values)
    }

    private var page: ReportPage { ReportPage(name: .changes, head: report.head, frame: frame) }

    private var choices: [(label: String, href: String, isCurrent: Bool)] {
        let zone = frame.zone
        return Since.allCases.compactMap { since in
            guard let from = since.day(before: report.head.asOf, in: report.head.period, zone) else { return nil }
            var filter = page.filter
            filter.from = .instant(AsOfText(from))
            return (
                frame.texts("changes.since." + since.rawValue), Route.report(.changes, filter).target,
                zone.start(of: from) == report.from
            )
        }
    }
}

extension Since {
    /// From which day on; nil when there is no such before the instant.
    package func day(before instant: Instant, in period: Period, _ zone: Zone) -> Day? {
        let today = zone.day(of: instant)
        switch self {
        case .day: return today + -1
        case .week: return today + -7
        case .period: return zone.start(of: period.start) < instant && period.start <= today ? period.start : nil
        }
    }
}
