import Foundation
import LiveFacts
import Synchronization
import Testing

@Suite("What several ask for at once") struct FlightsTests {
    @Test("is computed by one of them, and each gets it")
    func once() {
        let flights = Flights<String, Int>()
        let made = Mutex(0)
        let answers = Mutex<[Int]>([])
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            let answer = flights.join("all") {
                Thread.sleep(forTimeInterval: 0.3)
                return made.withLock { made in
                    made += 1
                    return made
                }
            }
            answers.withLock { $0.append(answer) }
        }
        // As many threads as there are processors ask at once; whoever comes after that asks anew.
        #expect(made.withLock { $0 } < 8)
        #expect(answers.withLock { $0.count } == 8)
    }

    @Test("is computed anew for who asks later, and one thing does not wait for another")
    func anew() {
        let flights = Flights<String, Int>()
        let first = flights.join("a") { flights.join("b") { 1 } + 1 }
        #expect(first == 2)
        #expect(flights.join("a") { 5 } == 5)
    }
}
