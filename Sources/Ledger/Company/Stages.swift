package import SalesDomain

package struct Stages {
    let transaction: any Transaction

    package func find(_ name: String, in pipeline: Pipeline.ID) throws -> (id: Stage.ID, row: StageRow)? {
        try transaction.first(StageSQL.find, [Value(pipeline), .text(name)]) { ($0.key(0), StageRow($0)) }
    }

    package func put(_ row: StageRow) throws -> Put<Stage.ID> {
        try transaction.put(
            row, over: try find(row.name, in: row.pipeline),
            add: { Key(try transaction.insert(StageSQL.add, row.values)) },
            change: { try transaction.run(StageSQL.change, row.values + [Value($0)]) })
    }

    /// By pipeline and position.
    package func all() throws -> [(id: Stage.ID, row: StageRow)] {
        try transaction.all(StageSQL.all) { ($0.key(0), StageRow($0)) }
    }

    /// Whether some deal ever stood there. Reads the whole log: for the rare question.
    package func isUsed(_ id: Stage.ID) throws -> Bool {
        try transaction.first(StageSQL.used, [Value(id), .int(Int64(Deal.Field.stage.rawValue))]) { $0.int(0) } != nil
    }

    /// From a day on, another place or another chance. Answers whether anything changed.
    package func put(_ version: StageVersionRow) throws -> Put<Day> {
        let key = [Value(version.stage), Value(version.from)]
        let known = try transaction.first(StageSQL.findVersion, key) { StageVersionRow($0) }
        let rest = [Value(version.position.map(Int64.init)), Value(version.probability)]
        return try transaction.put(
            version, over: known.map { (version.from, $0) },
            add: {
                try transaction.run(StageSQL.addVersion, key + rest)
                return version.from
            }, change: { _ in try transaction.run(StageSQL.changeVersion, key + rest) })
    }

    package func versions() throws -> [StageVersionRow] {
        try transaction.all(StageSQL.versions) { StageVersionRow($0) }
    }
}

package struct StageRow: Sendable, Equatable {
    package let pipeline: Pipeline.ID
    package let name: String
    package var position: Int
    package var probability: Double?
    package var outcome: Stage.Outcome

    package init(pipeline: Pipeline.ID, name: String, position: Int, probability: Double?, outcome: Stage.Outcome) {
        self.pipeline = pipeline
        self.name = name
        self.position = position
        self.probability = probability
        self.outcome = outcome
    }

    fileprivate init(_ row: Row) {
        self.init(
            pipeline: row.key(1), name: row.text(2), position: Int(row.int(3)), probability: row.maybeDouble(4),
            outcome: row.name(5))
    }

    fileprivate var values: [Value] {
        [Value(pipeline), .text(name), Value(position), Value(probability), Value(outcome)]
    }

    func stage(_ id: Stage.ID) -> Stage {
        Stage(id: id, name: name, position: position, probability: probability, outcome: outcome)
    }
}

package struct StageVersionRow: Sendable, Equatable {
    package let stage: Stage.ID
    package let from: Day
    package let position: Int?
    package let probability: Double?

    package init(stage: Stage.ID, from: Day, position: Int?, probability: Double?) {
        self.stage = stage
        self.from = from
        self.position = position
        self.probability = probability
    }

    fileprivate init(_ row: Row) {
        self.init(
            stage: row.key(0), from: row.day(1), position: row.maybeInt(2).map { Int($0) },
            probability: row.maybeDouble(3))
    }
}

extension Transaction {
    package var stages: Stages { Stages(transaction: self) }
}

private enum StageSQL {
    static let add: SQL = """
        INSERT INTO stages (pipeline, name, position, probability, outcome) VALUES ($1, $2, $3, $4, $5) RETURNING id
        """
    static let change: SQL = """
        UPDATE stages SET pipeline = $1, name = $2, position = $3, probability = $4, outcome = $5 WHERE id = $6
        """
    static let find: SQL = """
        SELECT id, pipeline, name, position, probability, outcome FROM stages WHERE pipeline = $1 AND name = $2
        """
    static let all: SQL = """
        SELECT id, pipeline, name, position, probability, outcome FROM stages ORDER BY pipeline, position, id
        """
    static let used: SQL = """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM deals WHERE stage = $1)
            OR EXISTS (SELECT 1 FROM deal_log WHERE field = $2 AND (new = $1 OR old = $1))
        """
    static let addVersion: SQL = """
        INSERT INTO stage_versions (stage, from_day, position, probability) VALUES ($1, $2, $3, $4)
        """
    static let changeVersion: SQL = """
        UPDATE stage_versions SET position = $3, probability = $4 WHERE stage = $1 AND from_day = $2
        """
    static let findVersion: SQL = """
        SELECT stage, from_day, position, probability FROM stage_versions WHERE stage = $1 AND from_day = $2
        """
    static let versions: SQL =
        "SELECT stage, from_day, position, probability FROM stage_versions ORDER BY stage, from_day"
}
