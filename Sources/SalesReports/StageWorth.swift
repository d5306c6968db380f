internal import SalesDomain

/// What stages at their reference would be worth in the period, from today on: what is expected of deals that have yet
/// to pass a stage grows as its conversion does. What is won already stays.
struct StageWorth {
    /// By state, expected of deals standing there.
    let open: [Double]
    /// Expected of deals yet to begin, by the state in which they will.
    let new: [Double]
    let repair: [Double]
    /// By state: those of one pipeline stand together.
    let pipeline: [Int32]

    /// `arrivals`: by state, in what proportion deals begin.
    init(_ spread: SpreadFigure, arrivals: [Double], _ beliefs: StageBeliefs, pipeline: [Int32]) {
        self.pipeline = pipeline
        open = pipeline.indices.map { Double(spread.model[$0]) }
        let all = arrivals.reduce(0, +)
        let whole = Double(spread.newBusiness.model)
        new = arrivals.indices.map { all > 0 ? whole * arrivals[$0] / all : $0 == 0 ? whole : 0 }
        repair = pipeline.indices.map(beliefs.repair)
    }

    /// One stage alone, minor units.
    func gain(_ state: Int) -> Int64 {
        let before = pipeline.indices.filter { pipeline[$0] == pipeline[state] && $0 <= state }
        return Int64(nearest: before.reduce(0) { $0 + open[$1] + new[$1] } * (repair[state] - 1))
    }

    /// All of them.
    var gain: Int64 {
        let parts = pipeline.indices.map { state -> Double in
            let ahead = pipeline.indices.filter { pipeline[$0] == pipeline[state] && $0 >= state }
            return (open[state] + new[state]) * (ahead.reduce(1) { $0 * repair[$1] } - 1)
        }
        return Int64(nearest: parts.reduce(0, +))
    }
}
