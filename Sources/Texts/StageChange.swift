package import SalesDomain

extension Texts {
    /// A sentence of a stage that changed alone: what its deals do otherwise, by how much, and since about when.
    package struct StageChange {
        package let key: String
        package let given: [String: Argument]
    }

    /// - Parameters:
    ///   - isLosing: the stage's losses changed; else how fast deals go on from it.
    ///   - pace: now against before, positive.
    package func change(of stage: String, isLosing: Bool, pace: Double, since day: Day) -> StageChange {
        let key =
            switch (isLosing, pace < 1) {
            case (false, true): "company.note.stage_slower"
            case (false, false): "company.note.stage_faster"
            case (true, true): "company.note.stage_loses_less"
            case (true, false): "company.note.stage_loses_more"
            }
        return StageChange(
            key: key,
            given: ["stage": .text(stage), "change": .text(percent(abs(pace - 1))), "day": .text(self.day(day))])
    }
}
