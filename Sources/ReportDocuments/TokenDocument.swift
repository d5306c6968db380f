package import SalesDomain

/// A token of a program as `token --json` gives it: made, listed or withdrawn.
package struct TokenDocument: Sendable {
    package enum Matter: Sendable {
        /// In readable form this once.
        case made(until: Day?, secret: String)
        case listed(state: String, made: Day, until: Day?, lastUsed: Day?)
        case withdrawn
    }

    private let id: Int64
    private let name: String
    private let user: String
    private let matter: Matter

    /// - Parameter user: the name with which its person signs in.
    package init(id: Int64, name: String, user: String, _ matter: Matter) {
        self.id = id
        self.name = name
        self.user = user
        self.matter = matter
    }

    package var json: JSONValue {
        .object([("id", .int(Int(id))), ("name", .string(name)), ("user", .string(user))] + particulars)
    }

    private var particulars: [(String, JSONValue)] {
        switch matter {
        case .made(let until, let secret): [("until", .day(until)), ("token", .string(secret))]
        case .listed(let state, let made, let until, let lastUsed):
            [("state", .string(state)), ("made", .day(made)), ("until", .day(until)), ("last_used", .day(lastUsed))]
        case .withdrawn: []
        }
    }
}
