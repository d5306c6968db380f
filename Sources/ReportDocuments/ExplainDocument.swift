/// `db explain --json`: how the engine finds what is asked of the books, and how large they are.
package struct ExplainDocument: Sendable {
    package struct Table: Sendable {
        let name: String
        let rows: Int
        let bytes: Int?

        /// - Parameter bytes: nil where the engine does not say.
        package init(_ name: String, rows: Int, bytes: Int?) {
            self.name = name
            self.rows = rows
            self.bytes = bytes
        }
    }

    package struct Question: Sendable {
        let statement: String
        let times: Int
        let rows: Int
        let asksForPart: Bool
        let plan: [String]
        let readWhole: [String]
        let faults: [String]

        package init(
            _ statement: String, times: Int, rows: Int, asksForPart: Bool, plan: [String], readWhole: [String],
            faults: [String]
        ) {
            self.statement = statement
            self.times = times
            self.rows = rows
            self.asksForPart = asksForPart
            self.plan = plan
            self.readWhole = readWhole
            self.faults = faults
        }
    }

    private let engine: String
    private let faults: Int
    private let tables: [Table]
    private let questions: [Question]

    package init(engine: String, faults: Int, tables: [Table], questions: [Question]) {
        self.engine = engine
        self.faults = faults
        self.tables = tables
        self.questions = questions
    }

    package var json: JSONValue {
        .object([
            ("engine", .string(engine)), ("faults", .int(faults)), ("tables", .array(tables.map(table))),
            ("questions", .array(questions.map(question))),
        ])
    }

    private func table(_ table: Table) -> JSONValue {
        .object([
            ("table", .string(table.name)), ("rows", .int(table.rows)),
            ("bytes", table.bytes.map { .int($0) } ?? .null),
        ])
    }

    private func question(_ question: Question) -> JSONValue {
        func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
        return .object([
            ("statement", .string(question.statement)), ("times", .int(question.times)), ("rows", .int(question.rows)),
            ("asks_for", .string(question.asksForPart ? "part" : "all")), ("plan", strings(question.plan)),
            ("reads_whole", strings(question.readWhole)), ("faults", strings(question.faults)),
        ])
    }
}
