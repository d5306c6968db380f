import SalesDomain

/// One deal's life: through the stages with pauses, lost on the way or won; some are forgotten and stay open.
struct BenchDeal {
    private struct Step {
        let day: Day
        let field: String
        let old: String
        let new: String
    }

    private let created: Day
    private let owner: Int
    private let product: Int
    private var amount: Int
    private var due: Day
    private var stage: String
    private var status = "open"
    private var closed: Day?
    private var steps: [Step] = []

    init(number: Int, created: Day, until: Day, entries: Int, stages: [String]) {
        var chance = Dice(UInt64(number))
        self.created = created
        owner = chance.below(BenchCompany.sellers)
        product = chance.below(8)
        amount = 5_000 + 100 * chance.below(1_950)
        due = created + (20 + chance.below(60))
        stage = stages[0]
        live(until, stages, &chance)
        while steps.count < entries { postpone(on: steps.last?.day ?? created, by: 1 + chance.below(9)) }
    }

    private mutating func live(_ until: Day, _ stages: [String], _ chance: inout Dice) {
        if chance.below(100) < 8 { return }
        var day = created
        for place in stages.indices {
            day = day + 1 + min(chance.below(14), chance.below(20))
            guard day < until else { return }
            let goesOn = chance.below(100) < 72
            let next = goesOn ? (place + 1 < stages.count ? stages[place + 1] : "Won") : "Lost"
            steps.append(Step(day: day, field: "stage", old: stage, new: next))
            stage = next
            guard goesOn, place + 1 < stages.count else {
                status = goesOn ? "won" : "lost"
                closed = day
                return
            }
            postpone(on: day, by: chance.below(15) + 1)
            if chance.below(2) == 0 {
                let raised = amount + amount / 20
                steps.append(Step(day: day, field: "amount", old: "\(amount)", new: "\(raised)"))
                amount = raised
            }
        }
    }

    private mutating func postpone(on day: Day, by days: Int) {
        let later = due + days
        steps.append(Step(day: day, field: "expected_close", old: "\(due)", new: "\(later)"))
        due = later
    }

    func row(number: Int) -> String {
        let end = closed.map { "\($0)T12:00:00" } ?? ""
        return
            "d\(number),Sales,s\(owner),Product \(product),\(amount),UAH,\(created)T09:00:00,\(due),\(stage),\(status),\(end)\n"
    }

    func log(number: Int) -> String {
        steps.reduce(into: "") { $0 += "d\(number),\($1.day)T12:00:00,\($1.field),\($1.old),\($1.new)\n" }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014), from the number of the deal.
private struct Dice {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed &* 0xD6E8_FEB8_6659_FD93 }

    mutating func below(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((bits ^ (bits >> 31)) % UInt64(limit))
    }
}
