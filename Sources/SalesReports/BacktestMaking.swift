internal import Forecasting
internal import Parallel
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Each row equals the forecast as of its origin. Throws `noPeriods` when no full period with one before it is there.
    package func backtest(_ request: BacktestRequest, for seen: Seen) throws(ReportRefusal) -> BacktestReport {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        try admit(request.basis, asOf: request.asOf)
        try admit(request)
        return try looking.backtestMade(request)
    }

    private func backtestMade(_ request: BacktestRequest) throws(ReportRefusal) -> BacktestReport {
        let outcome = pictures(request.asOf, request.pipelines)
        let outcomes = Outcomes(outcome, facts, request)
        let periods = request.periods(outcome.cut, facts.calendar, since: outcomes.firstDay)
        guard !periods.isEmpty else { throw .noPeriods }
        let isCounted = request.basis == .won && !outcome.cut.knowsAmounts(facts.frame)
        let one = isCounted ? Double(facts.frame.company.baseCurrency.scale) : nil
        let origins = periods.flatMap { period in request.horizons.map { (period: period, horizon: $0.asThirds) } }
        // Each past window is fitted once, the latest origin first: it has seen what the others saw. Of a large company one
        // origin at a time: its picture and what is learned from it are large too.
        let isLarge = outcome.cut.count > BacktestRequest.large
        let reporter = inPassing(sharing: SharedPast(in: lasting, isLarge: isLarge))
        // Many origins keep every processor busy: dividing each of them further would only cost.
        let isMany = origins.count >= BacktestRequest.many
        let row: @Sendable (Int) -> [BacktestReport.Row] = { place in
            Spread.$isAlone.withValue(isMany && !isLarge || Spread.isAlone) {
                reporter.rows(request, origins[place], outcomes, counting: one)
            }
        }
        let back: @Sendable (Int) -> [BacktestReport.Row] = { row(origins.count - 1 - $0) }
        let found = isLarge ? origins.indices.map(back) : spread(origins.count, back)
        let rows = found.reversed().flatMap { $0 }
        return BacktestReport(
            kind: request.grain == .month ? .month : .quarter, currency: facts.frame.company.baseCurrency, rows: rows,
            summary: BacktestReport.Summary.all(rows), isCounted: isCounted, basis: request.basis)
    }
}

extension Reporter {
    /// Throws `tooLong` where so many periods are asked for that nobody should wait for them.
    package func admit(_ request: BacktestRequest) throws(ReportRefusal) {
        guard let from = request.from else { return }
        let today = facts.calendar.zone.day(of: now)
        let last = min(request.to?.start ?? today, today)
        let longest = request.grain == .month ? 31 : 92
        if last - from.start > Int32(longest * BacktestRequest.most) { throw .tooLong(most: BacktestRequest.most) }
    }

    private func asked(_ request: BacktestRequest, _ period: Period, _ horizon: Double) -> ForecastRequest {
        ForecastRequest(
            asOf: facts.calendar.zone.start(of: period.origin(horizon: horizon)), period: period, scope: request.scope,
            by: request.by, pipelines: request.pipelines, basis: request.basis)
    }

    /// What the backtest asks of the whole company, at each of its origins.
    func questions(_ request: BacktestRequest) -> [CompanyQuestion] {
        let outcome = pictures(request.asOf, request.pipelines)
        let since = request.basis == .won ? nil : Outcomes(outcome, facts, request).firstDay
        return request.periods(outcome.cut, facts.calendar, since: since).flatMap { period in
            request.horizons.map { question(asked(request, period, $0.asThirds)) }
        }
    }

    /// The whole and its parts, from one place of one period.
    fileprivate func rows(
        _ request: BacktestRequest, _ place: (period: Period, horizon: Double), _ outcomes: Outcomes,
        counting one: Double?
    ) -> [BacktestReport.Row] {
        let asked = asked(request, place.period, place.horizon)
        let origin = asked.asOf
        let maker = maker(asked)
        let won = outcomes.won(in: place.period)
        return ([maker.node(request.scope, parent: nil)] + parts(maker)).enumerated().map { index, node in
            BacktestReport.Row(
                node, origin: origin, period: place.period, horizon: place.horizon,
                actual: outcomes.actual(node, won),
                level: index == 0 ? request.scope.level : request.by?.level ?? .company, counting: one)
        }
    }
}

extension BacktestRequest {
    /// Deals from which on origins are gone through one after another.
    fileprivate static let large = 200_000
    /// Origins from which on each is worked at by one processor.
    fileprivate static let many = 24
}

extension Double {
    /// 0.33 and 0.67 mean a third and two thirds.
    fileprivate var asThirds: Double {
        for third in [1.0 / 3, 2.0 / 3] where abs(self - third) < 0.005 { return third }
        return self
    }
}

extension BacktestRequest {
    /// - Parameter since: the first day on which anything came, where that is not a win.
    func periods(_ cut: Cut, _ calendar: CompanyCalendar, since: Int32? = nil) -> [Period] {
        let kind: (Day) -> Period = {
            self.grain == .month ? .month(containing: $0) : .quarter(containing: $0, in: calendar)
        }
        let lastOver = kind(cut.today).previous(in: calendar)
        let last = to.map { min(kind($0.start), lastOver) } ?? lastOver
        let closed = since ?? (0..<cut.count).filter { !StageTable.isOpen(cut.state[$0]) }.map { cut.since[$0] }.min()
        guard let closed else { return [] }
        // Days in the very first week count as the whole period before: something to learn from.
        var first = kind(Day(number: closed))
        if closed - first.start.number > 7 { first = first.previous(-1, in: calendar) }
        first = first.previous(-1, in: calendar)
        if let from { first = kind(from.start) }
        let most = from == nil ? (grain == .month ? 12 : 8) : BacktestRequest.most
        var periods = [Period]()
        var period = last
        while period.start >= first.start, periods.count < most {
            periods.append(period)
            period = period.previous(in: calendar)
        }
        return periods.reversed()
    }
}

private func min(_ left: Period, _ right: Period) -> Period { left.start <= right.start ? left : right }

extension Scope {
    fileprivate var level: BacktestReport.Level {
        switch self {
        case .company: .company
        case .department: .department
        case .employee: .employee
        }
    }
}

extension ForecastRequest.Part {
    fileprivate var level: BacktestReport.Level {
        switch self {
        case .department: .department
        case .employee: .employee
        case .product: .product
        case .pipeline: .pipeline
        case .deal: .company
        }
    }
}
