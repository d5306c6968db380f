import SalesDomain

/// A bank's rates, one each week: a slow climb with noise.
struct ExchangeRates {
    private var weeks: [(day: Day, rates: [String: Double])] = []

    init(from first: Day, to last: Day, seed: UInt64) {
        var chance = Chance(seed: seed, stream: "rates")
        var dollar = 36.6
        var cross = 1.07
        var day = first + -(first.weekday + 7)
        while day < last {
            weeks.append((day, ["USD": rounded(dollar), "EUR": rounded(dollar * cross)]))
            dollar *= 1.0009 + 0.004 * chance.bell()
            cross *= 1.0003 + 0.005 * chance.bell()
            day = day + 7
        }
    }

    /// Hryvnias for one unit.
    func rate(of currency: String, on day: Day) -> Double {
        let index = max(0, min(weeks.count - 1, (day - weeks[0].day) / 7))
        return weeks[index].rates[currency] ?? 1
    }

    var sheet: Sheet {
        var sheet = Sheet("rates.csv", "date", "currency", "rate", "source")
        for week in weeks {
            for (currency, rate) in week.rates.sorted(by: { $0.key < $1.key }) {
                sheet.add(week.day.description, currency, Decimals.text(rate, places: 4), "bank")
            }
        }
        return sheet
    }

    private func rounded(_ rate: Double) -> Double { (rate * 10_000).rounded() / 10_000 }
}
