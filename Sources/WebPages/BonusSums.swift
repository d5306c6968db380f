internal import SalesDomain
internal import SalesReports
internal import Texts

/// Sums of bonuses by the period in which they are accrued: a quarter's bonus is never added to a month's.
struct BonusSums {
    struct Group {
        /// In the order of time; empty: accrued within the asked period.
        let periods: [Period]
        let rows: [BonusesPage.Row]
        var earned: Int64 { rows.total { $0.statement?.statement.total ?? $0.bonus.toDate } }
        var expected: Int64 { rows.total(\.bonus.expected) }
        /// The day after the last one that counts.
        func end(_ asked: Period) -> Day { periods.map(\.end).max() ?? asked.end }
    }

    /// Those within the asked period first.
    let groups: [Group]

    init(_ rows: [BonusesPage.Row]) {
        let byPeriods = Dictionary(grouping: rows) { $0.bonus.beyond }
        groups = byPeriods.map { Group(periods: $0.key, rows: $0.value) }.sorted { left, right in
            let (one, other) = (left.periods.first, right.periods.first)
            return (one?.start.number ?? .min, one?.end.number ?? .min)
                < (other?.start.number ?? .min, other?.end.number ?? .min)
        }
    }
}

extension BonusReport {
    /// The periods of accrual, when they are not parts of the asked one.
    var beyond: [Period] {
        let periods = accruals.map(\.period)
        return periods.allSatisfy { period.start <= $0.start && $0.end <= period.end } ? [] : periods
    }
}

extension Texts {
    /// `IV квартал 2026`; nil where the bonus is of the asked period.
    func beyond(_ bonus: BonusReport, in calendar: CompanyCalendar) -> String? {
        let periods = bonus.beyond.map { period($0, in: calendar) }
        return periods.isEmpty ? nil : periods.joined(separator: ", ")
    }
}
