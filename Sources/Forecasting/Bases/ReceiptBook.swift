import Foundation

/// Everything that is read off what came once: won deals, the lag from won to paid, how late promises are kept, and what
/// goes back.
struct ReceiptBook: Sendable {
    let history: History
    let receipts: Receipts
    /// Deals that are won, their days and values (NaN: not known), and all with anything that came.
    let won: [Int32]
    let wonDay: [Int32]
    let value: [Double]
    let firstDay: Int32
    /// How much more comes than deals are said to be worth (taxes): 1, or more when it is clearly more.
    let gross: Double
    let lag: LagFit
    /// Since `early` days before the day that was promised.
    let late: LagFit
    let back: LagFit
    let instalments: Instalments

    /// Promises may be kept before their day.
    static let early: Int32 = 14
    /// Years that teach.
    static let memory: Int32 = 1095

    init(_ history: History, _ receipts: Receipts) {
        let today = history.today
        let standing = Standing(history)
        var wonDay = [Int32](repeating: .max, count: history.created.count)
        var won = [Int32]()
        for deal in wonDay.indices where standing.state[deal] == History.Stages.won {
            wonDay[deal] = standing.since[deal]
            won.append(Int32(deal))
        }
        let value = standing.amount.indices.map { deal -> Double in
            let said = history.moneyless[deal] ? Double.nan : standing.amount[deal]
            return said > 0 ? said : .nan
        }
        let firstDay = receipts.firstDay ?? today
        let came = receipts.kind.indices.lazy.filter { receipts.kind[$0] == .came }.map { receipts.day[$0] }
        let clock = LagClock(history.calendar, days: came, from: max(firstDay, today - ReceiptBook.memory), to: today)
        let learning = Learning(
            history: history, receipts: receipts, won: won, wonDay: wonDay, value: value, firstDay: firstDay)
        let gross = learning.gross()
        self.history = history
        self.receipts = receipts
        self.won = won
        self.wonDay = wonDay
        self.value = value
        self.firstDay = firstDay
        self.gross = gross
        let groups = Int(history.product.max() ?? -1) + 1
        lag = LagFit(
            learning.wins(gross), clock, groups: groups, today: today, usual: Usual.lag, weight: 2)
        late = LagFit(learning.promises(), clock, groups: 0, today: today, usual: Usual.late, weight: 5)
        instalments = Instalments(learning.payments(gross), groups: groups)
        let refunds = learning.refunds()
        back =
            refunds.contains { !$0.events.isEmpty }
            ? LagFit(refunds, clock, groups: 0, today: today, usual: Usual.back, weight: 0.5) : .nothing(clock)
    }

    /// Chances a day where nothing was seen, by `LagFit.bounds`.
    private enum Usual {
        static let lag = [0.05, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.02, 0.015, 0.01, 0.005, 0.002, 0.001]
        static let late = [0.03, 0.03, 0.03, 0.03, 0.2, 0.1, 0.05, 0.05, 0.02, 0.02, 0.005, 0.002, 0.001]
        static let back = [Double](repeating: 1e-5, count: LagFit.bins)
    }

    /// A deal that was won before anything was written down, and of which nothing is: nobody knows.
    func isUnknown(_ deal: Int) -> Bool { wonDay[deal] < firstDay && receipts.rows(of: deal).isEmpty }

    /// As it was known at the start of `day`; nil: everything that is known, with what came on the day itself.
    func schedule(of deal: Int, at day: Int32?) -> (paid: Double, schedule: Schedule) {
        var paid = 0.0
        var promises = [Schedule.Promise]()
        let limit = day ?? history.today + 1
        for row in receipts.rows(of: deal) where day.map({ receipts.known[row] < $0 }) ?? true {
            switch receipts.kind[row] {
            case .came where receipts.day[row] < limit: paid += receipts.share[row]
            case .came, .promised:
                promises.append(
                    Schedule.Promise(
                        day: receipts.day[row], known: receipts.known[row], share: receipts.share[row]))
            case .back: break
            }
        }
        return (paid, Schedule(promises))
    }
}
