extension Transaction {
    /// Whether no table has a row.
    package func isBlank() throws -> Bool {
        try CopiedTable.all.allSatisfy { try number($0.count) == 0 }
    }

    /// Writes into this blank database everything that another one of the same schema holds, under the same numbers; answers
    /// what was read there. Throws `UnreadSource` where the other one fails, a `LedgerError` where this one does.
    package func takeOver(
        _ other: any Transaction, progress: (_ table: Int, _ of: Int) throws -> Void = { _, _ in }
    ) throws -> [TableSum] {
        var sums: [TableSum] = []
        for (index, table) in CopiedTable.all.enumerated() {
            try progress(index, CopiedTable.all.count)
            sums.append(try table.copy(from: other, to: self))
        }
        // SQLite goes on from the largest number by itself.
        if dialect == .postgres {
            try run(UpkeepSQL.numbering)
            try run(UpkeepSQL.statistics)
        }
        return sums
    }

    /// What the tables hold, added up.
    package func sums() throws -> [TableSum] { try CopiedTable.all.map { try $0.each(in: self) } }
}

/// The database from which a company is copied failed.
package struct UnreadSource: Error {
    package let error: LedgerError
}

/// Of every table that is copied: its name, and how many of its columns are. For the test that none is forgotten.
package var copiedTables: [(table: String, columns: Int)] { CopiedTable.all.map { ($0.name, $0.columns) } }

/// What PostgreSQL must be told, and SQLite need not.
package enum UpkeepSQL {
    /// The planner counts every table of the schema.
    package static let statistics: SQL = """
        DO 'DECLARE one record;
        BEGIN
            FOR one IN SELECT tablename FROM pg_catalog.pg_tables WHERE schemaname = current_schema() LOOP
                EXECUTE format(''ANALYZE %I'', one.tablename);
            END LOOP;
        END'
        """
    /// Every identity of the schema goes on behind the largest number of its table.
    static let numbering: SQL = """
        DO 'DECLARE one record;
        BEGIN
            FOR one IN
                SELECT table_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND column_name = ''id'' AND is_identity = ''YES''
            LOOP
                EXECUTE format(
                    ''SELECT setval(pg_get_serial_sequence(%L, %L), COALESCE(MAX(id), 0) + 1, false) FROM %I'',
                    one.table_name, ''id'', one.table_name);
            END LOOP;
        END'
        """
}
