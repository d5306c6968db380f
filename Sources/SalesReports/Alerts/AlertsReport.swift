package import SalesDomain

/// What calls for attention in a scope, each with its reason. Money in minor units of the head's currency.
package struct AlertsReport: Sendable, Equatable {
    package let head: ReportHead
    /// By kind; of a kind the most at stake first.
    package let alerts: [Alert]
    /// Kinds of which these books cannot tell: nobody plans anything in them, or nobody writes down calls.
    package let untold: Set<AlertKind>
    /// How many scopes' plans were compared with the forecast of a week ago.
    package let plansCompared: Int
    package let shown: Shown

    package init(
        head: ReportHead, alerts: [Alert], untold: Set<AlertKind>, plansCompared: Int, shown: Shown
    ) {
        self.head = head
        self.alerts = alerts
        self.untold = untold
        self.plansCompared = plansCompared
        self.shown = shown
    }

    /// What stands by itself; the rest is gathered in a line for each part of the scope.
    package enum Shown: Sendable, Equatable {
        /// One person's: plans, stages, and deals with this at stake; the small ones below them.
        case own(_ floor: Int64)
        /// Plans and stages of a department without others below it and of its people, and deals with this at stake.
        case team(_ floor: Int64)
        /// Plans and stages of the company and its departments; of people, and deals, what has this at stake.
        case wide(_ floor: Int64)

        /// The floor's part of what is still to come in the scope's period: so hardly a hundred deals can reach it.
        package static let share = 0.01
        package var floor: Int64 {
            switch self {
            case .own(let floor), .team(let floor), .wide(let floor): floor
            }
        }
    }

    package struct Alert: Sendable, Equatable {
        package let mark: AlertMark
        /// Of a deal's alert: where it stands and whose it is.
        package let stage: Stage.ID?
        package let owner: Employee.ID?
        /// By how much less is forecast; what the reference would add; what is expected of the deal in the period.
        package let money: Int64
        package let reason: Reason
        /// Nil: nobody does anything about it, as far as this viewer sees.
        package var hand: Hand?
        /// Nil: it stands by itself; else the part of the scope in whose line it is gathered.
        package var line: Scope?
        /// Of a deal's alert: with whom the deal is made.
        package var account: Account.ID?
        package init(mark: AlertMark, stage: Stage.ID?, owner: Employee.ID?, money: Int64, reason: Reason) {
            self.mark = mark
            self.stage = stage
            self.owner = owner
            self.money = money
            self.reason = reason
        }

        /// The amount that leads: `money`, or what a stage has cost where hardly anything can still be had.
        package var stake: Int64 {
            if case .stage(let signal) = reason { signal.leading } else { money }
        }
    }

    /// The corrective action that is under way.
    package struct Hand: Sendable, Equatable {
        package let action: String
        package let assignee: Employee.ID
        package let due: Day
        package init(action: String, assignee: Employee.ID, due: Day) {
            self.action = action
            self.assignee = assignee
            self.due = due
        }
    }

    package enum Reason: Sendable, Equatable {
        case plan(PlanDrop)
        case stage(PlanFactReport.Signal)
        /// Days at the stage; the 90th percentile of won deals' stays there.
        case stuck(days: Int, usual: Int)
        /// Days since anybody touched or changed it.
        case noNextStep(days: Int)
        /// The same; the 90th percentile of the longest silence of won deals at that stage.
        case silent(days: Int, usual: Int)
    }

    package struct PlanDrop: Sendable, Equatable {
        package let quota: Int64
        /// The instant with whose forecast the present one is compared, both against the present plan.
        package let since: Instant
        package let before: Double
        package let now: Double
        package let meanBefore: Int64
        package let meanNow: Int64
        /// How sure it is that this is no chance, all plans counted: 0.95…1.
        package let confidence: Double
        package init(
            quota: Int64, since: Instant, before: Double, now: Double, meanBefore: Int64, meanNow: Int64,
            confidence: Double
        ) {
            self.quota = quota
            self.since = since
            self.before = before
            self.now = now
            self.meanBefore = meanBefore
            self.meanNow = meanNow
            self.confidence = confidence
        }
    }
}

extension AlertsReport {
    /// What stands together: the plan of a scope, a stage of a scope, a deal with everything that is said of it.
    package struct Matter: Sendable, Equatable {
        package let alerts: [Alert]
        package var marks: [AlertMark] { alerts.map(\.mark) }
        package var first: Alert { alerts[0] }
        package var deal: Deal.ID? { first.mark.deal }
        /// The first thing that is said of it.
        package var kind: AlertKind { first.mark.kind }
        package var stake: Int64 { first.stake }
        package var line: Scope? { first.line }
    }

    /// The matters of one part of the scope that do not stand by themselves.
    package struct Line: Sendable, Equatable {
        package let scope: Scope
        package let matters: [Matter]
        /// What is expected of the deals among them in the period.
        package var expected: Int64 { matters.total { $0.deal == nil ? 0 : $0.stake } }
        package func count(_ kind: AlertKind) -> Int { matters.count { $0.kind == kind } }
    }

    /// Each once, by the first thing that is said of it; of a kind the most at stake first.
    package var matters: [Matter] {
        let deals = Dictionary(grouping: alerts.filter { $0.mark.deal != nil }) { $0.mark.deal }
        var taken = Set<Deal.ID>()
        return alerts.compactMap { alert in
            guard let deal = alert.mark.deal else { return Matter(alerts: [alert]) }
            return taken.insert(deal).inserted ? deals[deal].map { Matter(alerts: $0) } : nil
        }
    }

    /// What stands by itself.
    package var toAct: [Matter] { matters.filter { $0.line == nil } }

    /// The rest by part of the scope, the most expected first.
    package var lines: [Line] {
        let rest = matters.filter { $0.line != nil }
        var order = [Scope]()
        for matter in rest { if let line = matter.line, !order.contains(line) { order.append(line) } }
        let parts = Dictionary(grouping: rest) { $0.line }
        return order.map { Line(scope: $0, matters: parts[$0] ?? []) }
            .sorted { ($0.expected, $0.matters.count) > ($1.expected, $1.matters.count) }
    }

    /// What waits for somebody: neither put off by the reader nor in anybody's hand.
    package func waiting(without hidden: Set<AlertMark>) -> AlertsReport {
        only { $0.hand == nil && !hidden.contains($0.mark) }
    }

    /// How many matters of that stand by themselves.
    package func toActCount(without hidden: Set<AlertMark>) -> Int {
        var (seen, count) = (Set<Deal.ID>(), 0)
        for alert in alerts where alert.hand == nil && (hidden.isEmpty || !hidden.contains(alert.mark)) {
            let isFirst = alert.mark.deal.map { seen.insert($0).inserted } ?? true
            if isFirst, alert.line == nil { count += 1 }
        }
        return count
    }

    package func only(_ wanted: (Alert) -> Bool) -> AlertsReport {
        AlertsReport(
            head: head, alerts: alerts.filter(wanted), untold: untold, plansCompared: plansCompared, shown: shown)
    }

    package func count(_ kind: AlertKind) -> Int { alerts.count { $0.mark.kind == kind } }
}
