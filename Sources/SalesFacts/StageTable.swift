package import SalesDomain

/// The chosen pipelines as they stood at one instant: order and template probabilities of that time. Open stages are
/// numbered 0… through all of them: those numbers, `won`, `lost` and `unknown` are a deal's state.
package struct StageTable: Sendable {
    package static let won: Int16 = 10_000
    package static let lost: Int16 = 10_001
    /// Open, but at no stage that we know.
    package static let unknown: Int16 = -1
    /// A stage of a pipeline that was not chosen.
    static let elsewhere: Int16 = -2

    package let pipelines: [Pipeline]
    /// By state.
    package let open: [Stage]
    /// By state: index into `pipelines`.
    package let pipelineOfState: [Int32]
    let stateOfStage: NumberMap<Int16>
    /// Index into `pipelines`, -1 for the others.
    let indexOfPipeline: NumberMap<Int32>
    /// By stage: index into `pipelines`.
    let pipelineOfStage: NumberMap<Int32>

    init(_ choice: PipelineChoice, frame: CompanyFrame, asOf: Instant) {
        let versions = Dictionary(grouping: frame.stageVersions, by: \.stage)
        let pipelines = choice.pipelines(in: frame).map { pipeline in
            Pipeline(
                id: pipeline.id, name: pipeline.name, kind: pipeline.kind,
                stages: pipeline.stages.map { $0.standing(versions[$0.id] ?? [], asOf, frame.calendar.zone) }
                    .sorted { ($0.position, $0.id) < ($1.position, $1.id) })
        }
        var open = [Stage]()
        var pipelineOfState = [Int32]()
        var stateOfStage = NumberMap<Int16>(missing: StageTable.elsewhere)
        var indexOfPipeline = NumberMap<Int32>(missing: -1)
        var pipelineOfStage = NumberMap<Int32>(missing: -1)
        for (index, pipeline) in pipelines.enumerated() {
            indexOfPipeline[pipeline.id.number] = Int32(index)
            for stage in pipeline.stages {
                pipelineOfStage[stage.id.number] = Int32(index)
                switch stage.outcome {
                case .won: stateOfStage[stage.id.number] = StageTable.won
                case .lost: stateOfStage[stage.id.number] = StageTable.lost
                case .open:
                    stateOfStage[stage.id.number] = Int16(open.count)
                    open.append(stage)
                    pipelineOfState.append(Int32(index))
                }
            }
        }
        self.pipelines = pipelines
        self.open = open
        self.pipelineOfState = pipelineOfState
        self.stateOfStage = stateOfStage
        self.indexOfPipeline = indexOfPipeline
        self.pipelineOfStage = pipelineOfStage
    }

    package static func isOpen(_ state: Int16) -> Bool { state != won && state != lost }
}

extension Stage {
    fileprivate func standing(_ versions: [StageVersion], _ asOf: Instant, _ zone: Zone) -> Stage {
        let inForce = versions.filter { $0.from.map { zone.start(of: $0) < asOf } ?? true }
        guard let last = inForce.max(by: { ($0.from?.number ?? .min) < ($1.from?.number ?? .min) }) else { return self }
        return Stage(id: id, name: name, position: last.position, probability: last.probability, outcome: outcome)
    }
}
