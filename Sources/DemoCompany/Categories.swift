import SalesDomain

/// What sellers say of a deal once an offer is made: that they will bring it, that it may come, or nothing much. Said within
/// the hour, and again at the negotiations.
struct Categories {
    private let seed: UInt64
    private let truth: Truth

    init(seed: UInt64, truth: Truth) {
        self.seed = seed
        self.truth = truth
    }

    /// The same deal with its categories, in the order of time.
    func said(of life: Life, number: Int) -> Life {
        var chance = Chance(seed: seed, stream: "category", index: number)
        var told = life
        for entry in life.entries where entry.field == .stage && entry.recorded == nil {
            guard let category = category(at: entry.new, &chance) else { continue }
            told.say(category, at: entry.moment.later(chance.whole(2...50)), by: entry.by)
        }
        return told
    }

    private func category(at stage: String, _ chance: inout Chance) -> Deal.Category? {
        switch truth.stages.firstIndex(where: { $0.name == stage }) {
        case 3: chance.happens(0.6) ? (chance.happens(0.65) ? .best : .pipeline) : nil
        case 4: chance.happens(0.8) ? (chance.happens(0.55) ? .commit : .best) : nil
        default: nil
        }
    }
}
