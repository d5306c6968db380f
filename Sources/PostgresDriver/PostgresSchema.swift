internal import Ledger

/// Whose schema it is, told without altering it.
enum PostgresSchema: Equatable {
    case absent
    /// This user may not use it.
    case closed
    /// With nothing in it.
    case blank
    case ours
    case foreign

    static func kind(_ connection: PostgresConnection, _ name: String) throws(LedgerError) -> PostgresSchema {
        let answer = try connection.askText(question, [.text(name)])
        guard try answer.step() else { return .absent }
        let (schemas, tables, known) = (answer.int(0), answer.int(1), answer.int(2))
        let (isClosed, others) = (answer.int(3) > 0, answer.int(4))
        try answer.end()
        if schemas == 0 { return .absent }
        if isClosed { return .closed }
        return known == landmarks ? .ours : tables + others == 0 ? .blank : .foreign
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
    /// What an extension of the server keeps in a schema is nobody's. Tables are looked for by themselves, for not every engine
    /// that speaks like PostgreSQL says what else hangs on a schema: functions, types, sequences.
    private static let question = """
        SELECT (SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = $1), count(*),
            count(*) FILTER (WHERE c.relname IN ('migrations', 'journal', 'batches', 'deal_log')),
            (SELECT count(*) FROM pg_catalog.pg_namespace
                WHERE nspname = $1 AND NOT pg_catalog.has_schema_privilege(oid, 'USAGE')),
            (SELECT count(*) FROM pg_catalog.pg_depend o
                JOIN pg_catalog.pg_namespace s ON s.oid = o.refobjid AND s.nspname = $1
                WHERE o.refclassid = 'pg_catalog.pg_namespace'::regclass AND o.deptype = 'n'
                    AND o.classid <> 'pg_catalog.pg_extension'::regclass
                    AND NOT EXISTS (
                        SELECT 1 FROM pg_catalog.pg_depend d
                        WHERE d.classid = o.classid AND d.objid = o.objid AND d.deptype = 'e'))
        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
            AND NOT EXISTS (
                SELECT 1 FROM pg_catalog.pg_depend d
                WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        """
}
