/// One pipeline (or several read together) in plain numbers, as it was known at one instant. Nothing recorded later is in it, so whatever is
/// computed from it cannot leak from the future. Days are numbers since 1970-01-01; amounts are minor units of the base
/// currency as whole `Double`s, NaN where not known; with `rates` they are those of their own currency.
///
/// Steps, amounts and dues are sequences per deal in compressed rows: those of deal `i` stand at
/// `stepStart[i]..<stepStart[i + 1]`, oldest first. `…Known` is the day on which the entry was *recorded*: at the start of
/// an earlier day `t` exactly the entries with `known < t` were known (`asOf(startOf:)`).
package struct History: Sendable {
    /// The first day that is not over: at the start of a day, that day; at noon, the same day (its entries so far are in).
    package var today: Int32
    package var stages: Stages
    package var calendar: Calendar

    // Deals, `count` of each.
    package var created: [Int32]
    package var createdKnown: [Int32]
    /// Index into `stages`' pipelines: to which one the deal belongs.
    package var pipeline: [Int32]
    /// Groups by code; -1 is nobody, none, not known.
    package var owner: [Int32]
    package var product: [Int32]
    package var source: [Int32]
    /// 1 when the account had won a deal before this one was created, 0 when not, -1 when there is no account.
    package var returning: [Int8]

    // Where each deal stood: open stage 0..<K, `Stages.won`, `Stages.lost`, `Stages.unknown` (open, stage not recorded).
    package var stepStart: [Int32]
    package var stepDay: [Int32]
    package var stepKnown: [Int32]
    package var stepState: [Int16]

    // What each deal was said to be worth.
    package var amountStart: [Int32]
    package var amountDay: [Int32]
    package var amountKnown: [Int32]
    package var amountValue: [Double]

    // When each deal was expected to close; Int32.max is "no date".
    package var dueStart: [Int32]
    package var dueDay: [Int32]
    package var dueKnown: [Int32]
    package var dueValue: [Int32]

    /// Its currency has no rate: the deal counts, but its money is in no sum and no average.
    package var moneyless: [Bool]
    /// By owner code: somebody who no longer works here gets no new business.
    package var ownerActive: [Bool]
    /// List price by product code, NaN where none: the value of an open deal without an amount.
    package var productPrice: [Double]
    /// Nil when all money is in the base currency.
    package var rates: Rates?

    /// Where deals stand now, for those who know it; else it is read off the steps.
    package var standing: Known?

    package struct Known: Sendable {
        /// Open deals, ascending.
        let open: [Int32]
        /// Won deals in order of the day of the win, those of one day ascending; and those days.
        let won: [Int32]
        let wonDay: [Int32]
        package init(open: [Int32], won: [Int32], wonDay: [Int32]) {
            self.open = open
            self.won = won
            self.wonDay = wonDay
        }
    }

    package struct Stages: Sendable {
        package static let won: Int16 = 10_000
        package static let lost: Int16 = 10_001
        package static let unknown: Int16 = -1
        /// Template probability of each open stage in order of position, NaN where the company never said.
        package var probability: [Double]
        /// To which pipeline each open stage belongs; the stages of one pipeline stand together, in order.
        package var pipeline: [Int32]
        package init(probability: [Double], pipeline: [Int32]) {
            self.probability = probability
            self.pipeline = pipeline
        }
    }

    /// What each day is, from `firstDay` on; long enough for the whole history and 800 days past `today`.
    package struct Calendar: Sendable {
        package var firstDay: Int32
        /// 0 Monday … 6 Sunday; a day off by the company's calendar counts as 6.
        package var weekday: [UInt8]
        package var working: [Bool]
        /// 0, 1, 2: month within the fiscal quarter.
        package var monthOfQuarter: [UInt8]
        /// 0…11: month of the fiscal year.
        package var monthOfYear: [UInt8]
        package init(
            firstDay: Int32, weekday: [UInt8], working: [Bool], monthOfQuarter: [UInt8], monthOfYear: [UInt8]
        ) {
            self.firstDay = firstDay
            self.weekday = weekday
            self.working = working
            self.monthOfQuarter = monthOfQuarter
            self.monthOfYear = monthOfYear
        }
    }

    package init(
        today: Int32, stages: Stages, calendar: Calendar, created: [Int32], createdKnown: [Int32], pipeline: [Int32],
        owner: [Int32], product: [Int32], source: [Int32], returning: [Int8], stepStart: [Int32], stepDay: [Int32],
        stepKnown: [Int32], stepState: [Int16], amountStart: [Int32], amountDay: [Int32], amountKnown: [Int32],
        amountValue: [Double], dueStart: [Int32], dueDay: [Int32], dueKnown: [Int32], dueValue: [Int32],
        moneyless: [Bool], ownerActive: [Bool], productPrice: [Double],
        rates: Rates? = nil, standing: Known? = nil
    ) {
        self.today = today
        self.stages = stages
        self.calendar = calendar
        self.created = created
        self.createdKnown = createdKnown
        self.pipeline = pipeline
        self.owner = owner
        self.product = product
        self.source = source
        self.returning = returning
        self.stepStart = stepStart
        self.stepDay = stepDay
        self.stepKnown = stepKnown
        self.stepState = stepState
        self.amountStart = amountStart
        self.amountDay = amountDay
        self.amountKnown = amountKnown
        self.amountValue = amountValue
        self.dueStart = dueStart
        self.dueDay = dueDay
        self.dueKnown = dueKnown
        self.dueValue = dueValue
        self.moneyless = moneyless
        self.ownerActive = ownerActive
        self.productPrice = productPrice
        self.rates = rates
        self.standing = standing
    }
}
