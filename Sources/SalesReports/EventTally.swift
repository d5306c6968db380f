internal import SalesDomain
internal import SalesFacts

/// Counts activities as they are handed over, each where it belongs.
struct EventTally {
    struct Kind: Hashable {
        let kind: Activity.Kind
        let direction: Activity.Direction?
    }

    /// Of one person, or of nobody.
    struct Own {
        var now: [Kind: EventCount] = [:]
        var before: [Kind: EventCount] = [:]
        var weeks = [Int](repeating: 0, count: 6)
    }

    private(set) var own: [Employee.ID?: Own] = [:]
    private(set) var heat: [Int: EventsReport.Heat] = [:]
    private(set) var missed: [Touch] = []
    private(set) var overLong: [Touch] = []
    /// Outbound calls of the whole company, whoever made them: each may be a call back.
    private(set) var returns: [Touch] = []
    /// Deals about which anything was done in the period, by anybody.
    private(set) var touched: Set<Int64> = []

    /// Everything of the days looked at that belongs to the scope, when it is asked for.
    private(set) var kept: [Touch] = []

    private let keeps: Bool
    private let days: EventDays
    private let deals: EventDeals
    private let organisation: Organisation
    private let members: ScopeMembers

    init(
        _ scope: Scope, _ days: EventDays, _ deals: EventDeals, _ organisation: Organisation, keeping: Bool = false
    ) {
        keeps = keeping
        self.days = days
        self.deals = deals
        self.organisation = organisation
        members = ScopeMembers(scope, organisation)
    }

    mutating func take(_ touch: Touch) {
        let isNow = touch.day >= days.from && touch.day < days.upTo
        if touch.kind == .call, touch.direction == .outbound, touch.day >= days.from { returns.append(touch) }
        guard touch.day < days.upTo, deals.admits(touch.deal) else { return }
        if isNow, let deal = touch.deal { touched.insert(deal.number) }
        guard isInside(touch) else { return }
        count(touch, isNow: isNow)
        if keeps, isNow { kept.append(touch) }
        guard isNow, touch.kind == .call else { return }
        warm(touch)
        if touch.isOverLong { overLong.append(touch) }
        if touch.direction == .inbound, !touch.isAnswered { missed.append(touch) }
    }

    /// Who called nobody back: known only when all were seen.
    mutating func remember(notCalledBack touch: Touch) {
        own[touch.employee]?.now[Kind(kind: touch.kind, direction: touch.direction)]?.notCalledBack += 1
    }

    private mutating func count(_ touch: Touch, isNow: Bool) {
        let kind = Kind(kind: touch.kind, direction: touch.direction)
        if isNow { own[touch.employee, default: Own()].now[kind, default: EventCount()].add(touch) }
        if touch.day >= days.beforeFrom, touch.day < days.beforeTo {
            own[touch.employee, default: Own()].before[kind, default: EventCount()].add(touch)
        }
        guard touch.kind == .call, touch.direction == .outbound, touch.day >= days.weeksFrom else { return }
        own[touch.employee, default: Own()].weeks[min(5, (touch.day - days.weeksFrom) / 7)] += 1
    }

    private mutating func warm(_ touch: Touch) {
        let place = touch.day.weekday * 24 + touch.hour
        let known = heat[place]
        let isInbound = touch.direction == .inbound
        heat[place] = EventsReport.Heat(
            weekday: touch.day.weekday, hour: touch.hour, inbound: (known?.inbound ?? 0) + (isInbound ? 1 : 0),
            missed: (known?.missed ?? 0) + (isInbound && !touch.isAnswered ? 1 : 0),
            outbound: (known?.outbound ?? 0) + (touch.direction == .outbound ? 1 : 0))
    }

    /// An activity belongs to whoever did it, in the department where they were on that day; what nobody did belongs to
    /// the department of the deal's owner.
    private func isInside(_ touch: Touch) -> Bool {
        members.holds(
            touch.employee, owner: deals.owner(of: touch.deal).map { organisation.employees[Int($0)].id }, on: touch.day
        )
    }
}
