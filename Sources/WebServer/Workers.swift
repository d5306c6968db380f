internal import NIOPosix
internal import Synchronization

/// Threads for work that blocks, so that no connection waits for another's: they end with the server.
final class Workers: Sendable {
    /// Whether the server is well: never waits for the others.
    private let watch: Crew
    /// The database, reports.
    private let usual: Crew
    /// Passwords: few threads, because each try costs much memory.
    private let password: Crew
    /// Pages that nobody waits for.
    private let ahead: Crew

    enum Work: Sendable { case watch, usual, password, ahead }

    /// `waiting`: for a thread, at most, of each kind of work.
    init(waiting: Int = 64) {
        watch = Crew(threads: 1, waiting: waiting)
        usual = Crew(threads: 8, waiting: waiting)
        password = Crew(threads: 2, waiting: waiting)
        ahead = Crew(threads: 1, waiting: waiting)
    }

    /// Throws `Refusal.crowded` when too many wait already, and for whoever had to wait and has left before the turn came.
    func run<Result: Sendable>(
        _ work: Work, unless hasLeft: @escaping @Sendable () -> Bool = { false },
        _ body: @escaping @Sendable () -> Result
    ) async throws -> Result { try await crew(work).run(unless: hasLeft, body) }

    /// Waits for what is running; what has not begun is refused.
    func close() async { for crew in [watch, usual, password, ahead] { await crew.close() } }

    private func crew(_ work: Work) -> Crew {
        switch work {
        case .watch: watch
        case .usual: usual
        case .password: password
        case .ahead: ahead
        }
    }
}

/// Some threads and their queue.
private final class Crew: Sendable {
    private let pool: NIOThreadPool
    private let threads: Int
    private let most: Int
    /// Running and waiting.
    private let taken = Atomic(0)

    init(threads: Int, waiting: Int) {
        pool = NIOThreadPool(numberOfThreads: threads)
        self.threads = threads
        most = threads + waiting
        pool.start()
    }

    deinit { pool.shutdownGracefully { _ in } }

    func run<Result: Sendable>(
        unless hasLeft: @escaping @Sendable () -> Bool, _ body: @escaping @Sendable () -> Result
    ) async throws -> Result {
        let place = taken.add(1, ordering: .relaxed).newValue
        defer { taken.subtract(1, ordering: .relaxed) }
        guard place <= most else { throw Refusal.crowded }
        let waits = place > threads
        return try await pool.runIfActive {
            if waits, hasLeft() { throw Refusal.crowded }
            return body()
        }
    }

    func close() async { try? await pool.shutdownGracefully() }
}
