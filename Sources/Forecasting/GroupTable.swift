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

    /// Where deals stand among the levels for which chances are computed.
    func reading<Answer>(_ codes: DealCodes, _ body: (View) -> Answer) -> Answer {
        codes.reading { codes in
            logs.withUnsafeBufferPointer { logs in
                start.withUnsafeBufferPointer { body(View(codes: codes, logs: logs, start: $0)) }
            }
        }
    }

    /// Valid only within `reading`.
    struct View {
        fileprivate let codes: DealCodes.View
        fileprivate let logs: UnsafeBufferPointer<SIMD2<Double>>
        fileprivate let start: UnsafeBufferPointer<Int>

        /// By the sums over the factors.
        @inline(__always) func place(of deal: Int) -> LevelGrid.Place {
            var sum = SIMD2<Double>.zero
            add(.owner, codes.owner[deal], to: &sum)
            add(.product, codes.product[deal], to: &sum)
            add(.source, codes.source[deal], to: &sum)
            add(.account, Int32(codes.account[deal]), to: &sum)
            add(.amount, codes.size(of: deal), to: &sum)
            return LevelGrid.place(progress: sum.x, losing: sum.y)
        }

        @inline(__always) private func add(_ factor: Groups.Factor, _ code: Int32, to sum: inout SIMD2<Double>) {
            let place = start[factor.rawValue] + Int(code)
            // Of a deal that came after the multipliers were learned, a code may be new: it says nothing yet.
            if code >= 0, place < start[factor.rawValue + 1] { sum += logs[place] }
        }
    }
}
