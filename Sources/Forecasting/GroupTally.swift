/// Exits of each deal of the sample that were seen, and those that were to be expected: progress is wins and moves, losing
/// is losses alone.
struct GroupTally: Sendable {
    /// Of progress and of losing.
    typealias Pair = SIMD2<Double>

    private(set) var observed: [Pair]
    private(set) var expected: [Pair]

    /// - Parameters:
    ///   - fit: without multipliers.
    ///   - until: nothing on or after this day is counted.
    init(_ book: Book, _ fit: Intensities, _ lexis: Lexis, until: Int32) {
        let count = (book.history.created.count + book.stride - 1) / book.stride
        observed = [Pair](repeating: .zero, count: count)
        expected = observed
        let hazard = CumulativeHazard(fit, book.history.calendar, lexis, today: until)
        hazard.reading { read(book, until: until, $0) }
    }

    private mutating func read(_ book: Book, until: Int32, _ hazard: CumulativeHazard.View) {
        let (sample, stride) = (book.sample, book.stride)
        observed.withUnsafeMutableBufferPointer { observed in
            expected.withUnsafeMutableBufferPointer { expected in
                sample.paths.reading { spells in
                    for state in 0..<book.paths.stateCount {
                        for row in sample.rows(state) {
                            let spell = Int(row)
                            let (enter, exit) = (spells.enter[spell], spells.exit[spell])
                            if enter >= until { continue }
                            let deal = stride == 1 ? Int(spells.deal[spell]) : Int(spells.deal[spell]) / stride
                            let due = hazard.sum(state: state, enter: enter, until: exit)
                            let (win, loss, move) = (due[0], due[1], due[2])
                            expected[deal] = Pair(expected[deal].x + win + move, expected[deal].y + loss)
                            if exit < until { observed[deal] += spells.next[spell] == Paths.lost ? [0, 1] : [1, 0] }
                        }
                    }
                }
            }
        }
    }
}
