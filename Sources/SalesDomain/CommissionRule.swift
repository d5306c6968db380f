/// One line of a commission plan: so much of what is measured, by tiers.
package struct CommissionRule: Sendable, Equatable {
    package enum Customer: String, Sendable, CaseIterable { case new, existing }

    /// How tiers are read. `marginal`: each rate on what lies above its bound, up to the next. `retroactive`: the rate of
    /// the tier that is reached, on everything. `step`: the rate of the tier that is reached, of the target, whatever the total.
    package enum Mode: String, Sendable, CaseIterable { case marginal, retroactive, step }

    /// In what bounds and the threshold are said: in the measure's own units, or in shares of the person's plan.
    package enum Unit: String, Sendable, CaseIterable { case amount, attainment }

    package enum Pay: Sendable, Equatable {
        /// A share of the money that is measured (rates in millionths), or so much for a piece (rates in minor units).
        case rate
        /// A sum for the whole plan fulfilled; `weight` in millionths of it goes by this measure.
        case target(Int64, weight: Int64)
    }

    package struct Tier: Sendable, Equatable {
        /// The bound: minor units, pieces, or millionths of the plan.
        package let from: Int64
        package let rate: Int64
        package init(from: Int64, rate: Int64) {
            self.from = from
            self.rate = rate
        }
    }

    package let name: String
    package let measure: Quota.Measure
    /// Nil: all pipelines of kind sales.
    package let pipeline: Pipeline.ID?
    package let product: Product.ID?
    package let customer: Customer?
    /// Measured on the person's department with everything below it.
    package let team: Bool
    package let pay: Pay
    package let mode: Mode
    package let unit: Unit
    /// Below it the rule pays nothing.
    package let threshold: Int64?
    /// The most that the rule pays.
    package let cap: Int64?
    /// Ascending by bound, at least one.
    package let tiers: [Tier]

    package init(
        name: String, measure: Quota.Measure, pipeline: Pipeline.ID? = nil, product: Product.ID? = nil,
        customer: Customer? = nil, team: Bool = false, pay: Pay = .rate, mode: Mode = .marginal, unit: Unit = .amount,
        threshold: Int64? = nil, cap: Int64? = nil, tiers: [Tier]
    ) {
        self.name = name
        self.measure = measure
        self.pipeline = pipeline
        self.product = product
        self.customer = customer
        self.team = team
        self.pay = pay
        self.mode = mode
        self.unit = unit
        self.threshold = threshold
        self.cap = cap
        self.tiers = tiers.sorted { $0.from < $1.from }
    }

    /// Without the person's plan nothing can be said.
    package var needsPlan: Bool {
        if case .target = pay { return true }
        return unit == .attainment
    }

    /// What went back was paid for once: more of it than came is a minus, at the rate of the lowest tier.
    package var takesBack: Bool { (measure == .paid || measure == .shipped) && mode != .step }

    package static let million: Int64 = 1_000_000
}
