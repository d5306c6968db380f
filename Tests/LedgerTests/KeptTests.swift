import LiveFacts
import Testing

@Suite("Values within a bound") struct KeptTests {
    @Test("when it is full, the one that was asked for least lately goes")
    func leastLatelyUsed() {
        var kept = Kept<String, Int>(limit: 10)
        kept.keep(1, size: 4, for: "a")
        kept.keep(2, size: 4, for: "b")
        let first = kept["a"]
        kept.keep(3, size: 4, for: "c")
        let left = ["a", "b", "c"].map { kept[$0] }
        #expect(first == 1 && left == [1, nil, 3])
    }

    @Test("as many go as the new one needs; one that is larger than the bound is not kept, nor what stood in its place")
    func sizes() {
        var kept = Kept<String, Int>(limit: 10)
        for name in ["a", "b", "c"] { kept.keep(1, size: 3, for: name) }
        kept.keep(2, size: 7, for: "d")
        #expect(kept.keys.sorted() == ["c", "d"])
        kept.keep(3, size: 11, for: "c")
        #expect(kept.keys == ["d"])
        kept.keep(4, size: 3, for: "a")
        #expect(kept.keys.sorted() == ["a", "d"])
    }

    @Test("what is kept anew takes the room of its former size, and what is taken or forgotten leaves its own")
    func room() {
        var kept = Kept<String, Int>(limit: 10)
        for size in [10, 3, 10, 2] { kept.keep(size, size: size, for: "a") }
        kept.keep(1, size: 8, for: "b")
        #expect(kept.keys.sorted() == ["a", "b"])
        let taken = kept.take("b")
        #expect(taken == 1)
        kept.forget { $0 == "a" }
        kept.keep(2, size: 10, for: "c")
        #expect(kept.keys == ["c"])
    }
}
