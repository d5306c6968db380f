package import SalesDomain
internal import SalesFacts

/// Which calls, or other things done, are listed; nil: whatever it is.
package struct CallsQuery: Hashable, Sendable {
    /// Whose; `employee(nil)`: of nobody.
    package var who: Scope?
    package var kind: Activity.Kind
    package var direction: Activity.Direction?
    package var choice: Activity.Choice?
    /// 0 is Monday.
    package var weekday: Int?
    package var hour: Int?
    package var offset: Int
    package var limit: Int

    package init(
        who: Scope? = nil, kind: Activity.Kind = .call, direction: Activity.Direction? = nil,
        choice: Activity.Choice? = nil, weekday: Int? = nil, hour: Int? = nil, offset: Int = 0, limit: Int = .max
    ) {
        self.who = who
        self.kind = kind
        self.direction = direction
        self.choice = choice
        self.weekday = weekday
        self.hour = hour
        self.offset = offset
        self.limit = limit
    }
}

/// The very calls behind a number of the analysis of events, the latest first.
package struct CallsReport: Headed, Sendable, Equatable {
    package var head: ReportHead
    package let from: Day
    package let upTo: Day
    /// All that are meant, of which `rows` are a part.
    package let total: Int
    /// Of answered ones that are not over-long, as the analysis counts them.
    package let talkSeconds: Int
    package let rows: [Row]

    package struct Row: Sendable, Equatable {
        package let id: Activity.ID
        package let at: Instant
        package let employee: Employee.ID?
        package let direction: Activity.Direction?
        package let result: Activity.Result
        /// Missed, and nobody has called back in time.
        package let isLost: Bool
        package let seconds: Int
        package let isOverLong: Bool
        package let deal: Deal.ID?
        package let account: Account.ID?
    }
}

extension CallsQuery {
    func means(_ touch: Touch, isLost: (Touch) -> Bool) -> Bool {
        guard touch.kind == kind, direction == nil || touch.direction == direction,
            weekday == nil || touch.day.weekday == weekday, hour == nil || touch.hour == hour
        else { return false }
        if case .employee(let id) = who, touch.employee != id { return false }
        switch choice {
        case .answered: return touch.isAnswered
        case .missed: return !touch.isAnswered
        case .lost: return isLost(touch)
        case .overLong: return touch.isOverLong
        case nil: return true
        }
    }
}
