package import SalesDomain
internal import SalesFacts

/// Calls and other activities of a period, as known at an instant: who made how many, how they came out, and when.
package struct EventsReport: Headed, Sendable, Equatable {
    package var head: ReportHead
    /// The part of the period that has begun: up to the end of the as-of day at most.
    package let from: Day
    package let upTo: Day
    /// As many days of the period before, for comparison.
    package let beforeFrom: Day
    package let beforeTo: Day
    /// One for each person (nil: nobody), kind and direction that occurred.
    package let rows: [Row]
    /// The same without the person.
    package let totals: [Row]
    /// By place in the organisation; nobody last.
    package let people: [Person]
    package let whole: Person
    package let heat: [Heat]
    /// Missed calls that nobody has called back, the latest first.
    package let notCalledBack: [MissedCall]
    package let overLong: [LongCall]

    package var calls: EventCount { totals.filter { $0.kind == .call }.reduce(EventCount()) { $0 + $1.count } }
    /// Calls of nobody.
    package var unassigned: Int {
        rows.filter { $0.employee == nil && $0.kind == .call }.reduce(0) { $0 + $1.count.all }
    }

    package struct Row: Sendable, Equatable {
        package let employee: Employee.ID?
        package let kind: Activity.Kind
        package let direction: Activity.Direction?
        package let count: EventCount
    }

    /// What stands in one line of the table: a person, nobody, or the whole scope.
    package struct Person: Sendable, Equatable {
        /// Nil: nobody, or the whole.
        package let employee: Employee.ID?
        package let outbound: EventCount
        package let inbound: EventCount
        /// The same in the days of the period before.
        package let outboundBefore: EventCount
        package let inboundBefore: EventCount
        /// By kind: letters, meetings, messages, tasks.
        package let others: [Activity.Kind: Int]
        /// Working days of the period that have passed, without absences; of the day that is not over its worked part.
        package let workedDays: Double
        package let absentDays: Int
        /// How many outbound calls the plan asks for in those days; nil without a plan of calls.
        package let norm: Double?
        /// Own open deals, and those of them about which anything was done in the period.
        package let openDeals: Int
        package let touchedDeals: Int
        /// Outbound calls in each of the last six weeks, the oldest first.
        package let weeks: [Int]

        package var calls: EventCount { outbound + inbound }
        /// Outbound among all calls; nil without calls.
        package var activeShare: Double? { calls.all > 0 ? Double(outbound.all) / Double(calls.all) : nil }
        package var outboundPerDay: Double? { workedDays > 0 ? Double(outbound.all) / workedDays : nil }
        package var normPerDay: Double? { norm.flatMap { workedDays > 0 ? $0 / workedDays : nil } }
        package var touchedShare: Double? { openDeals > 0 ? Double(touchedDeals) / Double(openDeals) : nil }
        /// Fewer outbound calls than the norm asks for, by the one rule that all pages have.
        package var isShort: Bool { CallShortfall.isShort(outbound: outbound.all, norm: norm) }
        /// Fewer than a quarter of enough calls to say so are made by oneself.
        package var isPassive: Bool { calls.all >= 20 && (activeShare ?? 1) < 0.25 }
    }

    /// Calls in one hour of one day of the week.
    package struct Heat: Sendable, Equatable {
        /// 0 is Monday.
        package let weekday: Int
        package let hour: Int
        package let inbound: Int
        package let missed: Int
        package let outbound: Int
    }

    package struct MissedCall: Sendable, Equatable {
        package let id: Activity.ID
        package let at: Instant
        package let employee: Employee.ID?
        package let deal: Deal.ID?
        package let account: Account.ID?
        /// Until then a call back is in time.
        package let due: Instant
        /// Somebody phoned after all, too late.
        package var isCalledLater = false
    }

    package struct LongCall: Sendable, Equatable {
        package let id: Activity.ID
        package let at: Instant
        package let employee: Employee.ID?
        package let deal: Deal.ID?
        package let seconds: Int
    }
}

/// How many, and how they came out.
package struct EventCount: Sendable, Equatable {
    /// Answered and missed.
    package var all = 0
    package var answered = 0
    /// Missed inbound calls after which nobody called back in time.
    package var notCalledBack = 0
    /// Of everything but over-long calls.
    package var seconds = 0
    /// Of answered ones but over-long calls: time of talking.
    package var talkSeconds = 0
    /// Calls of more than an hour.
    package var overLong = 0

    package var missed: Int { all - answered }

    package static func + (left: EventCount, right: EventCount) -> EventCount {
        EventCount(
            all: left.all + right.all, answered: left.answered + right.answered,
            notCalledBack: left.notCalledBack + right.notCalledBack, seconds: left.seconds + right.seconds,
            talkSeconds: left.talkSeconds + right.talkSeconds, overLong: left.overLong + right.overLong)
    }

    mutating func add(_ touch: Touch) {
        all += 1
        if touch.isAnswered { answered += 1 }
        if touch.isOverLong {
            overLong += 1
        } else {
            seconds += touch.seconds
            if touch.isAnswered { talkSeconds += touch.seconds }
        }
    }
}
