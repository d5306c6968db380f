import SalesDomain
import SalesReports
import WebRoutes

@testable import WebPages

/// Pages of reports, one after another.
extension Sample {
    static let reports: [Sample] = [
        Sample("estimate-uk", "estimate") { estimate(.uk, .light, Firm.estimate, $0) },
        Sample("estimate-en-dark", "estimate") { estimate(.en, .dark, Firm.estimate, $0) },
        Sample("estimate-little", "estimate") { estimate(.uk, .light, Firm.noEstimate, $0) },
    ]

    private static func estimate(
        _ language: Company.Language, _ theme: Theme, _ report: EstimateReport, _ assets: Set<String>
    ) -> (String, Values) {
        let page = EstimatePage(
            report, frame: Firm.frame(.report(.estimate), language: language, theme: theme, assets: assets))
        return (page.html(), page.values)
    }
}

extension Firm {
    static let head = ReportHead(asOf: now, period: november, scope: .company, currency: uah, basis: .won)

    static let estimate = EstimateReport(
        head: head,
        stages: sales.stages.filter { $0.outcome == .open }.enumerated().map { place, stage in
            let (count, amount): (Int, Int64) = [
                (107, 820_000_000), (110, 890_000_000), (108, 940_000_000), (96, 860_000_000), (92, 960_000_000),
            ][place]
            let (template, statistical, model): (Int64, Int64, Int64) = [
                (26_000_000, 4_000_000, 6_000_000), (118_000_000, 16_000_000, 20_000_000),
                (264_000_000, 50_000_000, 52_000_000), (336_000_000, 98_000_000, 132_000_000),
                (576_000_000, 298_000_000, 320_000_000),
            ][place]
            return EstimateReport.Stage(
                stage: stage.id, count: count, amount: amount, dueCount: count / 2, dueAmount: amount / 2,
                probability: stage.probability, modelOfDue: model * 9 / 10,
                methods: .init(template: template, statistical: statistical, model: model))
        }, newBusiness: .init(template: 0, statistical: 164_000_000, model: 240_000_000), wonToDate: 1_090_000_000,
        totals: .init(template: 2_410_000_000, statistical: 1_720_000_000, model: 1_860_000_000),
        accuracy: .init(periods: 12, horizon: 1.0 / 3, template: -0.2, statistical: 0.84, model: 0.913))

    static let noEstimate = EstimateReport(
        head: head,
        stages: [
            EstimateReport.Stage(
                stage: nil, count: 1, amount: 0, dueCount: 0, dueAmount: 0, probability: nil, modelOfDue: 0,
                methods: .init(template: nil, statistical: 0, model: 0))
        ], newBusiness: .init(template: nil, statistical: 0, model: 0), wonToDate: 0,
        totals: .init(template: nil, statistical: 0, model: 0), accuracy: nil)
}
