package import SalesDomain

/// Plan against fact, stage by stage: what is open and expected, what the plan needs of each stage, how the period's
/// deals get on against the reference funnel, what the difference is worth. Money in minor units of the head's currency;
/// what is expected, planned and come is on the head's basis, while stages are passed by deals on any.
package struct PlanFactReport: Headed, Sendable, Equatable {
    package var head: ReportHead
    package let reference: Reference
    package let stages: [Stage]
    package let newBusiness: EstimateReport.Methods
    package let totals: Totals
    package let verdict: Verdict
    /// Stages at which somebody falls behind the reference by more than chance and usual differences explain, surest
    /// first. All comparisons together cry wolf in one company of twenty.
    package let signals: [Signal]
    /// How many comparisons were made for them.
    package let comparisons: Int
    /// What deals won already are still to bring; nil where the money comes with the win.
    package var fromWon: EstimateReport.Methods?

    package struct Reference: Sendable, Equatable {
        package enum Kind: Sendable, Equatable {
            /// What came in the year before the period.
            case trailing
            /// The best quarter of the sellers in that year.
            case best
            /// Pinned by somebody under this name.
            case pinned(String)
            /// Another scope, or another period, in a comparison of two.
            case scope, period
        }
        package let kind: Kind
        /// Whose deals it is made of.
        package let scope: Scope
        /// Deals that came to a stage on days `from ..< to`.
        package let from: Day
        package let to: Day
        /// How many deals that was.
        package let deals: Int

        package init(kind: Kind, scope: Scope, from: Day, to: Day, deals: Int) {
            self.kind = kind
            self.scope = scope
            self.from = from
            self.to = to
            self.deals = deals
        }
    }

    package struct Stage: Sendable, Equatable {
        package let stage: SalesDomain.Stage.ID
        package let openCount: Int
        package let openAmount: Int64
        package let methods: EstimateReport.Methods
        package let flow: Flow
        package let cohort: Cohort
        /// The forecast with this stage at its reference from today on, less the forecast; nil without a reference.
        package let money: Int64?
        package let advice: Advice

        package init(
            stage: SalesDomain.Stage.ID, openCount: Int, openAmount: Int64, methods: EstimateReport.Methods, flow: Flow,
            cohort: Cohort, money: Int64?, advice: Advice
        ) {
            self.stage = stage
            self.openCount = openCount
            self.openAmount = openAmount
            self.methods = methods
            self.flow = flow
            self.cohort = cohort
            self.money = money
            self.advice = advice
        }
    }

    /// How many deals come to a stage in the period: what the plan needs, what came so far, what is expected to its end.
    package struct Flow: Sendable, Equatable {
        /// Nil without a plan, and where money comes after the win: deals of other days bring most of it.
        package let plan: Double?
        package let planAmount: Int64?
        package let fact: Int
        package let factAmount: Int64
        package let forecast: Double
        /// Half of the 80 % range of the forecast.
        package let margin: Double

        package init(
            plan: Double?, planAmount: Int64?, fact: Int, factAmount: Int64, forecast: Double, margin: Double
        ) {
            self.plan = plan
            self.planAmount = planAmount
            self.fact = fact
            self.factAmount = factAmount
            self.forecast = forecast
            self.margin = margin
        }
    }

    /// Deals that came to the stage in the period, against the reference.
    package struct Cohort: Sendable, Equatable {
        package let entered: Int
        package let movedOn: Int
        package let failed: Int
        /// Of those who came, the share that moves on: those who are still there as the reference does; nil with nobody.
        package let conversion: Double?
        package let reference: Double?
        /// The 80 % interval of the true deviation; nil without either.
        package let low: Double?
        package let high: Double?
        /// What is believed of this scope now, few deals drawn to what is usual.
        package let believed: Double?
        /// Median days to moving on.
        package let days: Int?
        package let referenceDays: Int?
        /// Mean amount of those who came.
        package let amount: Int64?
        package let referenceAmount: Int64?
        /// Of a hundred who begin, how many come here, in the reference and by what is believed.
        package let reach: Double?
        package let reachLow: Double?
        package let reachHigh: Double?
        package let referenceReach: Double?

        package var deviation: Double? {
            guard let conversion, let reference else { return nil }
            return conversion - reference
        }
    }

    package struct Signal: Sendable, Equatable {
        package let stage: SalesDomain.Stage.ID
        package let scope: Scope
        package let from: Day
        package let to: Day
        package let entered: Int
        package let movedOn: Int
        package let conversion: Double
        package let reference: Double
        /// The 80 % interval of the conversion.
        package let low: Double
        package let high: Double
        /// How sure it is that this is no chance, all comparisons counted: 0.95…1.
        package let confidence: Double
        /// What the scope's forecast would gain with the stage at its reference from today on.
        package let money: Int64
        /// What the deals that moved on less often in these days would have brought in the end.
        package let missed: Int64
        /// Of those who entered, how many were lost; nil: not counted.
        package var failed: Int?
        /// The period has begun: before that the whole of it lies ahead.
        package var hasBegun = true

        /// Hardly anything can still be had: less than a tenth of what was missed.
        package var isPast: Bool { hasBegun && money < missed / 10 }
        /// The amount that leads where there is room for one.
        package var leading: Int64 { isPast ? missed : money }
    }

    package enum Advice: Sendable, Equatable {
        /// Nobody came to compare.
        case nothing
        /// No alarm can be raised from so few.
        case tooFew
        case usual
        /// Look into it first with these, by `signals`.
        case lookInto(Scope)
        /// Better than the reference by more than chance explains.
        case better
        /// Deals stand here longer than the reference's.
        case slow
        /// Fewer come here than the plan needs, by more than chance explains.
        case tooFewCome
        /// The same at the stage where deals begin.
        case tooFewBegin
    }

    package struct Totals: Sendable, Equatable {
        package let openCount: Int
        package let openAmount: Int64
        package let methods: EstimateReport.Methods
        package let wonToDate: Int64
        package let wonCount: Int
        package let p10: Int64
        package let p90: Int64
        package let quota: Int64?
        package let wonPlan: Double?
        package let wonForecast: Double
        package let wonMargin: Double
        /// Won of a hundred who begin.
        package let conversion: Double?
        package let reference: Double?
        /// The forecast with every stage at its reference, less the forecast.
        package let money: Int64?
    }

    package struct Verdict: Sendable, Equatable {
        package enum Word: String, Sendable, CaseIterable { case low, right, high }
        package let quota: Int64?
        /// What the whole period would bring with every stage at its reference, by what stood open at its start and what
        /// usually comes, and the 80 % range: the same early and late in the period, and when it is over. Nil where money comes
        /// after the win.
        package let potential: Int64?
        package let low: Int64?
        package let high: Int64?
        /// The plan is too low when it lies below the range, too high when above; nil without a plan or a reference.
        package let word: Word?
    }
}

extension PlanFactReport {
    /// Too few deals to judge stages or a plan by.
    package var isSmall: Bool { reference.deals < PlanFactReport.few }
    private static let few = 30

    /// About the report's own scope: another's does not mark the scope's row.
    package func ownSignal(_ stage: SalesDomain.Stage.ID) -> Signal? {
        signals.first { $0.stage == stage && $0.scope == head.scope }
    }

    /// At that stage somebody falls behind, the scope itself or one below it.
    package func isSignalled(_ stage: SalesDomain.Stage.ID) -> Bool { signals.contains { $0.stage == stage } }
}

extension PlanFactReport.Flow {
    /// Forecast against plan; nil without a plan.
    package var deviation: Double? { plan.map { forecast - $0 } }
    /// The plan asks for so many that a want of some is more than one deal.
    package var isEnough: Bool { (plan ?? 0) >= Self.least }
    private static let least = 5.0
}

extension PlanFactReport.Totals {
    package var deviation: Int64? { quota.map { methods.model - $0 } }
    /// Half of the 80 % range of the forecast.
    package var margin: Int64 { max(0, p90.minus(p10) / 2) }
}

extension PlanFactReport.Advice {
    /// The last part of the text's address.
    package var key: String {
        switch self {
        case .nothing: "nothing"
        case .tooFew: "too_few"
        case .usual: "usual"
        case .lookInto: "look_into"
        case .better: "better"
        case .slow: "slow"
        case .tooFewCome: "too_few_come"
        case .tooFewBegin: "too_few_begin"
        }
    }

    /// There is something to do.
    package var calls: Bool {
        switch self {
        case .lookInto, .slow, .tooFewCome, .tooFewBegin: true
        case .nothing, .tooFew, .usual, .better: false
        }
    }

    /// With whom to begin.
    package var whose: Scope? {
        if case .lookInto(let scope) = self { return scope }
        return nil
    }
}
