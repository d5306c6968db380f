package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// What is forecast now of the running month and quarter: of the company, each department and each person. For the
    /// record, so of the whole company whoever asks.
    package func snapshots() throws(ReportRefusal) -> [ForecastSnapshot] {
        let seen = seen(by: .console)
        let periods = [Period.month(containing: today), .quarter(containing: today, in: facts.calendar)]
        var taken = [ForecastSnapshot]()
        for period in periods {
            for by in [ForecastRequest.Part.department, .employee] {
                let report = try forecast(ForecastRequest(asOf: now, period: period, by: by), for: seen)
                let nodes = by == .department ? [report.whole] + report.parts : report.parts
                taken += nodes.compactMap { snapshot($0, report) }
            }
        }
        return taken
    }

    /// Nil for what belongs to nobody, and for a department's own people beside those below it.
    private func snapshot(_ node: ForecastReport.Node, _ report: ForecastReport) -> ForecastSnapshot? {
        guard case .scope(let scope) = node.subject, scope != .department(nil), scope != .employee(nil) else {
            return nil
        }
        let amount = node.amount
        return ForecastSnapshot(
            day: today, recordedAt: now, period: report.period, scope: scope, currency: report.currency,
            won: amount.wonToDate, mean: amount.mean, p10: amount.p10, p50: amount.p50, p90: amount.p90,
            template: amount.template, statistical: amount.statistical, quota: node.plan.quota)
    }

    /// The record of a scope as known at an instant, scored by what is known of periods that were over then.
    /// - Parameter read: everything that was recorded of a scope, in order of day; asked only for what may be seen.
    package func record(
        of scope: Scope, asOf: Instant, for seen: Seen, read: (Scope) throws -> [ForecastSnapshot]
    ) throws -> RecordReport {
        let looking = try admitted(scope, .sales, asOf: asOf, seen)
        let currency = looking.facts.frame.company.baseCurrency
        let known = try read(scope).filter { $0.recordedAt < asOf && $0.currency == currency && $0.scope == scope }
        let day = facts.calendar.zone.day(of: asOf)
        var actual = [Period: Int64]()
        for period in Set(known.map(\.period)) where period.end <= day {
            actual[period] = try forecast(
                ForecastRequest(asOf: asOf, period: period, scope: scope), for: seen
            ).whole.amount.wonToDate
        }
        let rows = known.map { RecordReport.Row(snapshot: $0, actual: actual[$0.period]) }
            .sorted { left, right in
                let (a, b) = (left.snapshot, right.snapshot)
                return (a.period.start, a.period.end, a.day) < (b.period.start, b.period.end, b.day)
            }
        return RecordReport(
            scope: scope, currency: currency, begun: known.map(\.day).min(), days: Set(known.map(\.day)).count,
            rows: rows, summary: RecordReport.Summary.all(rows))
    }
}
