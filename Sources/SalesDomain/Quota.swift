/// A plan: so much of a measure, in a period, by the company, a department or a person.
package struct Quota: Sendable, Equatable {
    package enum Measure: String, Sendable, CaseIterable {
        case won, paid, shipped, margin, deals
        case newAccounts = "new_accounts"
        case calls
        case callsOutbound = "calls_outbound"
        case meetings
    }
    package let period: Period
    package let scope: Scope
    package let pipeline: Pipeline.ID?
    package let measure: Measure
    /// In minor units of `currency` for money, in pieces for a count. Nil: withdrawn, there is no plan from this day on.
    package let value: Int64?
    package let currency: Currency?
    /// The day from which this version holds; nil: since ever.
    package let from: Day?
    /// When this version became known; nil: with its day.
    package let recordedAt: Instant?
    package init(
        period: Period, scope: Scope, pipeline: Pipeline.ID?, measure: Measure, value: Int64?, currency: Currency?,
        from: Day?, recordedAt: Instant? = nil
    ) {
        self.period = period
        self.scope = scope
        self.pipeline = pipeline
        self.measure = measure
        self.value = value
        self.currency = currency
        self.from = from
        self.recordedAt = recordedAt
    }
}

extension Quota {
    /// Whether this version holds on a day by what was known before an instant of it.
    package func holds(on day: Day, asOf: Instant) -> Bool {
        (from.map { $0 <= day } ?? true) && (recordedAt.map { $0 < asOf } ?? true)
    }

    /// Of versions of one plan the later one goes before the others; of one day's the one that was recorded later.
    package func isBefore(_ other: Quota) -> Bool {
        func place(_ quota: Quota) -> (Int32, Int64) {
            (quota.from?.number ?? .min, quota.recordedAt?.microseconds ?? .min)
        }
        return place(self) < place(other)
    }
}
