internal import Dispatch
internal import Ledger
internal import Synchronization

/// Connections that were made and are free, at most so many at once. A broken one is thrown away, and another made.
final class PostgresPool: Sendable {
    let address: PostgresAddress
    private let free = Mutex<[PostgresConnection]>([])
    private let places = DispatchSemaphore(value: PostgresPool.most)
    private static let most = 16

    init(_ address: PostgresAddress) { self.address = address }

    func with<Result>(_ body: (PostgresConnection) throws -> Result) throws -> Result {
        places.wait()
        defer { places.signal() }
        let connection = try take()
        defer { if !connection.isBroken { free.withLock { $0.append(connection) } } }
        return try body(connection)
    }

    /// Lets go of the connections that nobody uses.
    func close() { free.withLock { $0.removeAll() } }

    private func take() throws(LedgerError) -> PostgresConnection {
        while let connection = free.withLock({ $0.popLast() }) {
            if connection.isAlive { return connection }
        }
        let connection = try PostgresConnection(to: address)
        try connection.hold(address.schema)
        return connection
    }
}
