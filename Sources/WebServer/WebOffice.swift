package import Actions
package import Ledger
package import LiveFacts
package import Logging
package import SalesDomain

/// What the server is given to work with.
package struct WebOffice: Sendable {
    package let store: any Store
    package let live: LiveFacts
    package let clock: Clock
    package let passwords: Passwords
    package let logger: Logger

    package init(
        store: any Store, live: LiveFacts, clock: Clock, passwords: Passwords = Passwords(),
        logger: Logger
    ) {
        self.store = store
        self.live = live
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
    /// As the command line names it.
    package var database: String?
    package init() {}
}
