internal import Exchange
internal import Ledger
internal import SalesDomain

/// Names and foreign identities to the ledger's numbers. What is named and not known is made, with nothing but its name.
final class ImportNames {
    private let source: String
    /// When what is new became known.
    private let at: Instant
    /// Pipelines of which a file had told before this run: a stage that comes to one of them is new, and was not there before.
    private var told: Set<Pipeline.ID> = []
    /// Stages that came to such.
    private(set) var later: [Stage.ID] = []
    private var sourceNumber: Source.ID?
    private var departments = NameCache<String>()
    private var employees = NameCache<String>()
    private var products = NameCache<String>()
    private var accounts = NameCache<String>()
    private var words = NameCache<String>()
    private var pipelines: [String: Pipeline.ID] = [:]
    private var stages: [StageName: Stage.ID] = [:]
    private var outcomes: [Stage.ID: Stage.Outcome] = [:]
    private var lastPosition: [Pipeline.ID: Int] = [:]
    /// How many were made, by kind.
    private(set) var made: [String: Int] = [:]
    /// What was made though something was there that differs by case or spaces only.
    private(set) var alike: [Alike] = []
    /// The row that is being taken.
    var place: Place?
    private var folded: [NameKind: [String: String]] = [:]

    private static let mostAlike = 100

    struct Place {
        let file: Int
        let line: Int
    }

    struct Alike {
        let kind: NameKind
        let name: String
        let like: String
        let place: Place?
    }

    private struct StageName: Hashable {
        let pipeline: Pipeline.ID
        let stage: String
    }

    init(source: String, at: Instant) {
        self.source = source
        self.at = at
    }

    /// Learns the pipelines and stages that there are; again after a file has changed them.
    func learnPipelines(_ transaction: any Transaction) throws {
        told = try transaction.pipelines.told()
        for pipeline in try transaction.pipelines.all() {
            pipelines[pipeline.name] = pipeline.id
            for stage in pipeline.stages {
                let row = StageRow(
                    pipeline: pipeline.id, name: stage.name, position: stage.position,
                    probability: stage.probability, outcome: stage.outcome)
                learn(stage.id, row)
            }
        }
    }

    /// Dates a stage that has just come to a pipeline, where that was told before.
    func date(_ stage: Stage.ID, in pipeline: Pipeline.ID, _ batch: ImportBatch) throws {
        guard told.contains(pipeline) else { return }
        try batch.transaction.companyLog.append(CompanyChange(.stage(stage), recordedAt: at), in: try batch.id())
        later.append(stage)
    }

    func learn(_ pipeline: Pipeline.ID, named name: String) { pipelines[name] = pipeline }

    func learn(_ id: Stage.ID, _ row: StageRow) {
        stages[StageName(pipeline: row.pipeline, stage: row.name)] = id
        outcomes[id] = row.outcome
        lastPosition[row.pipeline] = max(row.position, lastPosition[row.pipeline] ?? 0)
    }

    /// After all stages that the pipeline has.
    func nextPosition(in pipeline: Pipeline.ID) -> Int { (lastPosition[pipeline] ?? 0) + 1 }

    /// Nil before anything has asked for it: nothing is entered for a guess.
    var knownSource: Source.ID? { sourceNumber }

    func sourceID(_ transaction: any Transaction) throws -> Source.ID {
        if let sourceNumber { return sourceNumber }
        let id = try transaction.sources.id(of: source)
        sourceNumber = id
        return id
    }

    func department(_ name: String, _ batch: ImportBatch) throws -> Department.ID {
        if let known = departments[name] { return Key(known) }
        let id =
            try batch.transaction.departments.find(name)
            ?? making(.department, name, batch) { try batch.transaction.departments.id(of: name) }
        departments[name] = id.number
        return id
    }

    func employee(_ externalID: String, _ batch: ImportBatch) throws -> Employee.ID {
        if let known = employees[externalID] { return Key(known) }
        let source = try sourceID(batch.transaction)
        let id =
            try batch.transaction.employees.find(externalID, of: source)?.id
            ?? making(.employee, externalID, batch) {
                try batch.transaction.employees.id(of: externalID, from: source)
            }
        employees[externalID] = id.number
        return id
    }

    func product(_ name: String, _ batch: ImportBatch) throws -> Product.ID {
        if let known = products[name] { return Key(known) }
        let id =
            try batch.transaction.products.find(name)?.id
            ?? making(.product, name, batch) { try batch.transaction.products.id(of: name) }
        products[name] = id.number
        return id
    }

    func account(_ name: String, _ batch: ImportBatch) throws -> Account.ID {
        if let known = accounts[name] { return Key(known) }
        let id =
            try batch.transaction.accounts.find(name)?.id
            ?? making(.account, name, batch) { try batch.transaction.accounts.put(AccountRow(name: name)).id }
        accounts[name] = id.number
        return id
    }

    func word(_ text: String, _ batch: ImportBatch) throws -> Word.ID {
        if let known = words[text] { return Key(known) }
        let id = try batch.transaction.words.id(of: text)
        words[text] = id.number
        return id
    }

    func pipeline(_ name: String, _ batch: ImportBatch) throws -> Pipeline.ID {
        if let known = pipelines[name] { return known }
        let id = try making(.pipeline, name, batch) { try batch.transaction.pipelines.id(of: name) }
        pipelines[name] = id
        return id
    }

    func name(of pipeline: Pipeline.ID) -> String? { pipelines.first { $0.value == pipeline }?.key }

    /// `presumed`: what the stage means when nothing is known of it.
    func stage(_ name: String, in pipeline: Pipeline.ID, presumed: Stage.Outcome, _ batch: ImportBatch) throws
        -> Stage.ID
    {
        if let known = stages[StageName(pipeline: pipeline, stage: name)] { return known }
        let row = StageRow(
            pipeline: pipeline, name: name, position: nextPosition(in: pipeline), probability: nil, outcome: presumed)
        let id = try making(.stage(of: pipeline), name, batch) { try batch.transaction.stages.put(row).id }
        try date(id, in: pipeline, batch)
        learn(id, row)
        return id
    }

    func outcome(pipeline: String, stage: String) -> Stage.Outcome? {
        guard let pipeline = pipelines[pipeline] else { return nil }
        return stages[StageName(pipeline: pipeline, stage: stage)].flatMap { outcomes[$0] }
    }

    func outcome(of stage: Stage.ID) -> Stage.Outcome { outcomes[stage] ?? .open }

    /// The pipeline of deals that do not say theirs: the only one, or, where there is none yet, one with a plain name.
    func onlyPipeline(or place: DealPlace, _ language: Company.Language) throws(Refusal) -> String {
        if pipelines.count > 1 { throw place.ofDeal(.pipeline, .pipelineNotSaid) }
        if let only = pipelines.first { return only.key }
        switch language {
        case .uk: return "Продажі"
        case .en: return "Sales"
        }
    }

    private func making<ID>(_ kind: NameKind, _ name: String, _ batch: ImportBatch, _ make: () throws -> ID) throws
        -> ID
    {
        try batch.touch()
        made[kind.word, default: 0] += 1
        try compare(name, kind, batch)
        return try make()
    }

    /// Accounts are not compared: they may be very many.
    private func compare(_ name: String, _ kind: NameKind, _ batch: ImportBatch) throws {
        if kind == .account { return }
        if folded[kind] == nil {
            let source = try sourceID(batch.transaction)
            let known = try kind.names(batch.transaction, source).map { (CommissionPlan.folded($0), $0) }
            folded[kind] = Dictionary(known, uniquingKeysWith: { first, _ in first })
        }
        let key = CommissionPlan.folded(name)
        if let like = folded[kind]?[key], alike.count < ImportNames.mostAlike {
            alike.append(Alike(kind: kind, name: name, like: like, place: place))
        } else if folded[kind]?[key] == nil {
            folded[kind]?[key] = name
        }
    }
}

/// What is made because it is named.
enum NameKind: Hashable {
    case department, employee, product, account, pipeline
    case stage(of: Pipeline.ID)

    /// As a report counts them.
    var word: String {
        switch self {
        case .department: "department"
        case .employee: "employee"
        case .product: "product"
        case .account: "account"
        case .pipeline: "pipeline"
        case .stage: "stage"
        }
    }

    var column: Column {
        switch self {
        case .department: .department
        case .employee: .employee_id
        case .product: .product
        case .account: .account
        case .pipeline: .pipeline
        case .stage: .stage
        }
    }

    /// Those that there are.
    fileprivate func names(_ ledger: any Transaction, _ source: Source.ID) throws -> [String] {
        switch self {
        case .department: try ledger.departments.all().map(\.name)
        case .employee: try ledger.employees.all().filter { $0.row.source == source }.map(\.row.externalID)
        case .product: try ledger.products.all().map(\.row.name)
        case .account: []
        case .pipeline: try ledger.pipelines.all().map(\.name)
        case .stage(let pipeline):
            try ledger.pipelines.all().first { $0.id == pipeline }?.stages.map(\.name) ?? []
        }
    }
}
