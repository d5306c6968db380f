/// A possible sale. Its present state is the fold of its log.
package struct Deal: Sendable, Equatable {
    package typealias ID = Key<Deal>

    package enum Status: String, Sendable, CaseIterable { case open, won, lost }

    /// What its seller says of it. In the log it is a word with this text; nothing said is the rest.
    package enum Category: String, Sendable, CaseIterable {
        case commit
        case best = "best_case"
        /// The rest.
        case pipeline
    }

    /// What the log can say about a deal. The raw value is stored: never renumber.
    package enum Field: Int, Sendable, CaseIterable {
        case created = 0
        case stage = 1
        case amount = 2
        case owner = 3
        case expectedClose = 4
        case currency = 5
        case product = 6
        case account = 7
        case source = 8
        case pipeline = 9
        case title = 10
        case cost = 11
        case vatRate = 12
        case lostReason = 13
        case lead = 14
        case category = 15
        case nextStep = 16
        case split = 17
        case createdAt = 18
        case closedAt = 19
        case merged = 20
        case removed = 21
        case status = 22
    }
}

package struct Product: Sendable, Equatable {
    package typealias ID = Key<Product>
    package let id: ID
    package let name: String
    package let price: Money?
    /// Of one, in the price's currency.
    package let cost: Money?
    package init(id: ID, name: String, price: Money?, cost: Money? = nil) {
        self.id = id
        self.name = name
        self.price = price
        self.cost = cost
    }
}

package struct Account: Sendable, Equatable {
    package typealias ID = Key<Account>
    package let id: ID
    package let name: String
    package init(id: ID, name: String) {
        self.id = id
        self.name = name
    }
}

package struct Contact: Sendable, Equatable {
    package typealias ID = Key<Contact>
}
