/// Logarithms of the multipliers of progress and of losing, by factor and code, in one row of memory.
struct GroupTable: Sendable {
    /// The codes of each factor stand together.
    private let logs: [SIMD2<Double>]
    private let start: [Int]

    init(_ logMultiplier: [[[Double]]]) {
        var logs = [SIMD2<Double>]()
        var start = [Int]()
        for factor in logMultiplier[0].indices {
            start.append(logs.count)
            logs += zip(logMultiplier[0][factor], logMultiplier[1][factor]).map { SIMD2($0, $1) }
        }
        self.logs = logs
        self.start = start + [logs.count]
    }

    func pairs(_ factor: Int) -> ArraySlice<SIMD2<Double>> { logs[start[factor]..<start[factor + 1]] }

    /// Where a deal stands among the levels for which chances are computed: by the sums over the factors.
    @inline(__always) func place(of deal: Int, _ codes: DealCodes) -> LevelGrid.Place {
        var sum = SIMD2<Double>.zero
        for factor in 0..<start.count - 1 {
            let code = Int(codes.code(deal, factor))
            // Of a deal that came after the multipliers were learned, a code may be new: it says nothing yet.
            if code >= 0, code < start[factor + 1] - start[factor] { sum += logs[start[factor] + code] }
        }
        return LevelGrid.place(progress: sum.x, losing: sum.y)
    }
}
