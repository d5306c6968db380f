internal import Dispatch
internal import Synchronization

/// What is being computed right now: whoever asks for the same meanwhile waits for that answer instead of computing it too.
package final class Flights<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    private let begun = Mutex<[Question: Flight]>([:])

    private final class Flight: Sendable {
        let end = DispatchGroup()
        let answer = Mutex<Answer?>(nil)
    }

    package init() {}

    /// `compute` may ask for other things, never for the same.
    package func join(_ question: Question, _ compute: () -> Answer) -> Answer {
        let (flight, isMine) = flight(question)
        guard isMine else {
            flight.end.wait()
            return flight.answer.withLock { $0 } ?? compute()
        }
        let answer = compute()
        flight.answer.withLock { $0 = answer }
        begun.withLock { $0[question] = nil }
        flight.end.leave()
        return answer
    }

    private func flight(_ question: Question) -> (Flight, isMine: Bool) {
        begun.withLock { begun in
            if let known = begun[question] { return (known, false) }
            let flight = Flight()
            flight.end.enter()
            begun[question] = flight
            return (flight, true)
        }
    }
}
