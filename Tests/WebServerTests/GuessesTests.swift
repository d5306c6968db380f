import Actions
import SalesDomain
import Testing

@Suite("Guesses") struct GuessesTests {
    let start = Instant(seconds: 1_000_000)

    @Test("the wait doubles with each further try, up to its longest")
    func doubling() {
        let guesses = Guesses(Guesses.Rule(free: 2, longest: 60))
        var now = start
        var waits = [Int]()
        for _ in 0..<12 {
            let wait = guesses.wait(for: "x", at: now)
            waits.append(wait)
            now = now.adding(seconds: Int64(wait))
            if wait > 0 { #expect(guesses.wait(for: "x", at: now) == 0) }
        }
        #expect(waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60])
    }

    @Test("luck, a day, and nobody else's tries count")
    func forgotten() {
        let guesses = Guesses(Guesses.Rule(free: 1, longest: 60))
        #expect(guesses.wait(for: "x", at: start) == 0)
        #expect(guesses.wait(for: "x", at: start) == 1)
        #expect(guesses.wait(for: "y", at: start) == 0)
        guesses.succeeded("x")
        #expect(guesses.wait(for: "x", at: start) == 0)
        #expect(guesses.wait(for: "y", at: start.adding(seconds: 86_402)) == 0)
        #expect(guesses.wait(for: "y", at: start.adding(seconds: 86_402)) == 1)
    }

    @Test("memory is bounded, and what was tried lately is kept")
    func bounded() {
        let guesses = Guesses(Guesses.Rule(free: 1, longest: 60), capacity: 100)
        for place in 0..<10_000 {
            _ = guesses.wait(for: "name \(place)", at: start.adding(seconds: Int64(place)))
        }
        #expect(guesses.count <= 100)
        #expect(guesses.wait(for: "name 9999", at: start.adding(seconds: 9_999)) == 1)
    }
}
