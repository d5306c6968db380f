import Foundation

/// The semi-Markov pipeline model at one moment: what is still to come, by node with its subtree.
struct PipelineModel: Sendable {
    let open: Totals
    let new: Totals
    /// Noise of the amount and of the count still to come, by node.
    let variance: Totals
    /// Open deals with their chance to be won in the period and their value if won.
    let deals: [Chance]
    /// Mean value of a deal won from new business, and σ of its logarithm; σ of won value to amount.
    let newValue: Double
    let newSpread: Double
    let valueSpread: Double
    let fit: Intensities
    let groups: Groups

    struct Chance: Sendable {
        let deal: Int32
        let state: Int
        /// Days in the stage.
        let age: Int
        let chance: Double
        /// The same without the group multipliers.
        let plainChance: Double
        let value: Double
    }

    init(_ scene: Scene, period: Window, shares: NewBusinessShares, settings: FitSettings = .standard) {
        let history = scene.history
        let paths = scene.paths
        let standing = scene.standing
        let allocation = scene.allocation
        let today = history.today
        var lexis = Lexis(paths, today: today)
        var fit = Intensities(lexis, paths, history.calendar, today: today, settings)
        var groups = Groups(history, paths, fit, lexis, today: today)
        for _ in 0..<1 {
            let weights = Lexis.Drive.allCases.map { drive in
                history.created.indices.map {
                    exp(groups.log(drive, of: $0, history, amount: history.lastAmount(of: $0)))
                }
            }
            lexis = Lexis(paths, today: today, weights: weights)
            fit = Intensities(lexis, paths, history.calendar, today: today, settings)
            groups = Groups(history, paths, fit, lexis, today: today)
        }
        let dealValues = DealValues(history, paths, scene.wins, scene.openValue, horizon: period.end - today)
        let tables = [fit.long, fit.short].map {
            WinTable(fit, $0, history.calendar, from: today, to: period.end, levels: LevelGrid.levels)
        }
        var open = Totals(allocation.nodeCount)
        var variance = open
        var deals: [Chance] = []
        let notYet = period.start > today
        let before =
            notYet
            ? [fit.long, fit.short].map {
                WinTable(fit, $0, history.calendar, from: today, to: period.start, levels: LevelGrid.levels)
            } : []
        for spell in paths.deal.indices where paths.exit[spell] == Paths.never {
            let deal = Int(paths.deal[spell])
            let state = Int(paths.stage[spell])
            let age = Int(today - 1 - paths.enter[spell])
            let amount = standing.amount[deal]
            let place = LevelGrid.place(
                progress: groups.log(.progress, of: deal, history, amount: amount),
                losing: groups.log(.losing, of: deal, history, amount: amount))
            func chance(_ table: WinTable) -> Double { place.mix { table.chance($0, state, age) } }
            var p = (chance(tables[0]) + chance(tables[1])) / 2
            if notYet { p = max(0, p - (chance(before[0]) + chance(before[1])) / 2) }
            let value = dealValues.value(deal, state: state, amount: amount, history)
            let plain =
                (tables[0].chance(LevelGrid.middle, state, age) + tables[1].chance(LevelGrid.middle, state, age)) / 2
            let early = before.reduce(0) { $0 + $1.chance(LevelGrid.middle, state, age) / 2 }
            deals.append(
                Chance(
                    deal: Int32(deal), state: state, age: max(0, age), chance: p, plainChance: max(0, plain - early),
                    value: value))
            allocation.add(p * value, of: deal, to: &open.amount)
            open.count[Int(allocation.nodeOfDeal[deal])] += p
            let noise = p * (1 - p) * value * value + p * value * value * dealValues.spread * dealValues.spread
            allocation.addSquare(noise, of: deal, to: &variance.amount)
            variance.count[Int(allocation.nodeOfDeal[deal])] += p * (1 - p)
        }
        let arrivals = Arrivals(history, paths, end: period.end)
        var newWins = 0.0
        for offset in arrivals.perDay.indices {
            let inPeriod = today + Int32(offset) >= period.start
            var p = inPeriod ? arrivals.wonAtOnce : 0
            for state in 0..<paths.stateCount where arrivals.mix[state] > 0 {
                var chance = 0.0
                for table in tables { chance += table.chanceArriving(LevelGrid.middle, state, offset) / 2 }
                if !inPeriod {
                    for table in before { chance -= table.chanceArriving(LevelGrid.middle, state, offset) / 2 }
                }
                p += arrivals.mix[state] * max(0, chance)
            }
            newWins += arrivals.perDay[offset] * p
        }
        var new = Totals(allocation.nodeCount)
        for node in 0..<allocation.nodeCount {
            let count = newWins * shares.share[node]
            new.count[node] = count
            new.amount[node] = count * dealValues.mean
            variance.amount[node] += count * dealValues.meanSquare * arrivals.dispersion
            variance.count[node] += count * arrivals.dispersion
        }
        self.deals = deals
        newValue = dealValues.mean
        newSpread =
            dealValues.mean > 0
            ? log(max(1, dealValues.meanSquare / (dealValues.mean * dealValues.mean))).squareRoot() : 0
        valueSpread = dealValues.spread
        self.fit = fit
        self.groups = groups
        self.open = open.rolledUp(allocation)
        self.new = new.rolledUp(allocation)
        self.variance = variance.rolledUp(allocation)
    }
}

/// Who gets new business: the nodes' share of arrivals in 26 weeks, shrunk to equal shares; closed nodes get none.
struct NewBusinessShares: Sendable {
    /// Of what hangs on each node itself; adds up to 1.
    let share: [Double]

    init(_ scene: Scene) {
        let (history, nodes, allocation) = (scene.history, scene.nodes, scene.allocation)
        var weight = [Double](repeating: 0, count: allocation.nodeCount)
        for deal in history.created.indices where history.created[deal] >= history.today - 182 {
            weight[Int(allocation.nodeOfDeal[deal])] += 1
        }
        let eligible = weight.indices.filter { nodes.open[$0] && weight[$0] > 0 }
        guard !eligible.isEmpty else {
            share = weight.indices.map { $0 == 0 ? 1 : 0 }
            return
        }
        let all = eligible.reduce(0) { $0 + weight[$1] }
        var share = [Double](repeating: 0, count: weight.count)
        for node in eligible {
            share[node] = (weight[node] + 10 / Double(eligible.count)) / (all + 10)
        }
        self.share = share
    }
}
