internal import Exchange
internal import Ledger
internal import SalesDomain

/// Corrective actions and alerts put off, out of the books and into them.
extension ExportRun {
    func giveCorrectiveActions() throws {
        for action in try ledger.correctiveActions.all(in: company.calendar) {
            let baseline = action.baseline
            func money(_ minor: Int64) -> Amount { Amount(Money(minorUnits: minor, currency: company.baseCurrency)) }
            var (stage, deal): (Stage.ID?, Deal.ID?) = (nil, nil)
            switch action.subject {
            case .sales: break
            case .stage(let id): stage = id
            case .deal(let id): deal = id
            }
            try add(
                CorrectiveActionRecord(
                    id: action.externalID, origin: action.origin,
                    place: try place(action.scope, action.pipeline, stage, deal), assignee: employee(action.assignee),
                    what: action.what, due: action.due, expected: action.expected.map(money), made: action.made,
                    by: action.by.map(employee),
                    baseline: .init(
                        period: baseline.period, mean: money(baseline.mean), low: money(baseline.low),
                        high: money(baseline.high), stage: baseline.stage, deal: baseline.deal.map(money)),
                    end: action.end.map { .init(kind: $0.kind, at: $0.at, by: $0.by.map(employee), note: $0.note) }))
        }
    }

    func giveAlertSnoozes() throws {
        for snooze in try ledger.alertSnoozes.all() {
            let mark = snooze.mark
            let pipeline = mark.stage.flatMap { id in
                names.pipelines.first { $0.stages.contains { $0.id == id } }?.id
            }
            try add(
                AlertSnoozeRecord(
                    by: employee(snooze.by), at: snooze.at, alert: mark.kind,
                    place: try place(mark.scope, pipeline, mark.stage, mark.deal), until: snooze.until))
        }
    }

    private func place(_ scope: Scope, _ pipeline: Pipeline.ID?, _ stage: Stage.ID?, _ deal: Deal.ID?) throws
        -> ScopeColumns
    {
        let (department, person) = columns(of: scope)
        return ScopeColumns(
            department: department, employee: person, pipeline: pipeline.flatMap { names.pipelineNames[$0] },
            stage: stage.flatMap { names.stageNames[$0] }, deal: try deal.flatMap(names.deal))
    }
}

extension ImportRun {
    func takeCorrectiveActions(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, CorrectiveActionRecord.self) { record, row, batch in
            guard try seen.isNew(record.id, row, otherwise: { refusal(index, row, .action_id, $0) }) else {
                return .unchanged
            }
            let action = try self.action(record, index, row, batch)
            return try taken(try batch.transaction.correctiveActions.put(action, in: company.calendar), batch)
        }
    }

    private func action(_ record: CorrectiveActionRecord, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws
        -> CorrectiveAction
    {
        func money(_ amount: Amount, _ column: Column) throws -> Int64 {
            try amount.money(in: company.baseCurrency) { refusal(index, row, column, $0) }.minorUnits
        }
        let place = try self.place(record.place, index, row, batch)
        let baseline = record.baseline
        return CorrectiveAction(
            externalID: record.id, origin: record.origin,
            subject: place.stage.map { .stage($0) } ?? place.deal.map { .deal($0) } ?? .sales, scope: place.scope,
            pipeline: place.pipeline, assignee: try names.employee(record.assignee, batch), what: record.what,
            due: record.due, expected: try record.expected.map { try money($0, .expected) }, made: record.made,
            by: try record.by.map { try names.employee($0, batch) },
            baseline: .init(
                period: baseline.period, mean: try money(baseline.mean, .mean), low: try money(baseline.low, .p10),
                high: try money(baseline.high, .p90), stage: baseline.stage,
                deal: try baseline.deal.map { try money($0, .deal_amount) }),
            end: try record.end.map { end in
                .init(
                    kind: end.kind, at: end.at, by: try end.by.map { try names.employee($0, batch) }, note: end.note)
            })
    }

    func takeAlertSnoozes(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, AlertSnoozeRecord.self) { record, row, batch in
            let place = record.place
            let identity = [
                record.by, company.calendar.text(of: record.at), record.alert.rawValue, place.department ?? "",
                place.employee ?? "", place.pipeline ?? "", place.stage ?? "", place.deal ?? "",
            ].joined(separator: " ")
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .alert, $0) }) else {
                return .unchanged
            }
            let found = try self.place(place, index, row, batch)
            let snooze = AlertSnooze(
                mark: AlertMark(kind: record.alert, scope: found.scope, stage: found.stage, deal: found.deal),
                by: try names.employee(record.by, batch), until: record.until, at: record.at)
            return try taken(try batch.transaction.alertSnoozes.put(snooze), batch)
        }
    }

    private struct Place {
        let scope: Scope
        let pipeline: Pipeline.ID?
        let stage: Stage.ID?
        let deal: Deal.ID?
    }

    private func place(_ columns: ScopeColumns, _ index: Int, _ row: CSVRow, _ batch: ImportBatch) throws -> Place {
        let pipeline = try columns.pipeline.map { try names.pipeline($0, batch) }
        return Place(
            scope: try scope(department: columns.department, employee: columns.employee, batch), pipeline: pipeline,
            stage: try columns.stage.flatMap { stage in
                try pipeline.map { try names.stage(stage, in: $0, presumed: .open, batch) }
            },
            deal: try columns.deal.map { try knownDeal($0, index, row, batch) })
    }
}
