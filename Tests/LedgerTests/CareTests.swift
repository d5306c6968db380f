import Actions
import Foundation
import Ledger
import SQLiteDriver
import SalesDomain
import TestDatabase
import Testing

final class CareTests {
    private let folder: Folder
    private let store: any Store
    private let cast: Cast
    private let restore = Restore { try SQLiteStore(path: $0, create: false) }
    private var backUp: BackUp { BackUp(store: store) { try SQLiteStore(path: $0, create: true).migrated() } }
    /// Of the file, where it is one.
    private var path: String { folder.path("company.sqlite") }

    init() throws {
        folder = try Folder()
        store = try folder.store()
        cast = try Cast(in: store)
        try cast.add(["d1", "d2"], nil, [cast.change(.stage, nil, cast.stages[2].number)], to: store)
    }

    @Test("a whole database is found whole, and counted")
    func whole() throws {
        let answer = try CheckDatabase(store: store)()
        #expect(answer.isWhole)
        #expect(answer.counts["deals"] == 2 && answer.counts["deal_log"] == 2)
        #expect(answer.fold.deals == 2 && answer.fold.entries == 2)
    }

    @Test("a present state that is not the fold of the log is found and named")
    func contradiction() throws {
        let deal = try cast.add(["d3"], to: store)[0]
        let meddle: SQL = "UPDATE deal_now SET amount = 1 WHERE deal = $1"
        try store.write { _ = try $0.run(meddle, [Value(deal)]) }
        #expect(try CheckDatabase(store: store)().fold.contradictions == [deal])
    }

    @Test("a log of which a change begins elsewhere than the one before ended is found and named, and no damage")
    func broken() throws {
        let stages = cast.stages.map(\.number)
        try cast.add(
            ["d3"], nil, [cast.change(.stage, nil, stages[0]), cast.change(.stage, stages[1], stages[2], after: 60)],
            to: store)
        let answer = try CheckDatabase(store: store)()
        #expect(answer.brokenLogs == ["d3"] && !answer.isWhole && answer.damageCount == 0)
    }

    @Test("a batch that forgot to take its position is found")
    func lost() throws {
        try store.write { _ = try $0.openBatch("test", at: Cast.start) }
        let answer = try CheckDatabase(store: store)()
        #expect(answer.lostBatches == 1 && !answer.isWhole)
    }

    @Test("a change that two imports at once have both entered is found, one that follows is not")
    func doubled() throws {
        try store.write { ledger in
            let runs = try (0..<2).map { _ in
                try ledger.imports.start(source: cast.source, path: "a", layout: "exchange", at: Cast.start)
            }
            let deal = try #require(try ledger.deals.find("d1", of: cast.source))
            func batch(_ run: Int) throws -> Batch.ID {
                let batch = try ledger.openBatch("import", at: Cast.start, import: runs[run])
                try ledger.takePosition(for: batch)
                return batch
            }
            let change = cast.change(.amount, nil, 5, after: 90)
            let batches = try [0, 1, 0].map(batch)
            try ledger.deals.append([change], to: deal, after: 1, in: batches[1], outcome: cast.outcome)
            #expect(try ledger.doubledEntries() == 0)
            try ledger.deals.append([change], to: deal, after: 2, in: batches[2], outcome: cast.outcome)
        }
        let answer = try CheckDatabase(store: store)()
        #expect(answer.doubledEntries == 1 && !answer.isWhole)
    }

    @Test("log rows that wait for an import which is over are found")
    func leftBehind() throws {
        try store.write { ledger in
            let run = try ledger.imports.start(source: cast.source, path: "a", layout: "exchange", at: Cast.start)
            try ledger.imports.finish(run, at: Cast.start)
            let entry = StagedEntry(
                deal: "d1", line: 2, changedAt: "", recordedAt: "", field: "amount", old: "", new: "5", by: "")
            try ledger.stagedLog.add(entry, to: run)
        }
        let answer = try CheckDatabase(store: store)()
        #expect(answer.stageLeftBehind == 1 && !answer.isWhole)
    }

    @Test(
        "what was backed up comes back as it was, and what it replaced is kept",
        .enabled(if: TestDatabase.isOnSQLite))
    func roundTrip() throws {
        let backup = folder.path("backup.liyka")
        try backUp(to: backup)
        #expect(try folder.names() == ["backup.liyka", "company.sqlite", "company.sqlite-shm", "company.sqlite-wal"])
        try cast.add(["d3"], to: store)
        try store.close()

        let answer = try restore(backup, over: path)
        #expect(answer.check.counts["deals"] == 2)
        let restored = try SQLiteStore(path: path, create: false)
        #expect(try CheckDatabase(store: restored)().isWhole)
        let kept = try SQLiteStore(path: try #require(answer.kept), create: false)
        #expect(try kept.read { try $0.deals.count() } == 3)
        // A backup can be restored again.
        try restored.close()
        #expect(try restore(backup, over: path).check == answer.check)
    }

    @Test(
        "what a killed restoration has left beside the database is spoken of, and is no fault",
        .enabled(if: TestDatabase.isOnSQLite))
    func leftover() throws {
        #expect(try CheckDatabase(store: store)().leftovers == [])
        try Data("half".utf8).write(to: URL(fileURLWithPath: path + ".restoring"))
        let check = try CheckDatabase(store: store)()
        #expect(check.leftovers == [path + ".restoring"] && check.isWhole)
        let backup = folder.path("backup")
        try backUp(to: backup)
        try store.close()
        _ = try restore(backup, over: path)
        #expect(try CheckDatabase(store: SQLiteStore(path: path, create: false))().leftovers == [])
    }

    @Test("a backup never writes over a file")
    func exists() throws {
        let there = folder.path("there")
        try Data("mine".utf8).write(to: URL(fileURLWithPath: there))
        #expect(throws: CareProblem.fileExists(path: there)) { try backUp(to: there) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: there)) == Data("mine".utf8))
    }

    @Test(
        "a database that somebody has open is not replaced",
        .enabled(if: TestDatabase.isOnSQLite))
    func inUse() throws {
        let backup = folder.path("backup")
        try backUp(to: backup)
        #expect(throws: CareProblem.inUse(path: path)) { try restore(backup, over: path) }
        #expect(try store.read { try $0.deals.count() } == 2)
    }

    @Test(
        "a foreign file, half a backup and one that contradicts itself replace nothing",
        .enabled(if: TestDatabase.isOnSQLite))
    func refused() throws {
        let backup = folder.path("backup")
        let meddle: SQL = "UPDATE deal_now SET amount = 1"
        try backUp(to: backup)
        let half = folder.path("half")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: backup))
        try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: half))
        let foreign = folder.path("foreign")
        try Data(repeating: 7, count: 5_000).write(to: URL(fileURLWithPath: foreign))
        try store.write { _ = try $0.run(meddle) }
        let contradicting = folder.path("contradicting")
        try backUp(to: contradicting)
        try store.close()
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        for bad in [half, foreign, contradicting, folder.path("absent")] {
            #expect(throws: CareProblem.self) { try restore(bad, over: path) }
        }
        let cause = "\(foreign) is not an SQLite database"
        #expect(throws: CareProblem.badBackup(path: foreign, cause: cause)) { try restore(foreign, over: path) }
        #expect(throws: CareProblem.notWhole(faults: 2)) { try restore(contradicting, over: path) }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        let names = try folder.names()
        #expect(names == ["backup", "company.sqlite", "contradicting", "foreign", "half"])
    }
}

extension Store {
    func migrated() throws -> any Store {
        try migrate()
        return self
    }
}
