package import SalesDomain

extension [DealChange] {
    /// By when it became so; changes of one instant stay as given.
    package var inOrderOfTime: [DealChange] {
        zip(self, dropFirst()).allSatisfy { $0.changedAt <= $1.changedAt }
            ? self : sorted { $0.changedAt < $1.changedAt }
    }

    /// Fields of which a change begins elsewhere than the one before ended.
    package var brokenFields: Set<Deal.Field> {
        var last: [Deal.Field: Int64?] = [:]
        var broken: Set<Deal.Field> = []
        for change in inOrderOfTime {
            if let before = last[change.field], before != change.old { broken.insert(change.field) }
            last[change.field] = .some(change.new)
        }
        return broken
    }
}
