import Ledger
import SalesDomain
import Testing

final class DealTests {
    private let folder: Folder
    private let store: any Store
    private let cast: Cast

    init() throws {
        folder = try Folder()
        store = try folder.store()
        cast = try Cast(in: store)
    }

    @Test("the log cannot be edited, cut or replaced, and how a deal began cannot be rewritten")
    func kept() throws {
        let deal = try cast.add(["d1"], nil, [cast.change(.amount, nil, 5)], to: store)[0]
        let edits: [SQL] = [
            "UPDATE deal_log SET new = 7 WHERE deal = $1",
            "DELETE FROM deal_log WHERE deal = $1",
            store.dialect == .sqlite
                ? """
                INSERT OR REPLACE INTO deal_log (deal, ordinal, changed_at, recorded_at, field, new, batch)
                VALUES ($1, 1, 0, 0, 2, 9, 1)
                """
                : """
                INSERT INTO deal_log (deal, ordinal, changed_at, recorded_at, field, new, batch)
                VALUES ($1, 1, 0, 0, 2, 9, 1) ON CONFLICT (deal, ordinal) DO UPDATE SET new = 9
                """,
            "UPDATE deals SET created_at = 0 WHERE id = $1",
            "DELETE FROM deals WHERE id = $1",
        ]
        for edit in edits {
            #expect {
                try store.write { _ = try $0.run(edit, [Value(deal)]) }
            } throws: { error in
                if case LedgerError.broken(.kept, _) = error { return true }
                return false
            }
        }
        #expect(try store.read { try $0.deals.log(of: deal) }.map(\.change) == [cast.change(.amount, nil, 5)])
    }

    @Test("a title may be forgotten")
    func forget() throws {
        let deal = try cast.add(["d1"], to: store)[0]
        let forget: SQL = "UPDATE deals SET title = NULL, folded = NULL WHERE id = $1"
        try store.write { _ = try $0.run(forget, [Value(deal)]) }
        let name = try #require(try store.read { try $0.deals.name(deal) })
        #expect(name.externalID == "d1" && name.title == nil)
    }

    @Test("the same deal of the same source is in the books once")
    func once() throws {
        try cast.add(["d1"], to: store)
        #expect {
            try cast.add(["d1"], to: store)
        } throws: { error in
            if case LedgerError.broken(.unique, _) = error { return true }
            return false
        }
        #expect(try store.read { try $0.deals.count() } == 1)
    }

    @Test("what two write to one deal at once is not lost: the second is told that it is stale")
    func stale() throws {
        let deal = try cast.add(["d1"], to: store)[0]
        try append([cast.change(.amount, nil, 5)], to: deal, after: 0)
        #expect(throws: LedgerError.stale) { try append([cast.change(.amount, nil, 6)], to: deal, after: 0) }
        #expect(try store.read { try $0.deals.now(deal) }?.state.amount == 5)
    }

    @Test("the present state is the fold of the log, whatever happened and in whatever order it was recorded")
    func present() throws {
        var dice = Dice(seed: 7)
        for round in 0..<60 {
            var beginning = cast.beginning()
            beginning.stage = Bool.random(using: &dice) ? cast.stages[0] : nil
            let deal = try cast.add(["d\(round)"], beginning, changes(&dice), to: store)[0]
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                let entries = try #require(try store.read { try $0.deals.now(deal) }).entries
                try append(changes(&dice), to: deal, after: entries)
            }
            let (row, log, now) = try store.read {
                (try $0.deals.row(deal), try $0.deals.log(of: deal), try $0.deals.now(deal))
            }
            let folded = DealState.fold(
                try #require(row).beginning, log.map(\.change), outcome: cast.outcome)
            #expect(folded == now?.state)
            #expect(now?.entries == log.count)
            #expect((folded.status == .open) == (folded.closedAt == nil))
            #expect(log.map(\.ordinal) == Array(1..<(log.count + 1)))
        }
    }

    private func append(_ changes: [DealChange], to deal: Deal.ID, after entries: Int) throws {
        try store.write { ledger in
            let batch = try ledger.openBatch("test", at: Cast.start)
            try ledger.deals.append(changes, to: deal, after: entries, in: batch, outcome: cast.outcome)
            try ledger.takePosition(for: batch)
        }
    }

    private func changes(_ dice: inout Dice) -> [DealChange] {
        (0..<Int.random(in: 0...6, using: &dice)).map { _ in
            let after = Int64.random(in: 0...50, using: &dice) * 3600
            switch Int.random(in: 0...6, using: &dice) {
            case 0: return cast.change(.amount, nil, .random(in: 0...900, using: &dice), after: after)
            case 1: return cast.change(.owner, nil, cast.sellers.randomElement(using: &dice)?.number, after: after)
            case 2: return cast.change(.expectedClose, nil, .random(in: 17_000...18_000, using: &dice), after: after)
            case 3: return cast.change(.status, nil, .random(in: 0...2, using: &dice), after: after)
            case 4: return cast.change(.product, nil, nil, after: after)
            case 5: return cast.change(.closedAt, nil, Cast.start.microseconds + after, after: after)
            default: return cast.change(.stage, nil, cast.stages.randomElement(using: &dice)?.number, after: after)
            }
        }
    }
}
