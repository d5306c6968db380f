package import SalesDomain
package import SalesReports

/// What documents call the things that reports name by number.
package struct Naming: Sendable {
    package let calendar: CompanyCalendar
    private let organisation: Organisation
    private let products: [Product.ID: String]
    private let pipelines: [Pipeline.ID: String]
    private let stages: [Stage.ID: String]
    private let homes: [Stage.ID: Pipeline.ID]
    /// Names that stages of several pipelines have.
    private let common: Set<String>
    private let deal: @Sendable (Deal.ID) -> String
    private let title: @Sendable (Deal.ID) -> String?

    /// `deal` gives a deal's external id, `title` what it is called.
    package init(
        calendar: CompanyCalendar, organisation: Organisation, products: [Product], pipelines: [Pipeline],
        title: @escaping @Sendable (Deal.ID) -> String? = { _ in nil },
        deal: @escaping @Sendable (Deal.ID) -> String
    ) {
        self.title = title
        self.calendar = calendar
        self.organisation = organisation
        self.products = Dictionary(products.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        self.pipelines = Dictionary(pipelines.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        stages = Dictionary(
            pipelines.flatMap(\.stages).map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        homes = Dictionary(
            pipelines.flatMap { pipeline in pipeline.stages.map { ($0.id, pipeline.id) } },
            uniquingKeysWith: { first, _ in first })
        let names = pipelines.flatMap { Set($0.stages.map(\.name)) }
        common = Set(Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).filter { $0.value > 1 }.keys)
        self.deal = deal
    }

    package func name(_ scope: Scope) -> String { scope.name(in: organisation) }

    package func name(_ subject: ForecastReport.Subject) -> String {
        switch subject {
        case .scope(let scope): name(scope)
        case .product(let id): "product:" + (id.flatMap { products[$0] } ?? "")
        case .pipeline(let id): "pipeline:" + (pipelines[id] ?? "")
        }
    }

    package func name(_ id: Deal.ID) -> String { deal(id) }
    package func called(_ id: Deal.ID) -> String? { title(id) }
    package func name(_ id: Stage.ID?) -> String? { id.flatMap { stages[$0] } }
    func pipeline(of id: Stage.ID?) -> String? { id.flatMap { homes[$0] }.flatMap { pipelines[$0] } }

    /// What a line of a table is called that is about a stage: with its pipeline where another has a stage of this name.
    package func line(_ id: Stage.ID?) -> String? {
        guard let name = name(id), common.contains(name), let pipeline = pipeline(of: id) else { return name(id) }
        return "\(pipeline): \(name)"
    }

    package func name(_ id: Product.ID?) -> String? { id.flatMap { products[$0] } }
    package func name(_ id: Pipeline.ID) -> String { pipelines[id] ?? "" }
    package func name(_ id: Employee.ID?) -> String? { id.flatMap { organisation.employee($0)?.externalID } }
    /// A person's own name.
    func called(_ id: Employee.ID?) -> String? { id.flatMap { organisation.employee($0)?.name } }

    /// A scope's own name, without its kind; nil for the company and for nobody.
    package func called(_ scope: Scope) -> String? { called(ForecastReport.Subject.scope(scope)) }

    /// The name of what a subject is about, without its kind; nil for the company and for nobody.
    func called(_ subject: ForecastReport.Subject) -> String? {
        switch subject {
        case .scope(.company): nil
        case .scope(.department(let id)): id.flatMap { organisation.department($0)?.name }
        case .scope(.employee(let id)): called(id)
        case .product(let id): name(id)
        case .pipeline(let id): name(id)
        }
    }

    func text(_ instant: Instant) -> String { calendar.text(of: instant) }

    func period(_ period: Period) -> JSONValue {
        .object([
            ("kind", .string(period.kind.rawValue)), ("start", .day(period.start)), ("end", .day(period.end)),
            ("name", .string(period.name(in: calendar))),
        ])
    }
}
