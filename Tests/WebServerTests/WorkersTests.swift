import Foundation
import Synchronization
import Testing

@testable import WebServer

/// Counts what several threads have done.
private final class Counter: Sendable {
    private let count = Atomic(0)
    var value: Int { count.load(ordering: .relaxed) }
    func add() { _ = count.add(1, ordering: .relaxed) }
}

@Suite("Threads for work")
struct WorkersTests {
    /// Occupies every thread of the usual work, and `more` places in its queue, until `body` has ended.
    private func busy(_ workers: Workers, more: Int = 0, _ body: () async throws -> Void) async throws {
        let gate = DispatchSemaphore(value: 0)
        let begun = Counter()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await workers.run(.usual) {
                        begun.add()
                        gate.wait()
                    }
                }
            }
            while begun.value < 8 { try await Task.sleep(for: .milliseconds(1)) }
            for _ in 0..<more { group.addTask { try await workers.run(.usual) {} } }
            try await Task.sleep(for: .milliseconds(50))
            let end: Result<Void, any Error>
            do { end = .success(try await body()) } catch { end = .failure(error) }
            for _ in 0..<8 { gate.signal() }
            try await group.waitForAll()
            try end.get()
        }
    }

    @Test("the question whether the server is well is answered while everything else is busy")
    func watch() async throws {
        let workers = Workers()
        try await busy(workers, more: 3) {
            let answer = try await workers.run(.watch) { 7 }
            #expect(answer == 7)
            #expect(try await workers.run(.password) { 8 } == 8)
        }
    }

    @Test("beyond a bound nobody is let in, and afterwards they are again")
    func bound() async throws {
        let workers = Workers(waiting: 4)
        try await busy(workers, more: 4) {
            await #expect(throws: Refusal.crowded) { try await workers.run(.usual) { 1 } }
        }
        #expect(try await workers.run(.usual) { 1 } == 1)
    }

    @Test("work of somebody who has left while waiting is never begun")
    func left() async throws {
        let workers = Workers()
        let done = Counter()
        var waiting: Task<Void, any Error>?
        try await busy(workers) {
            waiting = Task {
                try await workers.run(.usual, unless: { true }) { done.add() }
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        await #expect(throws: Refusal.crowded) { try await waiting?.value }
        #expect(done.value == 0)
        try await workers.run(.usual, unless: { true }) { done.add() }
        #expect(done.value == 1)
    }

    @Test("closing waits for what is running")
    func closing() async throws {
        let workers = Workers()
        let done = Counter()
        let begun = Counter()
        async let work: Void = workers.run(.usual) {
            begun.add()
            Thread.sleep(forTimeInterval: 0.2)
            done.add()
        }
        while begun.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
        await workers.close()
        #expect(done.value == 1)
        try await work
    }
}
