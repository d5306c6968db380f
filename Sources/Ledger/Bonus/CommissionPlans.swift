package import SalesDomain

package struct CommissionPlans {
    let transaction: any Transaction

    /// Identity is the name and the day since when it holds. Rules stay as they are.
    package func put(_ row: CommissionPlanRow) throws -> Put<CommissionPlan.ID> {
        let known: (CommissionPlan.ID, CommissionPlanRow)? = try transaction.first(
            PlanSQL.find, [.text(row.name), Value(row.from)]
        ) { ($0.key(0), CommissionPlanRow($0)) }
        let rest = [Value(row.every), Value(row.cap), Value(row.proRata), Value(row.to)]
        return try transaction.put(
            row, over: known,
            add: { Key(try transaction.insert(PlanSQL.add, [.text(row.name), Value(row.from)] + rest)) },
            change: { try transaction.run(PlanSQL.change, [Value($0)] + rest) })
    }

    /// Its rules must be gone before.
    package func remove(_ name: String, from: Day?) throws {
        try transaction.run(PlanSQL.remove, [.text(name), Value(from)])
    }

    package func find(_ name: String, from: Day?) throws -> CommissionPlan.ID? {
        try transaction.first(PlanSQL.find, [.text(name), Value(from)]) { $0.key(0) }
    }

    /// By name and since when.
    package func all() throws -> [(id: CommissionPlan.ID, row: CommissionPlanRow)] {
        try transaction.all(PlanSQL.all) { ($0.key(0), CommissionPlanRow($0)) }
    }
}

package struct CommissionPlanRow: Sendable, Equatable {
    package let name: String
    package let every: Period.Kind
    package let cap: Int64?
    package let proRata: Bool
    package let from: Day?
    package let to: Day?

    package init(name: String, every: Period.Kind, cap: Int64?, proRata: Bool, from: Day?, to: Day?) {
        self.name = name
        self.every = every
        self.cap = cap
        self.proRata = proRata
        self.from = from
        self.to = to
    }

    fileprivate init(_ row: Row) {
        self.init(
            name: row.text(1), every: row.name(3), cap: row.maybeInt(4), proRata: row.bool(5), from: row.maybeDay(2),
            to: row.maybeDay(6))
    }
}

extension Transaction {
    package var commissionPlans: CommissionPlans { CommissionPlans(transaction: self) }
}

private enum PlanSQL {
    static let add: SQL = """
        INSERT INTO commission_plans (name, from_day, every, cap, pro_rata, to_day) VALUES ($1, $2, $3, $4, $5, $6)
        RETURNING id
        """
    static let change: SQL =
        "UPDATE commission_plans SET every = $2, cap = $3, pro_rata = $4, to_day = $5 WHERE id = $1"
    static let remove: SQL =
        "DELETE FROM commission_plans WHERE name = $1 AND from_day IS NOT DISTINCT FROM $2"
    static let find: SQL = """
        SELECT id, name, from_day, every, cap, pro_rata, to_day FROM commission_plans
        WHERE name = $1 AND from_day IS NOT DISTINCT FROM $2
        """
    static let all: SQL = """
        SELECT id, name, from_day, every, cap, pro_rata, to_day FROM commission_plans
        ORDER BY name, COALESCE(from_day, -2147483648)
        """
}
