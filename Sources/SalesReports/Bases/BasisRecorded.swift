package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Whether the books had anything of a basis at an instant: wins always.
    package func isRecorded(_ basis: Company.Basis, asOf: Instant) -> Bool {
        switch basis {
        case .won: true
        case .paid: facts.payments.has([.paid], asOf: asOf)
        case .shipped: facts.payments.has([.shipped], asOf: asOf)
        case .margin:
            facts.known(asOf: asOf).frame.products.contains { $0.cost != nil && $0.price != nil }
                || facts.costs.facts.contains { $0.recorded < asOf }
        }
    }

    /// The basis that was asked for, else the company's own, as long as something of that is recorded, else the wins.
    package func basis(_ asked: Company.Basis?, asOf: Instant) -> Company.Basis {
        if let asked { return asked }
        let own = facts.known(asOf: asOf).frame.company.basis
        return isRecorded(own, asOf: asOf) ? own : .won
    }

    /// Which bases can be asked for.
    package func bases(asOf: Instant) -> [Company.Basis] {
        Company.Basis.allCases.filter { isRecorded($0, asOf: asOf) }
    }

    func admit(_ basis: Company.Basis, asOf: Instant) throws(ReportRefusal) {
        guard isRecorded(basis, asOf: asOf) else { throw .notRecorded(basis) }
    }
}

extension Quota.Measure {
    /// In what a plan on a basis is set.
    package init(_ basis: Company.Basis) {
        switch basis {
        case .won: self = .won
        case .paid: self = .paid
        case .shipped: self = .shipped
        case .margin: self = .margin
        }
    }

    /// Nil of what is counted in pieces.
    package var basis: Company.Basis? {
        switch self {
        case .won: .won
        case .paid: .paid
        case .shipped: .shipped
        case .margin: .margin
        case .deals, .newAccounts, .calls, .callsOutbound, .meetings: nil
        }
    }
}
