import Dispatch
internal import Synchronization

/// One piece of work in numbered places, on the caller's thread and as many others as are free: whoever is free takes the
/// next place. It may be asked for from within itself, at any depth: who has nothing left to do and waits for others takes
/// places of what those have begun, and of nothing else, so that no lock is ever waited for by the one who holds it.
///
/// (`DispatchQueue.concurrentPerform` gives one thread to work within work, however many are idle.)
@usableFromInline final class Hands: Sendable {
    private struct State {
        /// Nil once the caller has no place left to take: then nobody joins.
        var work: (@Sendable (Int) -> Void)?
        var next = 0
        /// Helpers that hold the work.
        var busy = 0
        /// What was begun within it and is not over.
        var within: [Hands] = []
    }

    private let state: Mutex<State>
    private let count: Int
    private let around: Hands?
    /// For the caller, when it waits: something has changed.
    private let news = DispatchSemaphore(value: 0)

    /// More helpers than this are not asked for; as many come as there are processors.
    private static let most = 16
    /// What the present thread works at.
    @TaskLocal private static var current: Hands?

    private init(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
        self.count = count
        around = Hands.current
        state = Mutex(State(work: work))
    }

    /// `work` is done once for each of `0 ..< count`, in any order.
    @usableFromInline static func perform(_ count: Int, _ work: @Sendable (Int) -> Void) {
        withoutActuallyEscaping(work) { work in
            let hands = Hands(count, work)
            hands.offer()
            hands.takePlaces()
            hands.finish()
        }
    }

    private func offer() {
        around?.state.withLock { $0.within.append(self) }
        var outer = around
        while let known = outer {
            if known.state.withLock({ $0.work == nil }) { known.news.signal() }
            outer = known.around
        }
        for _ in 1..<max(1, min(count, Hands.most)) { DispatchQueue.global().async { self.help() } }
    }

    private func help() {
        let isWanted = state.withLock { state in
            guard state.work != nil, state.next < count else { return false }
            state.busy += 1
            return true
        }
        guard isWanted else { return }
        takePlaces()
        let isLast = state.withLock { state in
            state.busy -= 1
            return state.busy == 0 && state.work == nil
        }
        if isLast { news.signal() }
    }

    /// A call of its own: when it returns, it holds the work no more.
    @inline(never) private func takePlaces() {
        guard let work = state.withLock({ $0.work }) else { return }
        Hands.$current.withValue(self) { while let place = nextPlace() { work(place) } }
    }

    private func nextPlace() -> Int? {
        state.withLock { state in
            guard state.next < count else { return nil }
            defer { state.next += 1 }
            return state.next
        }
    }

    private func finish() {
        state.withLock { $0.work = nil }
        while state.withLock({ $0.busy > 0 }) {
            if let other = somethingWithin() { other.help() } else { news.wait() }
        }
        around?.state.withLock { state in state.within.removeAll { $0 === self } }
    }

    /// Something with places to take, at any depth.
    private func somethingWithin() -> Hands? {
        for hands in state.withLock({ $0.within }) {
            if hands.state.withLock({ $0.work != nil && $0.next < hands.count }) { return hands }
            if let deeper = hands.somethingWithin() { return deeper }
        }
        return nil
    }
}
