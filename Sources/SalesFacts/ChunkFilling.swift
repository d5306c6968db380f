internal import SalesDomain

extension FactsBuilder {
    mutating func append(_ deal: DealFact, _ changes: ArraySlice<ChangeFact>, to chunk: inout Chunk) {
        let known = max(deal.created, deal.recorded)
        chunk.id.append(deal.id.number)
        chunk.created.append(deal.created.microseconds)
        chunk.known.append(known.microseconds)
        chunk.createdDay.append(zone.day(of: deal.created).number)
        chunk.knownDay.append(zone.day(of: known).number)
        chunk.currency.append(deal.currency.map { index(of: $0) } ?? -1)
        chunk.pipeline.append(Int32(clamping: deal.pipeline.number))
        chunk.product.append(deal.product.map { Int32(clamping: $0.number) } ?? -1)
        chunk.account.append(deal.account.map { Int32(clamping: $0.number) } ?? -1)
        chunk.source.append(deal.source.map { Int32(clamping: $0) } ?? -1)
        chunk.lastKnown = max(chunk.lastKnown, known.microseconds)

        let beginning = Entry(changed: deal.created, known: known)
        switch deal.status {
        case .open: if let stage = deal.stage { put(beginning, stage.number, in: &chunk.steps) }
        case .won: put(closing(of: deal), Chunk.StatusMark.won, in: &chunk.steps)
        case .lost: put(closing(of: deal), Chunk.StatusMark.lost, in: &chunk.steps)
        }
        if let amount = deal.amount { put(beginning, amount, in: &chunk.amounts) }
        if let owner = deal.owner { put(beginning, owner.number, in: &chunk.owners) }
        if let due = deal.expectedClose { put(beginning, Int64(due.number), in: &chunk.dues) }
        for change in inOrder(changes) { append(change, to: &chunk) }
        chunk.steps.closeRow()
        chunk.amounts.closeRow()
        chunk.owners.closeRow()
        chunk.dues.closeRow()
        chunk.rest.closeRow()

        for split in deal.splits where split.share > 0 {
            chunk.splitEmployee.append(split.employee.number)
            chunk.splitShare.append(split.share)
            chunk.splitEdition.append(split.edition)
        }
        chunk.split.append(deal.split ?? Track.none)
        chunk.splitStart.append(Int32(chunk.splitEmployee.count))
    }

    private struct Entry {
        let changed: Instant
        let known: Instant
    }

    private func closing(of deal: DealFact) -> Entry {
        let closed = max(deal.created, deal.closed ?? deal.created)
        return Entry(changed: closed, known: max(closed, deal.recorded))
    }

    private func append(_ change: ChangeFact, to chunk: inout Chunk) {
        // What is entered ahead of its time is not so before that time.
        let entry = Entry(changed: change.changed, known: max(change.changed, change.recorded))
        let value = change.new ?? Track.none
        switch change.field {
        case .created: return
        case .stage: put(entry, value, in: &chunk.steps)
        case .status: put(entry, Chunk.StatusMark.open - (change.new ?? 0), in: &chunk.steps)
        case .amount: put(entry, value, in: &chunk.amounts)
        case .owner: put(entry, value, in: &chunk.owners)
        case .expectedClose: put(entry, value, in: &chunk.dues)
        case .currency, .product, .account, .source, .pipeline, .title, .cost, .vatRate, .lostReason, .lead, .category,
            .nextStep, .split, .createdAt, .closedAt, .merged, .removed:
            put(entry, value, in: &chunk.rest)
            chunk.rest.field.append(UInt8(change.field.rawValue))
        }
        chunk.lastKnown = max(chunk.lastKnown, entry.known.microseconds)
    }

    private func put(_ entry: Entry, _ value: Int64, in track: inout Track) {
        track.changed.append(entry.changed.microseconds)
        track.known.append(entry.known.microseconds)
        let day = zone.day(of: entry.changed).number
        track.changedDay.append(day)
        track.knownDay.append(entry.known == entry.changed ? day : zone.day(of: entry.known).number)
        track.value.append(value)
    }

    private func inOrder(_ changes: ArraySlice<ChangeFact>) -> [ChangeFact] {
        var sorted = true
        var last = Instant.distantPast
        for change in changes {
            if change.changed < last { sorted = false }
            last = change.changed
        }
        if sorted { return Array(changes) }
        return changes.enumerated().sorted { ($0.element.changed, $0.offset) < ($1.element.changed, $1.offset) }.map(
            \.element)
    }

    private mutating func index(of currency: Currency) -> Int16 {
        if let found = currencies.firstIndex(of: currency) { return Int16(found) }
        currencies.append(currency)
        return Int16(currencies.count - 1)
    }
}
