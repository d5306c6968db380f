import SalesDomain

@testable import SalesReports

/// Figures of the firm that agree with each other: parts add up to the whole.
extension Firm {
    /// Thousands of hryvnias.
    static func node(
        _ scope: Scope, won: Int64, open: Int64, new: Int64, low: Int64, high: Int64, plan: Int64?, sure: Double?,
        deals: Int, parent: Scope? = nil
    ) -> ForecastReport.Node {
        let unit: Int64 = 100_000
        let mean = won + open + new
        return ForecastReport.Node(
            subject: .scope(scope), parent: parent,
            amount: ForecastReport.Amounts(
                wonToDate: won * unit, template: (mean + mean / 5) * unit, statistical: (mean - mean / 14) * unit,
                fromOpen: open * unit, fromNew: new * unit, p10: low * unit, p50: (mean - 20) * unit, p90: high * unit,
                naiveLast: (mean - mean / 26) * unit, naiveMean3: (mean - mean / 9) * unit),
            count: ForecastReport.Counts(
                wonToDate: deals, template: nil, statistical: Double(deals) * 1.5, fromOpen: Double(deals) * 0.5,
                fromNew: Double(deals) * 0.2, p10: deals, p50: deals, p90: deals * 2),
            plan: ForecastReport.Plan(quota: plan.map { $0 * unit }, isSum: false, probability: sure))
    }

    static let whole = node(
        .company, won: 10_900, open: 5_150, new: 2_550, low: 16_900, high: 20_400, plan: 20_000, sure: 0.15, deals: 212)

    static let departmentNodes = [
        node(
            .department(.init(1)), won: 5_380, open: 2_860, new: 1_260, low: 8_500, high: 10_600, plan: 10_400,
            sure: 0.14, deals: 96),
        node(
            .department(.init(2)), won: 3_060, open: 1_540, new: 800, low: 4_600, high: 6_200, plan: 6_000, sure: 0.17,
            deals: 70),
        node(
            .department(.init(3)), won: 1_620, open: 900, new: 460, low: 2_450, high: 3_540, plan: 3_400, sure: 0.16,
            deals: 38, parent: .department(.init(2))),
        node(
            .department(.init(4)), won: 1_440, open: 640, new: 340, low: 2_050, high: 2_820, plan: 2_600, sure: 0.27,
            deals: 32, parent: .department(.init(2))),
        node(
            .department(.init(5)), won: 2_460, open: 750, new: 490, low: 3_300, high: 4_100, plan: 3_600, sure: 0.63,
            deals: 46),
    ]

    static let peopleNodes: [ForecastReport.Node] = {
        let figures: [(Int64, Int64, Int64, Int64, Int64, Int64, Double)] = [
            (486, 404, 190, 800, 1_380, 1_500, 0.03), (398, 312, 150, 620, 1_120, 1_200, 0.04),
            (696, 294, 140, 900, 1_380, 1_200, 0.35), (655, 325, 150, 890, 1_390, 1_200, 0.36),
            (712, 410, 118, 980, 1_510, 1_300, 0.38), (842, 378, 170, 1_120, 1_680, 1_400, 0.48),
            (790, 370, 160, 1_070, 1_590, 1_300, 0.53), (801, 367, 182, 1_100, 1_620, 1_300, 0.60),
            (900, 500, 260, 1_300, 2_000, 1_900, 0.18), (720, 400, 200, 1_050, 1_600, 1_500, 0.2),
            (1_440, 640, 340, 2_050, 2_820, 2_600, 0.27), (2_460, 750, 490, 3_300, 4_100, 3_600, 0.63),
        ]
        return figures.enumerated().map { index, f in
            node(
                .employee(.init(Int64(index + 1))), won: f.0, open: f.1, new: f.2, low: f.3, high: f.4, plan: f.5,
                sure: f.6, deals: 8 + index)
        }
    }()

    static func notes(_ method: String = "learned", deals: Int = 2_614) -> ForecastReport.Notes {
        ForecastReport.Notes(
            method: method, closedDeals: deals, pipelineWeight: 0.7, processIsChanging: false, betterBaseline: nil,
            withoutRate: [.init(7)], valuedByPrice: 1, valuedByAverage: 2, wonWithoutAmount: 0,
            stagesWithoutProbability: [])
    }

    static func report(
        _ whole: ForecastReport.Node, parts: [ForecastReport.Node] = [], period: Period = november,
        asOf: Instant = now, notes: ForecastReport.Notes = notes()
    ) -> ForecastReport {
        ForecastReport(
            asOf: asOf, period: period, currency: uah, basis: .won, whole: whole, parts: parts, deals: [], notes: notes)
    }

    static let wholeQuarter = node(
        .company, won: 28_800, open: 13_600, new: 15_900, low: 53_200, high: 63_700, plan: 61_000, sure: 0.31,
        deals: 570)

    /// November by days: nothing is won at weekends.
    static let curve: PeriodCurve = {
        let working = (0..<30).map { calendar.isWorking(november.start + $0) }
        func cumulative(_ total: Double, over days: [Bool]) -> [Double] {
            let count = Double(max(1, days.count(where: \.self)))
            var sum = 0.0
            return [0]
                + days.enumerated().map { index, works in
                    if works { sum += total / count * (1 + 0.3 * (index % 3 == 0 ? 1 : index % 3 == 1 ? -1 : 0)) }
                    return sum
                }
        }
        let unit = 100_000.0
        let raw = cumulative(10_900, over: Array(working.prefix(18)))
        let won = raw.map { $0 * 10_900 / (raw.last ?? 1) }
        let steps = cumulative(1, over: Array(working.suffix(12))).map { $0 }
        func ahead(_ end: Double) -> [Int64] {
            steps.map { Int64((10_900 + (end - 10_900) * $0 / (steps.last ?? 1)) * unit) }
        }
        let even = cumulative(1, over: working)
        let pace = (0...30).map { place in
            Double(working.prefix(place).count(where: \.self)) / Double(working.count(where: \.self))
        }
        _ = even
        return PeriodCurve(
            period: november, currency: uah, won: won.map { Int64($0 * unit) }, p10: ahead(16_900), p25: ahead(17_700),
            mean: ahead(18_600), p75: ahead(19_500), p90: ahead(20_400), pace: pace.map { Int64($0 * 20_000 * unit) },
            working: working)
    }()
}
