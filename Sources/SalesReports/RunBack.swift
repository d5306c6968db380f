/// What a number of wins needs of the stages before: the plan run back through a chain of conversions.
struct RunBack: Equatable {
    /// By stage of the chain: how many must come to it for one win; nil when nobody gets through.
    let perWin: [Double]?
    /// Of a hundred who begin anywhere, how many come to each stage, then are won.
    let reach: [Double]

    /// `arrivals`: how those who begin are divided between the stages; all at the first when nobody began.
    init(_ conversions: [Double], arrivals: [Int]) {
        let all = arrivals.reduce(0, +)
        let share = arrivals.indices.map { all > 0 ? Double(arrivals[$0]) / Double(all) : $0 == 0 ? 1 : 0 }
        var reach = [Double]()
        var coming = 0.0
        for (stage, conversion) in conversions.enumerated() {
            coming += share[stage]
            reach.append(coming)
            coming *= conversion
        }
        let won = coming
        self.reach = reach + [won]
        perWin = won > 1e-9 ? reach.map { $0 / won } : nil
    }
}
