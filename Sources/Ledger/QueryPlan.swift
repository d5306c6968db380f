/// How the engine looks for the answer to a question.
package struct QueryPlan: Sendable, Equatable {
    /// In the engine's own words, one after another.
    package let steps: [String]
    /// Tables of which it reads every row, because no index leads to those that are asked for.
    package let readWhole: [String]
}

extension Transaction {
    /// - Parameter tables: those that there are; what else a plan names are parts of the question itself.
    package func plan(_ question: SQL, _ values: [Value], tables: Set<String>) throws -> QueryPlan {
        let steps = try planned(question, values)
        var whole: [String] = []
        for step in steps {
            let name =
                switch dialect {
                case .sqlite: step.wholeMatch(of: #/SCAN (\w+)/#)?.1
                case .postgres: step.firstMatch(of: #/Seq Scan on (\w+)/#)?.1
                }
            if let name, tables.contains(String(name)), !whole.contains(String(name)) { whole.append(String(name)) }
        }
        return QueryPlan(steps: steps, readWhole: whole)
    }

    /// Every table of the company with its rows and, where the engine tells, its bytes with its indexes.
    package func tableSizes() throws -> [TableSize] {
        let question = dialect == .sqlite ? SizeSQL.sqlite : SizeSQL.postgres
        let bytes = (try? all(question) { ($0.text(0), Int($0.int(1))) }) ?? []
        let known = Dictionary(bytes) { first, _ in first }
        return try CopiedTable.all.map {
            TableSize(table: $0.name, rows: Int(try number($0.count)), bytes: known[$0.name])
        }
    }
}

package struct TableSize: Sendable, Equatable {
    package let table: String
    package let rows: Int
    package let bytes: Int?
}

private enum SizeSQL {
    static let sqlite: SQL = """
        SELECT sqlite_master.tbl_name, sum(dbstat.pgsize) FROM dbstat JOIN sqlite_master ON sqlite_master.name = dbstat.name
        GROUP BY sqlite_master.tbl_name
        """
    static let postgres: SQL = """
        SELECT relname, pg_total_relation_size(relid) FROM pg_catalog.pg_statio_user_tables
        WHERE schemaname = current_schema()
        """
}
