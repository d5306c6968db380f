import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Parallel

@Suite("Work that is done by all hands")
struct HandsTests {
    @Test("each place is done once and stands where it belongs, at any depth and for many who ask at once")
    func everyPlace() {
        let sums = spread(40) { outer in
            spread(outer % 7 + 1) { middle in
                both(
                    { spread(5) { outer + middle + $0 }.reduce(0, +) },
                    { spread(middle) { $0 }.reduce(0, +) })
            }.map { $0.0 + $0.1 }
        }
        for (outer, row) in sums.enumerated() {
            #expect(row == (0...outer % 7).map { 5 * (outer + $0) + 10 + $0 * ($0 - 1) / 2 })
        }
    }

    private static let isAlone = ProcessInfo.processInfo.activeProcessorCount < 2

    @Test("who waits for others takes part in what they begin", .disabled(if: HandsTests.isAlone, "one processor"))
    func within() {
        let (caller, begun) = (pthread_self(), DispatchSemaphore(value: 0))
        let hands = Mutex<Set<UInt>>([])
        // Each of two has a part in hand; one is soon done, the other cannot go on before the first one helps.
        let (isBegun, isHelped) = both(
            { begun.wait(timeout: .now() + 20) == .success },
            {
                begun.signal()
                return spread(4) { _ in
                    (0..<5_000).contains { _ in
                        usleep(1_000)
                        return hands.withLock { seen in
                            seen.insert(UInt(pthread_self()))
                            return seen.contains(UInt(caller))
                        }
                    }
                }.allSatisfy { $0 }
            })
        #expect(isBegun)
        #expect(isHelped)
    }

    @Test("who waits while holding a lock never takes up work that needs it")
    func locks() {
        let lock = Mutex(0)
        let counts = spread(16) { place in
            lock.withLock { count in
                count += spread(3) { _ in 1 }.reduce(0, +)
                return count
            }
        }
        #expect(counts.sorted() == (1...16).map { 3 * $0 })
    }
}
