package import Ledger
package import SalesDomain

/// Chooses which of the three estimates the company reads first, from today on.
package struct ChooseHeadline: Sendable {
    private let store: any Store
    package init(store: any Store) { self.store = store }

    /// Throws a `DeedProblem` or a `LedgerError`.
    package func callAsFunction(_ method: Headline.Method, by doer: Doer, at now: Instant) throws {
        try store.write { ledger in
            let place = try DeedPlace(ledger, doer, at: now)
            if let role = place.role, !Headline.mayChoose(role) { throw DeedProblem.notAllowed }
            guard try ledger.headlines.all().method(on: place.today) != method else { return }
            _ = try ledger.headlines.put(Headline(method: method, from: place.today, by: doer.employee))
            try ledger.takePosition()
            try ledger.note("choose_headline", on: method.rawValue, by: doer.user?.id, at: now)
        }
    }
}
