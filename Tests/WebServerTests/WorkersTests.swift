import Foundation
import Synchronization
import Testing

@testable import WebServer

@Suite("Threads for work") struct WorkersTests {
    /// Occupies every thread of the usual work, and `more` places in its queue, until `body` has ended.
    private func busy(_ workers: Workers, more: Int = 0, _ body: () async throws -> Void) async throws {
        let gate = DispatchSemaphore(value: 0)
        let begun = Atomic(0)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    try await workers.run(.usual) {
                        begun.add(1, ordering: .relaxed)
                        gate.wait()
                    }
                }
            }
            while begun.load(ordering: .relaxed) < 8 { try await Task.sleep(for: .milliseconds(1)) }
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
        let done = Atomic(0)
        let waiting = Mutex<Task<Void, any Error>?>(nil)
        try await busy(workers) {
            let task = Task {
                try await workers.run(.usual, unless: { true }) { _ = done.add(1, ordering: .relaxed) }
            }
            waiting.withLock { $0 = task }
            try await Task.sleep(for: .milliseconds(50))
        }
        await #expect(throws: Refusal.crowded) { try await waiting.withLock { $0 }?.value }
        let count0 = done.load(ordering: .relaxed)
        #expect(count0 == 0)
        try await workers.run(.usual, unless: { true }) { _ = done.add(1, ordering: .relaxed) }
        let count1 = done.load(ordering: .relaxed)
        #expect(count1 == 1)
    }

    @Test("closing waits for what is running")
    func closing() async throws {
        let workers = Workers()
        let done = Atomic(false)
        let begun = Atomic(false)
        async let work: Void = workers.run(.usual) {
            begun.store(true, ordering: .relaxed)
            Thread.sleep(forTimeInterval: 0.2)
            done.store(true, ordering: .relaxed)
        }
        while !begun.load(ordering: .relaxed) { try await Task.sleep(for: .milliseconds(1)) }
        await workers.close()
        let isDone = done.load(ordering: .relaxed)
        #expect(isDone)
        try await work
    }
}
