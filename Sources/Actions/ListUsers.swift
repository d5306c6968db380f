package import Ledger
internal import SalesDomain

/// Who can sign in.
package struct ListUsers: Sendable {
    private let store: any Store

    package init(store: any Store) { self.store = store }

    package struct Row: Sendable, Equatable {
        package let user: User
        /// As the company's CRM calls the person; nil for an account that is no employee.
        package let employee: String?
    }

    package func callAsFunction() throws -> [Row] {
        try store.read { ledger in
            let sources = try SourceNames(ledger)
            return try ledger.users().map { user in
                Row(user: user, employee: try user.employee.flatMap { try name($0, ledger, sources) })
            }
        }
    }

    private func name(_ id: Employee.ID, _ ledger: any Transaction, _ sources: SourceNames) throws -> String? {
        try ledger.employees.row(id).map { try ledger.employees.name(of: (id, $0), among: sources) }
    }
}
