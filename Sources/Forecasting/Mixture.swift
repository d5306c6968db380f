import Foundation

/// The model's answer in one measure: both groups mixed for the whole, spread over the tree, with its uncertainty.
struct Mixture: Sendable {
    /// Still to come, by node; parts add up.
    let open: [Double]
    let new: [Double]
    let blend: Blend
    let isChanging: Bool
    /// A baseline that missed past windows by less, by more than one standard error over at least six.
    let betterBaseline: String?
    private let intervals: [Intervals]
    private let bets: [[Draws.Bet]]
    private let model: PipelineModel
    private let isMoney: Bool
    private let newSpread: Draws.Factors
    private let valueSpread: Draws.Factors
    private let drawn: DrawnBefore

    /// Below this many expected wins a lognormal is not trusted.
    static let few = 5.0

    init(
        _ measure: KeyPath<Totals, [Double]> & Sendable, _ learned: Learned, _ allocation: Allocation, _ nodes: Nodes,
        _ model: PipelineModel
    ) {
        self.model = model
        drawn = learned.drawn
        isMoney = measure == \Totals.amount
        newSpread = Draws.Factors(spread: isMoney ? model.newSpread : 0)
        valueSpread = Draws.Factors(spread: isMoney ? model.valueSpread : 0)
        let isLittle = learned.closedDeals < 30
        let (today, period, past, series) = (learned.day, learned.question.period, learned.past, learned.series)
        let gone = min(1, max(0, Double(today - period.start) / Double(max(1, period.end - period.start))))
        let rows = Mixture.rows(past, measure, today)
        let blend = Blend(
            rows, other: Mixture.rows(past, isMoney ? \.count : \.amount, today), gone: gone,
            hasStageHistory: learned.hasStageHistory, hasSeries: series != nil,
            shift: learned.pipeline.fit.pace?.shift ?? 0)
        self.blend = blend
        // The mean of three errors has about this noise when nothing changes.
        let noise =
            model.variance[keyPath: measure][0].squareRoot()
            / max(
                1e-9,
                model.open[keyPath: measure][0]
                    + model.new[keyPath: measure][0]) / 3.0.squareRoot()
        isChanging =
            learned.pipeline.isChanging
            || (rows.count >= 3 && abs(blend.recentError) > max(0.25, 2.5 * noise))
        betterBaseline = isMoney ? Mixture.betterBaseline(past, rows, blend) : nil

        func pipeline(_ window: PastWindow) -> [Double] {
            zip(window.pipelineOpen[keyPath: measure], window.pipelineNew[keyPath: measure]).map { $0 + $1 }
        }
        let levelRows = past.map {
            Levels.Row(
                pipeline: pipeline($0), recent: $0.recent[keyPath: measure], actual: $0.actual[keyPath: measure])
        }
        let levels = Levels(nodes, past: levelRows)

        let openRest = model.open[keyPath: measure]
        let newRest = model.new[keyPath: measure]
        let both = zip(openRest, newRest).map { $0 + $1 }
        let whole = max(0, blend.mix(pipeline: both[0], series: series?[keyPath: measure][0]))
        let before = learned.recent[keyPath: measure]
        let openShare = both[0] > 0 ? openRest[0] / both[0] : 0
        open = levels.spread(whole * openShare, pipeline: openRest, recent: before)
        new = levels.spread(whole * (1 - openShare), pipeline: newRest, recent: before)

        // What the same procedure would have erred by, node by node, against the noise known then.
        var errors = [[Intervals.Error]](repeating: [], count: allocation.nodeCount)
        for (window, row) in zip(past, zip(rows, levelRows)) {
            let forecast = levels.spread(
                max(0, blend.mix(pipeline: row.0.pipeline, series: row.0.series)), pipeline: row.1.pipeline,
                recent: row.1.recent)
            let weight = exp2(-Double(today - window.period.end) / Blend.halfLife)
            let variance = window.variance[keyPath: measure]
            for node in errors.indices where forecast[node] > 0 || row.1.actual[node] > 0 {
                errors[node].append(
                    Intervals.Error(
                        error: Blend.error(forecast[node], row.1.actual[node]),
                        noise: Intervals.noise(variance: variance[node], rest: row.1.pipeline[node]).squareRoot(),
                        weight: weight))
            }
        }
        let variance = model.variance[keyPath: measure]
        let priors = Intervals.priors(
            errors, parent: allocation.parent,
            noise: errors.indices.map { Intervals.noise(variance: variance[$0], rest: both[$0]) })
        intervals = errors.indices.map {
            Intervals(
                variance: variance[$0], rest: both[$0], errors: errors[$0], prior: priors[$0], little: isLittle)
        }
        bets = Mixture.bets(allocation, model, isMoney: measure == \Totals.amount)
    }

    private static func rows(_ past: [PastWindow], _ measure: KeyPath<Totals, [Double]>, _ today: Int32) -> [Blend.Row]
    {
        past.map { window in
            Blend.Row(
                pipeline: window.pipelineOpen[keyPath: measure][0] + window.pipelineNew[keyPath: measure][0],
                series: window.series?[keyPath: measure][0], actual: window.actual[keyPath: measure][0],
                age: Double(today - window.period.end), variance: window.variance[keyPath: measure][0])
        }
    }

    private static func betterBaseline(_ past: [PastWindow], _ rows: [Blend.Row], _ blend: Blend) -> String? {
        let names = Set(past.flatMap(\.baselines.keys)).sorted()
        let found = names.compactMap { name -> (name: String, gain: Double)? in
            let gains = zip(past, rows).compactMap { window, row in
                window.baselines[name].map {
                    abs(blend.mix(pipeline: row.pipeline, series: row.series) - row.actual) - abs($0 - row.actual)
                }
            }
            guard gains.count >= 6 else { return nil }
            let number = Double(gains.count)
            let mean = gains.reduce(0, +) / number
            let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (number - 1)
            return mean > (variance / number).squareRoot() ? (name, mean) : nil
        }
        return found.max { $0.gain < $1.gain }?.name
    }

    /// Deals of the nodes in which few wins are expected.
    private static func bets(_ allocation: Allocation, _ model: PipelineModel, isMoney: Bool) -> [[Draws.Bet]] {
        var bets = [[Draws.Bet]](repeating: [], count: allocation.nodeCount)
        let few = bets.indices.map { model.open.count[$0] + model.new.count[$0] < Mixture.few }
        for bet in model.deals where bet.chance > 1e-6 {
            for (node, fraction) in isMoney
                ? allocation.nodes(of: Int(bet.deal)) : [(Int(allocation.nodeOfDeal[Int(bet.deal)]), 1.0)]
            {
                var above = node
                while above >= 0 {
                    if few[above] {
                        bets[above].append(.init(chance: bet.chance, value: isMoney ? bet.value * fraction : 1))
                    }
                    above = Int(allocation.parent[above])
                }
            }
        }
        return bets
    }

    func distribution(_ node: Int, base: Double) -> Distribution {
        let rest = open[node] + new[node]
        guard rest > 0 else { return Distribution(base: base, shape: .point) }
        let interval = intervals[node]
        if model.open.count[node] + model.new.count[node] < Mixture.few {
            let extra = max(0, interval.sigma * interval.sigma - interval.noise * interval.noise).squareRoot()
            if let samples = draws(node, rest: rest, extra: min(extra, 1))?.scaled(to: rest) {
                return Distribution(base: base, shape: .samples(samples))
            }
        }
        return .lognormal(base: base, mean: rest, sigma: interval.sigma)
    }

    /// Up to twice what the pipeline expects of a node is the same deals worth more. What its recent share gives it beyond
    /// that are deals that nobody has entered.
    private func draws(_ node: Int, rest: Double, extra: Double) -> Draws? {
        let value = isMoney ? model.newValue : 1
        let own =
            (isMoney
                ? model.open.amount[node] + model.new.amount[node] : model.open.count[node] + model.new.count[node])
        let beyond = value > 0 ? max(0, rest - 2 * own) / value : 0
        let (bets, new) = (bets[node], model.new.count[node] + beyond)
        let seed = UInt64(node) &* 7919 &+ 1
        let print = Draws.print(
            bets, new: new, newValue: value, newSpread: newSpread, valueSpread: valueSpread, extra: extra, seed: seed)
        return drawn.draws(.init(node: node, isMoney: isMoney), print) {
            Draws(
                bets, new: new, newValue: value, newSpread: newSpread, valueSpread: valueSpread, extra: extra,
                seed: seed)
        }
    }
}
