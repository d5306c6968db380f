/// The same work for each of `count` places on all processors. Places are told apart by number, never by thread, so the
/// result does not depend on how many there are. (Inlinable here and below: rooms above call the work once for each place.)
@inlinable package func spread<Value: Sendable>(_ count: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
    guard count > 1, !Spread.isAlone else { return (0..<count).map(work) }
    return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
        // Each place is written by exactly one iteration.
        nonisolated(unsafe) let base = buffer.baseAddress!
        Hands.perform(count) { (base + $0).initialize(to: work($0)) }
        filled = count
    }
}

/// The same for each of a great many places, in so many stretches side by side.
@inlinable package func spread<Value: Sendable>(_ count: Int, parts: Int, _ work: @Sendable (Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, filled in
        guard let place = buffer.baseAddress else { return }
        // Each stretch is written by exactly one iteration.
        nonisolated(unsafe) let base = place
        _ = spread(parts) { part in
            for place in count * part / parts..<count * (part + 1) / parts {
                (base + place).initialize(to: work(place))
            }
        }
        filled = count
    }
}

/// Two pieces of work that need nothing of each other, side by side.
@inlinable package func both<One: Sendable, Other: Sendable>(
    _ one: @Sendable () -> One, _ other: @Sendable () -> Other
) -> (One, Other) {
    guard !Spread.isAlone else { return (one(), other()) }
    // Each is written by exactly one iteration.
    nonisolated(unsafe) var first: One?
    nonisolated(unsafe) var second: Other?
    Hands.perform(2) { if $0 == 0 { first = one() } else { second = other() } }
    return (first!, second!)
}

@usableFromInline package enum Spread {
    /// Everything on the caller's own thread: for measuring, and to show that the answer is the same.
    @usableFromInline @TaskLocal package static var isAlone = false
}
