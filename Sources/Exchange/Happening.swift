import SalesDomain

extension Instant {
    /// The latest time, seen from now, at which something may be said to have happened: zones and clocks differ, and a date
    /// alone may be the other side's. What lies beyond is a plan or a mistake.
    var latestHappening: Instant { adding(seconds: 24 * 3600) }
}
