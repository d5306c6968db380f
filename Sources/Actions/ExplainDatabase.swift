package import Ledger

/// How the engine finds what is asked of the books, and how large they are.
package struct ExplainDatabase: Sendable {
    package struct Question: Sendable, Equatable {
        /// On one line.
        package let statement: String
        package let times: Int
        package let rows: Int
        package let plan: QueryPlan
        /// It names what it asks for: to read a whole table for it takes longer with every year.
        package let asksForPart: Bool
        /// Tables that are read whole for a part, and are large.
        package let faults: [String]
    }

    package struct Answer: Sendable, Equatable {
        package let dialect: Dialect
        package let tables: [TableSize]
        package let questions: [Question]
        package var faultCount: Int { questions.count { !$0.faults.isEmpty } }
    }

    private let store: any Store
    private let large: Int

    /// - Parameter large: rows from which on a table is large; of smaller ones a whole reading is the fastest, and engines take
    ///   it.
    package init(store: any Store, large: Int = 10_000) {
        self.store = store
        self.large = large
    }

    /// - Parameter read: asks the store that it is given what should be explained: the very questions of the program.
    ///
    /// Throws a `LedgerError`, and what `read` throws.
    package func callAsFunction(_ read: (any Store) throws -> Void) throws -> Answer {
        let noting = NotingStore(store)
        try read(noting)
        return try store.read { ledger in
            let tables = try ledger.tableSizes()
            let names = Set(tables.map(\.table))
            let large = Set(tables.filter { $0.rows >= self.large }.map(\.table))
            let questions = try noting.questions.map { asked in
                let plan = try ledger.plan(asked.statement, asked.values, tables: names)
                let asksForPart = !asked.values.isEmpty
                return Question(
                    statement: asked.statement.text.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                    times: asked.times, rows: asked.rows, plan: plan, asksForPart: asksForPart,
                    faults: asksForPart ? plan.readWhole.filter(large.contains) : [])
            }
            return Answer(dialect: store.dialect, tables: tables, questions: questions)
        }
    }
}
