package import SalesDomain
internal import Synchronization

/// Slows down whoever guesses: after some tries without luck each further one must wait, longer each time. Kept in
/// memory and bounded; what is forgotten first is what was tried longest ago.
package final class Guesses: Sendable {
    package struct Rule: Sendable {
        /// Tries that need not wait.
        let free: Int
        /// The wait after them in seconds doubles from 1 up to this.
        let longest: Int64
        package init(free: Int, longest: Int64) {
            self.free = free
            self.longest = longest
        }
        /// One name: a minute at most, so that nobody can lock another person out for long.
        package static let name = Rule(free: 5, longest: 60)
        /// One address: an office may sit behind it.
        package static let address = Rule(free: 30, longest: 900)
    }

    private struct Tries {
        var count = 0
        var last: Instant
    }

    private let rule: Rule
    private let capacity: Int
    private let tries = Mutex<[String: Tries]>([:])

    package init(_ rule: Rule, capacity: Int = 10_000) {
        self.rule = rule
        self.capacity = capacity
    }

    /// Counts a try as one without luck and answers 0; or answers the seconds still to wait, and counts nothing.
    package func wait(for key: String, at now: Instant) -> Int {
        tries.withLock { tries in
            var known = tries[key] ?? Tries(last: now)
            let left = known.last.seconds + delay(after: known.count) - now.seconds
            if left > 0 { return Int(left) }
            if now.seconds - known.last.seconds > Self.memory { known.count = 0 }
            known.count += 1
            known.last = now
            tries[key] = known
            if tries.count > capacity { forget(&tries) }
            return 0
        }
    }

    /// It was no guess.
    package func succeeded(_ key: String) { tries.withLock { $0[key] = nil } }

    package var count: Int { tries.withLock { $0.count } }

    /// Seconds after which old tries no longer count.
    private static let memory: Int64 = 86_400

    private func delay(after count: Int) -> Int64 {
        guard count >= rule.free else { return 0 }
        return min(rule.longest, 1 << min(count - rule.free, 30))
    }

    private func forget(_ tries: inout [String: Tries]) {
        let oldest = tries.sorted { $0.value.last < $1.value.last }.prefix(tries.count / 2)
        for (key, _) in oldest { tries[key] = nil }
    }
}
