import SalesDomain

/// A minute on the company's clock.
struct Moment: Comparable {
    let day: Day
    /// 0 is midnight.
    let minute: Int

    static func < (left: Moment, right: Moment) -> Bool { (left.day, left.minute) < (right.day, right.minute) }

    /// `2026-10-01T09:54:00`, without an offset: the importer reads it in the company's zone.
    var text: String {
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day)T\(two(minute / 60)):\(two(minute % 60)):00"
    }

    /// `minutes` later, and still the same day.
    func later(_ minutes: Int) -> Moment { Moment(day: day, minute: min(minute + minutes, 1439)) }
}
