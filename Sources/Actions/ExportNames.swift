internal import Exchange
internal import Ledger
internal import SalesDomain

/// The ledger's numbers back to names. What a company has few of is at hand, the rest is looked up when it is met.
final class ExportNames {
    private let ledger: any Transaction
    let departments: [Department.ID: String]
    /// In the order of the file.
    let employees: [(id: Employee.ID, row: EmployeeRow)]
    let employeeNames: [Employee.ID: String]
    let employeeRanks: [Employee.ID: Int]
    let pipelines: [Pipeline]
    let pipelineNames: [Pipeline.ID: String]
    let stageNames: [Stage.ID: String]
    let products: [Product.ID: String]
    private let sources: SourceNames
    private var accounts = TextCache()
    private var words = TextCache()
    private var deals = TextCache()

    init(_ ledger: any Transaction) throws {
        self.ledger = ledger
        let sources = try SourceNames(ledger)
        self.sources = sources
        departments = Dictionary(uniqueKeysWithValues: try ledger.departments.all().map { ($0.id, $0.name) })
        employees = try ledger.employees.all()
        employeeNames = Dictionary(
            uniqueKeysWithValues: employees.map { ($0.id, sources.exported($0.row.externalID, of: $0.row.source)) })
        employeeRanks = Dictionary(uniqueKeysWithValues: employees.enumerated().map { ($1.id, $0) })
        pipelines = try ledger.pipelines.all()
        pipelineNames = Dictionary(uniqueKeysWithValues: pipelines.map { ($0.id, $0.name) })
        stageNames = Dictionary(uniqueKeysWithValues: pipelines.flatMap(\.stages).map { ($0.id, $0.name) })
        products = Dictionary(uniqueKeysWithValues: try ledger.products.all().map { ($0.id, $0.row.name) })
    }

    func external(_ id: String, of source: Source.ID) -> String { sources.exported(id, of: source) }

    func account(_ id: Account.ID) throws -> String? {
        try accounts.text(of: id.number) { try ledger.accounts.row(id)?.name }
    }

    func word(_ id: Word.ID) throws -> String? { try words.text(of: id.number) { try ledger.words.text(id) } }

    func deal(_ id: Deal.ID) throws -> String? {
        try deals.text(of: id.number) { try ledger.deals.row(id).map { external($0.externalID, of: $0.source) } }
    }
}

/// Texts lately looked up. It forgets all when it is full.
private struct TextCache {
    private var known: [Int64: String] = [:]

    mutating func text(of number: Int64, _ find: () throws -> String?) rethrows -> String? {
        if let text = known[number] { return text }
        guard let text = try find() else { return nil }
        if known.count >= 50_000 { known.removeAll(keepingCapacity: true) }
        known[number] = text
        return text
    }
}
