package import SalesDomain

package struct ReferenceFunnels {
    let transaction: any Transaction

    /// Identity is the name and the instant of pinning.
    package func put(_ reference: PinnedReference) throws -> Put<Int64> {
        let known: (Int64, PinnedReference)? = try transaction.first(
            ReferenceSQL.find, [.text(reference.name), Value(reference.pinned)]
        ) { ($0.int(0), PinnedReference($0)) }
        return try transaction.put(
            reference, over: known,
            add: {
                try transaction.insert(
                    ReferenceSQL.add, [.text(reference.name), Value(reference.pinned)] + reference.rest)
            }, change: { try transaction.run(ReferenceSQL.change, [.int($0)] + reference.rest) })
    }

    package func all() throws -> [PinnedReference] { try transaction.all(ReferenceSQL.all) { PinnedReference($0) } }
}

extension PinnedReference {
    fileprivate init(_ row: Row) {
        self.init(
            name: row.text(1), scope: Scope(department: row.maybeKey(2), employee: row.maybeKey(3)),
            isBest: row.bool(4), from: row.day(5), to: row.day(6), pinned: row.instant(7), by: row.maybeKey(8),
            ended: row.maybeInstant(9))
    }

    fileprivate var rest: [Value] {
        [
            Value(scope.parts.department), Value(scope.parts.employee), Value(isBest), Value(from), Value(to),
            Value(by), Value(ended),
        ]
    }
}

extension Transaction {
    package var referenceFunnels: ReferenceFunnels { ReferenceFunnels(transaction: self) }
}

private enum ReferenceSQL {
    static let add: SQL = """
        INSERT INTO reference_funnels (
            name, pinned_at, department, employee, best, from_day, to_day, pinned_by, ended_at
        ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id
        """
    static let change: SQL = """
        UPDATE reference_funnels SET department = $2, employee = $3, best = $4, from_day = $5, to_day = $6,
            pinned_by = $7, ended_at = $8 WHERE id = $1
        """
    static let find: SQL = """
        SELECT id, name, department, employee, best, from_day, to_day, pinned_at, pinned_by, ended_at
        FROM reference_funnels WHERE name = $1 AND pinned_at = $2
        """
    static let all: SQL = """
        SELECT id, name, department, employee, best, from_day, to_day, pinned_at, pinned_by, ended_at
        FROM reference_funnels ORDER BY id
        """
}
