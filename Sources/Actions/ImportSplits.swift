internal import Exchange
internal import Ledger
internal import SalesDomain

/// Rows of `splits.csv` until their deals are taken.
struct WaitingSplits {
    private(set) var rows: [String: [(record: SplitRecord, row: CSVRow)]] = [:]

    mutating func add(_ record: SplitRecord, _ row: CSVRow) { rows[record.deal, default: []].append((record, row)) }

    mutating func take(_ deal: String) -> [(record: SplitRecord, row: CSVRow)] {
        rows.removeValue(forKey: deal) ?? []
    }
}

extension ImportRun {
    private var splitIndex: Int? { plan.files.firstIndex { $0.file == .splits } }

    /// A deal's shares are one thing: rows that do not add up to the whole are refused together.
    func loadSplits(_ index: Int) throws {
        try chunksOfAnswers(index, SplitRecord.self) { answers in
            for answer in answers {
                switch answer {
                case .refused(let refusal, let row): refuse(index, row, refusal)
                case .record(let record, let row): splits.add(record, row)
                }
            }
        }
        for (deal, rows) in splits.rows {
            let sum = rows.reduce(0) { $0 + $1.record.share }
            let people = Set(rows.map(\.record.employee))
            guard abs(sum - 1) > 1e-6 || people.count < rows.count else { continue }
            for (_, row) in splits.take(deal) {
                refuse(index, row, refusal(index, row, .share, .sharesNotWhole(sum.plain)))
            }
        }
        try handOverRejects(index)
    }

    func settleSplits(_ rows: [(record: SplitRecord, row: CSVRow)], _ taken: Taken) {
        guard let index = splitIndex else { return }
        for _ in rows { count(index, taken) }
    }

    func refuseSplits(of deal: String) {
        guard let index = splitIndex else { return }
        for (_, row) in splits.take(deal) { refuse(index, row, refusal(index, row, .deal_id, .dealRefused(deal))) }
    }

    /// Shares of deals that this import did not bring.
    func takeSplitsOfKnownDeals() throws {
        guard let index = splitIndex else { return }
        for deals in splits.rows.keys.sorted().inGroups(of: options.batch) {
            try batch("import splits") { batch in
                for deal in deals { try takeSplit(of: deal, index, batch) }
            }
        }
        try handOverRejects(index)
    }

    private func takeSplit(of name: String, _ index: Int, _ batch: ImportBatch) throws {
        let rows = splits.take(name)
        let source = try names.sourceID(batch.transaction)
        guard let id = try batch.transaction.deals.find(name, of: source),
            let now = try batch.transaction.deals.now(id), let row = try batch.transaction.deals.row(id)
        else {
            for (_, row) in rows { refuse(index, row, refusal(index, row, .deal_id, .dealUnknown(name))) }
            return
        }
        var editions = SplitEditions(names: names, batch: batch)
        try editions.learn(of: id)
        let wanted = try editions.number(of: rows.map { ($0.record.employee, $0.record.share) })
        let log = try batch.transaction.deals.log(of: id)
        if options.at == nil, now.state.split == nil, !log.contains(where: { $0.change.field == .split }) {
            try begin(DealKnown(id: id, row: row, now: now, log: log), with: wanted, batch)
            try editions.write(of: id)
            return settleSplits(rows, .added)
        }
        var difference = DealDifference(
            beginning: row.beginning, log: log.map(\.change), at: at, outcome: names.outcome(of:))
        difference.reach(.split, wanted, closedAt: nil)
        guard !difference.appended.isEmpty else { return settleSplits(rows, .unchanged) }
        if let later = try knownLater(id, log, batch) {
            for (_, row) in rows { refuse(index, row, refusal(index, row, .deal_id, olderThanKnown(later))) }
            return
        }
        try editions.write(of: id)
        try batch.transaction.deals.append(
            difference.appended.map { DealEntry($0, isMade: true) }, to: id, after: now.entries, in: try batch.id(),
            outcome: names.outcome(of:))
        settleSplits(rows, now.state.split == nil ? .added : .changed)
    }

    /// The first that is told of a deal's shares, in files that do not say when they were made, is how it began: what a folder
    /// with the deal itself would tell.
    private func begin(_ known: DealKnown, with split: Int64, _ batch: ImportBatch) throws {
        var beginning = known.row.beginning
        beginning.split = split
        try batch.transaction.deals.retell(
            known.id, from: beginning, recordedAt: known.row.recordedAt,
            known.log.map { DealEntry($0.change, isMade: $0.isMade ?? false) }, after: known.now.entries,
            in: try batch.id(), outcome: names.outcome(of:))
    }
}

/// The editions of one deal's split: known ones and those that are to be written.
struct SplitEditions {
    let names: ImportNames
    let batch: ImportBatch
    private var known: [Int64: [ShareRow]] = [:]
    private var fresh: [Int64] = []

    init(names: ImportNames, batch: ImportBatch) {
        self.names = names
        self.batch = batch
    }

    mutating func learn(of deal: Deal.ID) throws {
        let last = try batch.transaction.splits.lastEdition(of: deal)
        guard last > 0 else { return }
        for edition in 1...last { known[edition] = try batch.transaction.splits.of(deal, edition: edition) }
    }

    /// The edition that shares so; a new one when none does.
    mutating func number(of shares: [(employee: String, share: Double)]) throws -> Int64 {
        let rows = try shares.map { ShareRow(employee: try names.employee($0.employee, batch), share: $0.share) }
            .sorted { $0.employee < $1.employee }
        if let found = known.filter({ $0.value == rows }).keys.max() { return found }
        let number = (known.keys.max() ?? 0) + 1
        known[number] = rows
        fresh.append(number)
        return number
    }

    func write(of deal: Deal.ID) throws {
        for number in fresh {
            try batch.transaction.splits.add(known[number] ?? [], edition: number, of: deal, in: try batch.id())
        }
    }
}

extension Array {
    func inGroups(of size: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: size).map { self[$0..<Swift.min(count, $0 + size)] }
    }
}
