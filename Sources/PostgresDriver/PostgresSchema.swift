internal import Ledger

/// Whose schema it is, told without altering it.
enum PostgresSchema: Equatable {
    case absent
    /// This user may not use it.
    case closed
    /// Without a table.
    case blank
    case ours
    case foreign

    static func kind(_ connection: PostgresConnection, _ name: String) throws(LedgerError) -> PostgresSchema {
        let answer = try connection.askText(question, [.text(name)])
        guard try answer.step() else { return .absent }
        let (schemas, tables, known) = (answer.int(0), answer.int(1), answer.int(2))
        let isClosed = answer.int(3) > 0
        try answer.end()
        return schemas == 0
            ? .absent : isClosed ? .closed : tables == 0 ? .blank : known == landmarks ? .ours : .foreign
    }

    static func quoted(_ name: String) -> String { "\"" + name.replacing("\"", with: "\"\"") + "\"" }

    /// Numbers for the server's locks between processes: for writing, for importing, for having it open; others for each schema.
    static func key(_ purpose: String, of name: String) -> Int64 {
        let hash = "liyka \(purpose) \(name)".utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return Int64(bitPattern: hash)
    }

    /// Tables that a database of ours has had from its first version on.
    private static let landmarks: Int64 = 4
    /// What an extension of the server keeps in a schema is nobody's.
    private static let question = """
        SELECT (SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = $1), count(*),
            count(*) FILTER (WHERE c.relname IN ('migrations', 'journal', 'batches', 'deal_log')),
            (SELECT count(*) FROM pg_catalog.pg_namespace
                WHERE nspname = $1 AND NOT pg_catalog.has_schema_privilege(oid, 'USAGE'))
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND NOT EXISTS (
                SELECT 1 FROM pg_catalog.pg_depend d
                WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        """
}
