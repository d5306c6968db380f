internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What is open in a scope, stage by stage, and what each method expects of it in the period, in minor units. Deals
/// divided between sellers count by their owner and bring their part of the money.
struct OpenFunnel {
    /// By state; last what is open at no stage that we know.
    private(set) var rows: [Row]
    /// Each open deal with anything in the scope.
    private(set) var deals: [Part] = []

    struct Row {
        var count = 0
        var amount = 0.0
        var dueCount = 0
        var dueAmount = 0.0
        /// Nil when a deal at the stage has no probability by the template.
        var template: Double? = 0
        var statistical = 0.0
        var model = 0.0
        /// Of the model, what comes from deals that the template counts for the period.
        var modelOfDue = 0.0
    }

    struct Part {
        let deal: Int
        let row: Int
        /// Of its money, what is the scope's: 0…1.
        let fraction: Double
        let isCounted: Bool
        let chance: OpenChance
    }

    /// Without its deals.
    static func rows(_ chances: [OpenChance], _ picture: CompanyPicture, _ scope: Scope) -> [Row] {
        OpenFunnel(chances, picture, scope, isListed: false).rows
    }

    /// - Parameter isListed: with the deals one by one.
    init(_ chances: [OpenChance], _ picture: CompanyPicture, _ scope: Scope, isListed: Bool = true) {
        let cut = picture.cut
        rows = [Row](repeating: Row(), count: cut.stages.open.count + 1)
        let shares = ScopeShares(picture.people, scope)
        for chance in chances {
            let deal = Int(chance.deal)
            let fraction = shares.fraction(of: deal)
            guard fraction > 0 || shares.owns(deal) else { continue }
            let state = cut.state[deal]
            let part = Part(
                deal: deal, row: state < 0 ? rows.count - 1 : Int(state), fraction: fraction,
                isCounted: shares.owns(deal), chance: chance)
            if isListed { deals.append(part) }
            rows[part.row].take(part)
        }
    }
}

extension OpenFunnel.Row {
    fileprivate mutating func take(_ part: OpenFunnel.Part) {
        let chance = part.chance
        let money = part.fraction * chance.value
        let expected = part.fraction * chance.model * chance.modelValue
        count += part.isCounted ? 1 : 0
        amount += money
        statistical += chance.statistical * money
        model += expected
        guard chance.isDue else { return }
        dueCount += part.isCounted ? 1 : 0
        dueAmount += money
        modelOfDue += expected
        template = chance.template.isNaN ? nil : template.map { $0 + chance.template * money }
    }
}

/// Which part of a deal belongs to a scope.
struct ScopeShares {
    private let inside: [Bool]
    private let nodeOfDeal: [Int32]
    /// By deal, -1 where it is not divided; empty when none is.
    private var divided: [Double] = []

    init(_ people: PeopleTree, _ scope: Scope) {
        inside = people.inside(scope)
        nodeOfDeal = people.nodes.nodeOfDeal
        guard !people.nodes.shares.isEmpty else { return }
        divided = [Double](repeating: -1, count: nodeOfDeal.count)
        for share in people.nodes.shares {
            let deal = Int(share.deal)
            divided[deal] = max(0, divided[deal]) + (inside[Int(share.node)] ? share.fraction : 0)
        }
    }

    /// The deal's owner belongs to the scope.
    func owns(_ deal: Int) -> Bool { inside[Int(nodeOfDeal[deal])] }

    /// Of the deal's money: 0…1.
    func fraction(of deal: Int) -> Double {
        if !divided.isEmpty, divided[deal] >= 0 { return divided[deal] }
        return owns(deal) ? 1 : 0
    }
}
