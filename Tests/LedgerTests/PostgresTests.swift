import Actions
import Foundation
import Ledger
import SQLiteDriver
import SalesDomain
import TestDatabase
import Testing

@testable import PostgresDriver

@Suite("A company in a schema of PostgreSQL", .enabled(if: TestDatabase.isOnPostgres)) final class PostgresTests {
    private let folder: Folder
    private let url: String

    init() throws {
        folder = try Folder()
        url = TestDatabase.url(TestDatabase.server ?? "", schema: folder.path("company.sqlite"))
    }

    private func made() throws -> PostgresStore {
        let store = try PostgresStore(url: url, create: true)
        try store.migrate()
        return store
    }

    @Test("is not made unless it is to be, and a schema of another application is refused and left alone")
    func kinds() throws {
        let store = try PostgresStore(url: url, create: false)
        #expect(try store.schema() == .empty)
        let theirs: SQL = "CREATE TABLE theirs (id BIGINT)"
        #expect(throws: LedgerError.self) { try store.write { try $0.define(theirs) } }
        let created = try PostgresStore(url: url, create: true)
        try created.write { try $0.define(theirs) }
        let error = #expect(throws: LedgerError.self) { try PostgresStore(url: url, create: true) }
        guard case .foreign = error else { throw error ?? .stale }
        let tables: SQL =
            "SELECT count(*) FROM pg_class WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = current_schema())"
        #expect(try created.read { try $0.number(tables) } == 1)
    }

    @Test(
        "is made of nothing but an empty schema: a function, a type or a sequence of somebody else's is refused",
        arguments: [
            "CREATE FUNCTION theirs() RETURNS int LANGUAGE sql AS 'SELECT 1'",
            "CREATE TYPE theirs AS ENUM ('a')", "CREATE DOMAIN theirs AS int", "CREATE SEQUENCE theirs",
        ] as [SQL])
    func foreign(theirs: SQL) throws {
        let empty = try PostgresStore(url: url, create: true)
        #expect(throws: Never.self) { try PostgresStore(url: url, create: true) }
        try empty.write { try $0.define(theirs) }
        for create in [true, false] {
            let error = #expect(throws: LedgerError.self) { try PostgresStore(url: url, create: create) }
            guard case .foreign = error else { throw error ?? .stale }
        }
        let replaced = #expect(throws: LedgerError.self) { try PostgresStore.replace(url) { _ in } }
        guard case .foreign = replaced else { throw replaced ?? .stale }
    }

    @Test("is told of what a killed restoration has left in a schema beside it, which the next one takes away")
    func leftover() throws {
        let store = try made()
        #expect(try CheckDatabase(store: store)().leftovers == [])
        let address = PostgresAddress(url)
        let beside = PostgresSchema.name(address.schema, "_restoring")
        try PostgresStore(at: address.with(schema: beside), create: true).migrate()
        let second = PostgresSchema.name(address.schema, "_restoring_2")
        let theirs: SQL = "CREATE TABLE theirs (id BIGINT)"
        try PostgresStore(at: address.with(schema: second), create: true).write { try $0.define(theirs) }
        let check = try CheckDatabase(store: store)()
        #expect(check.leftovers == [beside] && check.isWhole)
        try store.close()
        Thread.sleep(forTimeInterval: 0.3)
        #expect(try PostgresStore.replace(url) { _ in } != nil)
        #expect(try CheckDatabase(store: made())().leftovers == [])
    }

    @Test("says without the server's inner workings what went wrong")
    func cause() throws {
        let raise: SQL = "DO 'BEGIN RAISE EXCEPTION ''not so''; END'"
        let store = try made()
        let error = #expect(throws: LedgerError.self) { try store.write { try $0.define(raise) } }
        guard case .broken(.kept, let cause) = error else { throw error ?? .stale }
        #expect(cause.contains("not so") && !cause.contains("CONTEXT") && !cause.contains("PL/pgSQL"))
    }

    @Test("is named as the one that failed where a move into it is cut short by its server")
    func cutShort() throws {
        let (target, other) = (try made(), try made())
        let file = try folder.file("company.sqlite")
        try file.write { _ = try $0.words.id(of: "a word") }
        let end: SQL = """
            SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
                AND ((l.classid::bigint << 32) | l.objid::bigint) = $1
            """
        let key = PostgresSchema.key("writing", of: PostgresAddress(url).schema)
        let error = #expect(throws: MoveCompany.TargetFailed.self) {
            try MoveCompany(from: file)(to: target) { table, _ in
                guard table == 5 else { return }
                let ended = try other.read { try $0.number(end, [.int(key)]) }
                #expect(ended == 1)
                Thread.sleep(forTimeInterval: 0.2)
            }
        }
        guard case .unreachable(.lost, let cause) = error?.error else { throw error?.error ?? .stale }
        #expect(!cause.contains("probably"))
        #expect(try other.read { try $0.isBlank() })
    }

    @Test("is reached again after the server broke the connections, and says so where one broke in the middle")
    func broken() throws {
        let (store, other) = (try made(), try made())
        let own: SQL = "SELECT pg_backend_pid()"
        let end: SQL = "SELECT pg_terminate_backend($1::int)"
        let idle = try store.read { try $0.number(own) }
        try other.write { _ = try $0.number(end, [.int(idle)]) }
        Thread.sleep(forTimeInterval: 0.2)
        #expect(try store.read { try $0.position() } == 0)
        let error = #expect(throws: LedgerError.self) {
            try store.write { ledger in
                try ledger.takePosition()
                let busy = try ledger.number(own)
                _ = try other.read { try $0.number(end, [.int(busy)]) }
                Thread.sleep(forTimeInterval: 0.2)
                try ledger.takePosition()
            }
        }
        guard case .unreachable(.lost, _) = error else { throw error ?? .stale }
        #expect(try store.read { try $0.position() } == 0)
        try store.write { _ = try $0.takePosition() }
        #expect(try other.read { try $0.position() } == 1)
    }

    @Test("is alone with somebody only as long as that one's connection lasts")
    func alone() throws {
        let (store, other) = (try made(), try made())
        let holders: SQL = """
            SELECT l.pid FROM pg_locks l WHERE l.locktype = 'advisory' AND l.mode = 'ExclusiveLock'
                AND ((l.classid::bigint << 32) | l.objid::bigint) = $1
            """
        let end: SQL = "SELECT pg_terminate_backend($1::int)"
        let key = PostgresSchema.key("importing", of: PostgresAddress(url).schema)
        try store.alone {
            #expect(throws: LedgerError.importing) { try other.alone {} }
            let holder = try other.read { try $0.number(holders, [.int(key)]) }
            _ = try other.read { try $0.number(end, [.int(holder)]) }
            Thread.sleep(forTimeInterval: 0.2)
            #expect(try other.alone { 1 } == 1)
        }
    }

    @Test("is restored from a backup of itself, and what it replaced is kept beside it")
    func restored() throws {
        let store = try made()
        let cast = try Cast(in: store)
        try cast.add(["d1", "d2"], nil, [cast.change(.stage, nil, cast.stages[2].number)], to: store)
        let backup = folder.path("backup")
        try BackUp(store: store) { try SQLiteStore(path: $0, create: true).migrated() }(to: backup)
        #expect(try folder.names() == ["backup"])
        let sums = try store.read { try $0.sums() }
        try cast.add(["d3"], to: store)

        let restore = Restore { try SQLiteStore(path: $0, create: false) }
        let place = url
        #expect(throws: CareProblem.ledger(.inUse)) {
            try restore(backup, over: { try PostgresStore.replace(place, with: $0) })
        }
        #expect(try store.read { try $0.deals.count() } == 3)
        try store.close()
        Thread.sleep(forTimeInterval: 0.3)
        let answer = try restore(backup, over: { try PostgresStore.replace(place, with: $0) })
        #expect(answer.check.counts["deals"] == 2)
        let again = try made()
        #expect(try again.read { try $0.sums() } == sums)
        let kept = try #require(answer.kept)
        #expect(kept == PostgresSchema.name(PostgresAddress(url).schema, "_before_restore"))
        let former = try PostgresStore(at: PostgresAddress(url).with(schema: kept), create: false)
        #expect(try former.read { try $0.deals.count() } == 3)
    }
}

@Suite("A statement for many rows") struct ManyRowsTests {
    @Test("is the one for a row with its parameters counted on, and only an insertion becomes one")
    func text() {
        let add: SQL = "INSERT INTO words (id, text) VALUES ($1, $2) RETURNING id"
        #expect(
            ManyRows(add)?.text(rows: 3) == "INSERT INTO words (id, text) VALUES ($1, $2), ($3, $4), ($5, $6)")
        let others: [SQL] = [
            "INSERT INTO words (id, text) VALUES ($2, $1)", "INSERT INTO words (id, text) VALUES (1, $1)",
            "INSERT INTO words (text) VALUES ($1) ON CONFLICT (text) DO NOTHING",
            "INSERT INTO words (text) SELECT $1", "UPDATE words SET text = $1", "DELETE FROM words",
        ]
        for other in others { #expect(ManyRows(other) == nil, "\(other)") }
    }
}

@Suite("The address of a PostgreSQL database") struct PostgresAddressTests {
    @Test(
        "is read without its schema, and shown without its password",
        arguments: [
            ("postgres://u@h/n?schema=acme", "postgres://u@h/n", "acme", "postgres://u@h/n?schema=acme"),
            ("postgresql://u:s3cret@h:5433/n", "postgresql://u:s3cret@h:5433/n", "public", "postgresql://u@h:5433/n"),
            (
                "postgres:///n?host=/run/db&schema=%D1%97%D0%B6&sslmode=require",
                "postgres:///n?host=/run/db&sslmode=require", "їж",
                "postgres:///n?host=/run/db&schema=%D1%97%D0%B6&sslmode=require"
            ),
            (
                "postgres://u@h/n?password=p%40ss", "postgres://u@h/n?password=p%40ss", "public",
                "postgres://u@h/n?password=…"
            ),
        ])
    func parts(url: String, server: String, schema: String, shown: String) {
        let address = PostgresAddress(url)
        #expect(address.server == server && address.schema == schema && address.shown == shown)
    }

    @Test("keeps its password out of messages that repeat the address")
    func secrets() {
        let address = PostgresAddress("postgres://u:s3cret@h:5433/n")
        let message = address.withoutSecrets("bad \"postgres://u:s3cret@h:5433/n\"\n and user u:s3cret@h")
        #expect(!message.contains("s3cret") && message.contains("postgres://u@h:5433/n"))
    }

    @Test(
        "keeps a secret under any spelling of its key to itself",
        arguments: ["%70assword=s3cret", "sslpassword=s3cret", "PASSWORD=s3cret", "pass=s3cret"])
    func keys(item: String) {
        let shown = PostgresAddress("postgres://u@h/n?" + item).shown
        #expect(!shown.contains("s3cret") && shown.hasSuffix("=…"))
    }

    @Test(
        "is refused where a sign of the password would end another part, and nothing of it is shown",
        arguments: [
            "postgres://u:s3?cret@h/n", "postgres://u:s3/cret@h/n", "postgres://u:s3@cret@h/n",
            "postgres://u:s3#c@h:x/n",
            "postgresq://u:s3cret@h/n", "postgres:/u:s3cret@h/n", "host=h password=s3cret",
        ])
    func unreadable(url: String) {
        let address = PostgresAddress(url)
        #expect(address.fault != nil)
        #expect(!address.shown.contains("s3") && !address.shown.contains("cret"))
        #expect(throws: LedgerError.self) { try PostgresStore(at: address, create: false) }
    }

    @Test(
        "that names its schema twice is refused, the second time empty or not",
        arguments: ["schema=a&schema=b", "schema=a&sslmode=require&schema=a", "schema=&schema=b"])
    func twice(query: String) {
        let address = PostgresAddress("postgres://u:s3cret@127.0.0.1:1/n?" + query)
        #expect(!address.shown.contains("s3cret"))
        #expect(throws: LedgerError.unreachable(.address, cause: "schema= is said more than once")) {
            try PostgresStore(at: address, create: true)
        }
    }

    @Test(
        "may name several hosts, with and without ports, by number too",
        arguments: [
            "postgres://u@h:1,i:2/n", "postgres://[::1]:5432/n", "postgres://[::1],h/n", "postgres:///n",
            "postgres://h",
        ])
    func hosts(url: String) { #expect(PostgresAddress(url).fault == nil) }

    @Test("of a schema that the server has another use for is refused", arguments: ["$user", "pg_sales"])
    func reserved(schema: String) {
        let address = PostgresAddress("postgres://u@127.0.0.1:1/n?schema=\(schema)")
        #expect(
            throws: LedgerError.unreachable(.address, cause: "the server has another use for a schema called \(schema)")
        ) {
            try PostgresStore(at: address, create: false)
        }
    }

    @Test(
        "and what its server says, in our words",
        arguments: [
            ("23505", .broken(.unique, cause: "c")), ("40P01", .busy(cause: "c")),
            ("53100", .unwritable(.full, cause: "c")),
            ("42501", .unwritable(.denied, cause: "c")), ("28P01", .unreachable(.signIn, cause: "c")),
            ("3D000", .unreachable(.database, cause: "c")), ("08006", .unreachable(.lost, cause: "c")),
            ("42601", .misused(cause: "c")), ("XX001", .damaged(cause: "c")),
        ] as [(String, LedgerError)])
    func states(state: String, error: LedgerError) { #expect(LedgerError(state: state, cause: "c") == error) }

    @Test("a server that is not there is no answer, and not a database that cannot be read")
    func absent() {
        let error = #expect(throws: LedgerError.self) {
            try PostgresStore(url: "postgres://u:s3cret@127.0.0.1:1/n", create: true)
        }
        guard case .unreachable(.server, let cause) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!cause.contains("s3cret"))
    }
}
