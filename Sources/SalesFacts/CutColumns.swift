internal import Parallel

/// A part of a cut being filled.
struct CutColumns: Sendable {
    var id: Column<Int64>
    var created: Column<Int32>
    var createdKnown: Column<Int32>
    var pipeline: Column<Int32>
    var owner: Column<Int32>
    var product: Column<Int32>
    var account: Column<Int32>
    var source: Column<Int32>
    var moneyless: Column<Bool>
    var state: Column<Int16>
    var since: Column<Int32>
    var amount: Column<Int64>
    var ownAmount: Column<Int64>
    var currency: Column<Int16>
    var steps: CutRows<Int16>
    var amounts: CutRows<Double>
    var dues: CutRows<Int32>

    init(_ chunks: ArraySlice<Chunk>) {
        let deals = chunks.reduce(0) { $0 + $1.count }
        id = Column(capacity: deals)
        created = Column(capacity: deals)
        createdKnown = Column(capacity: deals)
        pipeline = Column(capacity: deals)
        owner = Column(capacity: deals)
        product = Column(capacity: deals)
        account = Column(capacity: deals)
        source = Column(capacity: deals)
        moneyless = Column(capacity: deals)
        state = Column(capacity: deals)
        since = Column(capacity: deals)
        amount = Column(capacity: deals)
        ownAmount = Column(capacity: deals)
        currency = Column(capacity: deals)
        steps = CutRows(deals: deals, entries: chunks.reduce(0) { $0 + $1.steps.value.count })
        amounts = CutRows(deals: deals, entries: chunks.reduce(0) { $0 + $1.amounts.value.count })
        dues = CutRows(deals: deals, entries: chunks.reduce(0) { $0 + $1.dues.value.count })
    }

}

extension Cut {
    /// Takes over what the parts hold, in their order; they must not be used any more.
    mutating func fill(with parts: [CutColumns]) {
        guard parts.count > 1 else {
            fillDeals(with: parts)
            return fillRows(with: parts)
        }
        let empty = self
        let (deals, rows) = both(
            {
                var cut = empty
                cut.fillDeals(with: parts)
                return cut
            },
            {
                var cut = empty
                cut.fillRows(with: parts)
                return cut
            })
        self = deals
        (steps, amounts, dues) = (rows.steps, rows.amounts, rows.dues)
    }

    private mutating func fillDeals(with parts: [CutColumns]) {
        id = Column.joined(parts.map(\.id))
        created = Column.joined(parts.map(\.created))
        createdKnown = Column.joined(parts.map(\.createdKnown))
        pipeline = Column.joined(parts.map(\.pipeline))
        owner = Column.joined(parts.map(\.owner))
        product = Column.joined(parts.map(\.product))
        account = Column.joined(parts.map(\.account))
        source = Column.joined(parts.map(\.source))
        moneyless = Column.joined(parts.map(\.moneyless))
        state = Column.joined(parts.map(\.state))
        since = Column.joined(parts.map(\.since))
        amount = Column.joined(parts.map(\.amount))
        ownAmount = Column.joined(parts.map(\.ownAmount))
        currency = Column.joined(parts.map(\.currency))
    }

    private mutating func fillRows(with parts: [CutColumns]) {
        steps = CutRows.joined(parts.map(\.steps))
        amounts = CutRows.joined(parts.map(\.amounts))
        dues = CutRows.joined(parts.map(\.dues))
    }
}

struct CutRows<Value: BitwiseCopyable & Sendable>: Sendable {
    var start: Column<Int32>
    var day: Column<Int32>
    /// Of the entries up to the last one that was known later than on its day; the others were known at once.
    private var known: Column<Int32>
    var value: Column<Value>

    init(deals: Int, entries: Int) {
        start = Column(capacity: deals + 1)
        day = Column(capacity: entries)
        known = Column(capacity: entries)
        value = Column(capacity: entries)
        start.append(0)
    }

    var count: Int { value.count }

    @inline(__always) mutating func append(_ track: TrackView, _ entry: Int, _ said: Value) {
        day.append(track.changedDay[entry])
        value.append(said)
        if let later = track.otherDayKnown(entry) { know(later) }
    }

    /// The last entry was known on another day than its own.
    private mutating func know(_ later: Int32) {
        fillKnown(to: value.count - 1)
        known.append(later)
    }

    /// So many of the first entries are written out.
    private mutating func fillKnown(to count: Int) {
        while known.count < count { known.append(day[known.count]) }
    }

    /// An entry happened on another day than the log says; when it was known stays.
    mutating func move(_ entry: Int, to other: Int32) {
        fillKnown(to: entry + 1)
        day[entry] = other
    }

    @inline(__always) mutating func closeRow() { start.append(Int32(value.count)) }

    mutating func shorten(to count: Int) {
        day.shorten(to: count)
        known.shorten(to: min(known.count, count))
        value.shorten(to: count)
    }

    static func joined(_ parts: [CutRows<Value>]) -> Cut.Rows<Value> {
        let counts = parts.map(\.count)
        let lengths = parts.map(\.start.count)
        var start = Column.joined(parts.map(\.start))
        // Every part but the first has a zero of its own in front.
        var (place, read, before) = (0, 0, Int32(0))
        for part in parts.indices {
            for row in (part == 0 ? 0 : 1)..<lengths[part] {
                start[place] = start[read + row] + before
                place += 1
            }
            read += lengths[part]
            before += Int32(counts[part])
        }
        start.removeLast(start.count - place)
        let known = joinedKnown(parts)
        let day = Column.joined(parts.map(\.day))
        return Cut.Rows(start: start, day: day, known: known ?? day, value: Column.joined(parts.map(\.value)))
    }

    /// Nil where everything was known at once: then it is the same as the days.
    private static func joinedKnown(_ parts: [CutRows<Value>]) -> [Int32]? {
        let isAtOnce = parts.allSatisfy { $0.known.count == 0 }
        let filled = parts.map { part in
            var part = part
            if !isAtOnce { part.fillKnown(to: part.count) }
            return part.known
        }
        let known = Column.joined(filled)
        return isAtOnce ? nil : known
    }
}
