internal import SalesDomain
internal import SalesReports
internal import Texts

/// How many of the people who have a plan will hardly meet it, and who is furthest from it.
struct TeamSentence {
    let people: [ForecastReport.Node]
    let name: (Scope) -> String
    let texts: Texts

    /// Nil where fewer than two people have a plan.
    var html: String? {
        let planned = people.compactMap { node -> (scope: Scope, chance: Double, words: String, short: Int64)? in
            guard let scope = ForecastTree.scope(of: node), let quota = node.plan.quota, quota > 0,
                let chance = node.plan.probability
            else { return nil }
            return (scope, chance, texts.chance(of: node) ?? texts("none"), quota - node.amount.mean)
        }
        guard planned.count > 1 else { return nil }
        let endangered = planned.filter { TeamReport.isDanger($0.chance) }
        guard let worst = endangered.max(by: { $0.short < $1.short }) else {
            return texts.html("team.none", ["people": .count(planned.count)])
        }
        return texts.html(
            "team.endangered",
            [
                "count": .text(texts.integer(endangered.count)), "people": .count(planned.count),
                "name": .text(name(worst.scope)), "probability": .text(worst.words),
            ])
    }
}
