package struct Activity: Sendable, Equatable {
    package typealias ID = Key<Activity>
    package enum Kind: String, Sendable, CaseIterable { case call, email, meeting, message, task }
    package enum Direction: String, Sendable, CaseIterable { case inbound, outbound }
}
