package import SalesDomain

/// What a scope's period would bring if some things were otherwise: the same figures before and after. Minor units of
/// the base currency. Nothing in it concerns a deal that the viewer may not see.
package struct WhatIfReport: Sendable, Equatable {
    package let head: ReportHead
    /// What is supposed and may be seen, in the order in which it was said.
    package let shown: [Shown]
    /// How many suppositions concern what this viewer may not see, or what is not there: the two are never told apart.
    package let hidden: Int
    package let before: Outcome
    package let after: Outcome
    /// A date was moved, and the model does not look at dates of expected closing: only the template changed.
    package let ignoresDates: Bool
    /// Departments and people of the scope, in the order of the tree; top departments add up to the whole.
    package var parts: [Part] = []
    /// By whose deals a supposed stage is measured; nil when no stage is supposed.
    package var reference: Scope?

    /// The mean and the plan's probability of a part, as they are and if so.
    package struct Part: Sendable, Equatable {
        package let scope: Scope
        /// The department above, of those that are listed.
        package let parent: Scope?
        package let before: Int64
        package let after: Int64
        /// Nil without a plan.
        package let probabilityBefore: Double?
        package let probabilityAfter: Double?

        package var isMoved: Bool { before != after || probabilityBefore != probabilityAfter }
    }

    package struct Shown: Sendable, Equatable {
        package let supposition: Supposition
        /// Nil for a stage.
        package let row: DealsReport.Row?
        /// What it alone does to the mean.
        package let effect: Int64
        package let standing: Standing
    }

    package enum Standing: String, Sendable, CaseIterable {
        case counts
        /// Won or lost already.
        case closed
        /// Nothing of it belongs to the scope, its pipelines or the period.
        case elsewhere
        /// No reference is known for the stage, or it has no such stage.
        case noReference = "no_reference"
    }

    package struct Outcome: Sendable, Equatable {
        package let mean: Int64
        package let p10: Int64
        package let p90: Int64
        /// Nil where a stage has no probability.
        package let template: Int64?
        package let statistical: Int64
        package let quota: Int64?
        package let probability: Double?
        /// Nil for a scope that is not one person, or without a commission plan.
        package let bonus: Bonus?
    }

    package struct Bonus: Sendable, Equatable {
        /// Money, also where deals are counted.
        package let currency: Currency
        package let expected: Int64
        package let p10: Int64
        package let p90: Int64
    }
}
