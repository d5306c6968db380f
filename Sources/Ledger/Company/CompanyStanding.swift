package import SalesDomain

/// What is said of each of the company's own records now: to this its log must lead.
package struct CompanyStanding {
    private let basis: Company.Basis
    package let departments: [Department.ID: Department]
    private let active: [Employee.ID: Bool]
    private let products: [Product.ID: Product]
    /// In order of recording.
    package let changes: [CompanyChange]

    package init(_ ledger: any Transaction) throws {
        changes = try ledger.companyLog.all()
        basis = try ledger.settings.company().basis
        departments = Dictionary(uniqueKeysWithValues: try ledger.departments.all().map { ($0.id, $0) })
        active = Dictionary(uniqueKeysWithValues: try ledger.employees.all().map { ($0.id, $0.row.active) })
        products = Dictionary(
            uniqueKeysWithValues: try ledger.products.all().map { ($0.id, $0.row.product($0.id)) })
    }

    package subscript(subject: CompanyChange.Subject) -> CompanyChange.Said? {
        switch subject {
        case .basis: .basis(basis)
        case .parent(let id): .parent(departments[id]?.parent)
        case .active(let id): .active(active[id] ?? true)
        case .price(let id): .money(products[id]?.price)
        case .cost(let id): .money(products[id]?.cost)
        case .stage: nil
        }
    }

    /// Records whose log does not hang together, or does not lead to what stands.
    package var contradictions: Int {
        Dictionary(grouping: changes, by: \.subject).count { $1.contradiction(present: self[$0]) != nil }
    }
}
