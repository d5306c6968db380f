import Foundation

/// Work for which nobody waits, on a thread of its own that lets all others go first.
enum Patiently {
    /// As `nice` counts: a tenth of what another thread gets, while there is one that wants the processor.
    private static let niceness: Int32 = 10

    static func run(_ work: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread {
                // Of the calling thread alone.
                _ = setpriority(.init(0), 0, niceness)
                end.resume(with: Result { try work() })
            }
        }
    }
}
