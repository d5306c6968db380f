package import SalesDomain

/// The forecast of one scope for one period, as of one instant: a computed answer in exact minor units, no words.
package struct ForecastReport: Sendable, Equatable {
    package let asOf: Instant
    package let period: Period
    package let currency: Currency
    package let basis: Company.Basis
    package let whole: Node
    /// What `--by` asked for, in the order of the tree (parents before children) or by name.
    package let parts: [Node]
    /// With `--by deal`.
    package let deals: [DealForecast]
    package let notes: Notes
    /// Of what the whole consists.
    package var bridge: Bridge?
    /// How far open deals cover the plan; nil where nobody asked or nothing is missing.
    package var coverage: Coverage?
    /// The same of a basis of payments or shipments.
    package var basisParts: BasisParts?

    /// What the listed deals are expected to bring by themselves, within the period.
    package var expectedFromDeals: Int64 {
        Int64(nearest: deals.reduce(0) { $0 + $1.winProbabilityInPeriod * Double($1.expectedAmount) })
    }

    /// What the blend with the series, learned on past periods, adds to them.
    package var correction: Int64 { whole.amount.fromOpen - expectedFromDeals }

    package struct Node: Sendable, Equatable {
        package let subject: Subject
        /// For `--by department`: the department above; nil at the top of the scope.
        package let parent: Scope?
        package let amount: Amounts
        package let count: Counts
        package let plan: Plan
    }

    package enum Subject: Hashable, Sendable {
        case scope(Scope)
        case product(Product.ID?)
        case pipeline(Pipeline.ID)
    }

    /// Minor units of the report's currency. `mean == wonToDate + fromOpen + fromNew`, exactly, and the means of parts
    /// add up to the whole's.
    package struct Amounts: Sendable, Equatable {
        package let wonToDate: Int64
        package let template: Int64?
        package let statistical: Int64
        package let fromOpen: Int64
        package let fromNew: Int64
        package let p10: Int64
        package let p50: Int64
        package let p90: Int64
        package let naiveLast: Int64?
        package let naiveMean3: Int64?
        /// Standard deviation that the deals alone leave, were every chance known: the ceiling of accuracy comes from it.
        package var noise: Double = 0
        package var mean: Int64 { wonToDate + fromOpen + fromNew }
    }

    package struct Counts: Sendable, Equatable {
        package let wonToDate: Int
        package let template: Double?
        package let statistical: Double
        package let fromOpen: Double
        package let fromNew: Double
        package let p10: Int
        package let p50: Int
        package let p90: Int
        package var naiveLast: Double?
        package var naiveMean3: Double?
        package var mean: Double { Double(wonToDate) + fromOpen + fromNew }
    }

    package struct Plan: Sendable, Equatable {
        package let quota: Int64?
        /// Nobody set it: the sum of its parts' quotas.
        package let isSum: Bool
        /// 0…1 that the total reaches the quota; nil without one.
        package let probability: Double?
        /// Of a sum that holds a plan for some of those who sell only; nil where all have one.
        package var cover: Cover?

        package struct Cover: Sendable, Equatable {
            package let planned: Int
            package let all: Int
        }
    }

    package struct DealForecast: Sendable, Equatable {
        package let deal: Deal.ID
        package let winProbability: Double
        package let winProbabilityInPeriod: Double
        package let expectedAmount: Int64
        package let expectedClose: Day?
        package let reasons: [Reason]
        /// Whence `expectedAmount`, the value if won.
        package var valuedBy = ValuedBy.amount
        package enum ValuedBy: String, Sendable, CaseIterable {
            case amount, price, average
            /// Nothing is known, and nothing is said.
            case nothing
        }
        package struct Reason: Sendable, Equatable {
            package let cause: String
            package let logMultiplier: Double
        }
    }

    /// A stage whose deals go on, or are lost, at another pace than before, and not because all stages' do.
    package struct StageChange: Sendable, Equatable {
        package enum Exit: String, Sendable { case progress, loss }
        package let stage: Stage.ID
        package let exit: Exit
        /// Now against before.
        package let pace: Double
        /// First day of the new pace, about.
        package let since: Day

        package init(stage: Stage.ID, exit: Exit, pace: Double, since: Day) {
            self.stage = stage
            self.exit = exit
            self.pace = pace
            self.since = since
        }
    }

    /// What the reader must be told beside the figure.
    package struct Notes: Sendable, Equatable {
        /// "template", "little" or "learned".
        package let method: String
        package let closedDeals: Int
        package let pipelineWeight: Double
        /// The whole company's; of stages that changed alone see `stageChanges`.
        package let processIsChanging: Bool
        package let betterBaseline: String?
        /// Deals in a currency without a rate, left out of the sums.
        package let withoutRate: [Deal.ID]
        /// Open deals that have no amount, and are valued at their product's price.
        package let valuedByPrice: Int
        /// … or, as there is none, at an average.
        package let valuedByAverage: Int
        /// Won in the period with the amount not known.
        package let wonWithoutAmount: Int
        /// Stages with open deals whose template probability nobody gave.
        package let stagesWithoutProbability: [Stage.ID]
        /// False: no deal has an amount or a product with a price, so only counts say something.
        package var amountsKnown = true
        /// Stages that changed alone within the last four months, the surest first.
        package var stageChanges: [StageChange] = []
        /// Nothing has happened to any deal since this day, which is longer ago than pauses last. Nil: the books are alive.
        package var silentSince: Day?
    }
}
