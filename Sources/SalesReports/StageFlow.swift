internal import Forecasting

/// How many more deals come to each stage of one chain by the end of the period: those on their way, each by the days
/// that it has stood, and those who are still to begin.
struct StageFlow {
    /// By stage, then won: expected on the days that are left and lie in the period.
    let coming: [Double]

    struct Stage {
        let incidence: Incidence
        /// By days since coming, a factor on moving on: what is believed of this scope against the reference.
        let factor: (Int) -> Double
        /// Of deals that stand here: the day on which each came.
        let standing: [Int32]
        /// Expected to begin here, by day from `first` on.
        let beginning: [Double]
    }

    /// Days `first ..< end` are left; those before `start` bring deals farther, but count for nothing.
    init(_ stages: [Stage], first: Int32, start: Int32, end: Int32) {
        let days = max(0, Int(end - first))
        let from = max(0, Int(start - first))
        var coming = [Double]()
        var entering = [Double](repeating: 0, count: days)
        for stage in stages {
            for day in 0..<days { entering[day] += day < stage.beginning.count ? stage.beginning[day] : 0 }
            coming.append(entering.dropFirst(from).reduce(0, +))
            entering = stage.leaving(entering, first: first)
        }
        self.coming = coming + [entering.dropFirst(from).reduce(0, +)]
    }
}

extension StageFlow.Stage {
    /// Who moves on, by day, of those who stand here and of those who come.
    fileprivate func leaving(_ entering: [Double], first: Int32) -> [Double] {
        let days = entering.count
        var leaving = [Double](repeating: 0, count: days)
        let step = (0..<max(days, incidence.moved.count)).map { incidence.movesOn(on: $0) * factor($0) }
        for enter in standing {
            let age = Int(first - enter)
            let staying = age > 0 ? (age - 1 < incidence.staying.count ? incidence.staying[age - 1] : 0) : 1
            guard staying > 1e-9 else { continue }
            for day in 0..<days where age + day < step.count && age + day >= 0 {
                leaving[day] += step[age + day] / staying
            }
        }
        for came in 0..<days where entering[came] > 0 {
            for day in came..<days { leaving[day] += entering[came] * step[day - came] }
        }
        return leaving
    }
}
