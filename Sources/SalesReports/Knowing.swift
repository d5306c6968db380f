package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Any deal had been recorded by then.
    package func knowsDeals(asOf: Instant) -> Bool { pictures(asOf, .all).cut.id.count > 0 }
}
