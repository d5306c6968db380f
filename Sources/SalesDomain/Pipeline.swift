package struct Pipeline: Sendable, Equatable {
    package typealias ID = Key<Pipeline>
    package enum Kind: String, Sendable, CaseIterable { case sales, marketing, service, other }

    package let id: ID
    package let name: String
    package let kind: Kind
    /// In order of position.
    package let stages: [Stage]

    package init(id: ID, name: String, kind: Kind, stages: [Stage]) {
        self.id = id
        self.name = name
        self.kind = kind
        self.stages = stages
    }
}

package struct Stage: Sendable, Equatable {
    package typealias ID = Key<Stage>
    package enum Outcome: String, Sendable, CaseIterable { case open, won, lost }

    package let id: ID
    package let name: String
    package let position: Int
    /// The template: 0…1, or nil when the company never said.
    package let probability: Double?
    package let outcome: Outcome

    package init(id: ID, name: String, position: Int, probability: Double?, outcome: Outcome) {
        self.id = id
        self.name = name
        self.position = position
        self.probability = probability
        self.outcome = outcome
    }
}
