package import SalesDomain

package struct Pipelines {
    let transaction: any Transaction

    package func find(_ name: String) throws -> (id: Pipeline.ID, kind: Pipeline.Kind)? {
        try transaction.first(PipelineSQL.find, [.text(name)]) { ($0.key(0), $0.name(1)) }
    }

    package func put(_ name: String, kind: Pipeline.Kind, by telling: Telling) throws -> Put<Pipeline.ID> {
        try transaction.put(
            kind, over: try find(name).map { ($0.id, $0.kind) }, by: telling,
            told: (PipelineSQL.told, PipelineSQL.tell), changes: { _, _ in [] },
            add: { Key(try transaction.insert(PipelineSQL.add, [.text(name), Value(kind)])) },
            change: { try transaction.run(PipelineSQL.change, [Value($0), Value(kind)]) })
    }

    /// The pipeline of that name; one of sales is added when there is none.
    package func id(of name: String) throws -> Pipeline.ID {
        try find(name)?.id ?? Key(try transaction.insert(PipelineSQL.add, [.text(name), Value(Pipeline.Kind.sales)]))
    }

    /// Those of which a file has told: what comes to them is new.
    package func told() throws -> Set<Pipeline.ID> { Set(try transaction.all(PipelineSQL.allTold) { $0.key(0) }) }

    /// In the order in which they came, each with its stages by position.
    package func all() throws -> [Pipeline] {
        var stages: [Pipeline.ID: [Stage]] = [:]
        for (id, row) in try transaction.stages.all() { stages[row.pipeline, default: []].append(row.stage(id)) }
        return try transaction.all(PipelineSQL.all) {
            let id: Pipeline.ID = $0.key(0)
            return Pipeline(id: id, name: $0.text(1), kind: $0.name(2), stages: stages[id] ?? [])
        }
    }
}

extension Transaction {
    package var pipelines: Pipelines { Pipelines(transaction: self) }
}

private enum PipelineSQL {
    static let add: SQL = "INSERT INTO pipelines (name, kind) VALUES ($1, $2) RETURNING id"
    static let change: SQL = "UPDATE pipelines SET kind = $2 WHERE id = $1"
    static let told: SQL = "SELECT told_at FROM pipelines WHERE id = $1"
    static let tell: SQL = "UPDATE pipelines SET told_at = $2 WHERE id = $1"
    static let allTold: SQL = "SELECT id FROM pipelines WHERE told_at IS NOT NULL ORDER BY id"
    static let find: SQL = "SELECT id, kind FROM pipelines WHERE name = $1"
    static let all: SQL = "SELECT id, name, kind FROM pipelines ORDER BY id"
}
