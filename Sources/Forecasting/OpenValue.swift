import Foundation

/// What an open deal is worth before any correction: its amount, else its product's price, else the average of won
/// deals of the product, else of all won deals.
struct OpenValue: Sendable {
    private let byProduct: [Double]
    private let overall: Double
    /// Averages of won deals by product, NaN where none was won.
    private let average: [Double]

    init(_ history: History, _ wins: Wins) {
        let products = history.productPrice.count
        var sum = [Double](repeating: 0, count: products)
        var number = sum
        var (allSum, allNumber) = (0.0, 0.0)
        for row in 0..<wins.count where !wins.value[row].isNaN {
            allSum += wins.value[row]
            allNumber += 1
            let product = Int(wins.product[row])
            if product >= 0 {
                sum[product] += wins.value[row]
                number[product] += 1
            }
        }
        let overall = allNumber > 0 ? allSum / allNumber : OpenValue.meanOfPrices(history.productPrice)
        self.init(
            overall: overall, average: (0..<products).map { number[$0] > 0 ? sum[$0] / number[$0] : .nan },
            prices: history.productPrice)
    }

    private init(overall: Double, average: [Double], prices: [Double]) {
        self.overall = overall
        self.average = average
        byProduct = zip(prices, average).map { !$0.isNaN ? $0 : !$1.isNaN ? $1 : overall }
    }

    /// The same averages with the list prices of another moment.
    func with(prices: [Double]) -> OpenValue { OpenValue(overall: overall, average: average, prices: prices) }

    func value(amount: Double, product: Int32, moneyless: Bool) -> Double {
        if moneyless { return 0 }
        if !amount.isNaN { return amount }
        return product >= 0 ? byProduct[Int(product)] : overall
    }

    private static func meanOfPrices(_ prices: [Double]) -> Double {
        let known = prices.filter { !$0.isNaN }
        return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count)
    }
}
