internal import SalesDomain
internal import SalesFacts

/// From what was counted to the report.
struct EventsMaker {
    let facts: Facts
    let head: ReportHead
    let days: EventDays
    let deals: EventDeals
    private var tally: EventTally
    private let forgotten: [EventsReport.MissedCall]
    private let worked: WorkedDays
    private let norm: CallNorm

    init(facts: Facts, head: ReportHead, days: EventDays, deals: EventDeals, tally: EventTally) {
        self.facts = facts
        self.head = head
        self.days = days
        self.deals = deals
        worked = WorkedDays(facts, asOf: head.asOf)
        norm = CallNorm(facts, asOf: head.asOf)
        let back = CallsBack(tally.returns, tally.missed, facts.calendar)
        var counted = tally
        let missed = tally.missed.filter { !back.isCalledBack($0) }
        for touch in missed { counted.remember(notCalledBack: touch) }
        self.tally = counted
        forgotten = missed.map { EventsReport.MissedCall($0, due: back.due($0), isCalledLater: back.isCalledLater($0)) }
            .sorted { ($0.at, $0.id) > ($1.at, $1.id) }
    }

    var report: EventsReport {
        let people = people
        let rows = rows
        return EventsReport(
            head: head, from: days.from, upTo: days.upTo, beforeFrom: days.beforeFrom, beforeTo: days.beforeTo,
            rows: rows, totals: totals(rows), people: people, whole: whole(people),
            heat: tally.heat.sorted { $0.key < $1.key }.map(\.value),
            notCalledBack: forgotten, overLong: tally.overLong.map(EventsReport.LongCall.init))
    }

    /// Everybody who did anything in the days looked at, or works as a seller in the scope; nobody last.
    private var everybody: [Employee.ID?] {
        let organisation = facts.organisation
        let members = ScopeMembers(head.scope, organisation)
        let last = days.upTo + -1
        let found: [Employee.ID?] = organisation.employees.filter { employee in
            tally.own[employee.id].map { !$0.now.isEmpty || !$0.before.isEmpty } ?? false
                || (employee.role == .seller && organisation.works(employee, on: last)
                    && members.holds(employee.id, on: last))
        }.map(\.id)
        return tally.own[nil].map { !$0.now.isEmpty || !$0.before.isEmpty } ?? false ? found + [nil] : found
    }

    private var rows: [EventsReport.Row] {
        let order = facts.organisation.employees.map { Optional($0.id) } + [nil]
        return order.flatMap { employee in
            (tally.own[employee]?.now ?? [:]).sorted { EventsMaker.precedes($0.key, $1.key) }.map {
                EventsReport.Row(employee: employee, kind: $0.key.kind, direction: $0.key.direction, count: $0.value)
            }
        }
    }

    private func totals(_ rows: [EventsReport.Row]) -> [EventsReport.Row] {
        var sums: [EventTally.Kind: EventCount] = [:]
        for row in rows {
            let kind = EventTally.Kind(kind: row.kind, direction: row.direction)
            sums[kind] = (sums[kind] ?? EventCount()) + row.count
        }
        return sums.sorted { EventsMaker.precedes($0.key, $1.key) }.map {
            EventsReport.Row(employee: nil, kind: $0.key.kind, direction: $0.key.direction, count: $0.value)
        }
    }

    private static func precedes(_ left: EventTally.Kind, _ right: EventTally.Kind) -> Bool {
        func place(_ kind: EventTally.Kind) -> Int {
            let direction = kind.direction.flatMap { Activity.Direction.allCases.firstIndex(of: $0) } ?? 2
            return (Activity.Kind.allCases.firstIndex(of: kind.kind) ?? 0) * 3 + direction
        }
        return place(left) < place(right)
    }

    private var people: [EventsReport.Person] {
        let open = openDeals
        return everybody.map { employee in
            let own = tally.own[employee] ?? EventTally.Own()
            let worked =
                employee.map { self.worked.days(of: $0, from: days.from, to: days.upTo) }
                ?? WorkedDays.Found()
            return EventsReport.Person(
                employee: employee, own: own, worked: worked,
                norm: employee.flatMap { norm.calls(.employee($0), on: worked.days) }, open: open[employee] ?? [],
                touched: tally.touched)
        }
    }

    /// By person: the numbers of the deals that they held open at the end of the days looked at.
    private var openDeals: [Employee.ID?: [Int64]] {
        var open: [Employee.ID?: [Int64]] = [:]
        let cut = deals.standing
        for deal in 0..<cut.count where StageTable.isOpen(cut.state[deal]) && cut.owner[deal] >= 0 {
            open[facts.organisation.employees[Int(cut.owner[deal])].id, default: []].append(cut.id[deal])
        }
        return open
    }

    /// A plan of the scope itself goes before the sum of its people's.
    private func whole(_ people: [EventsReport.Person]) -> EventsReport.Person {
        let all = worked.days(of: nil, from: days.from, to: days.upTo).days
        let norms = people.compactMap(\.norm)
        return EventsReport.Person(
            whole: people,
            norm: norm.calls(head.scope, on: all) ?? (norms.isEmpty ? nil : norms.reduce(0, +)))
    }
}

extension EventsReport.MissedCall {
    fileprivate init(_ touch: Touch, due: Instant, isCalledLater: Bool) {
        self.init(
            id: touch.id, at: touch.at, employee: touch.employee, deal: touch.deal, account: touch.account, due: due,
            isCalledLater: isCalledLater)
    }
}

extension EventsReport.LongCall {
    fileprivate init(_ touch: Touch) {
        self.init(id: touch.id, at: touch.at, employee: touch.employee, deal: touch.deal, seconds: touch.seconds)
    }
}

extension EventsReport.Person {
    fileprivate init(
        employee: Employee.ID?, own: EventTally.Own, worked: WorkedDays.Found, norm: Double?, open: [Int64],
        touched: Set<Int64>
    ) {
        func calls(_ counts: [EventTally.Kind: EventCount], _ direction: Activity.Direction) -> EventCount {
            counts[EventTally.Kind(kind: .call, direction: direction)] ?? EventCount()
        }
        var others: [Activity.Kind: Int] = [:]
        for (kind, count) in own.now where kind.kind != .call { others[kind.kind, default: 0] += count.all }
        self.init(
            employee: employee, outbound: calls(own.now, .outbound), inbound: calls(own.now, .inbound),
            outboundBefore: calls(own.before, .outbound), inboundBefore: calls(own.before, .inbound), others: others,
            workedDays: worked.worked, absentDays: worked.absent, norm: norm, openDeals: open.count,
            touchedDeals: open.count { touched.contains($0) }, weeks: own.weeks)
    }

    fileprivate init(whole people: [EventsReport.Person], norm: Double?) {
        func sum(_ count: (EventsReport.Person) -> EventCount) -> EventCount {
            people.reduce(EventCount()) { $0 + count($1) }
        }
        self.init(
            employee: nil, outbound: sum(\.outbound), inbound: sum(\.inbound), outboundBefore: sum(\.outboundBefore),
            inboundBefore: sum(\.inboundBefore),
            others: people.reduce(into: [:]) { $0.merge($1.others) { $0 + $1 } },
            workedDays: people.reduce(0) { $0 + $1.workedDays }, absentDays: people.reduce(0) { $0 + $1.absentDays },
            norm: norm, openDeals: people.reduce(0) { $0 + $1.openDeals },
            touchedDeals: people.reduce(0) { $0 + $1.touchedDeals },
            weeks: (0..<6).map { week in people.reduce(0) { $0 + $1.weeks[week] } })
    }
}
