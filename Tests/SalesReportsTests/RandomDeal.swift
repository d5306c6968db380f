import SalesDomain
import SalesFacts

enum RandomDeal {
    static func entry(_ id: Int64, from start: Instant, _ random: inout Seeded) -> Books.Entry {
        func later(_ instant: Instant, days: ClosedRange<Int>) -> Instant {
            instant.adding(
                seconds: Int64(Int.random(in: days, using: &random)) * 86_400
                    + Int64.random(in: 0...40_000, using: &random))
        }
        let deal = Deal.ID(id)
        let created = later(start, days: 0...500)
        var fact = DealFact(id: deal, created: created, recorded: created, pipeline: Firm.pipeline)
        fact.owner = [Firm.olena, Firm.petro, Firm.maria, Firm.ivan, Firm.daria, nil].randomElement(using: &random)!
        fact.stage = Firm.new
        fact.amount = Bool.random(using: &random) ? Int64.random(in: 10_000...900_000, using: &random) : nil
        fact.currency = [nil, nil, nil, Firm.usd, Currency(code: "GBP")].randomElement(using: &random)!
        fact.expectedClose = Firm.kyiv.day(of: later(created, days: 5...90))
        fact.product = [Product.ID(1), Product.ID(2), nil].randomElement(using: &random)!
        fact.account = Account.ID(Int64.random(in: 1...40, using: &random))
        if Int.random(in: 0..<5, using: &random) == 0 {
            fact.splits = [
                DealFact.Split(employee: Firm.maria, share: 1.0 / 3),
                DealFact.Split(employee: Firm.petro, share: 2.0 / 3),
            ]
        }
        var changes = [ChangeFact]()
        var when = created
        func say(_ field: Deal.Field, _ value: Int64?) {
            let late = Int.random(in: 0..<6, using: &random) == 0
            changes.append(
                ChangeFact(
                    deal: deal, field: field, changed: when,
                    recorded: late ? later(when, days: 1...30) : when, new: value))
        }
        for _ in 0..<Int.random(in: 0...5, using: &random) {
            when = later(when, days: 1...25)
            switch Int.random(in: 0..<8, using: &random) {
            case 0: say(.amount, Int64.random(in: 10_000...900_000, using: &random))
            case 1: say(.expectedClose, Int64(Firm.kyiv.day(of: later(when, days: 1...60)).number))
            case 2: say(.owner, Firm.ivan.number)
            case 3, 4: say(.stage, Firm.won.number)
            case 5: say(.stage, Firm.lost.number)
            case 6: say(.stage, Firm.offer.number)
            default: say(.stage, Firm.talks.number)
            }
        }
        return Books.Entry(deal: fact, changes: changes)
    }
}
