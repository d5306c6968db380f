/// Exits from the stages, and how many the intensities lead to expect, by how far off the expected close was: each day
/// of a deal's life in the bucket that the log knew at that day's start.
struct DueTally: Sendable {
    /// Win, loss, move (`Lexis.Exit`), one after the other.
    typealias Exits = SIMD4<Double>

    /// By bucket.
    private(set) var observed = [Exits](repeating: .zero, count: DueBucket.count)
    /// Against chance.
    private(set) var gate = DueGate()
    /// [(state × cells + cell) × buckets + bucket]
    private(set) var expected: [Exits]
    /// Closings three days before the expected day … three days after it.
    private(set) var around = [Int](repeating: 0, count: 7)
    /// How often dates are moved while a deal is open, and where to.
    private(set) var moves = DueMoves()
    /// Where deals stood with their dates.
    let stands: DueStands
    /// Deals that had a date, and those whose date was moved.
    private(set) var dated = 0
    private(set) var moved = 0

    /// About so many deals are looked at, evenly taken.
    static let enough = 25_000

    /// - Parameters:
    ///   - fit: learned before `until`, of exposure that was weighted alike.
    ///   - weights: of each deal, for progress and for losing, one after the other.
    init(_ book: Book, _ fit: Intensities, _ lexis: Lexis, weights: [Double], until: Int32) {
        let reading = DueReading(book, fit, lexis, weights: weights, until: until)
        let parts = spread(fit.states) { reading.state($0) }
        expected = parts.flatMap(\.expected)
        stands = DueStands(parts.map(\.stands))
        for part in parts {
            gate.add(part.gate)
            for place in around.indices { around[place] += part.around[place] }
            moves.add(part.moves)
        }
        observed = gate.observed
        for deal in stride(from: 0, to: book.history.created.count, by: reading.stride) {
            let rows = book.history.dueRows(of: deal).filter { book.history.dueDay[$0] < until }
            if !rows.isEmpty { dated += 1 }
            if rows.count > 1 { moved += 1 }
        }
    }

    /// Days on which deals close as a rule are written into the books afterwards: such dates were not there before.
    var isWrittenAfterwards: Bool {
        let exact = around[3]
        return exact >= 10 && Double(exact) > 4 * Double(around.reduce(0, +) - exact) / 6
    }

    /// Books in which no date ever moves hold the last ones only, which were not known on the way.
    var hasHistory: Bool { moved >= 3 && moved * 50 >= dated }

    struct Part: Sendable {
        var gate = DueGate()
        var expected = [Exits](repeating: .zero, count: AgeCells.count * DueBucket.count)
        var around = [Int](repeating: 0, count: 7)
        var moves = DueMoves()
        var stands = DueStands(cells: AgeCells.count)
    }
}
