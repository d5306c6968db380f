package import Ledger

/// Copies a company from one database into another one, of whatever engine, which must be empty. What was written is read
/// again and compared, value by value; when anything differs, nothing stays.
package struct MoveCompany: Sendable {
    /// The database into which it is copied failed.
    package struct TargetFailed: Error, Equatable {
        package let error: LedgerError
    }

    private let source: any Store

    package init(from source: any Store) { self.source = source }

    /// Both of this version's schema. Answers how many rows were copied. `progress` hears of tables begun, of how many. Throws
    /// a `CareProblem`, `TargetFailed`, or a `LedgerError` of the database that is copied.
    @discardableResult
    package func callAsFunction(
        to target: any Store, progress: (Int, Int) throws -> Void = { _, _ in }
    ) throws -> Int {
        try source.requireCurrentSchema()
        return try source.read { from in
            try MoveCompany.told {
                try target.requireCurrentSchema()
                return try target.write { try MoveCompany.copy(from, to: $0, progress) }
            }
        }
    }

    private static func copy(
        _ from: any Transaction, to: any Transaction, _ progress: (Int, Int) throws -> Void
    ) throws -> Int {
        guard try to.isBlank() else { throw CareProblem.notEmpty }
        let read = try to.takeOver(from, progress: progress)
        for (one, other) in zip(read, try to.sums()) where one != other {
            throw CareProblem.copyDiffers(table: one.table)
        }
        return read.reduce(0) { $0 + $1.rows }
    }

    /// Tells which of the two databases has failed.
    private static func told<Result>(_ deed: () throws -> Result) throws -> Result {
        do { return try deed() } catch let error as LedgerError {
            throw TargetFailed(error: error)
        } catch let unread as UnreadSource {
            throw unread.error
        }
    }
}
