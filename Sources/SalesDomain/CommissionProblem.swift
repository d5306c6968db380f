/// Why a commission plan cannot be as it is wished: what is wrong, and at which field.
package struct CommissionProblem: Error, Sendable, Equatable {
    package enum Field: Hashable, Sendable {
        case name, from, every, cap, members, rules
        /// By the rule's place.
        case rule(Int, Part)
    }

    package enum Part: String, Sendable, CaseIterable {
        case name, measure, pipeline, product, pay, target, weight, threshold, cap, tiers
    }

    package enum Reason: Sendable, Equatable {
        case missing, tooLong, twice
        /// A plan of this name differs from what was typed by case or spaces only.
        case alike(String)
        /// Cannot be read as money, as a share, as a whole number, or as a day.
        case notMoney, notShare, notCount, notDay
        /// There is no such thing here.
        case unknown
        /// A day on which no period that pays begins; the next one that does.
        case notStart(Day)
        /// A version of this plan begins later, on this day.
        case later(Day)
        /// A bonus of this period is agreed, approved or paid, and would be another.
        case settled(Employee.ID, Period)
        /// The plan is everybody's, and nobody can be taken out of it.
        case everybodys
        /// A rate above the largest that is believed: a share in millionths.
        case tooHigh(Int64)
        /// Two tiers with one bound, or a bound below the one before.
        case notRising
        /// A larger total would be paid less.
        case falling
        /// At the threshold the tiers pay this already, more than the ceiling.
        case aboveCap(Int64)
        /// The sum of a tier is a part of a sum that is not said.
        case needsTarget
    }

    package let field: Field
    package let reason: Reason
    package init(_ field: Field, _ reason: Reason) {
        self.field = field
        self.reason = reason
    }
}

/// All that is wrong with it, so that all can be mended at once.
package struct CommissionRefusal: Error, Sendable, Equatable {
    package let problems: [CommissionProblem]
    package init(_ problems: [CommissionProblem]) { self.problems = problems }
}
