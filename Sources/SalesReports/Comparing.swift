package import SalesDomain

extension Reporter {
    /// Nil when the request compares with nothing. Refused as the report itself is.
    package func compared(_ report: FunnelReport, _ request: ReportRequest, for seen: Seen) throws(ReportRefusal)
        -> Comparison?
    {
        guard let asked = other(of: request) else { return nil }
        let other = try funnel(asked, for: seen)
        return Comparison(
            (report, other), heads: (report.head, other.head),
            [.count, .amount, .inPeriodAmount, .expected, .overdueAmount], stages: { $0.stages.map(\.stage) },
            at: { report, stage in
                (report.stages.first { $0.stage == stage }?.figures ?? FunnelReport.Figures()).compared
            }, all: { $0.total.compared })
    }

    package func compared(_ report: PlanFactReport, _ request: ReportRequest, for seen: Seen) throws(ReportRefusal)
        -> Comparison?
    {
        guard let asked = other(of: request) else { return nil }
        let other = try planFact(asked, for: seen)
        return Comparison(
            (report, other), heads: (report.head, other.head),
            [.openAmount, .model, .factEntered, .conversion, .days, .money], stages: { $0.stages.map(\.stage) },
            at: { report, stage in
                report.stages.first { $0.stage == stage }?.compared ?? [nil, nil, nil, nil, nil, nil]
            }, all: { $0.totals.compared })
    }

    /// The same question of the other side. Another period is seen from the same place of it, so that a running month is
    /// compared with as many days.
    func other(of request: ReportRequest) -> ReportRequest? {
        var other = request
        other.compare = nil
        switch request.compare {
        case nil: return nil
        case .scope(let scope): other.scope = scope
        case .period(let period):
            other.period = period
            other.asOf = samePlace(in: period, as: request)
        }
        return other
    }

    private func samePlace(in period: Period, as request: ReportRequest) -> Instant {
        let zone = facts.calendar.zone
        let elapsed = max(0, zone.day(of: request.asOf).number - request.period.start.number)
        let day = Day(number: min(period.start.number + elapsed, period.end.number))
        return min(request.asOf, zone.start(of: day))
    }
}

extension FunnelReport.Figures {
    fileprivate var compared: [Comparison.Value?] {
        [.count(count), .money(amount), .money(inPeriodAmount), .money(expected), .money(overdueAmount)]
    }
}

extension PlanFactReport.Stage {
    fileprivate var compared: [Comparison.Value?] {
        [
            .money(openAmount), .money(methods.model), .count(flow.fact), cohort.conversion.map { .share($0) },
            cohort.days.map { .days($0) }, money.map { .money($0) },
        ]
    }
}

extension PlanFactReport.Totals {
    fileprivate var compared: [Comparison.Value?] {
        [
            .money(openAmount), .money(methods.model), .count(wonCount), conversion.map { .share($0) }, nil,
            money.map { .money($0) },
        ]
    }
}
