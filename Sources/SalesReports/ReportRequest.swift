package import SalesDomain
package import SalesFacts

/// What any report may be asked with; each takes what it needs of it.
package struct ReportRequest: Hashable, Sendable {
    package var asOf: Instant
    package var period: Period
    package var scope: Scope
    package var pipelines: PipelineChoice
    package var by: ForecastRequest.Part?
    /// Ends of a comparison: two instants, or two periods.
    package var from: Bound?
    package var to: Bound?
    /// The name of a reference funnel that somebody pinned; nil: the usual one.
    package var reference: String?
    package var against: Against?
    /// Whose figures stand beside these.
    package var compare: Compare?
    /// What of a sale counts.
    package var basis: Company.Basis

    package enum Bound: Hashable, Sendable {
        case instant(Instant)
        case period(Period)
    }

    /// What a report is compared with, beside its usual measure.
    package enum Against: Hashable, Sendable {
        case scope(Scope)
        case period(Period)
        /// The best quarter of the sellers.
        case best
    }

    /// Two of anything: the same report of another scope, or of another period.
    package enum Compare: Hashable, Sendable {
        case scope(Scope)
        case period(Period)
    }

    package init(
        asOf: Instant, period: Period, scope: Scope = .company, pipelines: PipelineChoice = .sales,
        by: ForecastRequest.Part? = nil, from: Bound? = nil, to: Bound? = nil, reference: String? = nil,
        against: Against? = nil, compare: Compare? = nil, basis: Company.Basis = .won
    ) {
        self.basis = basis
        self.asOf = asOf
        self.period = period
        self.scope = scope
        self.pipelines = pipelines
        self.by = by
        self.from = from
        self.to = to
        self.reference = reference
        self.against = against
        self.compare = compare
    }
}

extension ReportRequest {
    /// What is asked of a forecast's scope, period and basis, for what else is said of them.
    package init(_ request: ForecastRequest) {
        self.init(
            asOf: request.asOf, period: request.period, scope: request.scope, pipelines: request.pipelines,
            basis: request.basis)
    }

    /// What does not depend on a period or a scope is asked with the instant and the pipelines alone.
    static func ofEverything(asOf: Instant, _ pipelines: PipelineChoice, _ calendar: CompanyCalendar) -> ReportRequest {
        ReportRequest(
            asOf: asOf, period: .month(containing: calendar.zone.day(of: asOf)), pipelines: pipelines)
    }

    /// The same without its parts.
    package var whole: ReportRequest {
        var request = self
        request.by = nil
        return request
    }

    /// The same, against the trailing reference and beside nothing.
    var atUsualReference: ReportRequest {
        var request = self
        (request.against, request.reference, request.compare) = (nil, nil, nil)
        return request
    }
}

/// What every report says of itself.
package struct ReportHead: Sendable, Equatable {
    package internal(set) var asOf: Instant
    package let period: Period
    package let scope: Scope
    package let currency: Currency
    package let basis: Company.Basis

    package init(asOf: Instant, period: Period, scope: Scope, currency: Currency, basis: Company.Basis) {
        self.asOf = asOf
        self.period = period
        self.scope = scope
        self.currency = currency
        self.basis = basis
    }
}

extension Reporter {
    package func head(_ request: ReportRequest) -> ReportHead {
        ReportHead(
            asOf: request.asOf, period: request.period, scope: request.scope,
            currency: isCounting ? .deals : facts.frame.company.baseCurrency, basis: request.basis)
    }
}
