internal import NIOPosix

/// Threads for work that blocks, so that no connection waits for another's: they end with the server.
final class Workers: Sendable {
    /// The database, reports.
    private let usual = NIOThreadPool(numberOfThreads: 8)
    /// Passwords: few threads, because each try costs much memory.
    private let slow = NIOThreadPool(numberOfThreads: 2)

    init() {
        usual.start()
        slow.start()
    }

    deinit {
        usual.shutdownGracefully { _ in }
        slow.shutdownGracefully { _ in }
    }

    func run<Result: Sendable>(slow isSlow: Bool, _ work: @escaping @Sendable () -> Result) async throws -> Result {
        try await (isSlow ? slow : usual).runIfActive { work() }
    }
}
