import Actions
import ArgumentParser
import Texts

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Writes everything into a folder in the exchange format.")
    @Argument(help: "The folder; files of the format in it are replaced, each only when the new one is whole")
    var folder: String
    @OptionGroup var globals: Globals

    func run() async throws {
        try globals.requireFiles([folder])
        let texts = globals.texts
        let office = try globals.office()
        do {
            let report = try ExportRecords(store: office.store).run(into: folder)
            if globals.json {
                let files = report.files.map { ExportedFile(file: $0.name, rows: $0.rows) }
                answer(try JSONLine.of(["files": files]))
            }
        } catch ExportProblem.cannotWrite(let path, let obstacle) {
            throw obstacle.failure(path, texts)
        }
        say(texts("cli.export.done", ["path": .text(folder)]))
    }
}

private struct ExportedFile: Encodable {
    let file: String
    let rows: Int
}
