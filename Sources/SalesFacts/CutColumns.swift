/// A cut being filled.
struct CutColumns {
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

    init(_ chunks: [Chunk]) {
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

    /// The columns must not be used any more.
    consuming func fill(_ cut: inout Cut) {
        cut.id = id.finished()
        cut.created = created.finished()
        cut.createdKnown = createdKnown.finished()
        cut.pipeline = pipeline.finished()
        cut.owner = owner.finished()
        cut.product = product.finished()
        cut.account = account.finished()
        cut.source = source.finished()
        cut.moneyless = moneyless.finished()
        cut.state = state.finished()
        cut.since = since.finished()
        cut.amount = amount.finished()
        cut.ownAmount = ownAmount.finished()
        cut.currency = currency.finished()
        cut.steps = steps.finished()
        cut.amounts = amounts.finished()
        cut.dues = dues.finished()
    }
}

struct CutRows<Value: BitwiseCopyable & Sendable> {
    var start: Column<Int32>
    var day: Column<Int32>
    var known: Column<Int32>
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
        known.append(track.knownDay[entry])
        value.append(said)
    }

    @inline(__always) mutating func closeRow() { start.append(Int32(value.count)) }

    mutating func shorten(to count: Int) {
        day.shorten(to: count)
        known.shorten(to: count)
        value.shorten(to: count)
    }

    consuming func finished() -> Cut.Rows<Value> {
        Cut.Rows(start: start.finished(), day: day.finished(), known: known.finished(), value: value.finished())
    }
}
