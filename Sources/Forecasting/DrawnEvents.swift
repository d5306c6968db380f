import Foundation

/// Whose an event of the process is: a deal's or new business.
struct DrawnEvents {
    /// Running sums of the deals' intensities.
    private let upTo: [Double]
    /// With the new business.
    let all: Double

    /// Nothing is surer.
    private static let mostChance = 0.9999
    /// All looked at; of more, only those near the place.
    private static let few = 24

    /// Where to begin to look, by slot: the sum cut into as many slots as there are deals. Empty where all are looked at.
    private let begin: [Int32]
    private let perSlot: Double

    init(_ bets: [Draws.Bet], new: Double) {
        var sum = 0.0
        upTo = bets.map {
            sum -= log1p(-min($0.chance, DrawnEvents.mostChance))
            return sum
        }
        all = sum + new
        // Of a sum too small to be cut all are looked at too.
        let isCut = upTo.count > DrawnEvents.few && sum > 1e-100
        perSlot = isCut ? Double(upTo.count) / sum : 0
        begin = isCut ? DrawnEvents.slots(upTo, perSlot) : []
    }

    /// By slot: how many deals end in the slots before it. A larger number never stands in an earlier slot, so none of them
    /// ends after a place of this slot.
    private static func slots(_ upTo: [Double], _ perSlot: Double) -> [Int32] {
        var begin = [Int32](repeating: 0, count: upTo.count)
        var last = 0
        for (deal, sum) in upTo.enumerated() {
            let slot = min(Int(sum * perSlot), upTo.count - 1)
            while last < slot {
                last += 1
                begin[last] = Int32(deal)
            }
        }
        return begin
    }

    /// For thousands of events: nothing is checked, nothing is counted.
    func reading(_ body: (View) -> Void) {
        upTo.withUnsafeBufferPointer { upTo in
            begin.withUnsafeBufferPointer { body(View(upTo: upTo, begin: $0, perSlot: perSlot, all: all)) }
        }
    }

    /// Valid only within `reading`.
    struct View {
        fileprivate let upTo: UnsafeBufferPointer<Double>
        fileprivate let begin: UnsafeBufferPointer<Int32>
        fileprivate let perSlot: Double
        fileprivate let all: Double

        /// Nil: new business.
        @inline(__always) func pick(_ luck: Double) -> Int? {
            let place = luck * all
            guard let last = upTo.last, place < last else { return nil }
            if begin.isEmpty {
                // As many as end before it. Patterns of positive numbers stand in the order of the numbers, and a difference
                // of patterns is told without a guess, which would be wrong half of the time.
                let bits = place.bitPattern
                var beyond: UInt64 = 0
                for sum in upTo { beyond &+= (bits &- sum.bitPattern) &>> 63 }
                return upTo.count &- Int(truncatingIfNeeded: beyond)
            }
            var deal = Int(begin[min(Int(place * perSlot), begin.count - 1)])
            while upTo[deal] <= place { deal += 1 }
            return deal
        }
    }
}

/// How many events each draw has: the number on which its probability falls, with an error of the chances that grows from
/// draw to draw.
///
/// Between the first and the last draw of a run the expected number hardly changes, so nearly every probability lies clearly
/// between two sums that are taken once for the run; the rest are counted out.
struct EventCounts {
    private let all: Double
    private let extra: Double
    private let strata: [Double]
    /// By end of a run and number of events: the probability of no more than these, and a little more.
    private let upTo: [Double]

    private static let run = 40
    private static let depth = 8
    /// More than any sum's rounding.
    private static let margin = 1e-12

    /// - Parameters:
    ///   - all: expected events.
    ///   - extra: σ of the logarithm of the chances' error.
    init(_ all: Double, extra: Double, _ strata: [Double]) {
        (self.all, self.extra, self.strata) = (all, extra, strata)
        let (run, depth) = (EventCounts.run, EventCounts.depth)
        let runs = strata.count / run
        upTo = [Double](unsafeUninitializedCapacity: (runs + 1) * depth) { upTo, filled in
            for end in 0...runs {
                if end > 0, extra == 0 {
                    for number in 0..<depth { upTo[end * depth + number] = upTo[number] }
                    continue
                }
                let mean = all * EventCounts.shift(extra, strata[max(0, end * run - 1)])
                var chance = exp(-mean)
                var sum = chance
                for number in 0..<depth {
                    upTo[end * depth + number] = sum + EventCounts.margin
                    chance *= mean / Double(number + 1)
                    sum += chance
                }
            }
            filled = (runs + 1) * depth
        }
    }

    @inline(__always) private static func shift(_ extra: Double, _ stratum: Double) -> Double {
        extra > 0 ? exp(extra * stratum - extra * extra / 2) : 1
    }

    func reading(_ body: (View) -> Void) {
        upTo.withUnsafeBufferPointer { upTo in
            strata.withUnsafeBufferPointer { body(View(all: all, extra: extra, strata: $0, upTo: upTo)) }
        }
    }

    /// Valid only within `reading`.
    struct View {
        fileprivate let all: Double
        fileprivate let extra: Double
        fileprivate let strata: UnsafeBufferPointer<Double>
        fileprivate let upTo: UnsafeBufferPointer<Double>

        @inline(__always) func number(_ draw: Int, at probability: Double) -> Int {
            let first = draw / EventCounts.run * EventCounts.depth
            // So many sums of the run's beginning lie below it for certain, found without a guess at each.
            var number = below(first, probability)
            if number == 4 { number += below(first + 4, probability) }
            if number < EventCounts.depth,
                probability < upTo[first + EventCounts.depth + number] - 2 * EventCounts.margin
            {
                return number
            }
            return counted(all * EventCounts.shift(extra, strata[draw]), probability)
        }

        /// Of four sums.
        @inline(__always) private func below(_ first: Int, _ probability: Double) -> Int {
            let sums = UnsafeRawPointer(upTo.baseAddress! + first).loadUnaligned(as: SIMD4<UInt64>.self)
            return Int(((sums &- SIMD4(repeating: probability.bitPattern)) &>> 63).wrappedSum())
        }

        private func counted(_ mean: Double, _ probability: Double) -> Int {
            var chance = exp(-mean)
            var (sum, count) = (chance, 0)
            while probability > sum, count < 500 {
                count += 1
                chance *= mean / Double(count)
                sum += chance
            }
            return count
        }
    }
}
