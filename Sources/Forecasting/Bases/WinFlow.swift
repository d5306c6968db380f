internal import Parallel

/// When deals will be won between now and the end of a period: chances up to a few days on the way, of open deals and of
/// those not entered yet. Learned at the start of a day, with what `Learned` holds.
struct WinFlow: Sendable {
    /// Days, ascending; the last is the period's end. `chances[i]` and `new[i]` are of being won before `knots[i]`.
    let knots: [Int32]
    let chances: [Chances]
    /// By the node on which they would hang.
    private(set) var new: [Totals]

    /// So many days on the way are looked at.
    static let most: Int32 = 12

    init(_ moment: Moment, _ pipeline: PipelineFit, _ period: Window, _ shares: NewBusinessShares) {
        let today = moment.day
        let days = period.end - today
        guard days > 0 else {
            (knots, chances, new) = ([], [], [])
            return
        }
        let steps = min(days, WinFlow.most)
        let knots = (1...steps).map { today + days * $0 / steps }
        let calendar = moment.book.history.calendar
        let chances = spread(knots.count) { place in
            Chances(
                pipeline.fit, pipeline.due, calendar, today: today, period: Window(start: today, end: knots[place]))
        }
        let arrivals = knots.map { Arrivals(moment, end: $0) }
        let places = DealPlaces(pipeline.groups.flat, moment.book.dealCodes)
        new = spread(knots.count) { place in
            NewBusiness(moment, places, arrivals[place], pipeline.values, chances[place], shares: shares).own
        }
        self.knots = knots
        self.chances = chances
    }

    /// Nobody asked when deals are won.
    static let none = WinFlow()
    private init() { (knots, chances, new) = ([], [], []) }

    private init(_ other: WinFlow, _ remap: NodeMap) {
        (knots, chances) = (other.knots, other.chances)
        new = other.new.map { remap($0) }
    }

    /// The same over another tree.
    func mapped(_ remap: NodeMap) -> WinFlow { WinFlow(self, remap) }

    var size: Int { chances.reduce(0) { $0 + $1.size } }

    /// The middle of the stretch that ends with a knot.
    func middle(_ place: Int, from today: Int32) -> Int32 {
        let begin = place == 0 ? today : knots[place - 1]
        return begin + (knots[place] - begin) / 2
    }
}
