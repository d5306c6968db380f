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
    /// By the template: its stage's probability when it is expected to bring something in the period, NaN where nobody said
    /// one; nil when it is not expected.
    package internal(set) var template: Double?
}

extension OpenChance {
    /// Of whatever it brings, so much is kept: 0…1, less than nothing where it costs more than it brings.
    package func keeping(_ share: Double) -> OpenChance {
        OpenChance(
            deal: deal, model: model, statistical: statistical, template: template, isDue: isDue,
            modelValue: modelValue * share, value: value * share)
    }

    /// What it brings within the period by payments in the place of its win.
    /// - Parameter paidOfWon: of what is won in the period, what is paid in it: 0…1.
    package func bringing(_ coming: Coming, paidOfWon: Double) -> OpenChance {
        OpenChance(
            deal: deal, model: coming.chance, statistical: statistical * paidOfWon, template: coming.template ?? 0,
            isDue: coming.template != nil, modelValue: coming.value, value: value)
    }
}
