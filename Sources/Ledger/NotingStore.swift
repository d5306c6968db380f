internal import Synchronization

/// A store that passes everything on to another one and notes which questions are asked of it.
package final class NotingStore: PassingStore {
    package struct Question: Sendable {
        package let statement: SQL
        /// With which it was asked first.
        package let values: [Value]
        package fileprivate(set) var times = 0
        /// That it has answered, all times together.
        package fileprivate(set) var rows = 0
    }

    package let store: any Store
    fileprivate let notes = Mutex<(order: [SQL], questions: [SQL: Question])>(([], [:]))

    package init(_ store: any Store) { self.store = store }

    /// In the order in which they were asked first.
    package var questions: [Question] { notes.withLock { notes in notes.order.compactMap { notes.questions[$0] } } }

    fileprivate func note(_ statement: SQL, _ values: [Value], rows: Int) {
        notes.withLock { notes in
            if notes.questions[statement] == nil {
                notes.order.append(statement)
                notes.questions[statement] = Question(statement: statement, values: values)
            }
            notes.questions[statement]?.times += 1
            notes.questions[statement]?.rows += rows
        }
    }

    package func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try store.read { try body(NotingTransaction($0, self)) }
    }

    package func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result {
        try store.write { try body(NotingTransaction($0, self)) }
    }
}

private final class NotingTransaction: Transaction {
    private let inner: any Transaction
    private let notebook: NotingStore

    init(_ inner: any Transaction, _ notebook: NotingStore) {
        self.inner = inner
        self.notebook = notebook
    }

    var dialect: Dialect { inner.dialect }
    var foresees: Bool { inner.foresees }

    func run(_ statement: SQL, _ values: [Value]) throws(LedgerError) -> Int { try inner.run(statement, values) }
    func send(_ statement: SQL, _ values: [Value]) throws(LedgerError) { try inner.send(statement, values) }
    func foresee(_ question: SQL, _ many: () -> [[Value]]) throws(LedgerError) { try inner.foresee(question, many) }
    func forget(_ question: SQL, _ values: [Value]) { inner.forget(question, values) }
    func define(_ statement: SQL) throws(LedgerError) { try inner.define(statement) }
    func planned(_ question: SQL, _ values: [Value]) throws(LedgerError) -> [String] {
        try inner.planned(question, values)
    }

    func each(_ question: SQL, _ values: [Value], _ body: (Row) throws -> Void) throws {
        var rows = 0
        defer { notebook.note(question, values, rows: rows) }
        try inner.each(question, values) { row in
            rows += 1
            try body(row)
        }
    }
}
