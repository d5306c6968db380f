package import Logging
package import WebServer

extension Office {
    /// What the web server works with.
    package func web(_ logger: Logger) -> WebOffice {
        WebOffice(store: store, live: live, clock: clock, logger: logger)
    }
}
