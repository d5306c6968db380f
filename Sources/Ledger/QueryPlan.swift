/// How the engine looks for the answer to a question.
package struct QueryPlan: Sendable, Equatable {
    /// In the engine's own words, one after another.
    package let steps: [String]
    /// Tables of which it reads every row: all are asked for, or no index leads to those that are.
    package let readWhole: [String]
}

extension Transaction {
    /// - Parameter tables: those that there are; what else a plan names are parts of the question itself.
    package func plan(_ question: SQL, _ values: [Value], tables: Set<String>) throws -> QueryPlan {
        let steps = try planned(question, values)
        var whole: [String] = []
        for step in steps {
            guard let name = readWhole(in: step) else { continue }
            let table = tables.contains(name) ? name : question.table(called: name)
            if let table, tables.contains(table), !whole.contains(table) { whole.append(table) }
        }
        return QueryPlan(steps: steps, readWhole: whole)
    }

    /// An index that is gone through from its beginning to its end is the whole table, too.
    private func readWhole(in step: String) -> String? {
        switch dialect {
        case .sqlite: step.wholeMatch(of: #/SCAN (\w+)(?: USING .*)?/#).map { String($0.1) }
        case .postgres: step.firstMatch(of: #/Seq Scan on (\w+)/#).map { String($0.1) }
        }
    }

    /// Every table of the company with its rows and, where the engine tells, its bytes with its indexes.
    package func tableSizes() throws -> [TableSize] {
        let question = dialect == .sqlite ? SizeSQL.sqlite : SizeSQL.postgres
        let bytes = (try? all(question) { ($0.text(0), Int($0.int(1))) }) ?? []
        let known = Dictionary(bytes) { first, _ in first }
        return try CopiedTable.all.filter { !$0.name.contains(" ") }.map {
            TableSize(table: $0.name, rows: Int(try number($0.count)), bytes: known[$0.name])
        }
    }
}

extension SQL {
    /// The table that the statement calls so: `FROM deals d`.
    fileprivate func table(called alias: String) -> String? {
        text.matches(of: #/(?:FROM|JOIN)\s+(\w+)\s+(?:AS\s+)?(\w+)/#).first { $0.2 == alias }.map { String($0.1) }
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
