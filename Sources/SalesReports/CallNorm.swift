internal import SalesDomain
internal import SalesFacts

/// The norm of outbound calls: each plan of `calls_outbound` is spread evenly over the working days of its period, and a
/// day takes the plan of the shortest period that covers it.
struct CallNorm {
    private let quotas: [Scope: [Quota]]
    private let calendar: CompanyCalendar

    /// `today`: later versions of a plan are not known yet.
    init(_ facts: Facts, today: Day) {
        calendar = facts.calendar
        let known = facts.frame.quotas.filter {
            $0.measure == .callsOutbound && $0.pipeline == nil && ($0.from.map { $0 <= today } ?? true)
        }
        quotas = Dictionary(grouping: known, by: \.scope)
    }

    /// Nil when no plan covers any of the days.
    func calls(_ scope: Scope, on days: [(day: Day, part: Double)]) -> Double? {
        guard let own = quotas[scope] else { return nil }
        var sum: Double?
        for (day, part) in days {
            guard let quota = CallNorm.inForce(own, on: day) else { continue }
            let working = calendar.workingDays(from: quota.period.start, to: quota.period.end)
            if working > 0 { sum = (sum ?? 0) + part * Double(quota.value) / Double(working) }
        }
        return sum
    }

    private static func inForce(_ quotas: [Quota], on day: Day) -> Quota? {
        quotas.filter { $0.period.contains(day) }.min {
            ($0.period.days, -($0.from?.number ?? .min + 1)) < ($1.period.days, -($1.from?.number ?? .min + 1))
        }
    }
}
