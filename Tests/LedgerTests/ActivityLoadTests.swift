import Ledger
import LiveFacts
import SalesDomain
import SalesFacts
import Testing

final class ActivityLoadTests {
    private let folder: Folder
    private let store: any Store
    private let cast: Cast

    init() throws {
        folder = try Folder()
        store = try folder.store()
        cast = try Cast(in: store)
    }

    @Test("activities follow the journal: new, changed, planned and done ones")
    func follow() throws {
        var dice = Dice(seed: 5)
        var followed = try store.read { try LoadedFacts($0) }
        for round in 0..<20 {
            try write(round, &dice)
            try store.read { _ = try followed.follow($0) }
            let whole = try store.read { try LoadedFacts($0) }
            #expect(touches(followed.facts) == touches(whole.facts))
        }
        #expect(touches(followed.facts).count > 20)
    }

    @Test("a call is loaded with its people, its result and the time at which it was recorded")
    func whole() throws {
        let started = Cast.start.adding(seconds: 3_600)
        try put(started: started, result: "no answer", recorded: started.adding(seconds: 50))
        let touch = try #require(touches(try store.read { try LoadedFacts($0).facts }).first)
        #expect(touch.kind == .call && touch.direction == .outbound && touch.result == .noAnswer)
        #expect(touch.employee == cast.sellers[0])
        #expect(touch.at == started && touch.known == started.adding(seconds: 50) && touch.seconds == 61)
    }

    @Test("what was done by a withdrawn import is in no picture")
    func withdrawn() throws {
        let run = try store.write {
            try $0.imports.start(source: cast.source, path: "x", layout: "exchange", at: Cast.start)
        }
        try put(started: Cast.start, result: nil, recorded: Cast.start, import: run)
        var followed = try store.read { try LoadedFacts($0) }
        #expect(touches(followed.facts).count == 1)
        let withdraw: SQL = "UPDATE imports SET withdrawn_at = 1 WHERE id = $1"
        try store.write { ledger in
            try ledger.run(withdraw, [Value(run)])
            try ledger.takePosition()
        }
        try store.read { _ = try followed.follow($0) }
        #expect(touches(followed.facts).isEmpty)
    }

    private func write(_ round: Int, _ dice: inout Dice) throws {
        for _ in 0..<Int.random(in: 1...4, using: &dice) {
            let planned = Int.random(in: 0..<4, using: &dice) == 0
            let started = Cast.start.adding(seconds: Int64.random(in: 0...900_000, using: &dice))
            try put(
                "a\(Int.random(in: 0...(round * 3 + 3), using: &dice))", started: planned ? nil : started,
                result: Bool.random(using: &dice) ? "busy" : nil, recorded: Cast.start)
        }
    }

    private func put(
        _ id: String = "a1", started: Instant?, result: String?, recorded: Instant, import run: Import.ID? = nil
    ) throws {
        try store.write { ledger in
            let batch = try ledger.openBatch("test", at: recorded, import: run)
            let row = ActivityRow(
                source: cast.source, externalID: id, kind: .call, direction: .outbound, employee: cast.sellers[0],
                deal: nil, account: nil, contact: nil, startedAt: started, seconds: 61,
                result: try result.map { try ledger.words.id(of: $0) }, dueAt: Cast.start, doneAt: nil, note: nil)
            _ = try ledger.activities.put(row, recorded: recorded, again: recorded, in: batch)
            try ledger.takePosition(for: batch)
        }
    }

    private func touches(_ facts: Facts) -> [Touch] {
        var touches = [Touch]()
        facts.activities.each(from: Day(number: 0), to: Day(number: 40_000), asOf: .distantFuture) {
            touches.append($0)
        }
        return touches
    }
}
