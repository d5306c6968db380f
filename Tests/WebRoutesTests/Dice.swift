import SalesDomain
import WebRoutes

/// Throws routes: the same seed, the same routes.
struct Dice {
    private var state: UInt64
    init(seed: UInt64) { state = seed }

    mutating func route() -> Route {
        switch one(of: Place.allCases) {
        case .home: .home(report())
        case .setUp: .setUp
        case .signIn: .signIn(back: maybe { Bool.random(using: &$0) ? .company($0.forecast()) : .deals($0.deals()) })
        case .signOut: .signOut
        case .company: .company(forecast())
        case .accuracy: .accuracy(backtest())
        case .deals: .deals(deals())
        case .deal: .deal(Deal.ID(Int64.random(in: 1...Int64.max, using: &self)), deal())
        case .answer: .answer(Deal.ID(Int64.random(in: 1...9_999, using: &self)))
        case .strip: .strip
        case .plans: .plans(plans())
        case .bonuses: .bonuses(report())
        case .report: .report(one(of: ReportName.allCases), report())
        case .schemes: .schemes(report())
        case .setScheme: .setScheme(maybe { $0.word() })
        case .calls: .calls(calls())
        case .settings: .settings
        case .account: .account
        case .language: .language
        case .theme: .theme
        case .look: .look(word())
        case .asset: .asset(word())
        case .apiForecast: apiForecast()
        case .apiBacktest: .apiBacktest(backtest())
        case .apiDeals: .apiDeals(deals())
        case .apiDeal: apiDeal()
        case .apiBonuses: .apiBonuses(taken(by: "bonuses", report()))
        case .apiPlans: .apiPlans(taken(by: "plans", plans()))
        case .apiSchemes: .apiSchemes(taken(by: "commissions", report()))
        case .apiReport: apiReport()
        case .health: .health
        }
    }

    private mutating func forecast() -> ReportFilter {
        ReportFilter(
            scope: maybe { $0.scope() }, period: maybe { $0.period() }, asOf: maybe { $0.asOf() },
            pipeline: maybe { $0.word() }, by: maybe { $0.one(of: Cut.allCases) },
            since: maybe { $0.one(of: Since.allCases) }, suppositions: suppositions(),
            format: maybe { $0.one(of: Format.allCases) })
    }

    private mutating func backtest() -> BacktestFilter {
        BacktestFilter(
            scope: maybe { $0.scope() }, asOf: maybe { $0.asOf() }, pipeline: maybe { $0.word() },
            period: maybe { $0.one(of: Repeating.allCases) }, from: maybe { $0.period() }, to: maybe { $0.period() },
            by: maybe { $0.one(of: Cut.allCases) }, horizon: maybe { $0.one(of: Horizon.allCases) },
            method: maybe { $0.one(of: Method.allCases) }, format: maybe { $0.one(of: Format.allCases) })
    }

    private mutating func deal() -> DealFilter {
        DealFilter(asOf: maybe { $0.asOf() }, period: maybe { $0.period() }, suppositions: suppositions())
    }

    private mutating func deals() -> DealsFilter {
        DealsFilter(
            scope: maybe { $0.scope() }, pipeline: maybe { $0.word() },
            status: maybe { $0.one(of: StatusChoice.allCases) },
            category: maybe { $0.one(of: CategoryChoice.allCases) }, stage: maybe { $0.word() },
            account: maybe { $0.word() }, period: maybe { $0.period() }, asOf: maybe { $0.asOf() },
            counted: Bool.random(using: &self), sort: maybe { $0.one(of: DealOrder.allCases) },
            ascending: Bool.random(using: &self), page: Int.random(in: 1...9, using: &self),
            format: maybe { $0.one(of: Format.allCases) })
    }

    private mutating func report() -> ReportFilter {
        ReportFilter(
            scope: maybe { $0.scope() }, period: maybe { $0.period() }, asOf: maybe { $0.asOf() },
            pipeline: maybe { $0.word() }, by: maybe { $0.one(of: Cut.allCases) }, from: maybe { $0.bound() },
            to: maybe { $0.bound() }, reference: maybe { $0.word() }, against: maybe { $0.against() },
            compare: maybe { $0.against() }, suppositions: suppositions(),
            list: maybe { $0.one(of: ListLength.allCases) },
            format: maybe { $0.one(of: Format.allCases) },
            count: maybe { $0.word() }, grain: maybe { $0.one(of: Grain.allCases) })
    }

    private mutating func calls() -> CallsFilter {
        CallsFilter(
            scope: maybe { $0.scope() }, period: maybe { $0.period() }, asOf: maybe { $0.asOf() },
            pipeline: maybe { $0.word() }, who: maybe { .employee($0.word()) },
            kind: maybe { $0.one(of: Activity.Kind.allCases) },
            direction: maybe { $0.one(of: Activity.Direction.allCases) },
            choice: maybe { $0.one(of: Activity.Choice.allCases) },
            weekday: maybe { Int.random(in: 1...7, using: &$0) },
            hour: maybe { Int.random(in: 0...23, using: &$0) }, page: Int.random(in: 1...9, using: &self),
            format: maybe { $0.one(of: Format.allCases) })
    }

    private mutating func apiReport() -> Route {
        let name = one(of: ReportName.allCases)
        var filter = report()
        filter.suppositions = namedSuppositions()
        return .apiReport(name, taken(by: name.rawValue, filter))
    }

    private mutating func apiForecast() -> Route {
        var filter = forecast()
        filter.suppositions = namedSuppositions()
        return .apiForecast(filter)
    }

    private mutating func apiDeal() -> Route {
        var filter = deal()
        filter.suppositions = namedSuppositions()
        return .apiDeal(word(), filter)
    }

    /// The API refuses what a report makes nothing of.
    private mutating func taken(by report: String, _ filter: ReportFilter) -> ReportFilter {
        let taken = ReportOption.taken(by: report)
        let cuts = ReportOption.cuts(of: report).compactMap(Cut.init(rawValue:))
        var filter = filter
        filter.by = cuts.isEmpty ? nil : maybe { $0.one(of: cuts) }
        if !taken.contains(.from) { (filter.from, filter.to) = (nil, nil) }
        if !taken.contains(.reference) { (filter.reference, filter.against) = (nil, nil) }
        if !taken.contains(.compare) { filter.compare = nil }
        if !taken.contains(.supposed) { filter.suppositions = .none }
        if !taken.contains(.count) { (filter.count, filter.grain) = (nil, nil) }
        if !taken.contains(.list) { filter.list = nil }
        return filter
    }

    /// Plans have measures; the API's reports have none.
    private mutating func plans() -> ReportFilter {
        var filter = report()
        filter.measure = maybe { $0.one(of: Quota.Measure.allCases) }
        return filter
    }

    private mutating func suppositions() -> Suppositions {
        let list = (0..<Int.random(in: 0...3, using: &self)).map { _ -> Supposition in
            let deal = Deal.ID(Int64.random(in: 1...Int64.max, using: &self))
            switch Int.random(in: 0...4, using: &self) {
            case 0: return .lost(deal)
            case 1: return .won(deal)
            case 2: return .close(deal, Day(iso: "2026-12-20")!)
            case 3: return .amount(deal, thousandths: Int64.random(in: 0...1_000_000_000_000_000, using: &self))
            default: return .reference(word() + "/" + word())
            }
        }
        return Suppositions(list, isBegun: Bool.random(using: &self))
    }

    /// As a program says them: of deals by the company's own ids, which may be numbers.
    private mutating func namedSuppositions() -> Suppositions {
        let said = suppositions()
        let named = said.list.filter { $0.deal != nil }.compactMap { Suppositions.Asked(text: $0.text()) }
        return Suppositions(said.list.filter { $0.deal == nil }, isBegun: said.isBegun, named: named)
    }

    private mutating func bound() -> BoundText {
        Bool.random(using: &self) ? .period(period()) : .instant(asOf())
    }

    private mutating func against() -> AgainstText {
        switch Int.random(in: 0...2, using: &self) {
        case 0: .best
        case 1: .scope(scope())
        default: .period(period())
        }
    }

    private mutating func scope() -> ScopeName {
        switch Int.random(in: 0...3, using: &self) {
        case 0: .company
        case 1: .department(word())
        case 2: .employee(word())
        default: Bool.random(using: &self) ? .department("") : .employee("")
        }
    }

    private mutating func period() -> PeriodName {
        let texts = ["2026-11", "2026-Q4", "2026", "2026-11-01..2026-11-15", "1999-02"]
        return PeriodName(queryText: one(of: texts))!
    }

    private mutating func asOf() -> AsOfText {
        AsOfText(queryText: one(of: ["2026-11-16", "2026-11-16T08:30:00+02:00", "2026-11-16T08:30:00.125Z"]))!
    }

    private mutating func word() -> String {
        let letters = Array("abcXYZ09 -._~/?&=#%+:,;*<>\"'\\їґ’€😀\n")
        return String((0...Int.random(in: 0...12, using: &self)).map { _ in one(of: letters) })
    }

    private mutating func maybe<Value>(_ make: (inout Dice) -> Value) -> Value? {
        Bool.random(using: &self) ? make(&self) : nil
    }

    private mutating func one<Value>(of values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }
}

extension Dice: RandomNumberGenerator {
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
