internal import Ledger

/// A connection inside a transaction.
final class PostgresTransaction: Transaction {
    private let connection: PostgresConnection
    var dialect: Dialect { .postgres }
    var foresees: Bool { true }

    init(_ connection: PostgresConnection) { self.connection = connection }

    func run(_ statement: SQL, _ values: [Value]) throws(LedgerError) -> Int {
        try connection.run(statement, values)
    }

    func send(_ statement: SQL, _ values: [Value]) throws(LedgerError) { try connection.send(statement, values) }

    func foresee(_ question: SQL, _ many: () -> [[Value]]) throws(LedgerError) {
        try connection.foresee(question, many())
    }

    func forget(_ question: SQL, _ values: [Value]) { connection.forget(question, values) }

    func each(_ question: SQL, _ values: [Value], _ body: (Row) throws -> Void) throws {
        let answer = try connection.foreseen(question, values) ?? connection.ask(question, values)
        let row = Row(answer)
        do {
            while try answer.step() { try body(row) }
        } catch {
            try? answer.end()
            throw error
        }
    }

    func planned(_ question: SQL, _ values: [Value]) throws(LedgerError) -> [String] {
        let answer = try connection.askText("EXPLAIN " + question.text, values)
        var steps: [String] = []
        while try answer.step() { steps.append(answer.text(0)) }
        return steps
    }

    func define(_ statement: SQL) throws(LedgerError) {
        try connection.sendText(dialect.filled(statement))
        try connection.finish()
    }
}
