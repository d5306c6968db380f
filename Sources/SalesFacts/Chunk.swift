internal import SalesDomain

/// A few thousand deals in columns, in order of id. A changed deal costs the rewriting of its chunk, not of everything.
struct Chunk: Sendable {
    static let size = 4096

    var id: [Int64] = []
    var created: [Int64] = []
    var known: [Int64] = []
    var createdDay: [Int32] = []
    var knownDay: [Int32] = []
    /// Index into the facts' currencies; -1 is the base currency.
    var currency: [Int16] = []
    var pipeline: [Int32] = []
    var product: [Int32] = []
    var account: [Int32] = []
    var source: [Int32] = []

    var steps = Track()
    var amounts = Track()
    var owners = Track()
    var dues = Track()
    /// Whatever changes seldom, together.
    var rest = Track()

    var splitStart: [Int32] = [0]
    var splitEmployee: [Int64] = []
    var splitShare: [Double] = []
    var splitEdition: [Int64] = []
    /// Edition in force from the beginning; `Track.none` is none.
    var split = Numbers()

    /// The latest instant at which anything in here became known: a cut after it needs no filter.
    var lastKnown = Int64.min

    var count: Int { id.count }

    /// What stands in `steps` for a status without a stage of that outcome.
    enum StatusMark {
        static let open: Int64 = -2
        static let won: Int64 = -3
        static let lost: Int64 = -4
    }

    mutating func append(rows: Range<Int>, of other: Chunk) {
        guard !rows.isEmpty else { return }
        id.append(contentsOf: other.id[rows])
        created.append(contentsOf: other.created[rows])
        known.append(contentsOf: other.known[rows])
        createdDay.append(contentsOf: other.createdDay[rows])
        knownDay.append(contentsOf: other.knownDay[rows])
        currency.append(contentsOf: other.currency[rows])
        pipeline.append(contentsOf: other.pipeline[rows])
        product.append(contentsOf: other.product[rows])
        account.append(contentsOf: other.account[rows])
        source.append(contentsOf: other.source[rows])
        steps.append(rows: rows, of: other.steps)
        amounts.append(rows: rows, of: other.amounts)
        owners.append(rows: rows, of: other.owners)
        dues.append(rows: rows, of: other.dues)
        rest.append(rows: rows, of: other.rest)
        let range = Int(other.splitStart[rows.lowerBound])..<Int(other.splitStart[rows.upperBound])
        let moved = Int32(splitEmployee.count) - other.splitStart[rows.lowerBound]
        splitStart.append(
            contentsOf: other.splitStart[rows.lowerBound + 1..<rows.upperBound + 1].lazy.map { $0 + moved })
        splitEmployee.append(contentsOf: other.splitEmployee[range])
        splitShare.append(contentsOf: other.splitShare[range])
        splitEdition.append(contentsOf: other.splitEdition[range])
        split.append(contentsOf: other.split, rows)
        lastKnown = max(lastKnown, other.lastKnown)
    }

    /// Gives back the room that arrays hold for growing: a chunk is full when it is made.
    mutating func compact() {
        for track in [\Chunk.steps, \.amounts, \.owners, \.dues, \.rest] { self[keyPath: track].compact() }
        id.compact()
        created.compact()
        known.compact(as: created)
        createdDay.compact()
        knownDay.compact(as: createdDay)
        currency.compact()
        pipeline.compact()
        product.compact()
        account.compact()
        source.compact()
        split.compact()
        splitStart.compact()
        splitEmployee.compact()
        splitShare.compact()
        splitEdition.compact()
    }

    /// The row of a deal, or nil.
    func row(of deal: Int64) -> Int? {
        let place = id.place(of: deal)
        return place < id.count && id[place] == deal ? place : nil
    }
}
