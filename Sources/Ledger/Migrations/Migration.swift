/// One step of the schema. Once released it is frozen: a change is a new step.
package struct Migration: Sendable {
    package let number: Int
    package let name: String
    package let statements: [Statement]

    package enum Statement: Sendable {
        case both(SQL)
        case only(Dialect, SQL)
    }

    package static let all: [Migration] = [
        .foundation, .commissions, .choices, .forecastRecord, .correctiveActions, .submissions, .paymentsByBatch,
        .daysOfBonuses, .withdrawnPlans, .instantsOfPlans, .usesOfTokens, .tellingsOfDeals,
        .changesOfTheCompany,
    ]
    /// The schema that this program knows.
    package static var known: Int { all[all.count - 1].number }
}

/// Where a database stands.
package enum SchemaState: Equatable, Sendable {
    case empty
    case current
    case behind(Int)
    case ahead(Int)
}

extension Store {
    package func schema() throws -> SchemaState { try read { try $0.schema() } }

    /// Brings the schema to what the program knows, in one transaction; answers the numbers of the steps taken (none
    /// when it was current). Refuses a database made by a later version.
    @discardableResult
    package func migrate() throws -> [Int] {
        try write { transaction in
            let found = try transaction.schemaNumber()
            guard found <= Migration.known else { throw LedgerError.tooNew(found: found, known: Migration.known) }
            let steps = Migration.all.filter { $0.number > found }
            for step in steps { try transaction.apply(step) }
            return steps.map(\.number)
        }
    }

    /// Throws unless the schema is the one that the program knows.
    package func requireCurrentSchema() throws {
        switch try schema() {
        case .current: return
        case .empty: throw LedgerError.tooOld(found: 0, known: Migration.known)
        case .behind(let found): throw LedgerError.tooOld(found: found, known: Migration.known)
        case .ahead(let found): throw LedgerError.tooNew(found: found, known: Migration.known)
        }
    }
}

extension Transaction {
    fileprivate func schema() throws -> SchemaState {
        switch try schemaNumber() {
        case 0: .empty
        case Migration.known: .current
        case let found: found < Migration.known ? .behind(found) : .ahead(found)
        }
    }

    fileprivate func schemaNumber() throws -> Int {
        let tables = try number(dialect == .sqlite ? MigrationSQL.tablesOnSQLite : MigrationSQL.tablesOnPostgres)
        return tables == 0 ? 0 : Int(try number(MigrationSQL.last))
    }

    fileprivate func apply(_ step: Migration) throws(LedgerError) {
        for statement in step.statements {
            switch statement {
            case .both(let sql): try define(sql)
            case .only(let engine, let sql): if engine == dialect { try define(sql) }
            }
        }
        try run(MigrationSQL.insert, [Value(step.number), .text(step.name)])
    }
}

private enum MigrationSQL {
    static let tablesOnSQLite: SQL = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'migrations'"
    static let tablesOnPostgres: SQL = """
        SELECT count(*) FROM information_schema.tables
        WHERE table_schema = current_schema() AND table_name = 'migrations'
        """
    static let last: SQL = "SELECT COALESCE(MAX(number), 0) FROM migrations"
    static let insert: SQL = "INSERT INTO migrations (number, name) VALUES ($1, $2)"
}
