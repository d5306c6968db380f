/// Chances of being won before the end, as of the first day, by days left: backwards through days on which every lane is in
/// the bucket of its day.
struct DueRecursion: Sendable {
    typealias Four = DueGrid.Four

    /// [(state × ages + age) × stride + lane × fours + four]
    let table: [Four]
    /// By place: the knots, "no date", and last "as if dates told nothing".
    let lane: [Int]
    let stride: Int

    init(_ rates: DayRates, _ lanes: DueLanes, _ knots: DueKnots, days: Int) {
        let fours = lanes.grid.fours
        let stride = (knots.count + 2) * fours
        let cells = rates.states * rates.ages
        let chance = rates.chance.withUnsafeBufferPointer { chance in
            (0..<chance.count / 4).map {
                Four(
                    Float(chance[4 * $0]), Float(chance[4 * $0 + 1]), Float(chance[4 * $0 + 2]),
                    Float(chance[4 * $0 + 3]))
            }
        }
        var strands = DueStrands(places: knots.count + 2)
        let slips = DueSlips(lanes.moves, knots, days: days, fours: fours)
        table = [Four](unsafeUninitializedCapacity: cells * stride) { space, filled in
            guard let table = space.baseAddress else { return }
            space.initialize(repeating: .zero)
            filled = space.count
            for offset in Swift.stride(from: days - 1, through: 0, by: -1) {
                let buckets = knots.lefts.map { DueBucket.of(left: $0 - offset) } + [DueBucket.undated, DueLanes.plain]
                for parting in strands.back(buckets) {
                    for cell in 0..<cells {
                        let row = table + cell * stride
                        (row + parting.lane * fours).update(from: row + parting.from * fours, count: fours)
                    }
                }
                slips.apply(to: space, offset, strands, stride: stride)
                chance.withUnsafeBufferPointer { chance in
                    guard let chance = chance.baseAddress else { return }
                    let day = chance + rates.classOfDay[offset] * rates.size / 4
                    DueRecursion.step(table, day, rates, strands, fours: fours, stride: stride)
                }
            }
        }
        self.stride = stride
        lane = strands.lane
    }

    /// As `WinTable` steps.
    private static func step(
        _ table: UnsafeMutablePointer<Four>, _ chance: UnsafePointer<Four>, _ rates: DayRates, _ strands: DueStrands,
        fours: Int, stride: Int
    ) {
        let width = strands.count * fours
        withUnsafeTemporaryAllocation(of: Four.self, capacity: (rates.states + 2) * width) { space in
            guard let gained = space.baseAddress else { return }
            let (stay, fresh) = (gained + width, gained + 2 * width)
            for state in 0..<rates.states {
                (fresh + state * width).initialize(from: table + state * rates.ages * stride, count: width)
            }
            for state in 0..<rates.states {
                let starts = rates.starts[state]
                let oldest = starts[starts.count - 1] - 1
                for bin in 0..<starts.count - 1 {
                    let bucket = chance + rates.offset[state][bin] / 4
                    let targets = rates.destinations[state].map { UnsafePointer(fresh + $0 * width) }
                    gather(bucket, targets, rates.levels / 4, strands.bucket, fours, gained: gained, stay: stay)
                    for age in starts[bin]..<starts[bin + 1] {
                        let here = table + (state * rates.ages + age) * stride
                        let later = table + (state * rates.ages + min(age + 1, oldest)) * stride
                        for lane in 0..<width { here[lane] = gained[lane] + stay[lane] * later[lane] }
                    }
                }
            }
        }
    }

    /// By lane: gained on the day, and the chance to stay.
    /// - Parameter chance: stays, is won, moves on to each destination, each in so many fours.
    @inline(__always) private static func gather(
        _ chance: UnsafePointer<Four>, _ targets: [UnsafePointer<Four>], _ levels: Int, _ buckets: [Int], _ fours: Int,
        gained: UnsafeMutablePointer<Four>, stay: UnsafeMutablePointer<Four>
    ) {
        for (lane, bucket) in buckets.enumerated() {
            let row = chance + bucket * fours
            for four in lane * fours..<(lane + 1) * fours {
                let level = four - lane * fours
                stay[four] = row[level]
                gained[four] = row[levels + level]
            }
            for (slot, target) in targets.enumerated() {
                let row = row + (2 + slot) * levels
                for four in lane * fours..<(lane + 1) * fours {
                    gained[four] += row[four - lane * fours] * target[four]
                }
            }
        }
    }
}
