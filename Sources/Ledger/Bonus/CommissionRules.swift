package import SalesDomain

package struct CommissionRules {
    let transaction: any Transaction

    /// Identity is the plan and the name; a new one stands last.
    package func put(_ rule: CommissionRule, in plan: CommissionPlan.ID) throws -> Put<Int64> {
        let known: (Int64, CommissionRule)? = try transaction.first(RuleSQL.find, [Value(plan), .text(rule.name)]) {
            ($0.int(0), CommissionRule($0))
        }
        return try transaction.put(
            rule, over: known,
            add: { try transaction.insert(RuleSQL.add, [Value(plan), .text(rule.name)] + rule.values) },
            change: { try transaction.run(RuleSQL.change, [.int($0)] + rule.values) })
    }

    /// Takes all rules out of a version that is written anew.
    package func clear(_ plan: CommissionPlan.ID) throws { try transaction.run(RuleSQL.clear, [Value(plan)]) }

    /// By plan and position.
    package func all() throws -> [(plan: CommissionPlan.ID, rule: CommissionRule)] {
        try transaction.all(RuleSQL.all) { ($0.key(1), CommissionRule($0)) }
    }
}

extension CommissionRule {
    fileprivate init(_ row: Row) {
        let pay: Pay = row.maybeInt(8).map { .target($0, weight: row.maybeInt(9) ?? CommissionRule.million) } ?? .rate
        self.init(
            name: row.text(2), measure: row.name(3), pipeline: row.maybeKey(4), product: row.maybeKey(5),
            customer: row.maybeName(6), team: row.bool(7), pay: pay, mode: row.name(10), unit: row.name(11),
            threshold: row.maybeInt(12), cap: row.maybeInt(13), tiers: [Tier](stored: row.text(14)))
    }

    fileprivate var values: [Value] {
        var (target, weight): (Int64?, Int64?) = (nil, nil)
        if case .target(let sum, let part) = pay { (target, weight) = (sum, part) }
        return [
            Value(measure), Value(pipeline), Value(product), Value(customer), Value(team), Value(target), Value(weight),
            Value(mode), Value(unit), Value(threshold), Value(cap), .text(tiers.stored),
        ]
    }
}

extension [CommissionRule.Tier] {
    /// `0:20000 1000000:60000`, bounds and rates as the trade has them.
    fileprivate var stored: String { map { "\($0.from):\($0.rate)" }.joined(separator: " ") }

    fileprivate init(stored text: String) {
        self = text.split(separator: " ").compactMap { pair in
            let sides = pair.split(separator: ":")
            guard sides.count == 2, let from = Int64(sides[0]), let rate = Int64(sides[1]) else { return nil }
            return CommissionRule.Tier(from: from, rate: rate)
        }
    }
}

extension Transaction {
    package var commissionRules: CommissionRules { CommissionRules(transaction: self) }
}

private enum RuleSQL {
    static let add: SQL = """
        INSERT INTO commission_rules (plan, name, measure, pipeline, product, customer, team, target, weight, mode, unit,
            threshold, cap, tiers, position)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,
            (SELECT COALESCE(MAX(position), 0) + 1 FROM commission_rules WHERE plan = $1)
        RETURNING id
        """
    static let change: SQL = """
        UPDATE commission_rules SET measure = $2, pipeline = $3, product = $4, customer = $5, team = $6, target = $7,
            weight = $8, mode = $9, unit = $10, threshold = $11, cap = $12, tiers = $13
        WHERE id = $1
        """
    static let clear: SQL = "DELETE FROM commission_rules WHERE plan = $1"
    static let find: SQL = """
        SELECT id, plan, name, measure, pipeline, product, customer, team, target, weight, mode, unit, threshold, cap,
            tiers
        FROM commission_rules WHERE plan = $1 AND name = $2
        """
    static let all: SQL = """
        SELECT id, plan, name, measure, pipeline, product, customer, team, target, weight, mode, unit, threshold, cap,
            tiers
        FROM commission_rules ORDER BY plan, position
        """
}
