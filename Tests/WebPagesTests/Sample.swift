import SalesDomain
import SalesReports
import WebRoutes

@testable import WebPages

/// A page with made-up figures: what snapshots, checks of templates and previews share.
struct Sample: Sendable {
    let name: String
    let make: @Sendable (Set<String>) -> String
    let values: @Sendable () -> (template: String, values: Values)

    func html(assets: Set<String> = []) -> String { make(assets) }

    init(
        _ name: String, _ template: String, _ page: @escaping @Sendable (Set<String>) -> (html: String, values: Values)
    ) {
        self.name = name
        make = { page($0).html }
        values = { (template, page([]).values) }
    }

    static let all: [Sample] = companies

    static let companies: [Sample] = [
        Sample("company-uk", "company") { company(.uk, .light, $0) },
        Sample("company-en-dark", "company") { company(.en, .dark, $0) },
        Sample("company-past", "company") {
            let asOf = Firm.calendar.instant("2026-11-18T09:00")!
            return company(.uk, .light, $0, asOf: asOf)
        },
    ]

    private static func company(
        _ language: Company.Language, _ theme: Theme, _ assets: Set<String>, asOf: Instant? = nil
    ) -> (String, Values) {
        let filter = ForecastFilter(
            period: PeriodName(Firm.november, in: Firm.calendar), asOf: asOf.map { AsOfText($0, in: Firm.calendar) })
        let page = CompanyPage(
            .init(
                departments: Firm.report(Firm.whole, parts: Firm.departmentNodes, asOf: asOf ?? Firm.now),
                people: Firm.report(Firm.whole, parts: Firm.peopleNodes),
                other: Firm.report(Firm.wholeQuarter, period: Firm.quarter), before: 1_790_000_000, curve: Firm.curve),
            frame: Firm.frame(.company(filter), language: language, theme: theme, asOf: asOf, assets: assets))
        return (page.html(), page.values)
    }
}
