/// How many deals were created on each day, by where they stood at its end: what every moment's mix of new business is
/// added up from, without looking at a deal again.
struct Entries: Sendable {
    /// Days on which a deal was created, ascending.
    private let days: [Int32]
    /// [row of `days` × width + slot]: a state, then won, then lost.
    private let number: [Int32]
    private let width: Int

    /// - Parameter order: the deals in order of the day on which they were created.
    init(_ history: History, _ paths: Paths, inOrder order: [Int32]) {
        let width = paths.stateCount + 2
        var days = [Int32]()
        var number = [Int32]()
        let (created, first) = (history.created, paths.firstState)
        for row in order {
            let (day, state) = (created[Int(row)], first[Int(row)])
            if days.last != day {
                days.append(day)
                number.append(contentsOf: repeatElement(0, count: width))
            }
            let slot = state < Paths.won ? Int(state) : width - (state == Paths.won ? 2 : 1)
            number[number.count - width + slot] += 1
        }
        self.days = days
        self.number = number
        self.width = width
    }

    /// Where the deals of the year before a day began, the recent ones counting most: by state, and won at once. Each deal's
    /// weight is added by itself, so the sums are those of a pass over the deals.
    func shares(before today: Int32) -> (mix: [Double], wonAtOnce: Double) {
        let fade = FadeByDay(half: 90, longest: 364)
        var sums = [Double](repeating: 0, count: width)
        var all = 0.0
        for row in days.partition(before: today - 364)..<days.partition(before: today) {
            let weight = fade[today - days[row]]
            for slot in 0..<width {
                var sum = sums[slot]
                for _ in 0..<number[row * width + slot] {
                    sum += weight
                    all += weight
                }
                sums[slot] = sum
            }
        }
        let shares = all > 0 ? sums.map { $0 / all } : sums
        return (Array(shares.dropLast(2)), shares[width - 2])
    }
}
