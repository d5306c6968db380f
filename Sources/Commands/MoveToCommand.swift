import Actions
import ArgumentParser
import Texts
import Wiring

struct MoveToCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move-to",
        abstract: "Copies the company into another, empty database, such as from SQLite to PostgreSQL or back.")
    @Argument(help: ArgumentHelp("The empty database: a path or postgres://…", valueName: "url"))
    var target: String
    @OptionGroup var globals: Globals

    func run() async throws {
        let texts = globals.texts
        let address = DatabaseAddress(named: target, environment: [:])
        let source = try globals.office()
        let office = try globals.office(.createdOrMigrated, at: address)
        // What stands in a write-ahead log goes into the file.
        defer { try? office.store.close() }
        let path = Texts.Argument.text(address.shown)
        do {
            let rows = try MoveCompany(from: source.store)(to: office.store)
            if globals.json { answer(try JSONLine.of(Document(database: address.shown, rows: rows))) }
            say(texts("cli.move.done", ["path": path, "rows": .count(rows)]))
        } catch CareProblem.notEmpty {
            throw Failure.unusable(texts("cli.move.not_empty", ["path": path]))
        } catch CareProblem.copyDiffers(let table) {
            throw Failure.no(texts("cli.move.differs", ["path": path, "table": .text(table)]))
        } catch let failed as MoveCompany.TargetFailed {
            throw Failure.unusable(failed.error.words(texts, address))
        } catch {
            _ = try CareProblem.worded(globals) { throw error }
        }
    }

    private struct Document: Encodable {
        let database: String
        let rows: Int
    }
}
