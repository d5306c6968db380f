internal import Exchange
internal import Ledger
internal import SalesDomain

/// Stages that no file describes are read out of the deals: a stage in which some deal is open is open, one in which all
/// deals are won (or lost) means that. The order is that of the log, else of first appearance; closing stages come last.
extension ImportRun {
    func nameStages() throws {
        guard plan.files(of: .pipelines).isEmpty, !plan.files(of: .deals).isEmpty else { return }
        var found = FoundStages()
        for index in plan.files.indices where plan.files[index].file == .dealLog {
            try chunksOfAnswers(index, LogRecord.self) { answers in
                for case .record(let record, let row) in answers {
                    found.see(logged: record, at: .init(file: index, line: row.line))
                }
            }
        }
        for index in plan.files.indices where plan.files[index].file == .deals {
            try chunksOfAnswers(index, DealRecord.self) { answers in
                for case .record(let record, let row) in answers {
                    let place = DealPlace(deals: plan.files[index].source.name, line: row.line, log: logName)
                    guard
                        let pipeline = try? record.pipeline ?? names.onlyPipeline(or: place, company.language)
                    else { continue }
                    found.see(record, in: pipeline, at: .init(file: index, line: row.line))
                }
            }
        }
        try batch("import deals") { batch in
            for (pipeline, stages) in found.inOrder() {
                let id = try names.pipeline(pipeline, batch)
                for (stage, outcome) in stages {
                    names.place = found.place(of: stage, in: pipeline)
                    _ = try names.stage(stage, in: id, presumed: outcome, batch)
                }
            }
        }
    }
}

private struct FoundStages {
    private var pipelines: [String] = []
    private var stages: [String: [String]] = [:]
    private var statuses: [String: [String: Set<Deal.Status>]] = [:]
    private var logged: [String] = []
    private var logPlaces: [String: ImportNames.Place] = [:]
    private var places: [String: [String: ImportNames.Place]] = [:]
    /// Some deal was in another pipeline before: what is logged need not be a stage of the one in which it is now.
    private var hasMoves = false

    mutating func see(logged record: LogRecord, at place: ImportNames.Place) {
        if record.field == .pipeline { hasMoves = true }
        guard record.field == .stage else { return }
        for stage in [record.old, record.new] {
            guard let stage, logPlaces[stage] == nil else { continue }
            logPlaces[stage] = place
            logged.append(stage)
        }
    }

    mutating func see(_ record: DealRecord, in pipeline: String, at place: ImportNames.Place) {
        if places[pipeline]?[record.stage] == nil { places[pipeline, default: [:]][record.stage] = place }
        if statuses[pipeline] == nil { pipelines.append(pipeline) }
        if statuses[pipeline]?[record.stage] == nil { stages[pipeline, default: []].append(record.stage) }
        statuses[pipeline, default: [:]][record.stage, default: []].insert(record.status)
    }

    /// Where deals, or else the log, name a stage first.
    func place(of stage: String, in pipeline: String) -> ImportNames.Place? {
        places[pipeline]?[stage] ?? logPlaces[stage]
    }

    func inOrder() -> [(pipeline: String, stages: [(name: String, outcome: Stage.Outcome)])] {
        pipelines.map { pipeline in
            var names = stages[pipeline] ?? []
            if pipelines.count == 1, !hasMoves { names += logged.filter { !names.contains($0) } }
            let rank = Dictionary(uniqueKeysWithValues: logged.enumerated().map { ($1, $0) })
            let ordered = names.enumerated().sorted { left, right in
                let places = [left, right].map { item in
                    (closes(item.element, pipeline) ? 1 : 0, rank[item.element] ?? logged.count, item.offset)
                }
                return places[0] < places[1]
            }
            return (pipeline, ordered.map { ($0.element, outcome(of: $0.element, in: pipeline)) })
        }
    }

    private func closes(_ stage: String, _ pipeline: String) -> Bool { outcome(of: stage, in: pipeline) != .open }

    private func outcome(of stage: String, in pipeline: String) -> Stage.Outcome {
        switch statuses[pipeline]?[stage] {
        case [.won]: .won
        case [.lost]: .lost
        default: .open
        }
    }
}
