import Foundation

/// What deals were won for against what was said of them when they entered a stage: running sums by day of the win, so
/// that every moment reads its own.
struct ValueGrowth: Sendable {
    private let firstDay: Int32
    private let days: Int
    private let states: Int
    /// [state × (days + 1) + day]
    private var said: [Double]
    private var got: [Double]
    private var squares: [Double]
    private var number: [Double]

    init(_ history: History, _ paths: Paths, wonDay: [Int32], amount: [Double], firstDay: Int32) {
        let days = max(1, Int(history.today - firstDay) + 1)
        self.firstDay = firstDay
        self.days = days
        states = paths.stateCount
        said = [Double](repeating: 0, count: states * (days + 1))
        got = said
        squares = said
        number = said
        for spell in paths.deal.indices where paths.next[spell] != Paths.lost {
            let deal = Int(paths.deal[spell])
            guard wonDay[deal] != .max, !history.moneyless[deal] else { continue }
            let value = amount[deal]
            // Both at the rates of the win: what rates do is not growth.
            let before = history.amount(of: deal, at: paths.enter[spell], ratesOf: wonDay[deal])
            guard value > 0, before > 0, wonDay[deal] >= firstDay else { continue }
            let place = Int(paths.stage[spell]) * (days + 1) + min(days, Int(wonDay[deal] - firstDay) + 1)
            said[place] += before
            got[place] += value
            if value != before {
                let growth = log(value / before)
                squares[place] += growth * growth
            }
            number[place] += 1
        }
        for state in 0..<states {
            for place in state * (days + 1) + 1..<(state + 1) * (days + 1) {
                said[place] += said[place - 1]
                got[place] += got[place - 1]
                squares[place] += squares[place - 1]
                number[place] += number[place - 1]
            }
        }
    }

    /// By state, of deals won before `day`: ratio shrunk to the company's and that to 1 by five deals; and the relative
    /// spread of won value around what was said.
    func ratios(before day: Int32) -> (ratio: [Double], spread: Double) {
        let offset = min(days, max(0, Int(day - firstDay)))
        let places = (0..<states).map { $0 * (days + 1) + offset }
        let count = places.reduce(0) { $0 + number[$1] }
        guard count > 0 else { return ([Double](repeating: 1, count: states), 0.3) }
        let allSaid = places.reduce(0) { $0 + said[$1] }
        let mean = allSaid / count
        let overall = (places.reduce(0) { $0 + got[$1] } + 5 * mean) / (allSaid + 5 * mean)
        let spread = count >= 5 ? min(2, (places.reduce(0) { $0 + squares[$1] } / count).squareRoot()) : 0.3
        return (places.map { (got[$0] + 5 * mean * overall) / (said[$0] + 5 * mean) }, spread)
    }
}
