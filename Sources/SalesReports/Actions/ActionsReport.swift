package import SalesDomain

/// Corrective actions of the people of a scope, with what they have changed so far. Money in minor units of the head's
/// currency.
package struct ActionsReport: Sendable, Equatable {
    package let head: ReportHead
    /// What is to be done, the earliest due first; then what ended within the year, the latest first.
    package let rows: [Row]

    package init(head: ReportHead, rows: [Row]) {
        self.head = head
        self.rows = rows
    }

    package struct Row: Sendable, Equatable {
        /// Its baseline is for those alone who see its scope: read `baseline`.
        package let action: CorrectiveAction
        package let state: CorrectiveAction.State
        /// Nil when it is not this viewer's to see.
        package let deal: Deal.ID?
        package let baseline: CorrectiveAction.Baseline?
        /// Nil of what was dropped, and of what is not this viewer's to see.
        package let effect: Effect?
        package init(
            action: CorrectiveAction, state: CorrectiveAction.State, deal: Deal.ID?,
            baseline: CorrectiveAction.Baseline?, effect: Effect?
        ) {
            self.action = action
            self.state = state
            self.deal = deal
            self.baseline = baseline
            self.effect = effect
        }
    }

    package enum Effect: Sendable, Equatable {
        /// So few deals have left the stage since that nothing can be told.
        case tooEarly(left: Int)
        case stage(StageEffect)
        case deal(DealEffect)
        case sales(SalesEffect)
    }

    /// Better or worse only when chance and usual scatter together would bring so much in one of twenty.
    package enum Verdict: String, Sendable, CaseIterable { case better, worse, unclear }

    package struct StageEffect: Sendable, Equatable {
        /// Left the stage since the action was made, and of them moved on.
        package let left: Int
        package let moved: Int
        /// Conversion as it was believed then, and as it is since, with its 80 % interval.
        package let before: Double
        package let now: Double
        package let low: Double
        package let high: Double
        package let verdict: Verdict
        /// What those who moved on more (or less) than before are worth, with its 80 % interval; nil where no amounts are
        /// known.
        package let money: Worth?
        package init(
            left: Int, moved: Int, before: Double, now: Double, low: Double, high: Double, verdict: Verdict,
            money: Worth?
        ) {
            self.left = left
            self.moved = moved
            self.before = before
            self.now = now
            self.low = low
            self.high = high
            self.verdict = verdict
            self.money = money
        }
    }

    package struct Worth: Sendable, Equatable {
        package let amount: Int64
        package let low: Int64
        package let high: Int64
        package init(amount: Int64, low: Int64, high: Int64) {
            self.amount = amount
            self.low = low
            self.high = high
        }
    }

    /// What became of a deal's expected money: nobody can say what it would have become without the action.
    package struct DealEffect: Sendable, Equatable {
        package let was: Int64
        package let now: Int64
        package let status: Deal.Status
        package init(was: Int64, now: Int64, status: Deal.Status) {
            self.was = was
            self.now = now
            self.status = status
        }
    }

    /// The total of the period as it was forecast then, and as it is forecast (or has come) now.
    package struct SalesEffect: Sendable, Equatable {
        package let was: Int64
        package let now: Int64
        package let isOver: Bool
        package let verdict: Verdict
        package init(was: Int64, now: Int64, isOver: Bool, verdict: Verdict) {
            self.was = was
            self.now = now
            self.isOver = isOver
            self.verdict = verdict
        }
    }
}

extension ActionsReport {
    package func count(_ states: CorrectiveAction.State...) -> Int { rows.count { states.contains($0.state) } }

    /// Of what is to be done: the money that was said.
    package var expected: Int64 {
        rows.reduce(0) { $0 + ($1.state.isOpen ? $1.action.expected ?? 0 : 0) }
    }

    /// Rows whose effect is more than chance explains.
    package var proven: [Row] { rows.filter { $0.effect?.isProven ?? false } }

    /// What stages that are proven to be better, or worse, since are worth.
    package var gained: Int64 {
        proven.reduce(0) { sum, row in
            if case .stage(let effect)? = row.effect { return sum + (effect.money?.amount ?? 0) }
            return sum
        }
    }
}

extension ActionsReport.Effect {
    package var isProven: Bool {
        switch self {
        case .stage(let effect): effect.verdict != .unclear
        case .sales(let effect): effect.verdict != .unclear
        case .tooEarly, .deal: false
        }
    }
}

extension CorrectiveAction.State {
    package var isOpen: Bool {
        switch self {
        case .overdue, .due, .open: true
        case .done, .dropped: false
        }
    }
}
