internal import SalesDomain
internal import Texts

/// What the next statement puts right of earlier ones, period by period, in one sentence.
struct PendingCorrections {
    let lines: [CommissionLine]
    let currency: Currency
    let frame: Frame

    private var calendar: CompanyCalendar { frame.company.calendar }

    /// Nil where nothing is to be put right.
    var words: String? {
        let byPeriod = Dictionary(grouping: lines.filter { $0.amount != 0 }) { $0.period ?? "" }
        let sums = byPeriod.compactMap { name, lines -> (period: Period, sum: Int64)? in
            let sum = lines.total(\.amount)
            return sum == 0 ? nil : Period(name: name, in: calendar).map { ($0, sum) }
        }.sorted { $0.period.start < $1.period.start }
        guard !sums.isEmpty else { return nil }
        let texts = frame.texts
        let said = sums.map { texts.period($0.period, in: calendar) + " " + texts.signedAmount($0.sum, currency) }
        return texts("bonus.pending", ["what": .text(said.joined(separator: ", "))])
    }
}
