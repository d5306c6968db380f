import Exchange
import SalesDomain
import SalesFacts

/// Names to numbers, as they are met.
struct FrameReader {
    let calendar: CompanyCalendar
    private var departments: [String: Int64] = [:]
    private var parents: [String: String] = [:]
    private var employees: [EmployeeRecord] = []
    private var employeeNumber: [String: Int64] = [:]
    private var memberships: [MembershipRecord] = []
    private var stages: [StageRecord] = []
    private var stageNumber: [String: Int64] = [:]
    private var pipelineNumber: [String: Int64] = [:]
    private var products: [ProductRecord] = []
    private var productNumber: [String: Int64] = [:]
    private var sourceNumber: [String: Int64] = [:]
    private var accountNumber: [String: Int64] = [:]
    private var quotas: [QuotaRecord] = []
    private var rates: [RateRecord] = []
    private var versions: [StageVersionRecord] = []

    init(calendar: CompanyCalendar) { self.calendar = calendar }

    mutating func read(_ records: Records) throws {
        for record in try records.read(DepartmentRecord.self, calendar) {
            _ = Self.number(record.department, &departments)
            parents[record.department] = record.parent
        }
        employees = try records.read(EmployeeRecord.self, calendar)
        for employee in employees { _ = Self.number(employee.id, &employeeNumber) }
        memberships = try records.read(MembershipRecord.self, calendar)
        stages = try records.read(StageRecord.self, calendar)
        for stage in stages {
            _ = Self.number(stage.pipeline, &pipelineNumber)
            _ = Self.number(stage.pipeline + "/" + stage.stage, &stageNumber)
        }
        products = try records.read(ProductRecord.self, calendar)
        for product in products { _ = Self.number(product.product, &productNumber) }
        quotas = try records.read(QuotaRecord.self, calendar)
        rates = try records.read(RateRecord.self, calendar)
        versions = try records.read(StageVersionRecord.self, calendar)
    }

    private static func number(_ name: String, _ table: inout [String: Int64]) -> Int64 {
        if let known = table[name] { return known }
        table[name] = Int64(table.count + 1)
        return Int64(table.count)
    }

    func frame(_ company: Company) -> CompanyFrame {
        let memberships =
            memberships.isEmpty
            ? employees.compactMap { employee in
                employee.department.map {
                    Membership(
                        employee: Key(employeeNumber[employee.id]!), department: Key(departments[$0]!),
                        role: employee.role, isHead: employee.role == .head)
                }
            }
            : memberships.map {
                Membership(
                    employee: Key(employeeNumber[$0.employee]!), department: Key(departments[$0.department]!),
                    role: $0.role ?? .seller, isHead: $0.head, from: $0.from, to: $0.to)
            }
        return CompanyFrame(
            company: company,
            organisation: Organisation(
                departments: departments.sorted { $0.value < $1.value }.map {
                    Department(id: Key($0.value), name: $0.key, parent: parents[$0.key].map { Key(departments[$0]!) })
                },
                employees: employees.map {
                    Employee(
                        id: Key(employeeNumber[$0.id]!), externalID: $0.id, name: $0.name, role: $0.role,
                        active: $0.active)
                }, memberships: memberships),
            pipelines: pipelineNumber.sorted { $0.value < $1.value }.map { name, number in
                let own = stages.filter { $0.pipeline == name }
                return Pipeline(
                    id: Key(number), name: name, kind: own[0].kind,
                    stages: own.enumerated().map { index, stage in
                        Stage(
                            id: Key(stageNumber[name + "/" + stage.stage]!), name: stage.stage,
                            position: stage.position ?? index, probability: stage.probability, outcome: stage.outcome)
                    })
            },
            stageVersions: versions.map {
                StageVersion(
                    stage: Key(stageNumber[$0.pipeline + "/" + $0.stage]!), from: $0.from, position: $0.position ?? 0,
                    probability: $0.probability)
            },
            products: products.map { product in
                let currency = product.currency ?? company.baseCurrency
                return Product(
                    id: Key(productNumber[product.product]!), name: product.product,
                    price: product.price.flatMap { try? Money(decimal: $0.text, currency: currency) },
                    cost: product.cost.flatMap { try? Money(decimal: $0.text, currency: currency) })
            },
            rates: rates.map { Rate(day: $0.date, currency: $0.currency, rate: $0.rate, source: $0.source) },
            quotas: quotas.map { quota in
                let currency = quota.currency ?? company.baseCurrency
                return Quota(
                    period: quota.period,
                    scope: quota.employee.map { .employee(Key(employeeNumber[$0]!)) } ?? quota.department.map {
                        .department(Key(departments[$0]!))
                    } ?? .company,
                    pipeline: quota.pipeline.map { Key(pipelineNumber[$0]!) }, measure: quota.measure,
                    value: quota.value.map { (try? Money(decimal: $0.text, currency: currency).minorUnits) ?? 0 },
                    currency: currency, from: quota.from)
            })
    }

    mutating func entry(_ deal: DealRecord, _ id: Deal.ID, _ log: [LogRecord], _ splits: [SplitRecord]) -> Books.Entry {
        let currency = deal.currency ?? Currency(code: "UAH")!
        let pipeline = deal.pipeline ?? "Sales"
        func coded(_ field: Deal.Field, _ text: String?) -> Int64? {
            guard let text, !text.isEmpty else { return nil }
            switch field {
            case .stage: return stageNumber[pipeline + "/" + text]
            case .amount: return try? Money(decimal: text, currency: currency).minorUnits
            case .owner: return employeeNumber[text]
            case .expectedClose: return Day(iso: text).map { Int64($0.number) }
            case .product: return productNumber[text]
            case .account: return Self.number(text, &accountNumber)
            case .source: return Self.number(text, &sourceNumber)
            default: return nil
            }
        }
        let sorted = log.enumerated().sorted { ($0.element.changedAt, $0.offset) < ($1.element.changedAt, $1.offset) }
            .map(\.element)
        func beginning(_ field: Deal.Field, _ now: String?) -> Int64? {
            if let first = sorted.first(where: { $0.field == field }) { return coded(field, first.old) }
            return coded(field, now)
        }
        var fact = DealFact(
            id: id, created: deal.createdAt, recorded: deal.createdAt,
            pipeline: Key(pipelineNumber[pipeline] ?? 0), currency: deal.currency)
        fact.stage = beginning(.stage, deal.stage).map { Key($0) }
        fact.amount = beginning(.amount, deal.amount?.text)
        fact.owner = beginning(.owner, deal.owner).map { Key($0) }
        fact.expectedClose = beginning(.expectedClose, deal.expectedClose.map { "\($0)" }).map {
            Day(number: Int32($0))
        }
        fact.product = beginning(.product, deal.product).map { Key($0) }
        fact.account = beginning(.account, deal.account).map { Key($0) }
        fact.source = beginning(.source, deal.source)
        fact.splits = splits.map { DealFact.Split(employee: Key(employeeNumber[$0.employee]!), share: $0.share) }
        let changes = sorted.map { row in
            ChangeFact(
                deal: id, field: row.field, changed: row.changedAt, recorded: row.recordedAt ?? row.changedAt,
                new: coded(row.field, row.new))
        }
        return Books.Entry(deal: fact, changes: changes)
    }
}
