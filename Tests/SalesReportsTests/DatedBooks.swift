import SalesDomain
import SalesFacts

extension Books {
    /// A firm whose dates tell: deals move on twice as fast near their expected close as weeks before it, and hardly after
    /// it; dates that have passed are moved now and then.
    static func dated(_ seed: UInt64, deals: Int = 900) -> Books {
        var random = Seeded(seed)
        let start = Firm.kyiv.day(of: Firm.instant("2022-01-03"))
        let days = Firm.kyiv.day(of: Firm.now) - start
        let entries = (1...deals).map { number in
            entry(Int64(number), from: start + Int.random(in: 0..<days, using: &random), &random)
        }
        return Books(frame: Firm.frame(), entries: entries)
    }

    private static func entry(_ number: Int64, from first: Day, _ random: inout Seeded) -> Entry {
        func noon(_ day: Day) -> Instant { Firm.kyiv.start(of: day).adding(seconds: 43_200) }
        let deal = Deal.ID(number)
        let owner = [Firm.olena, Firm.petro, Firm.maria, Firm.ivan, Firm.daria].randomElement(using: &random)!
        var due = first + Int.random(in: 10...80, using: &random)
        var fact = DealFact(
            id: deal, created: noon(first), recorded: noon(first), pipeline: Firm.pipeline, stage: Firm.new,
            amount: Int64.random(in: 100_000...900_000, using: &random), owner: owner)
        fact.expectedClose = due
        var changes = [ChangeFact]()
        func say(_ field: Deal.Field, _ day: Day, _ value: Int64) {
            changes.append(ChangeFact(deal: deal, field: field, changed: noon(day), recorded: noon(day), new: value))
        }
        let way = [Firm.new, Firm.offer, Firm.talks, Firm.won]
        var (place, day) = (0, first + 1)
        while place < 3, noon(day) < Firm.now {
            let left = due - day
            let progress = 0.07 * (left < -10 ? 0.3 : left < 8 ? 2 : left < 31 ? 1 : 0.6)
            let draw = Double.random(in: 0..<1, using: &random)
            if draw < progress {
                place += 1
                say(.stage, day, way[place].number)
            } else if draw < progress + 0.02 {
                say(.stage, day, Firm.lost.number)
                break
            } else if left < 0, draw > 0.92 {
                due = day + 20
                say(.expectedClose, day, Int64(due.number))
            }
            day = day + 1
        }
        return Entry(deal: fact, changes: changes)
    }
}
