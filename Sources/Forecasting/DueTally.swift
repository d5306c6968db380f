internal import Parallel

/// Exits from the stages, and how many the intensities lead to expect, by how far off the expected close was: each day
/// of a deal's life in the bucket that the log knew at that day's start. Only of books that tell how dates were changed
/// (`DueChanges`).
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

    /// So many deals are looked at, or half as many, evenly taken where there are more.
    static let enough = 25_000

    /// Every so many, among those of the sample.
    static func stride(_ book: Book) -> Int {
        var stride = book.stride
        while book.history.created.count / stride > enough { stride *= 2 }
        return stride
    }

    /// - Parameters:
    ///   - fit: learned before `until`, of exposure that was weighted alike.
    init(_ book: Book, _ fit: Intensities, _ lexis: Lexis, weights: DealWeights, until: Int32) {
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
    }

    /// Days on which deals close as a rule are written into the books afterwards: such dates were not there before.
    var isWrittenAfterwards: Bool {
        let exact = around[3]
        return exact >= 10 && Double(exact) > 4 * Double(around.reduce(0, +) - exact) / 6
    }

    struct Part: Sendable {
        var gate = DueGate()
        var expected = [Exits](repeating: .zero, count: AgeCells.count * DueBucket.count)
        var around = [Int](repeating: 0, count: 7)
        var moves = DueMoves()
        private(set) var stands = DueStands(cells: 0)

        mutating func take(_ days: DueDays) {
            moves.stand(days)
            stands = DueStands(days)
        }
    }
}
