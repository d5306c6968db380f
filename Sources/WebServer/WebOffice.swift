package import Actions
package import Ledger
package import Logging
package import SalesDomain
package import SalesReports

/// What the server is given to work with.
package struct WebOffice: Sendable {
    package let store: any Store
    /// The books as they are now; blocking, asked off the event loop.
    package let reporter: @Sendable (Instant) throws -> Reporter
    package let clock: Clock
    package let passwords: Passwords
    package let logger: Logger

    package init(
        store: any Store, reporter: @escaping @Sendable (Instant) throws -> Reporter, clock: Clock,
        passwords: Passwords = Passwords(), logger: Logger
    ) {
        self.store = store
        self.reporter = reporter
        self.clock = clock
        self.passwords = passwords
        self.logger = logger
    }
}

package struct WebSettings: Sendable {
    package var host = "127.0.0.1"
    package var port = 8080
    /// People reach the server by https: cookies are sent over nothing else.
    package var https = false
    /// A proxy of ours stands before the server and says from where a request came.
    package var behindProxy = false
    /// The folder of browser libraries; nil: none are installed.
    package var assets: String?
    package init() {}
}
