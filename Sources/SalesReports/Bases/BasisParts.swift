internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Of what the rest of a period consists on a basis of payments or shipments: whole minor units that add up to the mean.
package struct BasisParts: Sendable, Equatable {
    /// Deals won already: by promised days, and the rest of what they are worth.
    package let scheduled: Int64
    package let unscheduled: Int64
    /// Deals in hand, and those not entered yet, as far as they are won and paid in time.
    package let open: Int64
    package let new: Int64
    /// What goes back: zero or negative.
    package let back: Int64
    /// What past periods change about it.
    package let correction: Int64
    /// Of what is won, never paid; 0…1.
    package let neverPaid: Double
    /// Days after the win by which half of the rest has come.
    package let usualDays: Int
    /// Payments in a currency without a rate, left out.
    package let withoutRate: Int
    package let isScheduled: Bool
    package var rest: Int64 { scheduled + unscheduled + open + new + back + correction }
}

extension BasisParts {
    /// Nil where the basis has no such parts.
    init?(_ company: CompanyForecast, _ scope: Scope) {
        guard let notes = company.basisNotes else { return nil }
        let figure = company.amount(of: scope)
        let source = company.source(of: scope) ?? BasisSources()
        let parts = [source.scheduled, source.unscheduled, source.open, source.new, source.back].map {
            Int64(nearest: $0)
        }
        self.init(
            scheduled: parts[0], unscheduled: parts[1], open: parts[2], new: parts[3], back: parts[4],
            correction: figure.fromOpen + figure.fromNew - parts.reduce(0, +), neverPaid: notes.neverPaid,
            usualDays: notes.usualDays, withoutRate: notes.withoutRate, isScheduled: notes.isScheduled)
    }
}
