/// What the forecaster says of one node, in amount or in count: totals of the whole period.
package struct Estimate: Sendable {
    package var wonToDate: Double
    /// Nil when a stage with deals has no template probability.
    package var template: Double?
    package var statistical: Double
    /// Of the model: still to come from deals open now, and from deals not entered yet. mean = wonToDate + both.
    package var fromOpen: Double
    package var fromNew: Double
    /// Its mean is wonToDate + fromOpen + fromNew.
    package var distribution: Distribution
    /// Nil while there is no full period before this one.
    package var naiveLast: Double?
    package var naiveMean3: Double?
    /// Standard deviation of what is still to come when every chance is known: nothing can be forecast better.
    package var noise: Double
    /// From deals not entered yet, as the model of deals alone has it: before the blend and the levels.
    package var newByDeals: Double

    package init(
        wonToDate: Double, template: Double?, statistical: Double, fromOpen: Double, fromNew: Double,
        distribution: Distribution, naiveLast: Double?, naiveMean3: Double?, noise: Double,
        newByDeals: Double = 0
    ) {
        self.newByDeals = newByDeals
        self.wonToDate = wonToDate
        self.template = template
        self.statistical = statistical
        self.fromOpen = fromOpen
        self.fromNew = fromNew
        self.distribution = distribution
        self.naiveLast = naiveLast
        self.naiveMean3 = naiveMean3
        self.noise = noise
    }
}

/// One open deal.
package struct DealEstimate: Sendable {
    /// Its index in the history.
    package var deal: Int32
    package var winInPeriod: Double
    /// Within 730 days.
    package var winEver: Double
    /// Value if won, minor units.
    package var value: Double
    /// Median day of the win, nil when it is unlikely to be won; and its 10 % and 90 % days.
    package var expectedClose: Int32?
    package var closeP10: Int32?
    package var closeP90: Int32?
    /// Logarithms of multipliers on the intensity of winning; they add up.
    package var reasons: [Reason]
    /// σ of the logarithm of what it brings if won, to `value`.
    package var spread: Double

    package init(
        deal: Int32, winInPeriod: Double, winEver: Double, value: Double, expectedClose: Int32?, closeP10: Int32?,
        closeP90: Int32?, reasons: [Reason], spread: Double = 0
    ) {
        self.spread = spread
        self.deal = deal
        self.winInPeriod = winInPeriod
        self.winEver = winEver
        self.value = value
        self.expectedClose = expectedClose
        self.closeP10 = closeP10
        self.closeP90 = closeP90
        self.reasons = reasons
    }
}

package struct Reason: Sendable, Equatable {
    package enum Cause: String, Sendable, CaseIterable {
        case stage, age, owner, product, source, account, due, amount
        case weekday = "calendar"
    }
    package var cause: Cause
    package var logMultiplier: Double
    package init(cause: Cause, logMultiplier: Double) {
        self.cause = cause
        self.logMultiplier = logMultiplier
    }
}

/// A stage whose deals move on, or are lost, at another pace than before, and not because everybody's do.
package struct PaceChange: Sendable, Equatable {
    /// Index of the open stage in the history.
    package var stage: Int
    /// Of losses; else of wins and moves.
    package var isLosing: Bool
    /// Pace now against before.
    package var ratio: Double
    /// First day of the new pace, about.
    package var since: Int32
    package init(stage: Int, isLosing: Bool, ratio: Double, since: Int32) {
        self.stage = stage
        self.isLosing = isLosing
        self.ratio = ratio
        self.since = since
    }
}

/// How the figure came about, for the page to say.
package struct Method: Sendable, Equatable {
    package enum Basis: String, Sendable {
        /// No closed deal yet: the template's intensities.
        case template
        /// Fewer than 30 closed deals.
        case little
        case learned
    }
    package var basis: Basis
    package var closedDeals: Int
    package var hasStageHistory: Bool
    /// Share of the pipeline group in the blend, 0…1.
    package var pipelineWeight: Double
    /// The whole company's.
    package var processIsChanging: Bool
    /// A baseline that beat the model by more than one standard error over at least 6 windows.
    package var betterBaseline: String?
    /// Of single stages, not long ago; the surest first.
    package var stageChanges: [PaceChange]
    package init(
        basis: Basis, closedDeals: Int, hasStageHistory: Bool, pipelineWeight: Double, processIsChanging: Bool,
        betterBaseline: String?, stageChanges: [PaceChange] = []
    ) {
        self.basis = basis
        self.closedDeals = closedDeals
        self.hasStageHistory = hasStageHistory
        self.pipelineWeight = pipelineWeight
        self.processIsChanging = processIsChanging
        self.betterBaseline = betterBaseline
        self.stageChanges = stageChanges
    }
}

package struct Answer: Sendable {
    /// By node; means add up over children to within rounding of `Double`.
    package var amount: [Estimate]
    package var count: [Estimate]
    package var method: Method
    /// Filled when asked for.
    package var deals: [DealEstimate]
    /// Every open deal, filled when asked for.
    package var chances: [OpenChance]
    package init(
        amount: [Estimate], count: [Estimate], method: Method, deals: [DealEstimate], chances: [OpenChance] = []
    ) {
        self.amount = amount
        self.count = count
        self.method = method
        self.deals = deals
        self.chances = chances
    }
}
