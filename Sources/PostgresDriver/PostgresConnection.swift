internal import CLibPQ
internal import Foundation
internal import Ledger

/// A connection whose statements go out without waiting for each other's answers (libpq's pipeline mode): what is sent is
/// awaited together with the next question, so many writes cost one round trip.
/// Unchecked: whoever has taken it out of the pool is the only one to use it.
final class PostgresConnection: @unchecked Sendable {
    private let link: OpaquePointer
    private var names: [Prepared: String] = [:]
    /// Nil: looked at, and not to be written for many rows.
    private var manyRows: [SQL: ManyRows?] = [:]
    /// Rows of one statement that wait for more of them.
    private var waiting: (statement: SQL, rows: [[Value]])?
    private var foreseen: [Foreseen: KeptRows] = [:]
    /// Bounds what a transaction that never ends would keep.
    private static let mostForeseen = 50_000
    /// How many names were ever given: one that came to nothing is not given again.
    private var named = 0
    private var bound = Bound()
    /// What was sent and not yet answered, in order.
    private var awaited: [Awaited] = []
    /// The answer whose rows are still coming.
    private var open: PostgresAnswer?
    /// What the server called the last statement that was waited for.
    private(set) var lastTag = ""
    /// Answers to writes are short; so many of them never fill the way back while nobody reads.
    private static let most = 256

    private enum Awaited {
        case preparation(Prepared)
        case execution
        case answer(Foreseen)
    }

    /// A statement for so many rows.
    private struct Prepared: Hashable {
        let statement: SQL
        let rows: Int
    }

    init(to address: PostgresAddress) throws(LedgerError) {
        link = try Connecting.link(to: address)
        do {
            try sendText(PostgresConnection.settings, [.text(PostgresSchema.quoted(address.schema))])
            try finish()
        } catch {
            PQfinish(link)
            throw error
        }
    }

    /// Says to everybody that the schema is open here, as long as the connection lasts.
    func hold(_ schema: String) throws(LedgerError) {
        try sendText("SELECT pg_advisory_lock_shared($1)", [.int(PostgresSchema.key("open", of: schema))])
        try finish()
    }

    deinit {
        open?.forget()
        PQfinish(link)
    }

    var isBroken: Bool { PQstatus(link) == CONNECTION_BAD }

    /// Nothing comes unasked: a connection that has something to read was closed by the server.
    var isAlive: Bool {
        var watched = pollfd(fd: PQsocket(link), events: Int16(POLLIN), revents: 0)
        return !isBroken && poll(&watched, 1, 0) == 0
    }

    /// Session settings: where names are looked for; how long a writer waits for another, in milliseconds.
    private static let settings = """
        SELECT set_config('search_path', $1, false), set_config('lock_timeout', '30000', false),
            set_config('jit', 'off', false), set_config('client_min_messages', 'warning', false),
            set_config('DateStyle', 'ISO', false)
        """
}

// MARK: Sending

extension PostgresConnection {
    /// Sends a statement of whose answer nobody asks. What is wrong with it is thrown by what follows.
    func send(_ statement: SQL, _ values: [Value]) throws(LedgerError) {
        if waiting?.statement != statement { try sendWaiting() }
        guard many(statement) != nil else {
            return try send(Prepared(statement: statement, rows: 1), values, .execution)
        }
        if waiting == nil { waiting = (statement, []) }
        waiting?.rows.append(values)
        if waiting?.rows.count == ManyRows.sizes[0] { try sendWaiting() }
    }

    /// Sends a statement and waits for it; answers how many rows it changed.
    func run(_ statement: SQL, _ values: [Value]) throws(LedgerError) -> Int {
        try sendWaiting()
        try send(Prepared(statement: statement, rows: 1), values, .execution)
        return try finish()
    }

    private func sendWaiting() throws(LedgerError) {
        guard let (statement, rows) = waiting else { return }
        waiting = nil
        var rest = rows[...]
        for size in ManyRows.sizes {
            while rest.count >= size {
                let values = size == 1 ? rest[rest.startIndex] : rest.prefix(size).flatMap(\.self)
                try send(Prepared(statement: statement, rows: size), values, .execution)
                rest = rest.dropFirst(size)
            }
        }
    }

    private func many(_ statement: SQL) -> ManyRows? {
        if let known = manyRows[statement] { return known }
        let found = ManyRows(statement)
        manyRows[statement] = .some(found)
        return found
    }

    private func send(_ statement: Prepared, _ values: [Value], _ what: Awaited) throws(LedgerError) {
        try readAhead()
        let name = try prepared(statement)
        bound.take(values)
        let isSent = bound.with { PQsendQueryPrepared(link, name, $0, $1, $2, $3, 1) }
        try sent(isSent, what)
        if awaited.count >= PostgresConnection.most { try takeAll() }
    }

    /// Asks a question with many values at once, and keeps the answers until they are asked for.
    func foresee(_ question: SQL, _ many: [[Value]]) throws(LedgerError) {
        try sendWaiting()
        if foreseen.count + many.count > PostgresConnection.mostForeseen { foreseen.removeAll() }
        for values in many {
            let asked = Foreseen(question: question, values: values)
            guard foreseen[asked] == nil else { continue }
            foreseen[asked] = KeptRows()
            try send(Prepared(statement: question, rows: 1), values, .answer(asked))
        }
        try finish()
    }

    /// Nil: it was not foreseen.
    func foreseen(_ question: SQL, _ values: [Value]) -> PostgresAnswer? {
        guard !foreseen.isEmpty else { return nil }
        return foreseen[Foreseen(question: question, values: values)].map { PostgresAnswer($0) }
    }

    func forget(_ question: SQL, _ values: [Value]) {
        if !foreseen.isEmpty { foreseen[Foreseen(question: question, values: values)] = nil }
    }

    /// A transaction is over: what was foreseen for it holds no longer.
    func forgetAll() { if !foreseen.isEmpty { foreseen.removeAll() } }

    /// The same of a statement that is not worth preparing, such as one of a schema.
    func sendText(_ text: String, _ values: [Value] = []) throws(LedgerError) {
        try sendWaiting()
        try readAhead()
        bound.take(values)
        let isSent = bound.with { PQsendQueryParams(link, text, $0, nil, $1, $2, $3, 1) }
        try sent(isSent, .execution)
    }

    /// Sends a question. Its answer is to be read to its end.
    func ask(_ question: SQL, _ values: [Value]) throws(LedgerError) -> PostgresAnswer {
        try sendWaiting()
        try readAhead()
        let name = try prepared(Prepared(statement: question, rows: 1))
        bound.take(values)
        return try answer(bound.with { PQsendQueryPrepared(link, name, $0, $1, $2, $3, 1) })
    }

    func askText(_ text: String, _ values: [Value] = []) throws(LedgerError) -> PostgresAnswer {
        try sendWaiting()
        try readAhead()
        bound.take(values)
        return try answer(bound.with { PQsendQueryParams(link, text, $0, nil, $1, $2, $3, 1) })
    }

    private func answer(_ isSent: Int32) throws(LedgerError) -> PostgresAnswer {
        guard isSent == 1, PQpipelineSync(link) == 1 else { throw lost }
        if let problem = take(awaited) {
            skip()
            throw problem
        }
        // Row by row: an answer of a million rows takes the memory of one.
        PQsetSingleRowMode(link)
        let answer = PostgresAnswer(self)
        open = answer
        return answer
    }

    /// Waits for everything that was sent; answers how many rows the last statement changed.
    @discardableResult
    func finish() throws(LedgerError) -> Int {
        try sendWaiting()
        return try takeAll()
    }

    @discardableResult
    private func takeAll() throws(LedgerError) -> Int {
        try readAhead()
        guard !awaited.isEmpty else { return 0 }
        guard PQpipelineSync(link) == 1 else { throw lost }
        var (changed, tag) = (0, "")
        let problem = take(awaited) { result in
            changed = Int(String(cString: PQcmdTuples(result))) ?? 0
            tag = String(cString: PQcmdStatus(result))
        }
        skip()
        lastTag = tag
        if let problem { throw problem }
        return changed
    }

    /// Waits for what was sent, and forgets what it comes to.
    func abandon() {
        waiting = nil
        if let open { try? open.end() }
        _ = try? finish()
    }

    private func prepared(_ statement: Prepared) throws(LedgerError) -> String {
        if let name = names[statement] { return name }
        named += 1
        let name = "s\(named)"
        names[statement] = name
        let one = statement.statement
        let text = statement.rows == 1 ? one.text : many(one)?.text(rows: statement.rows) ?? one.text
        try sent(PQsendPrepare(link, name, text, 0, nil), .preparation(statement))
        return name
    }

    private func sent(_ isSent: Int32, _ what: Awaited) throws(LedgerError) {
        guard isSent == 1 else { throw lost }
        awaited.append(what)
    }
}

// MARK: Receiving

extension PostgresConnection {
    /// Reads the answers to what was sent, in order; answers the first thing that went wrong.
    private func take(_ what: [Awaited], _ last: (OpaquePointer) -> Void = { _ in }) -> LedgerError? {
        var problem: LedgerError?
        for one in what {
            var isDone = false
            while let result = PQgetResult(link) {
                switch PQresultStatus(result) {
                case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
                    isDone = true
                    if case .answer(let asked) = one { foreseen[asked]?.add(result) }
                    last(result)
                case PGRES_FATAL_ERROR: problem = problem ?? LedgerError(result, isLost: isBroken)
                default: break
                }
                PQclear(result)
                if isBroken { break }
            }
            if case .preparation(let statement) = one, !isDone { names[statement] = nil }
            if isBroken { break }
        }
        awaited.removeAll(keepingCapacity: true)
        return problem ?? (isBroken ? lost : nil)
    }

    /// Reads on up to the end of what was sent together. Between two results there may be one pause.
    private func skip() {
        var pauses = 0
        while !isBroken, pauses < 3 {
            guard let result = PQgetResult(link) else {
                pauses += 1
                continue
            }
            pauses = 0
            let isEnd = PQresultStatus(result) == PGRES_PIPELINE_SYNC
            PQclear(result)
            if isEnd { return }
        }
    }

    /// The next row of the open answer; nil: there are no more.
    func nextRow() throws(LedgerError) -> OpaquePointer? {
        guard let result = PQgetResult(link) else {
            open = nil
            if isBroken { throw lost }
            skip()
            return nil
        }
        if PQresultStatus(result) == PGRES_SINGLE_TUPLE { return result }
        defer { PQclear(result) }
        let isWrong = PQresultStatus(result) == PGRES_FATAL_ERROR
        let problem = isWrong ? LedgerError(result, isLost: isBroken) : nil
        open = nil
        skip()
        if let problem { throw problem }
        return nil
    }

    /// Another statement is to go out while rows of an answer are still coming: they are read first, and kept.
    private func readAhead() throws(LedgerError) {
        guard let waiting = open else { return }
        try waiting.keepRest()
    }

    private var lost: LedgerError { .unreachable(.lost, cause: String(cString: PQerrorMessage(link)).firstLine) }
}
