/// A plan and a forecast in pieces beside each other, rounded so that the difference is that of what is shown, and so that
/// the range around it says what it says unrounded: with decimals, at most two, only where whole numbers would hide that.
struct PiecesApart {
    let places: Int
    let plan: Double?
    let forecast: Double
    /// Forecast less plan; nil without a plan.
    let deviation: Double?
    /// Half of the 80 % range.
    let margin: Double

    /// - Parameter places: those of the column; nil: those that it needs itself.
    init(_ plan: Double?, _ forecast: Double, margin: Double, places: Int? = nil) {
        let places = places ?? PiecesApart.places([(plan, forecast, margin)])
        let (shownPlan, shown) = (plan.map { PiecesApart.rounded($0, places) }, PiecesApart.rounded(forecast, places))
        self.places = places
        self.plan = shownPlan
        self.forecast = shown
        self.margin = PiecesApart.rounded(margin, places)
        deviation = shownPlan.map { PiecesApart.rounded(shown - $0, places) }
    }

    /// So many as all rows of a column need.
    static func places(_ rows: [(plan: Double?, forecast: Double, margin: Double)]) -> Int {
        (0..<2).first { places in
            rows.allSatisfy { row in
                guard let plan = row.plan else { return true }
                return side(plan, row.forecast, row.margin, places) == Side(row.forecast - plan, row.margin)
            }
        } ?? 2
    }

    /// Where the range lies against nothing.
    private enum Side: Equatable {
        case below, around, above
        init(_ deviation: Double, _ margin: Double) {
            self = deviation + margin < 0 ? .below : deviation - margin > 0 ? .above : .around
        }
    }

    private static func side(_ plan: Double, _ forecast: Double, _ margin: Double, _ places: Int) -> Side {
        let deviation = rounded(rounded(forecast, places) - rounded(plan, places), places)
        return Side(deviation, rounded(margin, places))
    }

    private static func rounded(_ value: Double, _ places: Int) -> Double {
        let power = [1.0, 10, 100][places]
        return (value * power).rounded(.toNearestOrAwayFromZero) / power
    }
}
