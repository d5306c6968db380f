internal import CLibPQ
internal import Foundation
internal import Ledger

/// Making a connection, with a bound on the wait.
enum Connecting {
    /// Milliseconds.
    private static let patience: Int32 = 15_000

    /// An established connection in libpq's pipeline mode.
    static func link(to address: PostgresAddress) throws(LedgerError) -> OpaquePointer {
        try check(address)
        let settings: [(String, String)] = [
            ("dbname", address.server), ("client_encoding", "UTF8"), ("fallback_application_name", "liyka"),
        ]
        guard let link = start(settings) else { throw .unreachable(.server, cause: "no memory") }
        // The state of what went wrong stands in the message only when it is asked for.
        PQsetErrorVerbosity(link, PQERRORS_VERBOSE)
        let established = establish(link)
        guard established, PQenterPipelineMode(link) == 1 else {
            let message = address.withoutSecrets(String(cString: PQerrorMessage(link)).withoutSource)
            PQfinish(link)
            throw LedgerError(connecting: established || !message.isEmpty ? message : "no answer in time")
        }
        PQsetErrorVerbosity(link, PQERRORS_DEFAULT)
        // Where in the server's own code it happened helps nobody who reads it.
        PQsetErrorContextVisibility(link, PQSHOW_CONTEXT_NEVER)
        PQsetNoticeReceiver(link, { _, _ in }, nil)
        return link
    }

    private static func check(_ address: PostgresAddress) throws(LedgerError) {
        if let fault = address.fault { throw .unreachable(.address, cause: fault) }
        var message: UnsafeMutablePointer<CChar>?
        let options = PQconninfoParse(address.server, &message)
        defer {
            PQconninfoFree(options)
            PQfreemem(message)
        }
        if options == nil {
            let words = message.map { address.withoutSecrets(String(cString: $0)) } ?? ""
            throw .unreachable(.address, cause: words)
        }
        // A longer name would be cut by the server, and be another company's.
        guard (1...63).contains(address.schema.utf8.count), !address.schema.utf8.contains(0) else {
            throw .unreachable(.address, cause: "a schema's name has 1 to 63 bytes")
        }
        // The server takes the first for the user's name, quoted or not, and keeps the others to itself.
        guard address.schema != "$user", !address.schema.hasPrefix("pg_") else {
            throw .unreachable(.address, cause: "the server has another use for a schema called \(address.schema)")
        }
    }

    private static func start(_ settings: [(String, String)]) -> OpaquePointer? {
        let words = settings.map { (strdup($0.0), strdup($0.1)) }
        defer {
            for (key, value) in words {
                free(key)
                free(value)
            }
        }
        let keys = words.map { UnsafePointer($0.0) } + [nil]
        let values = words.map { UnsafePointer($0.1) } + [nil]
        return PQconnectStartParams(keys, values, 1)
    }

    private static func establish(_ link: OpaquePointer) -> Bool {
        guard PQstatus(link) != CONNECTION_BAD else { return false }
        var next = PGRES_POLLING_WRITING
        while next == PGRES_POLLING_WRITING || next == PGRES_POLLING_READING {
            let event = next == PGRES_POLLING_WRITING ? POLLOUT : POLLIN
            var watched = pollfd(fd: PQsocket(link), events: Int16(event), revents: 0)
            let found = poll(&watched, 1, patience)
            if found == 0 || (found < 0 && errno != EINTR) { return false }
            if found > 0 { next = PQconnectPoll(link) }
        }
        return next == PGRES_POLLING_OK
    }
}
