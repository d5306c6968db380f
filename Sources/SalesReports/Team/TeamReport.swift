package import SalesDomain

/// The people of a scope side by side, who is most in danger first: money against plan, the stage at which each loses
/// most, and calls against the norm. Minor units of the base currency.
package struct TeamReport: Headed, Sendable, Equatable {
    package var head: ReportHead
    package let whole: ForecastReport.Node
    package let rows: [Row]
    /// Of all the scope's calls.
    package let calls: Calls
    /// What weak stages are measured by; nil: none were looked for.
    package var reference: PlanFactReport.Reference?

    /// Below this probability somebody is off plan, here and on the page of the company.
    private static let danger = 10.0

    /// In whole percent, as it is shown: what reads 10 % is not marked as less than that.
    package static func isDanger(_ probability: Double) -> Bool { (probability * 100).rounded() < danger }

    package struct Row: Sendable, Equatable {
        package let employee: Employee.ID
        package let node: ForecastReport.Node
        /// The stage that costs most of those that fall behind the reference by more than chance; nil: none does.
        package let weak: Weak?
        package let calls: Calls
        package var isOffPlan: Bool { node.plan.probability.map(TeamReport.isDanger) ?? false }
        /// What is still to be sold for the plan; nil without one.
        package var missing: Int64? { node.plan.quota.map { max(0, $0.minus(node.amount.wonToDate)) } }
    }

    package struct Weak: Sendable, Equatable {
        package let stage: Stage.ID
        package let conversion: Double
        package let reference: Double
        package let confidence: Double
        /// What the person's period would gain with the stage at its reference from today on.
        package let money: Int64
        /// What it has cost since `since`, as plan against fact says it.
        package let missed: Int64
        package let since: Day
        /// The period has begun: before that the whole of it lies ahead.
        package var hasBegun = true

        /// Hardly anything can still be had: less than a tenth of what was missed.
        package var isPast: Bool { hasBegun && money < missed / 10 }
    }

    package struct Calls: Sendable, Equatable {
        package let outbound: Int
        package let inbound: Int
        /// Inbound ones that nobody answered.
        package let missed: Int
        /// Outbound ones that the plan asks for by now; nil without such a plan.
        package let norm: Double?
        package var isShort: Bool { CallShortfall.isShort(outbound: outbound, norm: norm) }
    }

    package var planned: Int { rows.count { $0.node.plan.quota != nil } }
    package var offPlan: [Row] { rows.filter(\.isOffPlan) }
    /// The person and stage that lose most.
    package var worst: Row? {
        rows.filter { ($0.weak?.missed ?? 0) > 0 }.max { ($0.weak?.missed ?? 0) < ($1.weak?.missed ?? 0) }
    }
}
