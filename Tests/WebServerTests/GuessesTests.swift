import Actions
import SalesDomain
import Testing

@Suite("Guesses") struct GuessesTests {
    let start = Instant(seconds: 1_000_000)

    @Test("the wait doubles with each further try, up to its longest")
    func doubling() {
        let guesses = Guesses(Tries.Rule(free: 2, longest: 60))
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
        let guesses = Guesses(Tries.Rule(free: 1, longest: 60))
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
        let guesses = Guesses(Tries.Rule(free: 1, longest: 60), capacity: 100)
        for place in 0..<10_000 {
            _ = guesses.wait(for: "name \(place)", at: start.adding(seconds: Int64(place)))
        }
        #expect(guesses.count <= 100)
        #expect(guesses.wait(for: "name 9999", at: start.adding(seconds: 9_999)) == 1)
    }
}

@Suite("Guesses at passwords") struct SignInGuessesTests {
    let start = Instant(seconds: 1_000_000)

    private func visitor(_ name: String, _ address: String) -> SignInGuesses.Visitor {
        SignInGuesses.Visitor(name: name, address: address)
    }

    @Test("nobody can lock out a name from elsewhere: its owner waits half a minute at most, and is let through")
    func ownersDoor() {
        let guesses = SignInGuesses()
        var now = start
        for second in 0..<4_000 {
            now = start.adding(seconds: Int64(second))
            _ = guesses.wait(for: visitor("olena", "10.0.\(second % 7).\(second % 200)"), at: now)
        }
        let owner = visitor("olena", "192.168.0.1")
        let wait = guesses.wait(for: owner, at: now)
        #expect((1...30).contains(wait))
        for second in 0..<wait {
            now = now.adding(seconds: 1)
            _ = guesses.wait(for: visitor("olena", "10.1.0.\(second)"), at: now)
        }
        #expect(guesses.wait(for: owner, at: now) == 0)
    }

    @Test("a wait for the sake of a name lets through one try, soon after it, and no more")
    func servedOnce() {
        func tried() -> SignInGuesses {
            let guesses = SignInGuesses()
            for place in 0..<20 { #expect(guesses.wait(for: visitor("olena", "10.0.0.\(place)"), at: start) == 0) }
            #expect(guesses.wait(for: visitor("olena", "192.168.0.1"), at: start) == 1)
            return guesses
        }
        let owner = visitor("olena", "192.168.0.1")
        let (soon, late) = (start.adding(seconds: 1), start.adding(seconds: 3_600))
        let guesses = tried()
        #expect(guesses.wait(for: owner, at: soon) == 0)
        #expect(guesses.wait(for: owner, at: soon) == 2)
        #expect(tried().wait(for: owner, at: late) == 1)
    }

    @Test("a name and an address are one key only where both are the same")
    func keys() {
        #expect(Tries.Key("olena1", "0.0.0.1") != Tries.Key("olena", "10.0.0.1"))
        #expect(Tries.Key("olena", "10.0.0.1") == Tries.Key("olena", "10.0.0.1"))
    }

    @Test("whoever has to wait is counted nowhere")
    func slowedTries() {
        let guesses = SignInGuesses()
        for _ in 0..<10_000 { _ = guesses.wait(for: visitor("olena", "10.0.0.1"), at: start) }
        #expect(guesses.wait(for: visitor("olena", "10.0.0.1"), at: start) == 1)
        #expect(guesses.wait(for: visitor("olena", "10.0.0.2"), at: start) == 0)
    }

    @Test("an own sign-in does not make another's name easier to guess from the same address")
    func ownSignIn() {
        let guesses = SignInGuesses()
        var passed = 0
        for place in 0..<200 {
            if guesses.wait(for: visitor("name \(place)", "10.0.0.1"), at: start) == 0 { passed += 1 }
            let own = visitor("petro", "10.0.0.1")
            if guesses.wait(for: own, at: start) == 0 { guesses.succeeded(own) }
        }
        #expect(passed <= 30)
    }

    @Test("signing in a hundred times a day slows nobody")
    func often() {
        let guesses = SignInGuesses()
        for _ in 0..<100 {
            #expect(guesses.wait(for: visitor("petro", "10.0.0.1"), at: start) == 0)
            guesses.succeeded(visitor("petro", "10.0.0.1"))
        }
    }

    @Test("names of any length in any number take little room")
    func bounded() {
        let guesses = SignInGuesses(capacity: 100)
        for place in 0..<1_000 {
            let name = String(repeating: "x", count: 2_000) + "\(place)"
            _ = guesses.wait(for: visitor(name, "10.0.\(place / 250).\(place % 250)"), at: start)
        }
        #expect(guesses.size <= 400)
        #expect(MemoryLayout<Tries.Key>.size == 32)
    }
}
