package import SalesDomain

/// For whom the plans are, by name: a new version of a plan keeps its people.
package struct CommissionMembers {
    let transaction: any Transaction

    package func put(_ member: CommissionPlan.Member, in plan: String) throws -> Put<Int64> {
        let known: (Int64, CommissionPlan.Member)? = try transaction.first(
            MemberSQL.find, [.text(plan)] + member.who.values + [Value(member.from)]
        ) { ($0.int(0), CommissionPlan.Member($0)) }
        return try transaction.put(
            member, over: known,
            add: {
                try transaction.insert(
                    MemberSQL.add, [.text(plan)] + member.who.values + [Value(member.from), Value(member.to)])
            }, change: { try transaction.run(MemberSQL.change, [.int($0), Value(member.to)]) })
    }

    /// By what `put` knows it: who, and since when.
    package func remove(_ member: CommissionPlan.Member, from plan: String) throws {
        try transaction.run(MemberSQL.remove, [.text(plan)] + member.who.values + [Value(member.from)])
    }

    /// In the order in which they were written.
    package func all() throws -> [(plan: String, member: CommissionPlan.Member)] {
        try transaction.all(MemberSQL.all) { ($0.text(1), CommissionPlan.Member($0)) }
    }
}

extension CommissionPlan.Member {
    fileprivate init(_ row: Row) {
        let who: Who =
            row.maybeKey(2).map { .employee($0) } ?? row.maybeKey(3).map { .department($0) } ?? .role(row.name(4))
        self.init(who: who, from: row.maybeDay(5), to: row.maybeDay(6))
    }
}

extension CommissionPlan.Member.Who {
    fileprivate var values: [Value] {
        switch self {
        case .employee(let id): [Value(id), .null, .null]
        case .department(let id): [.null, Value(id), .null]
        case .role(let role): [.null, .null, Value(role)]
        }
    }
}

extension Transaction {
    package var commissionMembers: CommissionMembers { CommissionMembers(transaction: self) }
}

private enum MemberSQL {
    static let add: SQL = """
        INSERT INTO commission_members (plan, employee, department, role, from_day, to_day)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id
        """
    static let change: SQL = "UPDATE commission_members SET to_day = $2 WHERE id = $1"
    static let remove: SQL = """
        DELETE FROM commission_members
        WHERE plan = $1 AND employee IS NOT DISTINCT FROM $2 AND department IS NOT DISTINCT FROM $3
            AND role IS NOT DISTINCT FROM $4 AND from_day IS NOT DISTINCT FROM $5
        """
    static let find: SQL = """
        SELECT id, plan, employee, department, role, from_day, to_day FROM commission_members
        WHERE plan = $1 AND employee IS NOT DISTINCT FROM $2 AND department IS NOT DISTINCT FROM $3
            AND role IS NOT DISTINCT FROM $4 AND from_day IS NOT DISTINCT FROM $5
        """
    static let all: SQL = """
        SELECT id, plan, employee, department, role, from_day, to_day FROM commission_members ORDER BY id
        """
}
