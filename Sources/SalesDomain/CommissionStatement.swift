/// What a person's bonus for one period came to, and how far it is on its way: calculated → agreed → approved → paid.
package struct CommissionStatement: Sendable, Equatable {
    package typealias ID = Key<CommissionStatement>

    package enum State: String, Sendable, CaseIterable {
        case calculated, agreed, approved, paid

        /// The state after this one; nil at the end.
        package var next: State? {
            switch self {
            case .calculated: .agreed
            case .agreed: .approved
            case .approved: .paid
            case .paid: nil
            }
        }

        /// From here on it is never calculated again: what comes later is a correction on the next one.
        package var isFixed: Bool { self == .approved || self == .paid }
    }

    package let employee: Employee.ID
    /// The plan's name.
    package let plan: String
    package let period: Period
    package let state: State
    package let lines: [CommissionLine]

    package init(employee: Employee.ID, plan: String, period: Period, state: State, lines: [CommissionLine]) {
        self.employee = employee
        self.plan = plan
        self.period = period
        self.state = state
        self.lines = lines
    }

    /// Minor units of the base currency.
    package var total: Int64 { lines.total(\.amount) }
}

extension CommissionStatement {
    /// What has to be put right for a period whose statement was approved, by rule and deal: what would be accrued by what is
    /// known now, less what was accrued then and what later statements have put right already.
    package static func corrections(
        of period: String, now: [CommissionLine], approved: [CommissionLine], corrected: [CommissionLine]
    ) -> [CommissionLine] {
        struct Place: Hashable {
            let rule: String
            let deal: Deal.ID?
        }
        var difference: [Place: Int64] = [:]
        var measures: [String: Quota.Measure] = [:]
        func add(_ lines: [CommissionLine], _ sign: Int64) {
            for line in lines {
                difference[Place(rule: line.rule, deal: line.deal), default: 0] += sign * line.amount
                if line.kind == .accrual { measures[line.rule] = line.measure }
            }
        }
        add(now, 1)
        add(approved.filter { $0.kind != .correction }, -1)
        add(corrected.filter { $0.kind == .correction && $0.period == period }, -1)
        return difference.filter { $0.value != 0 }
            .sorted { ($0.key.rule, $0.key.deal?.number ?? .max) < ($1.key.rule, $1.key.deal?.number ?? .max) }
            .map {
                CommissionLine(
                    rule: $0.key.rule, measure: measures[$0.key.rule] ?? .won, kind: .correction, deal: $0.key.deal,
                    period: period, base: 0, rate: nil, amount: $0.value)
            }
    }
}
