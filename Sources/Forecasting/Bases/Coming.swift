/// What an open deal is to bring within a period on a basis of payments: one payment that stands for all of its own.
package struct Coming: Sendable {
    /// Its index in the history.
    package let deal: Int32
    package let chance: Double
    package let value: Double
    /// The deal's own worth.
    package let whole: Double
    /// The same if it were won today.
    package let chanceIfWon: Double
    package let valueIfWon: Double
}
