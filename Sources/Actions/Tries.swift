internal import Crypto
package import SalesDomain

/// Tries without luck, by who tried. Kept in memory and bounded: keys are digests of one length however long what was
/// typed, and beyond `capacity` the half that was tried longest ago is forgotten.
package struct Tries: Sendable {
    package struct Rule: Sendable {
        /// Tries that need not wait.
        let free: Int
        /// The wait after them in seconds doubles from 1 up to this.
        let longest: Int64
        package init(free: Int, longest: Int64) {
            self.free = free
            self.longest = longest
        }
        /// One code, or one name from one address.
        package static let one = Rule(free: 5, longest: 30)
        /// One name, from wherever: somebody else's tries must not keep its owner out.
        package static let name = Rule(free: 20, longest: 30)
        /// One address: an office may sit behind it.
        package static let address = Rule(free: 30, longest: 900)
    }

    package struct Key: Hashable, Sendable {
        private let digest: SHA256Digest
        package init(_ parts: String...) {
            var hash = SHA256()
            for part in parts { hash.update(data: SHA256.hash(data: Array(part.utf8)).map { $0 }) }
            digest = hash.finalize()
        }
    }

    private struct Past {
        var count = 0
        var last: Instant
    }

    private let rule: Rule
    private let capacity: Int
    private var past: [Key: Past] = [:]
    package var size: Int { past.count }

    package init(_ rule: Rule, capacity: Int = 10_000) {
        self.rule = rule
        self.capacity = capacity
    }

    /// Seconds still to wait since the last try.
    package func left(for key: Key, at now: Instant) -> Int {
        guard let known = past[key] else { return 0 }
        return Int(max(0, known.last.seconds + Int64(delay(of: key, at: now)) - now.seconds))
    }

    /// Seconds to wait between two tries.
    package func delay(of key: Key, at now: Instant) -> Int {
        guard let known = past[key], now.seconds - known.last.seconds <= Tries.memory, known.count >= rule.free else {
            return 0
        }
        return Int(min(rule.longest, 1 << min(known.count - rule.free, 30)))
    }

    package mutating func count(_ key: Key, at now: Instant) {
        var known = past[key] ?? Past(last: now)
        if now.seconds - known.last.seconds > Tries.memory { known.count = 0 }
        known.count += 1
        known.last = now
        past[key] = known
        if past.count > capacity { forgetOldest() }
    }

    /// One of the tries that were counted was none.
    package mutating func takeBack(_ key: Key) {
        guard let known = past[key] else { return }
        past[key]?.count = max(0, known.count - 1)
    }

    package mutating func forget(_ key: Key) { past[key] = nil }

    /// Seconds after which old tries no longer count.
    private static let memory: Int64 = 86_400

    private mutating func forgetOldest() {
        let oldest = past.sorted { $0.value.last < $1.value.last }.prefix(past.count / 2)
        for (key, _) in oldest { past[key] = nil }
    }
}
