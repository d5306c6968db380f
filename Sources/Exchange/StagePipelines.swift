import SalesDomain

extension DealHistory {
    /// In which pipelines the stages of a change are to be looked for.
    package struct Pipelines: Sendable, Equatable {
        package let old: String
        package let new: String
    }

    /// By change, in the order given, which is that of time. What a stage was is a stage of the pipeline in which it was entered,
    /// or, where nothing tells that, of the one in which the deal was before that instant; what it becomes is one of the pipeline in
    /// which the deal is by then. `end`: the deal's pipeline, where no change tells another.
    package static func pipelines(of changes: [Change], endingIn end: String) -> [Pipelines] {
        var current = changes.first { $0.field == .pipeline }.flatMap(\.old).flatMap(\.name) ?? end
        var (instant, before) = (Instant.distantPast, current)
        var ofStage: String?
        return changes.map { change in
            if change.changedAt != instant { (instant, before) = (change.changedAt, current) }
            if change.field == .pipeline { current = change.new?.name ?? current }
            let around = Pipelines(old: ofStage ?? before, new: current)
            if change.field == .stage { ofStage = current }
            return around
        }
    }
}

extension DealHistory {
    /// Its changes, and where only the pipeline is told to have changed, the stage too: from the one of this name in the old
    /// pipeline to the one in the new. Where either pipeline has none of this name the deal stays where it was.
    /// - Parameters:
    ///   - stage: the deal's, where no change tells it.
    ///   - isKnown: whether a pipeline has a stage of a name.
    package func carryingStages(
        _ stage: String, isKnown: (_ pipeline: String, _ stage: String) -> Bool
    ) -> [Change] {
        var stage = changes.first { $0.field == .stage }.map { $0.old?.name } ?? stage
        return changes.flatMap { change -> [Change] in
            if change.field == .stage { stage = change.new?.name }
            guard change.field == .pipeline, let name = stage, let old = change.old?.name, let new = change.new?.name,
                !changes.contains(where: { $0.field == .stage && $0.changedAt == change.changedAt }),
                isKnown(old, name), isKnown(new, name)
            else { return [change] }
            let carried = Change(
                changedAt: change.changedAt, recordedAt: change.recordedAt, field: .stage, old: .name(name),
                new: .name(name), by: change.by, written: false)
            return [change, carried]
        }
    }
}

extension FieldValue {
    /// Nil: it is a number.
    fileprivate var name: String? { if case .name(let name) = self { name } else { nil } }
}
