import Actions
import ArgumentParser
import Ledger
import LiveFacts
import Logging
import ReportDocuments
import Texts
import WebServer
import Wiring

struct ExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "How the engine finds what pages and forecasts ask of the books.")
    @OptionGroup var globals: Globals

    func run() async throws {
        let texts = globals.texts
        let office = try globals.office()
        say(texts("cli.explain.asking"))
        let found = try CareProblem.worded(globals) {
            try ExplainDatabase(store: office.store)(ask)
        }
        if globals.json { answer(ExplainDocument(found).json.text) } else { tell(found, texts) }
        let whole = found.questions.count { !$0.plan.readWhole.isEmpty && $0.faults.isEmpty }
        say(
            texts(
                "cli.explain.summary",
                ["questions": .count(found.questions.count), "whole": .count(whole)]))
        guard found.faultCount > 0 else { return say(texts("cli.explain.fine")) }
        say(texts("cli.explain.faults", ["count": .count(found.faultCount)]))
        throw ExitStatus(Exit.no)
    }

    /// What a server asks: it loads the books, follows them, and makes its pages.
    private func ask(_ store: any Store) throws {
        var logger = Logger(label: "liyka")
        logger.logLevel = .critical
        let office = Office(store: store, clock: .system)
        _ = try office.live.reporter()
        try store.read { try LoadedFacts.askAsFollowing($0) }
        if try PageRound(office: office.web(logger))() == 0 { say(globals.texts("cli.explain.nobody")) }
    }

    private func tell(_ found: ExplainDatabase.Answer, _ texts: Texts) {
        var table = Table(["table", "rows", "size"].map { texts("cli.explain." + $0) })
        for one in found.tables where one.rows > 0 {
            table.add([
                one.table, texts.integer(one.rows),
                one.bytes.map { texts.integer(($0 + 1023) / 1024) } ?? texts("none"),
            ])
        }
        answer(table.text)
        for question in found.questions {
            answer("")
            answer(question.statement)
            for step in question.plan.steps { answer("  " + step) }
            for name in question.plan.readWhole { answer("  → " + words(name, question, texts)) }
        }
    }

    private func words(_ table: String, _ question: ExplainDatabase.Question, _ texts: Texts) -> String {
        let key =
            question.faults.contains(table)
            ? "cli.explain.fault" : question.asksForPart ? "cli.explain.small" : "cli.explain.all"
        return texts(key, ["table": .text(table)])
    }
}

extension ExplainDocument {
    fileprivate init(_ found: ExplainDatabase.Answer) {
        self.init(
            engine: found.dialect.rawValue, faults: found.faultCount,
            tables: found.tables.map { Table($0.table, rows: $0.rows, bytes: $0.bytes) },
            questions: found.questions.map {
                Question(
                    $0.statement, times: $0.times, rows: $0.rows, asksForPart: $0.asksForPart, plan: $0.plan.steps,
                    readWhole: $0.plan.readWhole, faults: $0.faults)
            })
    }
}
