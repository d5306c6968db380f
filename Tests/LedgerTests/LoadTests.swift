import Ledger
import LiveFacts
import SalesDomain
import SalesFacts
import Testing

final class LoadTests {
    private let folder: Folder
    private let store: any Store
    private let cast: Cast

    init() throws {
        folder = try Folder()
        store = try folder.store()
        cast = try Cast(in: store)
    }

    @Test("a picture that followed the journal step by step is the picture that is loaded whole")
    func follow() throws {
        var dice = Dice(seed: 11)
        var followed = try store.read { try LoadedFacts($0) }
        var deals = [Deal.ID]()
        for round in 0..<30 {
            if Bool.random(using: &dice) || deals.isEmpty {
                let names = (0..<Int.random(in: 1...5, using: &dice)).map { "d\(round)-\($0)" }
                deals += try cast.add(
                    names, nil, [cast.change(.stage, nil, cast.stages[0].number, after: 0)], to: store)
            } else {
                try move(#require(deals.randomElement(using: &dice)), &dice)
            }
            let changed = try store.read { try followed.follow($0) }
            #expect(changed)
            let whole = try store.read { try LoadedFacts($0) }
            try expectSame(followed.facts, whole.facts)
        }
        #expect(try store.read { try followed.follow($0) } == false)
        #expect(followed.facts.dealCount == deals.count)
    }

    @Test("what a withdrawn import brought is in no picture")
    func withdrawn() throws {
        try cast.add(["d1"], to: store)
        let run = try store.write {
            try $0.imports.start(source: cast.source, path: "x", layout: "exchange", at: Cast.start)
        }
        try store.write { ledger in
            let batch = try ledger.openBatch("import", at: Cast.start, import: run)
            let row = DealRow(
                source: cast.source, externalID: "d2", batch: batch, recordedAt: Cast.start, title: nil,
                beginning: cast.beginning())
            try ledger.deals.add(row, outcome: cast.outcome)
            try ledger.takePosition(for: batch)
        }
        var followed = try store.read { try LoadedFacts($0) }
        #expect(followed.facts.dealCount == 2)
        let withdraw: SQL = "UPDATE imports SET withdrawn_at = 1 WHERE id = $1"
        try store.write { ledger in
            try ledger.run(withdraw, [Value(run)])
            try ledger.takePosition()
        }
        try store.read { _ = try followed.follow($0) }
        #expect(followed.facts.dealCount == 1)
    }

    private func move(_ deal: Deal.ID, _ dice: inout Dice) throws {
        let entries = try #require(try store.read { try $0.deals.now(deal) }).entries
        let stage = cast.stages.randomElement(using: &dice)?.number
        let after = Int64.random(in: 1...90, using: &dice) * 86_400
        try store.write { ledger in
            let batch = try ledger.openBatch("test", at: Cast.start)
            try ledger.deals.append(
                [cast.change(.stage, nil, stage, after: after), cast.change(.amount, nil, after, after: after)],
                to: deal, after: entries, in: batch, outcome: cast.outcome)
            try ledger.takePosition(for: batch)
        }
    }

    private func expectSame(_ left: Facts, _ right: Facts) throws {
        #expect(left.position == right.position)
        for days in [1, 40, 100] as [Int64] {
            let asOf = Cast.start.adding(seconds: days * 86_400)
            let (one, other) = (left.cut(asOf: asOf), right.cut(asOf: asOf))
            #expect(one.id == other.id)
            #expect(one.state == other.state)
            #expect(one.since == other.since)
            #expect(one.amount == other.amount)
            #expect(one.steps.day == other.steps.day)
            #expect(one.steps.value == other.steps.value)
        }
    }
}
