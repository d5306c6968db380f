package import SalesDomain

/// What is open, stage by stage: how much of it may be won in the period, and what has stood too long. Minor units of
/// the head's currency; `expected` of the stages adds up to the forecast's part from open deals, exactly.
package struct FunnelReport: Headed, Sendable, Equatable {
    /// What may be won in the period, and what stands too long: the rules, for the page to say.
    package struct Rule: Sendable, Equatable {
        /// A deal without a date in the period may still be won in it from this probability on.
        package let leastChance: Double
        /// A stage is a problem when more than this share of its money stands there too long …
        package let problemShare: Double
        /// … in at least so many deals.
        package let problemDeals: Int

        package init(leastChance: Double = 0.05, problemShare: Double = 1.0 / 3, problemDeals: Int = 3) {
            self.leastChance = leastChance
            self.problemShare = problemShare
            self.problemDeals = problemDeals
        }
    }

    package var head: ReportHead
    package let rule: Rule
    /// Open stages in their order; last what is open at no stage that we know, when there is such.
    package let stages: [Stage]
    package let total: Figures
    /// Every deal that stands too long at its stage, the most money first.
    package let problemDeals: [ProblemDeal]

    package struct Figures: Sendable, Equatable {
        package var count = 0
        package var amount: Int64 = 0
        /// Of those, deals that may be won in the period, and what the model expects of them.
        package var inPeriodCount = 0
        package var inPeriodAmount: Int64 = 0
        package var inPeriodExpected: Int64 = 0
        /// What the model expects in the period of all of them.
        package var expected: Int64 = 0
        /// Standing longer than nine of ten deals that were won stood there.
        package var overdueCount = 0
        package var overdueAmount: Int64 = 0
        package init() {}
    }

    package struct Stage: Sendable, Equatable {
        package let stage: SalesDomain.Stage.ID?
        package let position: Int?
        package let figures: Figures
        /// Days that won deals stood here: half of them at most, nine of ten at most; nil when none was won.
        package let usual: DealReport.Usual?
        /// Median days that those standing here now have stood; nil with none.
        package let age: Int?
        package let isProblem: Bool

        package init(
            stage: SalesDomain.Stage.ID?, position: Int?, figures: Figures, usual: DealReport.Usual?, age: Int?,
            isProblem: Bool
        ) {
            self.stage = stage
            self.position = position
            self.figures = figures
            self.usual = usual
            self.age = age
            self.isProblem = isProblem
        }
    }

    package struct ProblemDeal: Sendable, Equatable {
        package let deal: Deal.ID
        package let stage: SalesDomain.Stage.ID?
        package let owner: Employee.ID?
        /// The scope's part of its value.
        package let amount: Int64
        package let days: Int
        package let usual: DealReport.Usual
        package let expectedClose: Day?
        /// To be won in the period, by the model.
        package let chance: Double
        /// Stands longer than any deal at this stage that was won in the end: to be closed, or taken up again.
        package let isDead: Bool
        /// Many deals are called alike: whose this one is.
        package var account: Account.ID?

        package init(
            deal: Deal.ID, stage: SalesDomain.Stage.ID?, owner: Employee.ID?, amount: Int64, days: Int,
            usual: DealReport.Usual, expectedClose: Day?, chance: Double, isDead: Bool = false,
            account: Account.ID? = nil
        ) {
            self.account = account
            self.isDead = isDead
            self.deal = deal
            self.stage = stage
            self.owner = owner
            self.amount = amount
            self.days = days
            self.usual = usual
            self.expectedClose = expectedClose
            self.chance = chance
        }
    }

    package var deadDeals: [ProblemDeal] { problemDeals.filter(\.isDead) }
    package var slowDeals: [ProblemDeal] { problemDeals.filter { !$0.isDead } }

    package init(head: ReportHead, rule: Rule, stages: [Stage], total: Figures, problemDeals: [ProblemDeal]) {
        self.head = head
        self.rule = rule
        self.stages = stages
        self.total = total
        self.problemDeals = problemDeals
    }
}
