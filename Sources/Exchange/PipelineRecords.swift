import SalesDomain

/// A stage, with the pipeline in which it stands.
package struct StageRecord: ExchangeRecord {
    package static let file = ExchangeFile.pipelines
    package let pipeline: String
    package let kind: Pipeline.Kind
    package let stage: String
    /// Nil: after those that the file named before.
    package let position: Int?
    package let probability: Double?
    package let outcome: Stage.Outcome

    package init(
        pipeline: String, kind: Pipeline.Kind, stage: String, position: Int?, probability: Double?,
        outcome: Stage.Outcome
    ) {
        self.pipeline = pipeline
        self.kind = kind
        self.stage = stage
        self.position = position
        self.probability = probability
        self.outcome = outcome
    }

    package init(_ fields: Fields) throws(Refusal) {
        pipeline = try fields.needed(.pipeline)
        kind = try fields.choice(.kind, Pipeline.Kind.self) ?? .sales
        stage = try fields.needed(.stage)
        position = try fields.whole(.position, in: 0...100_000)
        probability = try fields.number(.probability, in: 0...1)
        outcome = try fields.choice(.outcome, Stage.Outcome.self) ?? .open
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(pipeline)
        line.add(kind.rawValue)
        line.add(stage)
        line.add(position)
        line.add(probability)
        line.add(outcome.rawValue)
    }
}

/// A stage's place and template from a day on.
package struct StageVersionRecord: ExchangeRecord {
    package static let file = ExchangeFile.stageVersions
    package let pipeline: String
    package let stage: String
    package let from: Day
    package let position: Int?
    package let probability: Double?

    package init(pipeline: String, stage: String, from: Day, position: Int?, probability: Double?) {
        self.pipeline = pipeline
        self.stage = stage
        self.from = from
        self.position = position
        self.probability = probability
    }

    package init(_ fields: Fields) throws(Refusal) {
        pipeline = try fields.needed(.pipeline)
        stage = try fields.needed(.stage)
        from = try fields.neededDay(.from)
        position = try fields.whole(.position, in: 0...100_000)
        probability = try fields.number(.probability, in: 0...1)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(pipeline)
        line.add(stage)
        line.add(from)
        line.add(position)
        line.add(probability)
    }
}
