import Ledger

/// A transaction as of an engine far away, which counts how often somebody goes there.
final class FarTransaction: Transaction {
    private let inner: any Transaction
    private var foreseen: Set<String> = []
    private(set) var journeys = 0
    /// Questions that were asked without having been said beforehand.
    private(set) var unforeseen: [String] = []

    init(_ inner: any Transaction) { self.inner = inner }

    var dialect: Dialect { inner.dialect }
    var foresees: Bool { true }

    func run(_ statement: SQL, _ values: [Value]) throws(LedgerError) -> Int { try inner.run(statement, values) }
    func send(_ statement: SQL, _ values: [Value]) throws(LedgerError) { try inner.send(statement, values) }
    func forget(_ question: SQL, _ values: [Value]) { inner.forget(question, values) }
    func define(_ statement: SQL) throws(LedgerError) { try inner.define(statement) }
    func planned(_ question: SQL, _ values: [Value]) throws(LedgerError) -> [String] {
        try inner.planned(question, values)
    }

    func foresee(_ question: SQL, _ many: () -> [[Value]]) throws(LedgerError) {
        journeys += 1
        for values in many() { foreseen.insert("\(question) \(values)") }
    }

    func each(_ question: SQL, _ values: [Value], _ body: (Row) throws -> Void) throws {
        if !foreseen.contains("\(question) \(values)") { unforeseen.append("\(question)") }
        try inner.each(question, values, body)
    }
}
