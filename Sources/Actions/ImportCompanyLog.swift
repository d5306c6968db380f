internal import Exchange
internal import Ledger
internal import SalesDomain

/// What was said of the company's own records before: read as a whole, since each entry must follow from the one before it, and
/// the last lead to what stands now.
extension ImportRun {
    func takeCompanyLog(_ index: Int) throws {
        let decisions = try decided(index)
        try read(index, CompanyLogRecord.self) { record, row, batch in
            switch decisions[row.line] {
            case .known, nil: return .unchanged
            case .refused(let refusal): throw refusal
            case .new(let change):
                try batch.transaction.companyLog.append(change, in: try batch.id())
                return .added
            }
        }
    }

    private enum Decision {
        case known
        case new(CompanyChange)
        case refused(Refusal)
    }

    /// By line of the file.
    private func decided(_ index: Int) throws -> [Int: Decision] {
        var decisions: [Int: Decision] = [:]
        try batch("import company_log") { batch in
            let before = Dictionary(grouping: try batch.transaction.companyLog.all(), by: \.subject)
            var known = before
            var news: [(line: Int, row: CSVRow, change: CompanyChange)] = []
            try chunksOfAnswers(index, CompanyLogRecord.self) { answers in
                for case .record(let record, let row) in answers {
                    do {
                        let change = CompanyChange(try what(record, index, row, batch), recordedAt: record.recordedAt)
                        if let place = known[change.subject]?.firstIndex(of: change) {
                            known[change.subject]?.remove(at: place)
                            decisions[row.line] = .known
                        } else {
                            news.append((row.line, row, change))
                        }
                    } catch let refusal as Refusal {
                        decisions[row.line] = .refused(refusal)
                    }
                }
            }
            let stands = try CompanyStanding(batch.transaction)
            for (subject, own) in Dictionary(grouping: news, by: \.change.subject) {
                let story = ((before[subject] ?? []) + own.map(\.change)).inOrder
                let fault = story.contradiction(present: stands[subject])
                for one in own {
                    decisions[one.line] =
                        fault.map {
                            .refused(refusal(index, one.row, .old, broken(one.change, $0, stands)))
                        } ?? .new(one.change)
                }
            }
        }
        return decisions
    }

    private func broken(
        _ change: CompanyChange, _ fault: (was: CompanyChange.Said, next: CompanyChange.Said), _ stands: CompanyStanding
    ) -> Refusal.Reason {
        .logBroken(field: change.field.rawValue, expected: stands.text(fault.was), found: stands.text(fault.next))
    }

    private func what(_ record: CompanyLogRecord, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws
        -> CompanyChange.What
    {
        switch record.what {
        case .basis(let pair): return .basis(pair)
        case .parent(let name, let pair):
            return .parent(
                of: try names.department(name, batch),
                .init(
                    old: try pair.old.map { try names.department($0, batch) },
                    new: try pair.new.map { try names.department($0, batch) }))
        case .active(let name, let pair): return .active(try names.employee(name, batch), pair)
        case .price(let name, let pair): return .price(try names.product(name, batch), pair)
        case .cost(let name, let pair): return .cost(try names.product(name, batch), pair)
        case .stage(let name, let pipelineName):
            guard let pipeline = try batch.transaction.pipelines.find(pipelineName) else {
                throw refusal(index, row, .pipeline, .pipelineUnknown(pipelineName))
            }
            guard let stage = try batch.transaction.stages.find(name, in: pipeline.id) else {
                throw refusal(index, row, .stage, .stageUnknown(name, pipeline: pipelineName))
            }
            return .stage(stage.id)
        }
    }
}

extension CompanyStanding {
    /// In the words of a file.
    fileprivate func text(_ said: CompanyChange.Said) -> String {
        switch said {
        case .basis(let basis): basis.rawValue
        case .parent(let id): id.flatMap { departments[$0]?.name } ?? ""
        case .active(let works): (works ? YesNo.yes : YesNo.no).rawValue
        case .money(let money): money.map { "\($0.decimal) \($0.currency.code)" } ?? ""
        }
    }
}
