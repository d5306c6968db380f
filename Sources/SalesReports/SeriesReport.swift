package import SalesDomain
package import SalesFacts

/// What is counted: deals that came in or were won, things that people did, or a series that was given in numbers.
package enum Counted: Hashable, Sendable {
    case created
    case won
    case activity(Activity.Kind, Activity.Direction?)
    /// A series of `series.csv`, by its name.
    case points(String)
}

package struct SeriesRequest: Hashable, Sendable {
    package enum Grain: String, Sendable, CaseIterable { case day, week, month }

    package var asOf: Instant
    package var counted: Counted
    package var grain: Grain
    /// How many periods to forecast, the present one first.
    package var ahead: Int
    package var scope: Scope
    package var pipelines: PipelineChoice

    package init(
        asOf: Instant, counted: Counted, grain: Grain = .week, ahead: Int? = nil, scope: Scope = .company,
        pipelines: PipelineChoice = .sales
    ) {
        self.asOf = asOf
        self.counted = counted
        self.grain = grain
        self.ahead = ahead ?? grain.usual
        self.scope = scope
        self.pipelines = pipelines
    }
}

extension SeriesRequest.Grain {
    fileprivate var usual: Int {
        switch self {
        case .day: 14
        case .week: 8
        case .month: 6
        }
    }
}

/// How many are to come in each period, and how right that would have been in the past.
package struct SeriesReport: Sendable, Equatable {
    package let asOf: Instant
    package let counted: Counted
    package let grain: SeriesRequest.Grain
    package let scope: Scope
    package let steps: [Step]
    /// Past periods, each forecast at its start; oldest first.
    package let rows: [Row]
    package let accuracy: Accuracy
    /// "mean", "weekly" or "series"; "negative_binomial" or "conformal".
    package let method: String
    package let interval: String
    /// Of a series that was given in numbers: the first day of which nothing is known, today or earlier.
    package let knownBefore: Day?
    /// Days within it without a number, of which the mean of those around them is supposed.
    package let untold: [Range<Day>]

    /// Nothing of the kind was ever counted.
    package init(ofNothing request: SeriesRequest) {
        self.init(
            asOf: request.asOf, counted: request.counted, grain: request.grain, scope: request.scope, steps: [],
            rows: [], accuracy: .init(model: nil, naiveLast: nil, naiveMean3: nil, coverage80: nil), method: "none",
            interval: "none")
    }

    init(
        asOf: Instant, counted: Counted, grain: SeriesRequest.Grain, scope: Scope, steps: [Step], rows: [Row],
        accuracy: Accuracy, method: String, interval: String, knownBefore: Day? = nil, untold: [Range<Day>] = []
    ) {
        self.asOf = asOf
        self.counted = counted
        self.grain = grain
        self.scope = scope
        self.steps = steps
        self.rows = rows
        self.accuracy = accuracy
        self.method = method
        self.interval = interval
        self.knownBefore = knownBefore
        self.untold = untold
    }

    package struct Step: Sendable, Equatable {
        package let start: Day
        /// The first day that is no longer in it.
        package let end: Day
        package let toDate: Double
        /// Of the whole period, as are the ends of the range of eight cases in ten.
        package let mean: Double
        package let low: Double
        package let high: Double
    }

    package struct Row: Sendable, Equatable {
        package let start: Day
        package let end: Day
        package let actual: Double
        package let model: Double
        package let naiveLast: Double
        package let naiveMean3: Double
        package let low: Double
        package let high: Double
    }

    /// 1 − Σ|actual − forecast| / Σ actual; nil with nothing counted in the past periods.
    package struct Accuracy: Sendable, Equatable {
        package let model: Double?
        package let naiveLast: Double?
        package let naiveMean3: Double?
        package let coverage80: Double?
    }
}
