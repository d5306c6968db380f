package import SalesDomain
package import SalesFacts

/// One deal: what it is now, what became of it so far, and what the forecast thinks of it. Ids only.
package struct DealReport: Sendable, Equatable {
    package let asOf: Instant
    package let currency: Currency
    package let row: DealsReport.Row
    /// In the order in which it became so; each entry with both times.
    package let log: [LogEntry]
    package let shares: [Share]
    /// Open stages that it went through, in the order in which it entered them.
    package let path: [Stay]
    /// Nil once closed.
    package let forecast: ForecastReport.DealForecast?

    package typealias Entry = LogEntry

    package struct Share: Sendable, Equatable {
        package let employee: Employee.ID?
        /// 0…1.
        package let fraction: Double
    }

    package struct Stay: Sendable, Equatable {
        package let stage: Stage.ID
        package let from: Day
        package let days: Int
        /// Median and 90th percentile of the stays of won deals there; nil while none was won.
        package let usual: Usual?
        package let isPresent: Bool
        package var isOverdue: Bool { usual.map { days > $0.p90 } ?? false }
    }

    package struct Usual: Sendable, Equatable {
        package let median: Int
        package let p90: Int

        /// Longer than nine of ten, or at least half as long again as usual.
        package func isExceeded(by days: Int) -> Bool { days > p90 || (days > median && days * 2 >= median * 3) }
    }
}
