internal import SalesDomain
internal import SalesFacts

/// The norm of outbound calls: each plan of `calls_outbound` is spread evenly over the working days of its period, and a
/// day takes the plan of the shortest period that covers it.
struct CallNorm {
    private let quotas: [Scope: [Quota]]
    private let calendar: CompanyCalendar

    /// By what was known of plans then.
    init(_ facts: Facts, asOf: Instant) {
        calendar = facts.calendar
        let today = facts.calendar.zone.day(of: asOf)
        let known = facts.frame.quotas.filter {
            $0.measure == .callsOutbound && $0.pipeline == nil && $0.holds(on: today, asOf: asOf)
        }
        quotas = Dictionary(grouping: known, by: \.scope).mapValues(CallNorm.standing)
    }

    /// The latest version of each period's plan; none where that one withdraws it.
    private static func standing(_ versions: [Quota]) -> [Quota] {
        Dictionary(grouping: versions, by: \.period).values.compactMap { own in
            own.max { $0.isBefore($1) }.flatMap { $0.value == nil ? nil : $0 }
        }
    }

    /// Nil when no plan covers any of the days.
    func calls(_ scope: Scope, on days: [(day: Day, part: Double)]) -> Double? {
        guard let own = quotas[scope] else { return nil }
        var sum: Double?
        for (day, part) in days {
            guard let quota = CallNorm.inForce(own, on: day), let value = quota.value else { continue }
            let working = calendar.workingDays(from: quota.period.start, to: quota.period.end)
            if working > 0 { sum = (sum ?? 0) + part * Double(value) / Double(working) }
        }
        return sum
    }

    private static func inForce(_ quotas: [Quota], on day: Day) -> Quota? {
        quotas.filter { $0.period.contains(day) }.min {
            ($0.period.days, $0.period.start) < ($1.period.days, $1.period.start)
        }
    }
}
