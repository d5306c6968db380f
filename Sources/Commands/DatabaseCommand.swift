import Actions
import ArgumentParser
import Ledger
import Texts
import Wiring

struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Care of the database.",
        subcommands: [
            MigrateCommand.self, CheckCommand.self, BackupCommand.self, RestoreCommand.self, MoveToCommand.self,
            ExplainCommand.self,
        ])
}

struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Brings the database to what this version needs.")
    @OptionGroup var globals: Globals

    func run() async throws {
        let texts = globals.texts
        let office = try globals.office(.anyVersion)
        let steps = try CareProblem.worded(globals) { try Migrate(store: office.store)() }
        let number = Texts.Argument.text("\(Migration.known)")
        if globals.json { answer(try JSONLine.of(["schema": [Migration.known], "steps": steps])) }
        say(texts(steps.isEmpty ? "cli.migrate.current" : "cli.migrate.done", ["number": number]))
    }
}

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Is the database whole, and each deal the fold of its log?")
    @OptionGroup var globals: Globals

    struct Document: Encodable {
        let whole: Bool
        let position: Int64
        let faults: [String]
        let counts: [String: Int]
        let unfinished: [String]
        let leftovers: [String]
    }

    func run() async throws {
        let texts = globals.texts
        let office = try globals.office()
        let check = try CareProblem.worded(globals) { try CheckDatabase(store: office.store)() }
        let faults = check.words
        if globals.json {
            let counts = Dictionary(uniqueKeysWithValues: check.counts.rows.map { ($0.kind, $0.count) })
            answer(
                try JSONLine.of(
                    Document(
                        whole: check.isWhole, position: check.position, faults: faults, counts: counts,
                        unfinished: check.unfinished, leftovers: check.leftovers)))
        } else {
            for row in check.counts.rows { answer(texts("cli.count." + row.kind) + "\t\(row.count)") }
        }
        for fault in faults { say(texts("cli.check.fault", ["words": .text(fault)])) }
        for path in check.unfinished { say(texts("cli.check.unfinished", ["path": .text(path)])) }
        for path in check.leftovers {
            say(texts(globals.address.key("cli.check.leftover"), ["path": .text(path)]))
        }
        guard check.isWhole else { throw ExitStatus(Exit.no) }
        say(texts("cli.check.whole"))
    }
}

extension CheckDatabase.Answer {
    var words: [String] {
        faults + (lostBatches == 0 ? [] : ["\(lostBatches) batches without a place in the journal"])
            + (doubledEntries == 0 ? [] : ["\(doubledEntries) changes of deals entered by two imports at once"])
            + (brokenChanges == 0 ? [] : ["\(brokenChanges) company records whose changes do not lead to what stands"])
            + (stageLeftBehind == 0 ? [] : ["\(stageLeftBehind) log rows left behind by imports that are over"])
            + fold.contradictions.map { "\($0)" }
            + brokenLogs.map(brokenLog)
    }

    private func brokenLog(_ deal: String) -> String {
        """
        the log of deal \(deal) is broken: a change begins elsewhere than the one before ended; \
        import its deals.csv and the whole deal_log.csv together
        """
    }
}

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the database into a new file, while others work.")
    @Argument(help: "The file to write")
    var file: String
    @OptionGroup var globals: Globals

    func run() async throws {
        try globals.requireFiles([file])
        let office = try globals.office(.anyVersion)
        try CareProblem.worded(globals) {
            try BackUp(store: office.store, makeFile: BackupCommand.make)(to: file, at: office.clock.now())
        }
        if globals.json { answer(try JSONLine.of(["file": file])) }
        say(globals.texts("cli.backup.done", ["path": .text(file)]))
    }

    @Sendable private static func make(_ path: String) throws -> any Store {
        do { return try DatabaseAddress.sqlite(path: path).open(.createdOrMigrated) } catch OpeningProblem.ledger(
            let error)
        { throw error }
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Puts a backup in the place of the database; the former one is kept beside it.")
    @Argument(help: "The backup")
    var file: String
    @OptionGroup var globals: Globals

    func run() async throws {
        try globals.requireFiles([file])
        let texts = globals.texts
        let address = globals.address
        let done = try CareProblem.worded(globals) {
            let restore = Restore(open: RestoreCommand.open)
            guard case .sqlite(let path) = address else { return try restore(file, over: address.replace) }
            return try restore(file, over: path)
        }
        if globals.json { answer(try JSONLine.of(["file": address.shown, "kept": done.kept ?? ""])) }
        say(
            done.kept.map { texts("cli.restore.done", ["path": .text(file), "kept": .text($0)]) }
                ?? texts("cli.restore.done_new", ["path": .text(file)]))
    }

    @Sendable private static func open(_ path: String) throws -> any Store {
        do { return try DatabaseAddress.sqlite(path: path).open(.anyVersion) } catch OpeningProblem.ledger(let error) {
            throw error
        }
    }
}

extension CareProblem {
    static func worded<Result>(_ globals: Globals, _ deed: () throws -> Result) throws -> Result {
        do { return try deed() } catch let problem as CareProblem {
            throw problem.failure(globals)
        } catch let error as LedgerError {
            throw Failure.unusable(error.words(globals.texts, globals.address))
        }
    }

    private func failure(_ globals: Globals) -> Failure {
        let texts = globals.texts
        switch self {
        case .fileExists(let path): return .unusable(texts("cli.backup.exists", ["path": .text(path)]))
        case .fileAbsent(let path): return .unusable(texts("cli.import.nothing", ["path": .text(path)]))
        case .cannotWrite(let path, let obstacle): return obstacle.failure(path, texts)
        case .badBackup(let path, let cause):
            return .unusable(texts("cli.restore.bad", ["path": .text(path), "cause": .text(cause)]))
        case .notWhole(let faults):
            return .no(texts("cli.restore.not_whole", ["count": .count(faults)]))
        case .inUse(let path): return .unusable(texts("cli.database.in_use", ["path": .text(path)]))
        case .notEmpty: return .unusable(texts("cli.move.not_empty", ["path": .text(globals.address.shown)]))
        case .copyDiffers(let table):
            return .no(texts("cli.move.differs", ["path": .text(globals.address.shown), "table": .text(table)]))
        case .ledger(let error): return .unusable(error.words(texts, globals.address))
        }
    }
}
