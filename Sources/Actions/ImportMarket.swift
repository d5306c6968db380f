internal import Exchange
internal import Ledger
internal import SalesDomain

/// Pipelines, and what is sold to whom.
extension ImportRun {
    func takeStages(_ index: Int) throws {
        var seen = RowsSeen()
        var kinds: [String: Pipeline.Kind] = [:]
        try read(index, StageRecord.self) { record, row, batch in
            let isNew = try seen.isNew("\(record.pipeline) / \(record.stage)", row) { refusal(index, row, .stage, $0) }
            guard isNew else { return .unchanged }
            guard kinds[record.pipeline, default: record.kind] == record.kind else {
                throw refusal(index, row, .kind, .sameIDOtherContent(record.pipeline))
            }
            kinds[record.pipeline] = record.kind
            let pipeline = try batch.transaction.pipelines.put(
                record.pipeline, kind: record.kind, by: telling(batch))
            let known = try batch.transaction.stages.find(record.stage, in: pipeline.id)
            // What closed deals once closes them for ever: their history was read by it.
            if let known, known.row.outcome != record.outcome, try batch.transaction.stages.isUsed(known.id) {
                throw refusal(
                    index, row, .outcome, .outcomeOfUsedStage(record.stage, outcome: known.row.outcome.rawValue))
            }
            let position = record.position ?? known?.row.position ?? names.nextPosition(in: pipeline.id)
            let stage = StageRow(
                pipeline: pipeline.id, name: record.stage, position: position, probability: record.probability,
                outcome: record.outcome)
            let put = try batch.transaction.stages.put(stage)
            if case .added(let id) = put { try names.date(id, in: pipeline.id, batch) }
            names.learn(pipeline.id, named: record.pipeline)
            names.learn(put.id, stage)
            _ = try taken(pipeline, batch)
            return try taken(put, batch)
        }
    }

    func takeStageVersions(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, StageVersionRecord.self) { record, row, batch in
            let identity = "\(record.pipeline) / \(record.stage) \(record.from)"
            guard try seen.isNew(identity, row, otherwise: { refusal(index, row, .stage, $0) }) else {
                return .unchanged
            }
            guard let pipeline = try batch.transaction.pipelines.find(record.pipeline) else {
                throw refusal(index, row, .pipeline, .pipelineUnknown(record.pipeline))
            }
            guard let stage = try batch.transaction.stages.find(record.stage, in: pipeline.id) else {
                throw refusal(index, row, .stage, .stageUnknown(record.stage, pipeline: record.pipeline))
            }
            let version = StageVersionRow(
                stage: stage.id, from: record.from, position: record.position, probability: record.probability)
            return try taken(try batch.transaction.stages.put(version), batch)
        }
    }

    func takeProducts(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, ProductRecord.self) { record, row, batch in
            guard try seen.isNew(record.product, row, otherwise: { refusal(index, row, .product, $0) }) else {
                return .unchanged
            }
            let currency = record.currency ?? company.baseCurrency
            let product = ProductRow(
                name: record.product, price: try money(record.price, in: currency, index, row, .price)?.minorUnits,
                cost: try money(record.cost, in: currency, index, row, .cost)?.minorUnits,
                currency: record.price == nil && record.cost == nil ? record.currency : currency)
            if let known = try batch.transaction.products.find(product.name) {
                try refuseOlder(try batch.transaction.products.toldAt(known.id), known.row != product) {
                    refusal(index, row, .product, $0)
                }
            }
            return try taken(try batch.transaction.products.put(product, by: telling(batch)), batch)
        }
    }

    func takeAccounts(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, AccountRecord.self) { record, row, batch in
            guard try seen.isNew(record.account, row, otherwise: { refusal(index, row, .account, $0) }) else {
                return .unchanged
            }
            let account = AccountRow(
                name: record.account, industry: record.industry, country: record.country,
                owner: try record.owner.map { try names.employee($0, batch) }, taxID: record.taxID,
                phone: record.phone)
            return try taken(try batch.transaction.accounts.put(account), batch)
        }
    }

    func takeContacts(_ index: Int) throws {
        var seen = RowsSeen()
        try read(index, ContactRecord.self) { record, row, batch in
            guard try seen.isNew(record.id, row, otherwise: { refusal(index, row, .contact_id, $0) }) else {
                return .unchanged
            }
            let contact = ContactRow(
                source: try names.sourceID(batch.transaction), externalID: record.id,
                account: try record.account.map { try names.account($0, batch) }, name: record.name,
                email: record.email, phone: record.phone, job: record.position)
            return try taken(try batch.transaction.contacts.put(contact), batch)
        }
    }
}
