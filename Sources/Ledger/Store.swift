/// A company's database. Synchronous and blocking: a server calls it off the event loop. Any number of readers run
/// beside one writer; a reader sees one instant.
package protocol Store: Sendable {
    var dialect: Dialect { get }

    /// Runs `body` on a consistent picture. Throws what `body` throws, or a `LedgerError`.
    func read<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

    /// Runs `body` in one transaction: all of it is kept, or, when anything is thrown, nothing.
    func write<Result>(_ body: (any Transaction) throws -> Result) throws -> Result

    /// Runs `body` while nobody else, in this process or another, runs one so for the same database: throws
    /// `LedgerError.importing` at once when somebody does. A process that is killed holds nothing any more.
    func alone<Result>(_ body: () throws -> Result) throws -> Result

    /// The engine's own findings about the file and its references; empty when it is whole.
    func faults() throws(LedgerError) -> [String]

    /// What a restoration that was cut short has left beside it, by the name of the file or the schema. One that is running
    /// has it too.
    func leftovers() throws(LedgerError) -> [String]

    /// Copies the database, as it is at one instant, into a file that must not exist, while others read and write.
    func copy(toFile path: String) throws(LedgerError)

    /// Lets go of the database. Nothing may be asked of the store afterwards.
    func close() throws(LedgerError)
}

/// What stands behind a database's name in those of files beside it.
package enum NameEnding {
    /// Of one that is being restored, until it is whole.
    package static let restoring = ".restoring"
}

/// The engines differ in a few words of a schema, `Placeholders`, and in two statements of `Migrations`.
package enum Dialect: String, Sendable {
    case sqlite, postgres
}

/// A transaction in hand. It is not to be kept beyond the closure, nor used from two threads.
package protocol Transaction: AnyObject {
    var dialect: Dialect { get }

    /// Runs a statement with `$1…` bound to `values`; answers how many rows it changed. Prepared once, then reused.
    @discardableResult
    func run(_ statement: SQL, _ values: [Value]) throws(LedgerError) -> Int

    /// The same of a statement whose count nobody asks for: it may go out together with the next ones. What is wrong with it
    /// is then thrown by one of them, or by the end of the transaction.
    func send(_ statement: SQL, _ values: [Value]) throws(LedgerError)

    /// Whether it is worth while to say which questions will be asked: the engine is not in this process.
    var foresees: Bool { get }

    /// Says that a question will be asked with each of these values, so that an engine far away may fetch the answers together.
    /// Whatever changes one of them in this transaction must `forget` it.
    func foresee(_ question: SQL, _ many: () -> [[Value]]) throws(LedgerError)
    func forget(_ question: SQL, _ values: [Value])

    /// Hands every row of the answer to `body`, one at a time. Throws what `body` throws, or a `LedgerError`.
    func each(_ question: SQL, _ values: [Value], _ body: (Row) throws -> Void) throws

    /// How the engine would look for the answer, in its own words, one step after another; nothing is answered.
    func planned(_ question: SQL, _ values: [Value]) throws(LedgerError) -> [String]

    /// Runs a statement of a schema, its placeholders filled in.
    func define(_ statement: SQL) throws(LedgerError)
}

extension Transaction {
    @discardableResult
    package func run(_ statement: SQL) throws(LedgerError) -> Int { try run(statement, []) }

    package func each(_ question: SQL, _ body: (Row) throws -> Void) throws { try each(question, [], body) }

    /// The first row of the answer, read by `body`; nil when there is none.
    package func first<Answer>(_ question: SQL, _ values: [Value] = [], _ body: (Row) throws -> Answer) throws
        -> Answer?
    {
        var answer: Answer?
        try each(question, values) { row in if answer == nil { answer = try body(row) } }
        return answer
    }

    /// All rows, read by `body`. For answers that are known to be short.
    package func all<Answer>(_ question: SQL, _ values: [Value] = [], _ body: (Row) throws -> Answer) throws
        -> [Answer]
    {
        var answers = [Answer]()
        try each(question, values) { answers.append(try body($0)) }
        return answers
    }

    /// The number in the first column of the only row; 0 when there is none.
    package func number(_ question: SQL, _ values: [Value] = []) throws -> Int64 {
        try first(question, values) { $0.int(0) } ?? 0
    }

    /// The identity that a statement ending in `RETURNING id` gives to its row.
    package func insert(_ statement: SQL, _ values: [Value]) throws -> Int64 {
        guard let id = try first(statement, values, { $0.int(0) }) else {
            throw LedgerError.misused(cause: "nothing returned by: \(statement)")
        }
        return id
    }
}
