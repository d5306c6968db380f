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
    /// Nil without a plan that is still to be reached. Throws `notYet` and `notFound` as a forecast does.
    package func coverage(_ request: ForecastRequest, for seen: Seen) throws(ReportRefusal) -> Coverage? {
        try admit(request.scope, request.pipelines, asOf: request.asOf, seen)
        let company = forecasts(
            CompanyQuestion(asOf: request.asOf, period: request.period, pipelines: request.pipelines))
        return CoverageMaker(
            request: request, picture: pictures(request.asOf, request.pipelines), calendar: facts.calendar,
            quotas: QuotaBook(facts, company)
        ).coverage
    }
}

private struct CoverageMaker {
    /// So many periods before are looked at.
    private static let looked = 12
    private let request: ForecastRequest
    private let picture: CompanyPicture
    private let calendar: CompanyCalendar
    private let quotas: QuotaBook
    /// By deal: what of its money is the scope's; zero where nothing is known of it.
    private let money: [Double]

    init(request: ForecastRequest, picture: CompanyPicture, calendar: CompanyCalendar, quotas: QuotaBook) {
        self.request = request
        self.picture = picture
        self.calendar = calendar
        self.quotas = quotas
        let (cut, shares) = (picture.cut, ScopeShares(picture.people, request.scope))
        money = (0..<cut.count).map { deal in
            cut.amount[deal] == Cut.unknown ? 0 : Double(cut.amount[deal]) * shares.fraction(of: deal)
        }
    }

    private var today: Int32 { picture.cut.today.number }

    var coverage: Coverage? {
        let period = request.period
        guard today < period.end.number, let quota = quotas.quota(of: request.scope, in: period)?.value else {
            return nil
        }
        let missing = Double(quota) - won(period, before: .max)
        guard missing >= 1 else { return nil }
        return Coverage(
            open: Int64(nearest: open(period, at: today + 1)), missing: Int64(nearest: missing), past: past)
    }

    private var past: Coverage.Past {
        let gone = min(1, max(0, Double(today - request.period.start.number) / Double(max(1, request.period.days))))
        var (periods, ratios) = (0, [Double]())
        for step in 1...CoverageMaker.looked where request.period.kind != .custom {
            let period = request.period.previous(step, in: calendar)
            guard let quota = quotas.quota(of: request.scope, in: period)?.value else { continue }
            let day = period.start.number + Int32((gone * Double(period.days)).rounded())
            let missing = Double(quota) - won(period, before: day)
            guard missing >= 1 else { continue }
            periods += 1
            if won(period, before: .max) >= Double(quota) { ratios.append(open(period, at: day) / missing) }
        }
        let sorted = ratios.sorted()
        return Coverage.Past(
            periods: periods, met: sorted.count, enough: sorted.count < 3 ? nil : sorted[sorted.count / 2])
    }

    private func won(_ period: Period, before day: Int32) -> Double {
        picture.cut.won(from: period.start.number, to: min(day, period.end.number)).reduce(0) { $0 + money[$1] }
    }

    /// Of deals that were open at the start of a day and then expected to close in the period, as was known on that day.
    private func open(_ period: Period, at day: Int32) -> Double {
        let cut = picture.cut
        var sum = 0.0
        for deal in 0..<cut.count where money[deal] > 0 && cut.created[deal] < day && cut.createdKnown[deal] < day {
            guard cut.steps.last(of: deal, before: day).map(StageTable.isOpen) ?? true,
                let due = cut.dues.last(of: deal, before: day), due != Cut.noDay,
                period.contains(Day(number: due))
            else { continue }
            sum += money[deal]
        }
        return sum
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
