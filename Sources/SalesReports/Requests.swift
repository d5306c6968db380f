package import SalesDomain
package import SalesFacts

/// Why there is no answer.
package enum ReportRefusal: Error, Equatable {
    /// The as-of instant lies after now.
    case notYet
    /// There is no such scope, pipeline or deal, or it is not for this viewer: the two are never told apart.
    case notFound
    /// There is nothing to measure on: no full period of that kind.
    case noPeriods
    /// More periods than are gone through at once.
    case tooLong(most: Int)
    /// Of two instants the first is the later one.
    case backwards
    /// The books have nothing of this basis: no payment, no shipment, no cost.
    case notRecorded(Company.Basis)
    /// What is asked is not said on this basis.
    case notOnBasis(Company.Basis)
}

package struct ForecastRequest: Hashable, Sendable {
    package enum Part: String, Sendable, CaseIterable { case department, employee, product, pipeline, deal }

    package var asOf: Instant
    package var period: Period
    package var scope: Scope
    package var by: Part?
    package var pipelines: PipelineChoice
    /// What of a sale counts.
    package var basis: Company.Basis

    package init(
        asOf: Instant, period: Period, scope: Scope = .company, by: Part? = nil, pipelines: PipelineChoice = .sales,
        basis: Company.Basis = .won
    ) {
        self.basis = basis
        self.asOf = asOf
        self.period = period
        self.scope = scope
        self.by = by
        self.pipelines = pipelines
    }
}

package struct BacktestRequest: Hashable, Sendable {
    package enum Grain: String, Sendable, CaseIterable { case month, quarter }

    /// Outcomes count as known at this instant.
    package var asOf: Instant
    package var grain: Grain
    /// First and last period; nil: the last 12 full months, or up to 8 full quarters.
    package var from: Period?
    package var to: Period?
    package var scope: Scope
    /// A level beside the scope's own; `deal` gives none.
    package var by: ForecastRequest.Part?
    /// Fractions of the period at which the forecasts are made; 0.33 and 0.67 stand for exactly 1/3 and 2/3.
    package var horizons: [Double]
    package var pipelines: PipelineChoice
    package var basis: Company.Basis

    /// Periods that are gone through at once: ten years of months.
    package static let most = 120

    package init(
        asOf: Instant, grain: Grain = .month, from: Period? = nil, to: Period? = nil, scope: Scope = .company,
        by: ForecastRequest.Part? = nil, horizons: [Double] = [0, 1.0 / 3, 2.0 / 3], pipelines: PipelineChoice = .sales,
        basis: Company.Basis = .won
    ) {
        self.basis = basis
        self.asOf = asOf
        self.grain = grain
        self.from = from
        self.to = to
        self.scope = scope
        self.by = by
        self.horizons = horizons
        self.pipelines = pipelines
    }
}
