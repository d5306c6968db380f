/// What money in other currencies is worth on each day: what was said of a deal stays as it was said, and every moment
/// converts it at its own rate, so that no past moment depends on a later one. Wins are worth what they were on their day.
package struct Rates: Sendable {
    /// By deal: index into `factors`.
    package var currency: [Int16]
    /// By product code: of its list price.
    package let priceCurrency: [Int16]
    private let firstDay: Int32
    /// By currency: minor units of the base for one of its own at the start of each day from `firstDay` on, the last ones
    /// for good; empty for the base currency.
    private let factors: [[Double]]
    /// Nothing later is known.
    private var lastDay: Int32

    /// - Parameter factors: up to and with the day after the history's `today`, whose rates are those of the moment itself.
    package init(currency: [Int16], priceCurrency: [Int16], firstDay: Int32, factors: [[Double]]) {
        self.currency = currency
        self.priceCurrency = priceCurrency
        self.firstDay = firstDay
        self.factors = factors
        lastDay = firstDay + Int32(factors.map(\.count).max() ?? 1) - 1
    }

    /// As known at the start of a day.
    func before(_ day: Int32, currency: [Int16]) -> Rates {
        var rates = self
        rates.currency = currency
        rates.lastDay = min(lastDay, day)
        return rates
    }

    /// Whole minor units of the base currency; NaN when no sum could hold them.
    func worth(_ own: Double, in currency: Int16, on day: Int32) -> Double {
        let factors = factors[Int(currency)]
        guard !factors.isEmpty else { return own }
        let value = own * factors[Int(max(0, min(day, lastDay) - firstDay))]
        return abs(value) < 1e16 ? value.rounded() : .nan
    }

    /// For telling days apart: all rates of the start of a day.
    func print(_ day: Int32) -> UInt64 {
        factors.reduce(1) { print, factors in
            factors.isEmpty ? print : mixed(print, factors[Int(max(0, min(day, lastDay) - firstDay))].bitPattern)
        }
    }
}

extension History {
    /// The day whose rates hold at the moment itself.
    static let now = Int32.max

    /// What was said of a deal, in the base currency at the rates of the start of a day.
    @inline(__always) func worth(_ own: Double, of deal: Int, on day: Int32) -> Double {
        guard let rates else { return own }
        return rates.worth(own, in: rates.currency[deal], on: day)
    }

    /// List prices at the rates of the start of a day.
    func prices(on day: Int32) -> [Double] {
        guard let rates else { return productPrice }
        return productPrice.indices.map { rates.worth(productPrice[$0], in: rates.priceCurrency[$0], on: day) }
    }

    /// The day of whose rates a moment is: its own, or the very last ones at the history's own moment.
    func rateDay(_ day: Int32) -> Int32 { day < today ? day : History.now }

    /// What was said last; of a deal that is won at the rates of that day, else at those of the moment.
    func lastAmount(of deal: Int, wonOn day: Int32?) -> Double {
        let last = Int(amountStart[deal + 1]) - 1
        return last >= Int(amountStart[deal]) ? worth(amountValue[last], of: deal, on: day ?? History.now) : .nan
    }

    /// As said by the end of a day, at the rates of another; NaN before anything was said.
    func amount(of deal: Int, at day: Int32, ratesOf rateDay: Int32) -> Double {
        var row = Int(amountStart[deal + 1]) - 1
        let first = Int(amountStart[deal])
        while row >= first, amountDay[row] > day { row -= 1 }
        return row >= first ? worth(amountValue[row], of: deal, on: rateDay) : .nan
    }

    /// What was said at first, at the rates of that day.
    func firstAmount(of deal: Int) -> Double {
        let first = Int(amountStart[deal])
        guard first < Int(amountStart[deal + 1]) else { return .nan }
        return worth(amountValue[first], of: deal, on: amountDay[first])
    }
}
