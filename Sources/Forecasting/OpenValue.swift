import Foundation

/// What an open deal is worth before any correction: its amount, else its product's price, else the average of won
/// deals like it: of the same pipeline and product, else of the same pipeline. A pipeline in which nothing was won with
/// an amount has the average of whatever is known of its deals; one without any amount at all is worth nothing.
struct OpenValue: Sendable {
    private let prices: [Double]
    /// Averages by pipeline, then product; NaN where none was won with an amount.
    private let alike: [Double]
    /// By pipeline; zero where nothing is known.
    private let byPipeline: [Double]
    /// Of all won deals, whatever their pipeline; without one, of what is known of deals.
    let overall: Double

    /// - Parameter day: what was known at its start.
    init(_ history: History, _ wins: Wins, before day: Int32) {
        var won = WonAverages(history)
        won.add(wins, 0..<wins.count, history)
        self.init(history, won, before: day)
    }

    /// As of each of some days, ascending: what was won is gone through once for all of them.
    static func each(_ history: History, _ wins: Wins, before days: [Int32]) -> [OpenValue] {
        var won = WonAverages(history)
        var row = 0
        return days.map { day in
            let count = wins.before(day).count
            won.add(wins, row..<count, history)
            row = count
            return OpenValue(history, won, before: day)
        }
    }

    private init(_ history: History, _ won: WonAverages, before day: Int32) {
        var byPipeline = won.byPipeline
        if byPipeline.hasGaps { byPipeline.fill(with: OpenValue.said(history, won.pipelines, before: day)) }
        prices = history.prices(on: history.rateDay(day))
        alike = won.alike.means
        self.byPipeline = byPipeline.means.map { $0.isNaN ? 0 : $0 }
        overall = won.byPipeline.overall ?? byPipeline.overall ?? 0
    }

    private init(_ other: OpenValue, prices: [Double]) {
        self.prices = prices
        (alike, byPipeline, overall) = (other.alike, other.byPipeline, other.overall)
    }

    /// The same averages with the list prices of another moment.
    func with(prices: [Double]) -> OpenValue { OpenValue(self, prices: prices) }

    func value(amount: Double, product: Int32, pipeline: Int32, moneyless: Bool) -> Double {
        if moneyless { return 0 }
        if !amount.isNaN { return amount }
        let (product, pipeline) = (Int(product), Int(pipeline))
        guard byPipeline.indices.contains(pipeline) else { return overall }
        guard prices.indices.contains(product) else { return byPipeline[pipeline] }
        if !prices[product].isNaN { return prices[product] }
        let place = pipeline * prices.count + product
        return alike.indices.contains(place) && !alike[place].isNaN ? alike[place] : byPipeline[pipeline]
    }

    /// What was said of deals, won or not: their amounts, else their products' prices.
    private static func said(_ history: History, _ pipelines: Int, before day: Int32) -> Averages {
        var said = Averages(pipelines)
        let prices = history.prices(on: history.rateDay(day))
        for deal in history.created.indices where history.created[deal] < day && !history.moneyless[deal] {
            let amount = history.amount(of: deal, at: day - 1, ratesOf: history.rateDay(day))
            let product = Int(history.product[deal])
            let known = amount.isNaN && product >= 0 ? prices[product] : amount
            if !known.isNaN { said.add(known, at: Int(history.pipeline[deal])) }
        }
        return said
    }
}

/// What deals were won for, by pipeline and by product of each.
private struct WonAverages {
    let pipelines: Int
    private let products: Int
    private(set) var byPipeline: Averages
    private(set) var alike: Averages

    init(_ history: History) {
        products = history.productPrice.count
        pipelines = Int(history.pipeline.greatest ?? -1) + 1
        byPipeline = Averages(pipelines)
        alike = Averages(pipelines * products)
    }

    mutating func add(_ wins: Wins, _ rows: Range<Int>, _ history: History) {
        for row in rows where !wins.value[row].isNaN {
            let pipeline = Int(history.pipeline[Int(wins.deal[row])])
            byPipeline.add(wins.value[row], at: pipeline)
            let product = Int(wins.product[row])
            if product >= 0 { alike.add(wins.value[row], at: pipeline * products + product) }
        }
    }
}

/// Means of several groups, gathered one by one.
private struct Averages {
    private var sum: [Double]
    private var number: [Double]

    init(_ groups: Int) {
        sum = [Double](repeating: 0, count: groups)
        number = sum
    }

    mutating func add(_ value: Double, at group: Int) {
        sum[group] += value
        number[group] += 1
    }

    mutating func fill(with other: Averages) {
        for group in sum.indices where number[group] == 0 {
            (sum[group], number[group]) = (other.sum[group], other.number[group])
        }
    }

    var hasGaps: Bool { number.contains(0) }
    var means: [Double] { zip(sum, number).map { $1 > 0 ? $0 / $1 : .nan } }
    var overall: Double? {
        let all = number.reduce(0, +)
        return all > 0 ? sum.reduce(0, +) / all : nil
    }
}
