/// Days left for which chances are computed, and how they are read in between.
struct DueKnots: Sendable {
    /// Ascending; whatever is further off on either side is as the last one.
    let lefts: [Int]
    /// From `first` on: place, and how far on the way to the next.
    private let places: [(place: Int32, part: Float)]

    /// Days from today after which a deal goes over to the next bucket: a fast deal's chance hangs on the first of them
    /// more than on all others, so they are a little less than doubled from one to the next.
    private static let crossings = [0, 1, 2, 3, 5, 8, 13, 22, 40, 75, 150, 300]

    /// - Parameter every: 1 takes all crossings, 2 every second one.
    init(days: Int, every: Int) {
        let days = max(1, days)
        let crossings = stride(from: 0, to: DueKnots.crossings.count, by: every).map { DueKnots.crossings[$0] }
        let bounds = DueBucket.bounds.map { Int($0) - 1 }
        let lefts = Set(
            bounds.enumerated().flatMap { number, bound in
                let next = number + 1 < bounds.count ? bounds[number + 1] - bound : .max
                return crossings.filter { $0 < min(days, next) }.map { bound + $0 } + [bound + days]
            }
        ).sorted()
        self.lefts = lefts
        places = DueKnots.places(lefts)
    }

    var count: Int { lefts.count }

    @inline(__always) func place(of left: Int) -> (place: Int, part: Float) {
        let (place, part) = places[min(max(0, left - lefts[0]), places.count - 1)]
        return (Int(place), part)
    }

    var size: Int { places.count * 8 }

    private static func places(_ knots: [Int]) -> [(place: Int32, part: Float)] {
        var place = 0
        return (knots[0]...knots[knots.count - 1]).map { left in
            while place + 2 < knots.count, knots[place + 1] <= left { place += 1 }
            let part = Float(left - knots[place]) / Float(knots[place + 1] - knots[place])
            return (Int32(place), part)
        }
    }
}
