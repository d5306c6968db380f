package import SalesDomain

/// What one minor unit of a currency is worth in minor units of the base currency, as known at an instant.
package struct RateTable: Sendable {
    private let base: Currency
    /// By currency code: days ascending.
    private let rates: [String: [(day: Int32, factor: Double)]]

    init(frame: CompanyFrame, asOf: Instant) {
        base = frame.company.baseCurrency
        let zone = frame.calendar.zone
        var rates = [String: [(day: Int32, factor: Double)]]()
        // Of one day the company's own rate is the last, so it is the one taken.
        let known = frame.rates.filter { zone.start(of: $0.day) < asOf }
            .sorted { ($0.day, $0.source == .company ? 1 : 0) < ($1.day, $1.source == .company ? 1 : 0) }
        for rate in known {
            let factor = rate.rate * Double(base.scale) / Double(rate.currency.scale)
            rates[rate.currency.code, default: []].append((rate.day.number, factor))
        }
        self.rates = rates
    }

    /// By currency: what one minor unit is worth at the start of each of `days` days from `first` on, before the first rate by
    /// that one; without any rate, and for the base currency, nothing.
    package func factors(of currencies: [Currency], from first: Int32, days: Int) -> [[Double]] {
        currencies.map { currency in
            guard currency != base, let known = rates[currency.code], let earliest = known.first else { return [] }
            return (first..<first + Int32(days)).map { factor(of: currency, before: $0) ?? earliest.factor }
        }
    }

    /// The last rate set before `day` (at all, when nil); nil when there is none.
    package func factor(of currency: Currency, before day: Int32?) -> Double? {
        if currency == base { return 1 }
        guard let known = rates[currency.code] else { return nil }
        guard let day else { return known.last?.factor }
        var low = 0
        var high = known.count
        while low < high {
            let middle = (low + high) / 2
            if known[middle].day < day { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? known[low - 1].factor : nil
    }
}
