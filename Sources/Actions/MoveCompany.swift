package import Ledger

/// Copies a company from one database into another one, of whatever engine, which must be empty. What was written is read
/// again and compared, value by value; when anything differs, nothing stays.
package struct MoveCompany: Sendable {
    private let source: any Store

    package init(from source: any Store) { self.source = source }

    /// Both of this version's schema. Answers how many rows were copied. `progress` hears of tables begun, of how many.
    @discardableResult
    package func callAsFunction(
        to target: any Store, progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws -> Int {
        try source.requireCurrentSchema()
        try target.requireCurrentSchema()
        return try source.read { from in
            try target.write { to in
                guard try to.isBlank() else { throw CareProblem.notEmpty }
                let read = try to.takeOver(from, progress: progress)
                for (one, other) in zip(read, try to.sums()) where one != other {
                    throw CareProblem.copyDiffers(table: one.table)
                }
                return read.reduce(0) { $0 + $1.rows }
            }
        }
    }
}
