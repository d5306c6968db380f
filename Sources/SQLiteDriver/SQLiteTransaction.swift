internal import GRDB
internal import Ledger

/// A GRDB connection inside a transaction. Statements are prepared once for each connection.
final class SQLiteTransaction: Transaction {
    private let database: Database
    private var prepared: [Ledger.SQL: SQLiteStatement] = [:]
    var dialect: Dialect { .sqlite }
    var foresees: Bool { false }

    init(_ database: Database) { self.database = database }

    func run(_ statement: Ledger.SQL, _ values: [Value]) throws(LedgerError) -> Int {
        let prepared = try ready(statement, values)
        defer { prepared.end() }
        while try prepared.step() {}
        return database.changesCount
    }

    func send(_ statement: Ledger.SQL, _ values: [Value]) throws(LedgerError) { _ = try run(statement, values) }

    /// A question costs nothing but its answer here.
    func foresee(_ question: Ledger.SQL, _ many: () -> [[Value]]) {}
    func forget(_ question: Ledger.SQL, _ values: [Value]) {}

    func each(_ question: Ledger.SQL, _ values: [Value], _ body: (Ledger.Row) throws -> Void) throws {
        let prepared = try ready(question, values)
        defer { prepared.end() }
        let row = Ledger.Row(prepared)
        while try prepared.step() { try body(row) }
    }

    func planned(_ question: Ledger.SQL, _ values: [Value]) throws(LedgerError) -> [String] {
        try LedgerError.translating(path) {
            let statement = try database.makeStatement(
                sql: "EXPLAIN QUERY PLAN " + SQLiteStatement.numbered(question.text))
            // The values make no difference to the plan.
            statement.setUncheckedArguments(StatementArguments())
            return try GRDB.Row.fetchAll(statement).map { $0["detail"] }
        }
    }

    private var path: String { SQLiteFile.path(of: database.sqliteConnection) }

    func define(_ statement: Ledger.SQL) throws(LedgerError) {
        try LedgerError.translating(path) { try database.execute(sql: dialect.filled(statement)) }
    }

    private func ready(_ sql: Ledger.SQL, _ values: [Value]) throws(LedgerError) -> SQLiteStatement {
        let statement = try statement(sql)
        do { try statement.start(values) } catch {
            statement.end()
            throw error
        }
        return statement
    }

    /// A question asked again while its rows are being read gets a statement of its own.
    private func statement(_ sql: Ledger.SQL) throws(LedgerError) -> SQLiteStatement {
        if let known = prepared[sql], !known.isRunning { return known }
        let isNested = prepared[sql] != nil
        let statement = try LedgerError.translating(path) {
            let text = SQLiteStatement.numbered(sql.text)
            return try isNested ? database.makeStatement(sql: text) : database.cachedStatement(sql: text)
        }
        let made = SQLiteStatement(statement, of: database)
        if !isNested { prepared[sql] = made }
        return made
    }
}
