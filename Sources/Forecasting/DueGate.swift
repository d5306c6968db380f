import Foundation

/// Whether deals leave their stages otherwise by how far off their expected closes are: exits against expected ones by
/// bucket, compared within one length of deals' lives.
///
/// Dates of old deals are overdue oftener than those of young ones, and old deals go otherwise than young ones even where
/// dates mean nothing; so what the length of life tells is not counted as if dates told it.
struct DueGate: Sendable {
    /// [life × buckets + bucket]
    private var seen = [DueTally.Exits](repeating: .zero, count: DueGate.lives * DueBucket.count)
    private var expected = [DueTally.Exits](repeating: .zero, count: DueGate.lives * DueBucket.count)

    /// Classes of a life's days: below 5, 7, 10, 14, 20 … and longer ones, by halves of a doubling.
    private static let lives = 16
    private static let classes: [UInt8] = (0...730).map { days in
        UInt8(min(max(0, Int((2 * log2(Double(max(1, days)) / 3.5)).rounded(.down))), lives - 1))
    }

    /// By class: the first length of life that is in a later one.
    private static let ends: [Int] = (0..<lives).map { own in classes.firstIndex { $0 > own } ?? .max }

    /// Of each of three kinds of exit, so that chance alone is believed in one company of a thousand.
    private static let chance = 0.001 / 3
    /// Expected exits below which a bucket is not asked.
    private static let least = 5.0

    /// What is expected, counted day by day where it stands, so nothing is checked. Valid only within `counting`.
    struct View {
        fileprivate let expected: UnsafeMutableBufferPointer<DueTally.Exits>
        fileprivate let classes: UnsafeBufferPointer<UInt8>
        fileprivate let ends: UnsafeBufferPointer<Int>

        /// Days in runs that are counted in one place.
        /// - Parameters:
        ///   - lives: days since the deal was created, of each day.
        ///   - add: what is expected of days with these lengths of life, day by day.
        @inline(__always) func expect(
            _ lives: Range<Int>, _ bucket: Int, _ add: (Range<Int>, inout DueTally.Exits) -> Void
        ) {
            var life = lives.lowerBound
            while life < lives.upperBound {
                let own = Int(classes[min(max(0, life), classes.count - 1)])
                let end = min(ends[own], lives.upperBound)
                var sum = expected[own * DueBucket.count + bucket]
                add(life..<end, &sum)
                expected[own * DueBucket.count + bucket] = sum
                life = end
            }
        }
    }

    mutating func counting(_ body: (View) -> Void) {
        expected.withUnsafeMutableBufferPointer { expected in
            DueGate.classes.withUnsafeBufferPointer { classes in
                DueGate.ends.withUnsafeBufferPointer { body(View(expected: expected, classes: classes, ends: $0)) }
            }
        }
    }

    mutating func see(_ kind: Lexis.Exit, life: Int, _ bucket: Int) {
        seen[DueGate.place(life, bucket)][kind.rawValue] += 1
    }

    mutating func add(_ other: DueGate) {
        for place in seen.indices {
            seen[place] += other.seen[place]
            expected[place] += other.expected[place]
        }
    }

    /// By bucket.
    var observed: [DueTally.Exits] {
        (0..<DueBucket.count).map { bucket in
            (0..<DueGate.lives).reduce(DueTally.Exits.zero) { $0 + seen[$1 * DueBucket.count + bucket] }
        }
    }

    /// Whether the buckets' exits scatter around the expected ones by more than chance does.
    /// - Parameter kind: raw value of `Lexis.Exit`.
    func isPassed(_ kind: Int) -> Bool {
        var should = [Double](repeating: 0, count: DueBucket.count)
        for life in 0..<DueGate.lives {
            let row = life * DueBucket.count..<(life + 1) * DueBucket.count
            let all = expected[row].reduce(0) { $0 + $1[kind] }
            let level = all > 0 ? seen[row].reduce(0) { $0 + $1[kind] } / all : 0
            for bucket in should.indices { should[bucket] += expected[row.lowerBound + bucket][kind] * level }
        }
        let told = zip(observed, should).map { ($0[kind], $1) }.filter { $0.1 >= DueGate.least }
        guard told.count > 1 else { return false }
        let scatter = told.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) / $1.1 }
        return scatter > Normal.squares(told.count - 1, above: DueGate.chance)
    }

    @inline(__always) private static func place(_ life: Int, _ bucket: Int) -> Int {
        Int(classes[min(max(0, life), classes.count - 1)]) * DueBucket.count + bucket
    }
}

extension Normal {
    /// What the sum of so many squares exceeds with this probability (Wilson and Hilferty 1931).
    static func squares(_ number: Int, above p: Double) -> Double {
        let spread = 2 / (9 * Double(number))
        return Double(number) * pow(1 - spread + quantile(1 - p) * spread.squareRoot(), 3)
    }
}
