internal import Foundation
internal import SalesDomain
internal import SalesFacts

/// What returning to a lost deal adds: how often deals that were taken up were won in time, less how often such customers
/// would have bought anyway.
struct TakingUp {
    /// A loss that somebody went back to.
    struct Trial {
        /// Months between the loss and the taking up.
        let month: Int
        let isWon: Bool
        /// The customer's chance, by their own past, to buy of that product anyway within as many days.
        let anyway: Double
    }

    /// Trials' worth with which all are drawn to "adds nothing", and each month to all.
    private static let doubt = 10.0
    private static let pool = 20.0

    private let won: [Double]

    init(_ trials: [Trial], months: Int) {
        let number = Double(trials.count)
        let anyway = number > 0 ? trials.reduce(0) { $0 + $1.anyway } / number : 0
        let all = (trials.reduce(0) { $0 + ($1.isWon ? 1 : 0) } + TakingUp.doubt * anyway) / (number + TakingUp.doubt)
        won = (0..<months).map { month in
            let own = trials.filter { $0.month == month }
            return (Double(own.count { $0.isWon }) + TakingUp.pool * all) / (Double(own.count) + TakingUp.pool)
        }
    }

    /// 0…1: by how much a return so long after the loss makes a win likelier, for a customer who buys anyway so often.
    func adds(month: Int, anyway: Double) -> Double {
        guard won.indices.contains(month) else { return 0 }
        return max(0, won[month] - anyway)
    }
}

/// How often customers buy of a product by themselves: their own wins so far, drawn to what is usual of the product.
struct BuyingRates {
    private let wins: DealRuns
    /// Of each account, the day of its first deal.
    private var first = NumberMap(missing: Int32.max)
    /// Wins a day of one customer, by product.
    private var usual: [Int32: Double] = [:]
    private let horizon: Double

    /// Purchases' worth of the usual rate.
    private static let prior = 2.0
    private static let shortest = 90.0

    init(_ cut: Cut, horizon: Int32) {
        self.horizon = Double(horizon)
        wins = cut.runs({ cut.state[$0] == StageTable.won ? cut.since[$0] : nil }, by: cut.need)
        var (customers, number) = ([Int32](), [Int32: Int]())
        for deal in 0..<cut.count where cut.account[deal] >= 0 {
            let (account, known) = (cut.account[deal], first[Int64(cut.account[deal])])
            if known == .max { customers.append(account) }
            if cut.created[deal] < known { first[Int64(account)] = cut.created[deal] }
            if cut.state[deal] == StageTable.won { number[cut.product[deal], default: 0] += 1 }
        }
        let exposure = customers.reduce(0) {
            $0 + max(BuyingRates.shortest, Double(cut.today.number - first[Int64($1)]))
        }
        usual = number.mapValues { Double($0) / max(1, exposure) }
    }

    /// Within the horizon from `day`, by what was bought before that day.
    func chance(_ account: Int32, _ product: Int32, on day: Int32) -> Double {
        let usual = usual[product] ?? 0
        guard usual > 0 else { return 0 }
        var (wins, watched) = (0.0, 0.0)
        if account >= 0, first[Int64(account)] != .max {
            watched = max(0, Double(day - first[Int64(account)]))
            wins = Double(self.wins[Cut.need(account, product)].prefix { $0.day < day }.count)
        }
        return 1 - exp(-horizon * (wins + BuyingRates.prior) / (watched + BuyingRates.prior / usual))
    }
}

extension TakingUp {
    /// Losses that somebody went back to within a year, long enough ago to know how it ended: the deal itself came back
    /// to an open stage, or a new one of the same customer and product began within half a year.
    init(_ cut: Cut, _ rates: BuyingRates, months: Int, horizon: Int32) {
        let begun = cut.runs({ cut.created[$0] }, by: cut.need)
        let (start, value, day) = (cut.steps.start, cut.steps.value, cut.steps.day)
        /// By the deal that came back, of the last loss before it: each return is one trial.
        var trials: [Int: (loss: Int32, trial: Trial)] = [:]
        for deal in 0..<cut.count {
            let rows = Int(start[deal])..<Int(start[deal + 1])
            for row in rows where value[row] == StageTable.lost {
                let loss = day[row]
                guard let back = TakingUp.back(cut, deal, rows, after: row, begun),
                    back.day + horizon <= cut.today.number,
                    Int(back.day - loss) / 30 < months, loss >= trials[back.deal]?.loss ?? .min
                else { continue }
                trials[back.deal] = (
                    loss,
                    Trial(
                        month: Int(back.day - loss) / 30, isWon: back.won.map { $0 <= back.day + horizon } ?? false,
                        anyway: rates.chance(cut.account[deal], cut.product[deal], on: back.day))
                )
            }
        }
        self.init(trials.sorted { $0.key < $1.key }.map(\.value.trial), months: months)
    }

    private static let soon: Int32 = 180

    /// When it was on the table again, and when that was won.
    private static func back(
        _ cut: Cut, _ deal: Int, _ rows: Range<Int>, after row: Int, _ begun: DealRuns
    ) -> (deal: Int, day: Int32, won: Int32?)? {
        let loss = cut.steps.day[row]
        if row + 1 < rows.upperBound, StageTable.isOpen(cut.steps.value[row + 1]) {
            let won = rows.first { $0 > row && cut.steps.value[$0] == StageTable.won }
            return (deal, cut.steps.day[row + 1], won.map { cut.steps.day[$0] })
        }
        guard cut.account[deal] >= 0,
            let next = begun[cut.need(deal)].first(where: { $0.day > loss && $0.day <= loss + soon })
        else { return nil }
        let came = Int(next.deal)
        return (came, next.day, cut.state[came] == StageTable.won ? cut.since[came] : nil)
    }
}
