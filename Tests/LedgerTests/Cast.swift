import Ledger
import SalesDomain
import TestDatabase

/// A small firm: one pipeline (New, Offer, Won, Lost), two sellers, two products.
struct Cast {
    let source: Source.ID
    let pipeline: Pipeline.ID
    let stages: [Stage.ID]
    let sellers: [Employee.ID]
    let products: [Product.ID]

    static let start = Instant(seconds: 1_500_000_000)

    init(in store: any Store) throws {
        self = try store.write { ledger in try Cast(ledger) }
    }

    private init(_ ledger: any Transaction) throws {
        source = try ledger.sources.id(of: "crm")
        let pipeline = try ledger.pipelines.put("Sales", kind: .sales, by: .first).id
        let outcomes: [(String, Stage.Outcome)] = [("New", .open), ("Offer", .open), ("Won", .won), ("Lost", .lost)]
        var stages = [Stage.ID]()
        for (index, (name, outcome)) in outcomes.enumerated() {
            let row = StageRow(
                pipeline: pipeline, name: name, position: index + 1, probability: nil, outcome: outcome)
            stages.append(try ledger.stages.put(row).id)
        }
        self.stages = stages
        self.pipeline = pipeline
        var sellers = [Employee.ID]()
        for id in ["s01", "s02"] {
            sellers.append(
                try ledger.employees.put(EmployeeRow(source: source, externalID: id, name: id), by: .first).id)
        }
        self.sellers = sellers
        var products = [Product.ID]()
        for name in ["Basic", "Max"] { products.append(try ledger.products.put(ProductRow(name: name), by: .first).id) }
        self.products = products
        try ledger.takePosition()
    }

    func outcome(_ stage: Stage.ID) -> Stage.Outcome {
        stage == stages[2] ? .won : stage == stages[3] ? .lost : .open
    }

    func beginning() -> DealState {
        var state = DealState(pipeline: pipeline, createdAt: Cast.start)
        state.currency = Currency(code: "UAH")
        return state
    }

    /// Adds deals, each beginning as `beginning` and with these changes, in a batch of their own.
    @discardableResult
    func add(
        _ names: [String], _ beginning: DealState? = nil, _ log: [DealChange] = [], to store: any Store
    ) throws -> [Deal.ID] {
        try store.write { ledger in
            let batch = try ledger.openBatch("test", at: Cast.start)
            let ids = try names.map { name in
                try ledger.deals.add(
                    DealRow(
                        source: source, externalID: name, batch: batch, recordedAt: Cast.start, title: "Deal \(name)",
                        beginning: beginning ?? self.beginning()), log, outcome: outcome)
            }
            try ledger.takePosition(for: batch)
            return ids
        }
    }

    func change(_ field: Deal.Field, _ old: Int64?, _ new: Int64?, after seconds: Int64 = 60) -> DealChange {
        let at = Cast.start.adding(seconds: seconds)
        return DealChange(changedAt: at, recordedAt: at, field: field, old: old, new: new, by: nil)
    }
}

/// Numbers by chance that are the same in every run.
struct Dice: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
