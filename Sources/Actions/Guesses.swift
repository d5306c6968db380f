package import SalesDomain
internal import Synchronization

/// Slows down whoever guesses: after some tries without luck each further one must wait, longer each time.
package final class Guesses: Sendable {
    private let tries: Mutex<Tries>

    package init(_ rule: Tries.Rule, capacity: Int = 10_000) { tries = Mutex(Tries(rule, capacity: capacity)) }

    /// Counts a try as one without luck and answers 0; or answers the seconds still to wait, and counts nothing.
    package func wait(for key: String, at now: Instant) -> Int {
        tries.withLock { tries in
            let key = Tries.Key(key)
            let left = tries.left(for: key, at: now)
            if left == 0 { tries.count(key, at: now) }
            return left
        }
    }

    /// It was no guess.
    package func succeeded(_ key: String) { tries.withLock { $0.forget(Tries.Key(key)) } }

    package var count: Int { tries.withLock { $0.size } }
}
