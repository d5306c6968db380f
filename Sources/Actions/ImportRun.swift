internal import Exchange
internal import Ledger
internal import SalesDomain

/// One run of an import, from the first file to the last.
final class ImportRun {
    enum Taken { case added, changed, unchanged }

    let plan: ImportPlan
    let options: ImportOptions
    /// When what differs from before became known.
    let at: Instant
    let names: ImportNames
    private(set) var company: Company
    /// The shares of deals that `splits.csv` names, until their deals are taken.
    var splits = WaitingSplits()
    var waitingLines = WaitingLines()
    /// Ids that begin or end with a space, by file and column.
    var spacedNames: [Int: [Column: SpacedNames]] = [:]
    /// Deals that a row of this run was refused of, as hashes: no later row of theirs is taken, for their log went with the
    /// first.
    var refusedDeals: Set<Int> = []
    /// Versions of commission plans that were added or changed, and where they stand in their files.
    var versions: [(file: String, line: Int, name: String, from: Day?)] = []
    /// Nil: no file of them has come yet.
    var commissionsBefore: CommissionPlansBefore?
    var planNames = PlanNames()
    var report: ImportReport
    let now: Instant
    let writing: ImportWriting
    private let progress: (ImportProgress) throws -> Void
    private(set) var importID: Import.ID?
    /// Some file had told of the company before this run.
    private(set) var companyWasTold = false
    private var rejects: [Int: RejectsWriter] = [:]

    init(
        _ plan: ImportPlan, _ options: ImportOptions, at now: Instant, into writing: ImportWriting,
        _ progress: @escaping (ImportProgress) throws -> Void
    ) throws {
        self.plan = plan
        self.options = options
        self.now = now
        at = options.at ?? now
        self.writing = writing
        self.progress = progress
        names = ImportNames(source: options.source, at: options.at ?? now)
        report = ImportReport()
        company = try writing.batch { try $0.settings.company() }
        report.files = plan.files.map {
            ImportReport.File(
                path: $0.source.name, layout: plan.layout, file: $0.file,
                unknownColumns: $0.header.unknown)
        }
    }

    func run() throws -> ImportReport {
        try writing.batch { transaction in
            try names.learnPipelines(transaction)
            companyWasTold = try transaction.settings.areTold()
        }
        let zone = company.calendar.zone
        for index in plan.files.indices where plan.files[index].file == .company { try take(index) }
        try noteZone(before: zone)
        try nameCurrency()
        for index in plan.files.indices where plan.files[index].file.isBetween(.company, .deals) { try take(index) }
        try nameStages()
        try takeDealsWithLogs()
        try dateStages()
        for index in plan.files.indices where plan.files[index].file > .dealLog { try take(index) }
        try warnOfCommissions()
        warnOfNames()
        try finish()
        report.named = names.made
        return report
    }

    /// The run in the ledger; it is entered there with the first thing that it writes.
    func importID(_ transaction: any Transaction) throws -> Import.ID {
        if let importID { return importID }
        let path = plan.files.map(\.source.name).joined(separator: " ")
        let source = try names.sourceID(transaction)
        try transaction.imports.clearStages()
        let id = try transaction.imports.start(
            source: source, path: path, layout: plan.layout, at: now, told: options.at)
        importID = id
        return id
    }

    /// By whom a row of a file says something of the company's own records.
    func telling(_ batch: ImportBatch) -> Telling { Telling(at: at, isDated: options.at != nil) { try batch.id() } }

    /// Reads the settings again: every file after them is read by them.
    func learnCompany() throws { company = try writing.batch { try $0.settings.company() } }

    /// A stage at which deals stood before it came, by a history that this run has brought, was there since then.
    private func dateStages() throws {
        guard !names.later.isEmpty else { return }
        try batch("import pipelines") { batch in
            for stage in names.later {
                guard let first = try batch.transaction.companyLog.firstStanding(at: stage), first < at else {
                    continue
                }
                try batch.transaction.companyLog.append(
                    CompanyChange(.stage(stage), recordedAt: first), in: try batch.id())
            }
        }
    }

    private func finish() throws {
        guard let importID else { return }
        try writing.batch { try $0.imports.finish(importID, at: now) }
    }

    /// One transaction; its position in the journal is taken last, and only when something was written.
    func batch(_ deed: String, _ body: (ImportBatch) throws -> Void) throws {
        try writing.batch { transaction in
            let batch = ImportBatch(transaction) {
                try transaction.openBatch(deed, at: self.now, import: try self.importID(transaction))
            }
            try body(batch)
            try batch.close()
        }
    }
}

// MARK: Reading a file

extension ImportRun {
    /// Hands every record of a file to `take`, in batches; a `Refusal` that it throws refuses the row, anything else ends
    /// the import. `refused` hears of every refused row; `foresee`, first, which records are to come.
    func read<Record: ExchangeRecord>(
        _ index: Int, _: Record.Type,
        foresee: ([Record], Source.ID, any Transaction) throws -> Void = { _, _, _ in },
        refused: (CSVRow, ImportBatch) throws -> Void = { _, _ in },
        take: (Record, CSVRow, ImportBatch) throws -> Taken
    ) throws {
        let file = plan.files[index]
        try chunksOfAnswers(index, Record.self) { answers in
            try batch("import \(file.file.rawValue)") { batch in
                if batch.transaction.foresees, let source = names.knownSource {
                    try foresee(answers.compactMap(\.record), source, batch.transaction)
                }
                for answer in answers {
                    switch answer {
                    case .refused(let refusal, let row):
                        refuse(index, row, refusal)
                        try refused(row, batch)
                    case .record(let record, let row):
                        names.place = .init(file: index, line: row.line)
                        noteSpaces(row, index)
                        do {
                            count(index, try take(record, row, batch))
                        } catch let refusal as Refusal {
                            refuse(index, row, refusal)
                            try refused(row, batch)
                        }
                    }
                }
            }
            try handOverRejects(index)
        }
    }

    /// Reads a file and hands over its rows, some thousand at a time.
    func chunksOfAnswers<Record: ExchangeRecord>(
        _ index: Int, _: Record.Type, _ body: ([RecordReader<Record>.Answer]) throws -> Void
    ) throws {
        let file = plan.files[index]
        var reader = RecordReader<Record>(
            name: file.source.name, calendar: company.calendar, now: now, mapping: file.mapping)
        var answers: [RecordReader<Record>.Answer] = []
        let next = try file.source.open()
        var bytes = 0
        var isAtEnd = false
        while !isAtEnd {
            if let chunk = try next() {
                bytes += chunk.count
                reader.feed(chunk)
            } else {
                isAtEnd = true
                reader.finish()
            }
            while let answer = try reader.next() {
                answers.append(answer)
                if answers.count == options.batch {
                    try body(answers)
                    answers.removeAll(keepingCapacity: true)
                }
            }
            try progress(
                ImportProgress(phase: .importing, file: file.source.name, read: bytes, total: file.source.bytes))
        }
        if !answers.isEmpty { try body(answers) }
    }

    func count(_ index: Int, _ taken: Taken) {
        report.files[index].read += 1
        switch taken {
        case .added: report.files[index].added += 1
        case .changed: report.files[index].changed += 1
        case .unchanged: report.files[index].unchanged += 1
        }
    }

    func refuse(_ index: Int, _ row: CSVRow, _ refusal: Refusal) {
        report.files[index].read += 1
        report.files[index].rejected += 1
        let file = plan.files[index]
        var refusal = refusal
        refusal.heading = file.header.heading(of: refusal.column)
        if report.rejected.count < ImportReport.keptRefusals { report.rejected.append(refusal) }
        guard options.rejects != nil else { return }
        rejects[
            index, default: RejectsWriter(header: file.header, language: options.language, mapping: file.mapping)
        ].add(row, refusal)
    }

    func handOverRejects(_ index: Int) throws {
        guard let take = options.rejects, let bytes = rejects[index]?.take(), !bytes.isEmpty else { return }
        try take(plan.files[index].source.name, bytes)
    }
}
