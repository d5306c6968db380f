package import SalesDomain
internal import SalesFacts

/// How far open deals cover what the plan still lacks, and how far they did, at the same place of periods before, where
/// the plan was met in the end.
package struct Coverage: Sendable, Equatable {
    /// Known amounts of open deals that are expected to close in the period, minor units of the base currency.
    package let open: Int64
    /// Still to be sold for the plan: above zero.
    package let missing: Int64
    package let past: Past

    package var ratio: Double { Double(open) / Double(missing) }

    package struct Past: Sendable, Equatable {
        /// Periods before that had a plan which was not reached yet at that place.
        package let periods: Int
        /// Those of them in which it was reached in the end.
        package let met: Int
        /// The middle of those periods' coverage; nil when fewer than three were met.
        package let enough: Double?
    }
}

extension Reporter {
    /// Nil without a plan that is still to be reached, and on another basis than wins: open deals bring wins. Throws `notYet` and `notFound` as a forecast does.
    package func coverage(_ request: ForecastRequest, for seen: Seen) throws(ReportRefusal) -> Coverage? {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        guard request.basis == .won else { return nil }
        let company = forecasts(
            CompanyQuestion(asOf: request.asOf, period: request.period, pipelines: request.pipelines))
        return CoverageMaker(
            request: request, picture: pictures(request.asOf, request.pipelines), calendar: facts.calendar,
            quotas: QuotaBook(looking.facts, company, asOf: request.asOf)
        ).coverage
    }
}

private struct CoverageMaker {
    /// So many periods before are looked at.
    private static let looked = 12
    private let request: ForecastRequest
    private let calendar: CompanyCalendar
    private let quotas: QuotaBook
    private let deals: CoverageDeals

    init(request: ForecastRequest, picture: CompanyPicture, calendar: CompanyCalendar, quotas: QuotaBook) {
        self.request = request
        self.calendar = calendar
        self.quotas = quotas
        // Nobody asks for the deals of a scope without a plan.
        let isAsked =
            picture.cut.today < request.period.end && quotas.quota(of: request.scope, in: request.period) != nil
        deals = CoverageDeals(picture, request.scope, isAsked: isAsked)
    }

    var coverage: Coverage? {
        let period = request.period
        guard deals.today < period.end.number, let quota = quotas.quota(of: request.scope, in: period)?.value else {
            return nil
        }
        let missing = Double(quota) - deals.won(period, before: .max)
        guard missing >= 1 else { return nil }
        return Coverage(
            open: Int64(nearest: deals.open(period, at: deals.today + 1)), missing: Int64(nearest: missing), past: past)
    }

    private var past: Coverage.Past {
        let begun = Double(deals.today - request.period.start.number)
        let gone = min(1, max(0, begun / Double(max(1, request.period.days))))
        var (periods, ratios) = (0, [Double]())
        for step in 1...CoverageMaker.looked where request.period.kind != .custom {
            let period = request.period.previous(step, in: calendar)
            guard let quota = quotas.quota(of: request.scope, in: period)?.value else { continue }
            let day = period.start.number + Int32((gone * Double(period.days)).rounded())
            let missing = Double(quota) - deals.won(period, before: day)
            guard missing >= 1 else { continue }
            periods += 1
            if deals.won(period, before: .max) >= Double(quota) { ratios.append(deals.open(period, at: day) / missing) }
        }
        let sorted = ratios.sorted()
        return Coverage.Past(
            periods: periods, met: sorted.count, enough: sorted.count < 3 ? nil : sorted[sorted.count / 2])
    }
}

/// The deals of a scope whose money is known, read off the cut once.
private struct CoverageDeals {
    private struct Own {
        let deal: Int
        let money: Double
        /// The day on which it was closed; Int32.max while it is open.
        let closed: Int32
        let isWon: Bool
    }

    let today: Int32
    private let cut: Cut
    private let own: [Own]

    init(_ picture: CompanyPicture, _ scope: Scope, isAsked: Bool) {
        let cut = picture.cut
        self.cut = cut
        today = cut.today.number
        guard isAsked else {
            own = []
            return
        }
        let shares = ScopeShares(picture.people, scope)
        let (amount, state, since) = (cut.amount, cut.state, cut.since)
        var own = [Own]()
        for deal in amount.indices where amount[deal] != Cut.unknown && amount[deal] > 0 {
            let fraction = shares.fraction(of: deal)
            guard fraction > 0 else { continue }
            let isOpen = StageTable.isOpen(state[deal])
            own.append(
                Own(
                    deal: deal, money: Double(amount[deal]) * fraction, closed: isOpen ? .max : since[deal],
                    isWon: state[deal] == StageTable.won))
        }
        self.own = own
    }

    func won(_ period: Period, before day: Int32) -> Double {
        let days = period.start.number..<max(period.start.number, min(day, period.end.number))
        return own.reduce(0) { $0 + ($1.isWon && days.contains($1.closed) ? $1.money : 0) }
    }

    /// Of deals that were open at the start of a day and then expected to close in the period, as was known on that day.
    func open(_ period: Period, at day: Int32) -> Double {
        own.reduce(0) { sum, own in
            guard own.closed >= day, cut.created[own.deal] < day, cut.createdKnown[own.deal] < day,
                cut.steps.last(of: own.deal, before: day).map(StageTable.isOpen) ?? true,
                let due = cut.dues.last(of: own.deal, before: day), due != Cut.noDay,
                period.contains(Day(number: due))
            else { return sum }
            return sum + own.money
        }
    }
}

extension Cut.Rows {
    /// The last value that was so, and known, before a day.
    fileprivate func last(of deal: Int, before day: Int32) -> Value? {
        var row = Int(start[deal + 1]) - 1
        while row >= Int(start[deal]) {
            if self.day[row] < day && known[row] < day { return value[row] }
            row -= 1
        }
        return nil
    }
}
