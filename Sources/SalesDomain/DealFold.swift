extension DealState {
    /// The present state: `start`, then every change in the order of when it became so; changes of one instant in the
    /// order given. Entering a stage whose outcome is won or lost closes the deal, entering an open one reopens it.
    package static func fold(
        _ start: DealState, _ changes: some Collection<DealChange>, outcome: (Stage.ID) -> Stage.Outcome
    ) -> DealState {
        var state = start
        for change in inOrder(changes) { state.apply(change, outcome: outcome) }
        return state
    }

    /// How the deal began, told by its present record and its log: before a field's first change, its value is that
    /// change's `old`, else what the record says. A deal whose log moves its stage or status began as its first stage says.
    package func beginning(_ changes: some Collection<DealChange>, outcome: (Stage.ID) -> Stage.Outcome) -> DealState {
        var state = self
        var seen: Set<Deal.Field> = []
        for change in DealState.inOrder(changes) where seen.insert(change.field).inserted {
            state.set(change.field, change.old)
        }
        guard seen.contains(.stage) || seen.contains(.status) else { return state }
        if !seen.contains(.status) { state.status = state.stage.map { outcome($0).status } ?? .open }
        state.closedAt = state.status == .open ? nil : state.createdAt
        return state
    }

    /// An amount is in a currency: in this one where nothing says which.
    package func counted(in currency: Currency) -> DealState {
        guard self.currency == nil, amount != nil || cost != nil else { return self }
        var state = self
        state.currency = currency
        return state
    }

    package mutating func apply(_ change: DealChange, outcome: (Stage.ID) -> Stage.Outcome) {
        let before = self
        set(change.field, change.new)
        switch change.field {
        case .stage: if let stage { become(outcome(stage).status, at: change.changedAt) }
        case .status:
            status = before.status
            if let next = change.new.flatMap(Deal.Status.init(code:)) { become(next, at: change.changedAt) }
        case .closedAt:
            // Only a closed deal has been closed at some time.
            if status == .open || closedAt == nil { closedAt = before.closedAt }
        case .created, .amount, .owner, .expectedClose, .currency, .product, .account, .source, .pipeline, .title,
            .cost,
            .vatRate, .lostReason, .lead, .category, .nextStep, .split, .createdAt, .merged, .removed:
            return
        }
    }

    /// A closed deal stays closed since when it was, unless its outcome turns over.
    private mutating func become(_ next: Deal.Status, at instant: Instant) {
        if next == .open { closedAt = nil } else if status != next || closedAt == nil { closedAt = instant }
        status = next
    }

    private static func inOrder(_ changes: some Collection<DealChange>) -> [DealChange] {
        let changes = Array(changes)
        let isSorted = zip(changes, changes.dropFirst()).allSatisfy { $0.changedAt <= $1.changedAt }
        // Swift's sort is stable: changes of one instant stay as given.
        return isSorted ? changes : changes.sorted { $0.changedAt < $1.changedAt }
    }
}

extension Stage.Outcome {
    package var status: Deal.Status {
        switch self {
        case .open: .open
        case .won: .won
        case .lost: .lost
        }
    }
}
