/// How far off the day is on which an open deal is expected to close.
enum DueBucket {
    /// Overdue by more than thirty days, overdue, due within a week, a month, three months, later; and without a date.
    static let count = 7
    static let undated = 6
    /// Least days left in each bucket but the first.
    static let bounds: [Int32] = [-30, 0, 8, 31, 91]

    /// - Parameter left: days from the day in question to the expected one, below zero when it has passed.
    @inline(__always) static func of(left: Int) -> Int {
        if left < 0 { return left < -30 ? 0 : 1 }
        if left < 31 { return left < 8 ? 2 : 3 }
        return left < 91 ? 4 : 5
    }

    /// - Parameter due: Int32.max is "no date".
    @inline(__always) static func of(due: Int32, on day: Int32) -> Int {
        due == .max ? undated : of(left: Int(due) - Int(day))
    }
}

extension History {
    /// The expected close as it was known at the start of a day; Int32.max is "no date".
    func due(of deal: Int, before day: Int32) -> Int32 {
        var row = Int(dueStart[deal + 1]) - 1
        let first = Int(dueStart[deal])
        while row >= first, dueDay[row] >= day || dueKnown[row] >= day { row -= 1 }
        return row >= first ? dueValue[row] : .max
    }
}
