import Dispatch

/// The same work for each of a few parts, on all processors; in order of the parts.
func inParallel<Value: Sendable>(_ parts: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: parts) { buffer, filled in
        // Each place is written by exactly one iteration.
        nonisolated(unsafe) let base = buffer.baseAddress!
        DispatchQueue.concurrentPerform(iterations: parts) { (base + $0).initialize(to: work($0)) }
        filled = parts
    }
}
