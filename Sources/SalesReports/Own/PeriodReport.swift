internal import SalesDomain

/// One person's period (or any scope's): what is won, what will be, whether the plan is met, what it hangs on.
package struct PeriodReport: Headed, Sendable, Equatable {
    package var head: ReportHead
    package let whole: ForecastReport.Node
    package let curve: PeriodCurve
    /// Nil for a scope that is not one person.
    package let bonus: BonusReport?
    /// Open deals that may close in the period, by how much the plan's probability hangs on them.
    package let deciding: [Deciding]
    /// At most five, of what moves the forecast, by how far.
    package let questions: [Question]
    package let openDeals: Int

    package init(
        head: ReportHead, whole: ForecastReport.Node, curve: PeriodCurve, bonus: BonusReport?, deciding: [Deciding],
        questions: [Question], openDeals: Int
    ) {
        self.head = head
        self.whole = whole
        self.curve = curve
        self.bonus = bonus
        self.deciding = deciding
        self.questions = questions
        self.openDeals = openDeals
    }

    package struct Deciding: Sendable, Equatable {
        package let row: DealsReport.Row
        /// To be won in the period: 0…1.
        package let chance: Double
        /// What of it is this scope's, if won; minor units.
        package let value: Int64
        /// Plan probability if it is won in the period, and if not. Weighted by `chance` they give the present one.
        package let ifWon: Double
        package let ifNot: Double
        /// Median and 90th percentile of won deals' stays at its stage.
        package let usual: DealReport.Usual?
        package var effect: Double { ifWon - ifNot }
        package var isOverdue: Bool {
            guard let usual, let days = row.daysInStage else { return false }
            return days > usual.p90
        }
    }

    package struct Question: Sendable, Equatable {
        package enum Unknown: String, Sendable, CaseIterable {
            /// Is the deal still alive at this stage?
            case stage
            /// Is the amount what it will be?
            case amount
            /// Will it be closed on that day?
            case close
        }
        package let unknown: Unknown
        package let row: DealsReport.Row
        package let chance: Double
        /// What one answer does to the mean, minor units: that the deal is lost; that the amount is a tenth more; that it
        /// will not be closed in this period.
        package let moves: Int64
        /// By how much the band of 8 cases in 10 narrows with that answer; less than nothing where it widens.
        package let narrows: Int64
        package let usual: DealReport.Usual?
    }

    /// What is still to be sold for the plan; nil without one.
    package var missing: Int64? { whole.plan.quota.map { max(0, $0 - whole.amount.wonToDate) } }

    /// Deals on which the plan hangs: those that are listed, so that a sentence and the list say the same number.
    package var decisive: Int { deciding.count }
}
