internal import Parallel
package import SalesDomain

extension Facts {
    /// The deals of the chosen pipelines as known at `asOf`.
    package func cut(asOf: Instant, pipelines: PipelineChoice = .sales) -> Cut {
        let facts = known(asOf: asOf)
        // Always the same parts: what is in the cut does not depend on the number of processors.
        let parts = chunks.count < 8 ? 1 : 8
        let filled = spread(parts) { part in
            let chunks = chunks[chunks.count * part / parts..<chunks.count * (part + 1) / parts]
            var cutter = Cutter(facts, asOf: asOf, pipelines: pipelines, of: chunks)
            for chunk in chunks { cutter.take(chunk) }
            return cutter.part
        }
        var cut = filled[0].empty
        var before: Int32 = 0
        for part in filled {
            cut.shares += part.shares.map {
                Cut.Share(deal: $0.deal + before, employee: $0.employee, fraction: $0.fraction)
            }
            before += Int32(part.columns.id.count)
        }
        cut.fill(with: filled.map(\.columns))
        cut.findReturning()
        cut.standings = Standings(cut.state, since: cut.since)
        // As a rule a deal is known at once: then both days stand in the same memory.
        if cut.createdKnown == cut.created { cut.createdKnown = cut.created }
        cut.leaveOutExcess()
        return cut
    }
}

/// Reads chunks row by row. Written for a million deals and five million entries: plain loops over plain memory.
struct Cutter {
    private let facts: Facts
    private let asOf: Int64
    private let zone: Zone
    private let table: StageTable
    private let rates: RateTable
    private let base: Currency
    private var employees = NumberMap<Int32>(missing: -1)
    private var products = NumberMap<Int32>(missing: -1)
    /// By index of currency, without regard to the day of the win; only for deals that are not won.
    private let factors: [Double?]
    private let cut: Cut
    private var shares: [Cut.Share] = []
    private var columns: CutColumns

    init(_ facts: Facts, asOf: Instant, pipelines: PipelineChoice, of chunks: ArraySlice<Chunk>) {
        self.facts = facts
        self.asOf = asOf.microseconds
        zone = facts.calendar.zone
        table = StageTable(pipelines, frame: facts.frame, asOf: asOf)
        let rates = RateTable(frame: facts.frame, asOf: asOf)
        self.rates = rates
        base = facts.frame.company.baseCurrency
        for (index, employee) in facts.organisation.employees.enumerated() {
            employees[employee.id.number] = Int32(index)
        }
        for (index, product) in facts.frame.products.enumerated() { products[product.id.number] = Int32(index) }
        factors = facts.currencies.map { rates.factor(of: $0, before: nil) }
        cut = Cut(
            asOf: asOf, today: zone.day(of: asOf), stages: table, rates: rates, currencies: facts.currencies + [base])
        columns = CutColumns(chunks)
    }

    /// What was taken.
    struct Part: Sendable {
        let empty: Cut
        let columns: CutColumns
        let shares: [Cut.Share]
    }

    var part: Part { Part(empty: cut, columns: columns, shares: shares) }

    mutating func take(_ chunk: Chunk) {
        let isSettled = chunk.lastKnown < asOf
        chunk.steps.reading(isSettled: isSettled) { steps in
            chunk.amounts.reading(isSettled: isSettled) { amounts in
                chunk.owners.reading(isSettled: isSettled) { owners in
                    chunk.dues.reading(isSettled: isSettled) { dues in
                        chunk.rest.reading(isSettled: isSettled) { rest in
                            take(
                                chunk, Views(steps: steps, amounts: amounts, owners: owners, dues: dues, rest: rest))
                        }
                    }
                }
            }
        }
    }

    private struct Views {
        let steps: TrackView
        let amounts: TrackView
        let owners: TrackView
        let dues: TrackView
        let rest: TrackView
    }

    private mutating func take(_ chunk: Chunk, _ views: Views) {
        for row in 0..<chunk.count where chunk.known[row] < asOf {
            var seldom = Seldom(chunk, row)
            if !views.rest.rows(row).isEmpty { seldom.read(views.rest, row, before: asOf) }
            if seldom.removed { continue }
            take(chunk, views, row, seldom)
        }
    }

    /// What changes seldom about a deal, as known.
    private struct Seldom {
        var pipeline: Int64
        var product: Int64
        var account: Int32
        var source: Int32
        var split: Int64
        var createdDay: Int32
        var createdAt: Int64?
        var closedAt: (instant: Int64, said: Int64)?
        var isRemoved = false
        var isMerged = false
        var removed: Bool { isRemoved || isMerged }

        /// Borrowed: a copy for each deal would count references to all columns.
        init(_ chunk: borrowing Chunk, _ row: Int) {
            pipeline = Int64(chunk.pipeline[row])
            product = Int64(chunk.product[row])
            account = chunk.account[row]
            source = chunk.source[row]
            split = chunk.split[row]
            createdDay = chunk.createdDay[row]
        }

        mutating func read(_ rest: TrackView, _ row: Int, before asOf: Int64) {
            for entry in rest.rows(row) where rest.isKnown(entry, before: asOf) {
                let value = rest.value[entry]
                let isNone = value == Track.none
                switch Deal.Field(rawValue: Int(rest.field[entry])) {
                case .pipeline: pipeline = isNone ? pipeline : value
                case .product: product = isNone ? -1 : value
                case .account: account = isNone ? -1 : Int32(clamping: value)
                case .source: source = isNone ? -1 : Int32(clamping: value)
                case .createdAt: createdAt = isNone ? nil : value
                case .closedAt: closedAt = isNone ? nil : (value, rest.changed[entry])
                case .removed: isRemoved = !isNone && value != 0
                case .merged: isMerged = !isNone && value != 0
                case .split: split = value
                case .created, .stage, .amount, .owner, .expectedClose, .currency, .title, .cost, .vatRate,
                    .lostReason, .lead, .category, .nextStep, .status, nil:
                    break
                }
            }
        }
    }

    private mutating func take(_ chunk: Chunk, _ views: Views, _ row: Int, _ seldom: Seldom) {
        let firstStep = columns.steps.count
        var pipeline = table.indexOfPipeline[seldom.pipeline]
        takeSteps(views.steps, row, &pipeline)
        guard pipeline >= 0 else {
            columns.steps.shorten(to: firstStep)
            return
        }
        if seldom.closedAt != nil { correctClosing(seldom, firstStep) }
        let last = columns.steps.count - 1
        let hasSteps = last >= firstStep
        let state = hasSteps ? columns.steps.value[last] : StageTable.unknown
        var created = seldom.createdAt.map { zone.day(of: Instant(microseconds: $0)).number } ?? seldom.createdDay
        if hasSteps { created = min(created, columns.steps.day[firstStep]) }
        let since = hasSteps ? columns.steps.day[last] : created

        columns.id.append(chunk.id[row])
        columns.created.append(created)
        columns.createdKnown.append(chunk.knownDay[row])
        columns.pipeline.append(pipeline)
        columns.product.append(products[seldom.product])
        columns.account.append(seldom.account)
        columns.source.append(seldom.source)
        columns.state.append(state)
        columns.since.append(since)
        columns.steps.closeRow()
        let wonOn = state == StageTable.won ? since : nil
        columns.owner.append(owner(views.owners, row, wonOn: wonOn))
        takeAmounts(views.amounts, row, currency: Int(chunk.currency[row]), wonOn: wonOn)
        takeDues(views.dues, row)
        if chunk.splitStart[row] < chunk.splitStart[row + 1] { takeSplits(chunk, row, seldom.split) }
    }

    private mutating func takeSteps(_ track: TrackView, _ row: Int, _ pipeline: inout Int32) {
        var present: Int16?
        var lastOpen = StageTable.unknown
        for entry in track.rows(row) where track.isKnown(entry, before: asOf) {
            var state: Int16
            switch track.value[entry] {
            case Track.none: state = StageTable.unknown
            case Chunk.StatusMark.won: state = StageTable.won
            case Chunk.StatusMark.lost: state = StageTable.lost
            case Chunk.StatusMark.open:
                if let present, StageTable.isOpen(present) { continue }
                state = lastOpen
            case let stage:
                state = table.stateOfStage[stage]
                pipeline = table.pipelineOfStage[stage]
                if state == StageTable.elsewhere { state = StageTable.unknown }
            }
            if StageTable.isOpen(state) { lastOpen = state }
            if state == present { continue }
            present = state
            columns.steps.append(track, entry, state)
        }
    }

    /// A closing day that was corrected later: the last step happened on that day, and none before it happened after it.
    private mutating func correctClosing(_ seldom: Seldom, _ firstStep: Int) {
        let last = columns.steps.count - 1
        guard let closed = seldom.closedAt, last >= firstStep, !StageTable.isOpen(columns.steps.value[last]),
            zone.day(of: Instant(microseconds: closed.said)).number >= columns.steps.day[last]
        else { return }
        let day = zone.day(of: Instant(microseconds: closed.instant)).number
        for step in firstStep..<last where columns.steps.day[step] > day { columns.steps.move(step, to: day) }
        columns.steps.move(last, to: day)
    }

    /// In place: for a call of its own the whole cutter would be copied for each deal.
    @inline(__always) private func owner(_ track: TrackView, _ row: Int, wonOn day: Int32?) -> Int32 {
        var owner = Track.none
        var wasOwned = false
        for entry in track.rows(row) where track.isKnown(entry, before: asOf) {
            if let day, wasOwned, track.changedDay[entry] > day { break }
            owner = track.value[entry]
            wasOwned = owner != Track.none
        }
        return owner == Track.none ? -1 : employees[owner]
    }

    private mutating func takeAmounts(_ track: TrackView, _ row: Int, currency: Int, wonOn day: Int32?) {
        var factor: Double? = 1
        let isForeign = currency >= 0 && facts.currencies[currency] != base
        if isForeign {
            factor = day == nil ? factors[currency] : rates.factor(of: facts.currencies[currency], before: day)
        }
        var last = Track.none
        let scale = factor ?? .nan
        for entry in track.rows(row) where track.isKnown(entry, before: asOf) {
            last = track.value[entry]
            let value = last == Track.none ? Double.nan : Cutter.counted(last, times: scale)
            columns.amounts.append(track, entry, isForeign && !value.isNaN ? Double(last) : value)
        }
        columns.amounts.closeRow()
        // What no whole number of minor units holds is left out of sums and listed, as without a rate.
        if last != Track.none, factor != nil, Cutter.counted(last, times: scale).isNaN { factor = nil }
        columns.moneyless.append(factor == nil)
        columns.ownAmount.append(last == Track.none ? Cut.unknown : last)
        columns.currency.append(currency >= 0 ? Int16(currency) : Int16(facts.currencies.count))
        guard let factor, last != Track.none else {
            columns.amount.append(Cut.unknown)
            return
        }
        columns.amount.append(factor == 1 ? last : Int64(nearest: Double(last) * factor))
    }

    /// Whole minor units, NaN when the sum of a few such could not be held exactly.
    @inline(__always) private static func counted(_ own: Int64, times factor: Double) -> Double {
        let value = Double(own) * factor
        guard abs(value) < 1e16 else { return .nan }
        return factor == 1 ? value : value.rounded()
    }

    private mutating func takeDues(_ track: TrackView, _ row: Int) {
        for entry in track.rows(row) where track.isKnown(entry, before: asOf) {
            let said = track.value[entry]
            columns.dues.append(track, entry, said == Track.none ? Cut.noDay : Int32(clamping: said))
        }
        columns.dues.closeRow()
    }

    private mutating func takeSplits(_ chunk: Chunk, _ row: Int, _ edition: Int64) {
        let ranks = facts.organisation.ranks
        func rank(_ split: Int) -> Int32 {
            let employee = employees[chunk.splitEmployee[split]]
            return employee < 0 ? .max : ranks[Int(employee)]
        }
        // Whose the odd unit is depends on the order.
        let range = (Int(chunk.splitStart[row])..<Int(chunk.splitStart[row + 1])).filter {
            chunk.splitEdition[$0] == edition
        }.sorted { rank($0) < rank($1) }
        let whole = range.reduce(0) { $0 + chunk.splitShare[$1] }
        for split in range {
            shares.append(
                Cut.Share(
                    deal: Int32(columns.id.count - 1), employee: employees[chunk.splitEmployee[split]],
                    fraction: chunk.splitShare[split] / whole))
        }
    }
}

extension Cut {
    /// Of every deal: whether the account had won before the deal was created, and whether it was won first with this one.
    /// Of wins on one day the deal that was there first is the first.
    mutating func findReturning() {
        var firstWin = NumberMap<Int32>(missing: -1)
        for deal in id.indices where state[deal] == StageTable.won && account[deal] >= 0 {
            let account = Int64(account[deal])
            let known = firstWin[account]
            if known < 0 || since[deal] < since[Int(known)] { firstWin[account] = Int32(deal) }
        }
        returning = [Int8](repeating: -1, count: count)
        winsFirst = returning
        for deal in id.indices where account[deal] >= 0 {
            compare(deal, withFirstWin: Int(firstWin[Int64(account[deal])]))
        }
    }

    /// - Parameter first: the deal with which its account was won first; -1: it never was.
    mutating func compare(_ deal: Int, withFirstWin first: Int) {
        returning[deal] = first >= 0 && since[first] < created[deal] ? 1 : 0
        winsFirst[deal] = first < 0 || first == deal ? 1 : 0
    }
}
