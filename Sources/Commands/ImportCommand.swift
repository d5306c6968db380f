import Actions
import ArgumentParser
import Exchange
import Foundation
import Ledger
import SalesDomain
import Texts
import Wiring

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Takes in files of the exchange format, or a table of another system.")

    @Argument(help: "Files, or folders of files")
    var paths: [String]
    @Option(help: ArgumentHelp("The files' layout (only: exchange)", valueName: "name"))
    var layout: Layout = .exchange
    @Option(
        help: ArgumentHelp(
            "Which column of the files is which column of the exchange format, as JSON (docs/mapping.md)",
            valueName: "file"))
    var mapping: String?
    @Option(
        help: ArgumentHelp(
            "Write a mapping to begin with, guessed from the file's headings, and import nothing", valueName: "file"))
    var startMapping: String?
    @Option(
        help: ArgumentHelp(
            "With --start-mapping: the table to map to (default: deals); of several files, or several tables of one, once for each",
            valueName: "name"))
    var table: [ExchangeFile] = []
    @Option(
        help: ArgumentHelp("Whose ids the files hold: the same id of two sources is two records", valueName: "name"))
    var source = Source.own
    @Option(
        help: ArgumentHelp("When the files were made: changes count as known from then (default: now)", valueName: "T"))
    var at: String?
    @Flag(help: "Say what would happen, and write nothing")
    var dryRun = false
    @Option(help: ArgumentHelp("A file for the rejected rows, each with its reason", valueName: "file"))
    var rejects: String?
    @OptionGroup var globals: Globals

    func run() async throws {
        try globals.requireFiles(paths + [rejects].compactMap(\.self))
        let texts = globals.texts
        if let startMapping { return try start(startMapping, found().files, texts) }
        let mappings = try readMappings(texts)
        let (sources, passedOver) = try found(mappings)
        let bar = ProgressBar()
        do {
            let plan = try ImportPlan(sources, mappings: mappings) { bar.show($0) }
            var report = try take(plan, bar)
            report.passedOver = passedOver
            bar.clear()
            try show(report, texts)
        } catch ImportProblem.refused(let refusals) {
            bar.clear()
            try show(refused: refusals)
        } catch let error as LedgerError {
            bar.clear()
            throw Failure.unusable(error.words(texts, globals.address))
        }
    }

    /// A dry run of a database that is not there yet is made in one beside it: nobody else's can be taken away.
    private func take(_ plan: ImportPlan, _ bar: ProgressBar) throws -> ImportReport {
        guard dryRun else { return try take(plan, into: globals.office(.createdOrMigrated), bar) }
        guard try !globals.isDatabaseThere() else {
            let office = try globals.office(.trial)
            defer { try? office.store.close() }
            return try take(plan, into: office, bar)
        }
        let rehearsal = globals.rehearsalPath
        defer { Globals.forgetDatabase(at: rehearsal) }
        let office = try globals.office(.createdOrMigrated, at: .sqlite(path: rehearsal))
        defer { try? office.store.close() }
        return try take(plan, into: office, bar)
    }

    private func take(_ plan: ImportPlan, into office: Office, _ bar: ProgressBar) throws -> ImportReport {
        let imports = ImportRecords(store: office.store, clock: office.clock)
        return try Patience.whileImporting {
            try imports.run(plan, options: options(office.store)) { bar.show($0) }
        }
    }

    /// Of a folder, by a mapping of several tables: those for which there is one.
    private func found(_ mappings: Mappings? = nil) throws -> (files: [ImportSource], passedOver: [String]) {
        let names = mappings?.names ?? []
        do {
            guard let mappings, !names.isEmpty else { return try ImportSource.found(at: paths) }
            return try ImportSource.found(at: paths) { !mappings.mappings(of: $0).isEmpty }
        } catch .refused(let refusals) {
            try show(refused: refusals)
            return ([], [])
        }
    }

    private func show(_ report: ImportReport, _ texts: Texts) throws {
        if globals.json { answer(try JSONLine.of(ImportDocument(report, language: globals.language))) }
        for file in report.files { say(file.words(as: called(file, report), texts)) }
        report.asides(texts).forEach(say)
        if !globals.json {
            for refusal in report.rejected.prefix(50) { say(refusal.placed(texts)) }
            let more = report.rejectedCount - 50
            if more > 0 { say(texts("cli.refusal.more", ["count": .count(more)])) }
        }
        for warning in report.warnings { say(warning.placed(texts)) }
        if dryRun { say(texts("cli.import.dry")) }
        if let rejects, !report.isClean { say(texts("cli.import.rejects", ["path": .text(rejects)])) }
        if !report.isClean { throw ExitStatus(Exit.no) }
    }

    /// Where several tables are made of files, which one.
    private func called(_ file: ImportReport.File, _ report: ImportReport) -> String {
        let isAlone = !file.isMapped || Set(report.files.map(\.file)).count == 1
        return isAlone ? file.path : "\(file.path) → \(file.file.rawValue)"
    }

    /// Nothing could be read: the reasons are the answer.
    func show(refused: [Refusal]) throws {
        if globals.json { answer(try JSONLine.of(ImportDocument(refused: refused, language: globals.language))) }
        for refusal in refused { say("liyka: " + refusal.placed(globals.texts)) }
        throw ExitStatus(Exit.unusable)
    }
}

enum Layout: String, ExpressibleByArgument, CaseIterable { case exchange }
