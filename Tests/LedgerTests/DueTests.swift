import SalesDomain
import TestDatabase
import Testing

@testable import Ledger

/// What is to be done is a handful among millions of calls: it is found without reading them.
@Suite(.enabled(if: TestDatabase.isOnSQLite)) final class DueTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    @Test("what is due is found by its index")
    func due() throws {
        let plan: SQL = """
            EXPLAIN QUERY PLAN SELECT id, external_id, kind, employee, deal, account, due_at, recorded_at, note, source
            FROM activities WHERE due_at IS NOT NULL AND done_at IS NULL AND due_at < $1 ORDER BY due_at, id
            """
        #expect(plan.text == "EXPLAIN QUERY PLAN " + PlannedSQL.due.text)
        let steps = try steps(plan, [.int(0)])
        #expect(isFound(steps), "\(steps)")
    }

    @Test("what was ticked off since is found by its index")
    func ticked() throws {
        let plan: SQL = """
            EXPLAIN QUERY PLAN SELECT id, external_id, kind, employee, deal, account, due_at, recorded_at, note, source
            FROM activities WHERE due_at IS NOT NULL AND due_at < $1 AND done_at >= $2 ORDER BY due_at, id
            """
        #expect(plan.text == "EXPLAIN QUERY PLAN " + PlannedSQL.doneSince.text)
        let steps = try steps(plan, [.int(0), .int(0)])
        #expect(isFound(steps), "\(steps)")
    }

    private func isFound(_ steps: [String]) -> Bool {
        steps.contains { $0.hasPrefix("SEARCH activities USING INDEX activities_") }
            && !steps.contains { $0.hasPrefix("SCAN") }
    }

    private func steps(_ plan: SQL, _ values: [Value]) throws -> [String] {
        try folder.store().read { ledger in try ledger.all(plan, values) { $0.text(3) } }
    }
}
