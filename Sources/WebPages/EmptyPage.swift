/// A page that has nothing to show yet: what it needs, and the next step.
package struct EmptyPage: Sendable {
    package enum Reason: String, Sendable, CaseIterable {
        /// No deal at all in the database.
        case noDeals
        /// This viewer may see nothing: no department, no deals of their own.
        case nothingSeen
        /// No full period in the past to check a forecast on.
        case noHistory
        /// As of this day nothing was known.
        case beforeRecords
    }
    private let reason: Reason
    private let frame: Frame

    package init(_ reason: Reason, frame: Frame) {
        self.reason = reason
        self.frame = frame
    }

    package func html() -> String { "" }
}
