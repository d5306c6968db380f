/// Which places go through the same buckets from a day to the end: going backwards they are one lane until then. So it
/// costs little to look closely at the first days, on which deals with dates near each other part.
struct DueStrands: Sendable {
    /// By place.
    private(set) var lane: [Int]
    /// By lane, on the day in question.
    private(set) var bucket: [Int]

    init(places: Int) {
        lane = [Int](repeating: 0, count: places)
        bucket = [0]
    }

    var count: Int { bucket.count }

    /// A lane that begins as the copy of another.
    struct Parting {
        let lane: Int
        let from: Int
    }

    /// One day back.
    /// - Parameter buckets: by place, on that day.
    mutating func back(_ buckets: [Int]) -> [Parting] {
        let kinds = DueBucket.count + 1
        var heir = [Int](repeating: -1, count: count * kinds)
        var isTaken = [Bool](repeating: false, count: count)
        var parted: [Parting] = []
        for (place, now) in buckets.enumerated() {
            let old = lane[place]
            if heir[old * kinds + now] < 0 {
                if isTaken[old] {
                    parted.append(Parting(lane: bucket.count, from: old))
                    heir[old * kinds + now] = bucket.count
                    bucket.append(now)
                } else {
                    heir[old * kinds + now] = old
                    bucket[old] = now
                    isTaken[old] = true
                }
            }
            lane[place] = heir[old * kinds + now]
        }
        return parted
    }
}
