/// How long things stayed in one state and how they left it, counted by whole days since they came.
package struct Stays: Sendable, Equatable {
    package enum End: Sendable { case moved, failed, open }

    /// Longer stays count as this long.
    package static let longest = 1_095

    private(set) var moved: [Int] = []
    private(set) var failed: [Int] = []
    /// Still there after having been watched to the end of that day.
    private(set) var open: [Int] = []
    /// Came so lately that no day of theirs is over.
    private var unwatched = 0

    package init() {}

    package mutating func add(days: Int, _ end: End) {
        guard days >= 0 else {
            unwatched += 1
            return
        }
        let day = min(days, Stays.longest)
        switch end {
        case .moved: Stays.count(day, in: &moved)
        case .failed: Stays.count(day, in: &failed)
        case .open: Stays.count(day, in: &open)
        }
    }

    package var entered: Int { movedCount + failedCount + open.reduce(0, +) + unwatched }
    package var movedCount: Int { moved.reduce(0, +) }
    package var failedCount: Int { failed.reduce(0, +) }

    package mutating func add(_ other: Stays) {
        Stays.add(other.moved, to: &moved)
        Stays.add(other.failed, to: &failed)
        Stays.add(other.open, to: &open)
        unwatched += other.unwatched
    }

    var days: Int { max(moved.count, failed.count, open.count) }
    func moved(on day: Int) -> Int { day < moved.count ? moved[day] : 0 }
    func failed(on day: Int) -> Int { day < failed.count ? failed[day] : 0 }
    func open(on day: Int) -> Int { day < open.count ? open[day] : 0 }

    private static func count(_ day: Int, in days: inout [Int]) {
        while days.count <= day { days.append(0) }
        days[day] += 1
    }

    private static func add(_ other: [Int], to days: inout [Int]) {
        while days.count < other.count { days.append(0) }
        for day in other.indices { days[day] += other[day] }
    }
}
