package import SalesDomain
internal import Synchronization

/// Slows down guessing of passwords, three ways: by who asks from where for one name, by address, and, gently, by name.
///
/// Whoever has to wait is counted nowhere. Tries from elsewhere can make the owner of a name wait once, for half a minute at
/// most, and never longer, however many they are: a wait that was served lets through.
package final class SignInGuesses: Sendable {
    package struct Visitor: Sendable {
        let name: Tries.Key
        let address: Tries.Key
        let both: Tries.Key
        package init(name: String, address: String) {
            self.name = Tries.Key(name)
            self.address = Tries.Key(address)
            both = Tries.Key(name, address)
        }
    }

    private struct State {
        var names: Tries
        var addresses: Tries
        var both: Tries
        /// Until when somebody serves a wait for the sake of a name.
        var serving: [Tries.Key: Instant] = [:]
    }

    private let state: Mutex<State>
    private let capacity: Int

    package init(capacity: Int = 10_000) {
        self.capacity = capacity
        state = Mutex(
            State(
                names: Tries(.name, capacity: capacity), addresses: Tries(.address, capacity: capacity),
                both: Tries(.one, capacity: capacity)))
    }

    /// Counts a try as one without luck and answers 0; or answers the seconds still to wait, and counts nothing.
    package func wait(for visitor: Visitor, at now: Instant) -> Int {
        state.withLock { state in
            let own = max(
                state.addresses.left(for: visitor.address, at: now), state.both.left(for: visitor.both, at: now))
            if own > 0 { return own }
            let left = waitForName(visitor, at: now, &state)
            if left > 0 { return left }
            state.names.count(visitor.name, at: now)
            state.addresses.count(visitor.address, at: now)
            state.both.count(visitor.both, at: now)
            return 0
        }
    }

    /// It was no guess. It clears nothing but this name from this address: another's name is not guessed the easier for it.
    package func succeeded(_ visitor: Visitor) {
        state.withLock { state in
            state.both.forget(visitor.both)
            state.names.takeBack(visitor.name)
            state.addresses.takeBack(visitor.address)
        }
    }

    package var size: Int {
        state.withLock { $0.names.size + $0.addresses.size + $0.both.size + $0.serving.count }
    }

    private func waitForName(_ visitor: Visitor, at now: Instant, _ state: inout State) -> Int {
        if let end = state.serving[visitor.both] {
            if end > now { return Int(end.seconds - now.seconds) }
            state.serving[visitor.both] = nil
            // Who did not come back for long has not waited for this try.
            if now.seconds - end.seconds < SignInGuesses.patience { return 0 }
        }
        let delay = state.names.delay(of: visitor.name, at: now)
        guard delay > 0 else { return 0 }
        if state.serving.count >= capacity {
            for (key, _) in state.serving.sorted(by: { $0.value < $1.value }).prefix(capacity / 2) {
                state.serving[key] = nil
            }
        }
        state.serving[visitor.both] = now.adding(seconds: Int64(delay))
        return delay
    }

    /// Seconds in which a wait that was served can be used.
    private static let patience: Int64 = 600
}
