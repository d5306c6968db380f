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
    var split: [Int64] = []

    /// The latest instant at which anything in here became known: a cut after it needs no filter.
    var lastKnown = Int64.min

    var count: Int { id.count }

    /// What stands in `steps` for a status without a stage of that outcome.
    enum StatusMark {
        static let open: Int64 = -2
        static let won: Int64 = -3
        static let lost: Int64 = -4
    }

    mutating func append(row: Int, of other: Chunk) {
        id.append(other.id[row])
        created.append(other.created[row])
        known.append(other.known[row])
        createdDay.append(other.createdDay[row])
        knownDay.append(other.knownDay[row])
        currency.append(other.currency[row])
        pipeline.append(other.pipeline[row])
        product.append(other.product[row])
        account.append(other.account[row])
        source.append(other.source[row])
        steps.append(row: row, of: other.steps)
        amounts.append(row: row, of: other.amounts)
        owners.append(row: row, of: other.owners)
        dues.append(row: row, of: other.dues)
        rest.append(row: row, of: other.rest)
        let range = Int(other.splitStart[row])..<Int(other.splitStart[row + 1])
        splitEmployee.append(contentsOf: other.splitEmployee[range])
        splitShare.append(contentsOf: other.splitShare[range])
        splitEdition.append(contentsOf: other.splitEdition[range])
        split.append(other.split[row])
        splitStart.append(Int32(splitEmployee.count))
        lastKnown = max(lastKnown, other.lastKnown)
    }

    /// Gives back the room that arrays hold for growing: a chunk is full when it is made.
    mutating func compact() {
        for track in [\Chunk.steps, \.amounts, \.owners, \.dues, \.rest] { self[keyPath: track].compact() }
        id.compact()
        created.compact()
        known.compact()
        createdDay.compact()
        knownDay.compact()
        currency.compact()
        pipeline.compact()
        product.compact()
        account.compact()
        source.compact()
        split.compact()
        splitStart.compact()
    }

    /// The row of a deal, or nil.
    func row(of deal: Int64) -> Int? {
        let place = id.place(of: deal)
        return place < id.count && id[place] == deal ? place : nil
    }
}
