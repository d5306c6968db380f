import Dispatch

/// The same work for each of `count` places on all processors. Places are told apart by number, never by thread, so the
/// result does not depend on how many there are.
package func spread<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
    guard count > 1, !Spread.isAlone else { return (0..<count).map(work) }
    return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
        // Each place is written by exactly one iteration.
        nonisolated(unsafe) let base = buffer.baseAddress!
        DispatchQueue.concurrentPerform(iterations: count) { (base + $0).initialize(to: work($0)) }
        filled = count
    }
}

package enum Spread {
    /// Everything on the caller's own thread: for measuring, and to show that the answer is the same.
    @TaskLocal package static var isAlone = false
}
