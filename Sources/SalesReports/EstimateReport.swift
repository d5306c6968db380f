package import SalesDomain

/// What each stage is expected to bring in the period, by three methods side by side. Minor units of the head's currency.
/// By each method the stages, new business, deals won before and what has come add up to `totals`, exactly, and `totals` are the forecast's.
package struct EstimateReport: Headed, Sendable, Equatable {
    package var head: ReportHead
    /// Open stages in their order; last what is open at no stage that we know, when there is such.
    package let stages: [Stage]
    package let newBusiness: Methods
    /// What deals won already are still to bring; nil where the money comes with the win.
    package let fromWon: Methods?
    package let wonToDate: Int64
    package let totals: Methods
    /// How right each method was on the same scope's past months, from the moment of the period nearest to now; nil
    /// where there is nothing to measure on.
    package let accuracy: Accuracy?
    /// The accuracy is not known yet: it is being measured meanwhile.
    package let isBeingMeasured: Bool
    /// Which of the three the company reads first.
    package let headline: Headline.Method

    package struct Stage: Sendable, Equatable {
        /// Nil: at no stage that we know.
        package let stage: SalesDomain.Stage.ID?
        package let count: Int
        /// Of all deals at it, as they are valued: amount, else price, else average.
        package let amount: Int64
        /// Of those, what the template counts for the period: deals expected to close in it.
        package let dueCount: Int
        package let dueAmount: Int64
        /// The stage's own probability by the template; nil when nobody said one.
        package let probability: Double?
        /// Of the model's figure, what comes from the deals that the template counts.
        package let modelOfDue: Int64
        package let methods: Methods

        /// Why the model's figure is another than the template's, in two parts that add up: the same deals are won more
        /// or less often than the template says; deals that it does not count for the period are won all the same.
        package var gapOfChance: Int64? { methods.template.map { modelOfDue - $0 } }
        package var gapOfDates: Int64 { methods.model - modelOfDue }

        package init(
            stage: SalesDomain.Stage.ID?, count: Int, amount: Int64, dueCount: Int, dueAmount: Int64,
            probability: Double?, modelOfDue: Int64, methods: Methods
        ) {
            self.stage = stage
            self.count = count
            self.amount = amount
            self.dueCount = dueCount
            self.dueAmount = dueAmount
            self.probability = probability
            self.modelOfDue = modelOfDue
            self.methods = methods
        }
    }

    package struct Methods: Sendable, Equatable {
        /// Nil when a stage with deals has no probability.
        package let template: Int64?
        package let statistical: Int64
        package let model: Int64

        package init(template: Int64?, statistical: Int64, model: Int64) {
            self.template = template
            self.statistical = statistical
            self.model = model
        }
    }

    package struct Accuracy: Sendable, Equatable {
        package let periods: Int
        package let horizon: Double
        package let template: Double?
        package let statistical: Double?
        package let model: Double?
        /// What was won in all these periods; nil: not counted.
        package let wins: Int?
        /// With fewer wins the accuracy of any method is luck.
        package static let fewWins = 12
        package var isLuck: Bool { wins.map { $0 < Self.fewWins } ?? false }

        package init(
            periods: Int, horizon: Double, template: Double?, statistical: Double?, model: Double?, wins: Int? = nil
        ) {
            self.wins = wins
            self.periods = periods
            self.horizon = horizon
            self.template = template
            self.statistical = statistical
            self.model = model
        }
    }

    package init(
        head: ReportHead, stages: [Stage], newBusiness: Methods, wonToDate: Int64, totals: Methods, accuracy: Accuracy?,
        isBeingMeasured: Bool = false, headline: Headline.Method = .model, fromWon: Methods? = nil
    ) {
        self.fromWon = fromWon
        self.isBeingMeasured = isBeingMeasured
        self.head = head
        self.stages = stages
        self.newBusiness = newBusiness
        self.wonToDate = wonToDate
        self.totals = totals
        self.accuracy = accuracy
        self.headline = headline
    }
}
