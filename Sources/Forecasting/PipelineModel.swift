import Foundation

/// The semi-Markov pipeline model at one moment: what is still to come, by node with its subtree.
struct PipelineModel: Sendable {
    let open: Totals
    let new: Totals
    /// Noise of the amount and of the count still to come, by node.
    let variance: Totals
    /// Open deals with their chance to be won in the period and their value if won; only when asked for.
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

    init(
        _ moment: Moment, _ process: Process, period: Window, shares: NewBusinessShares, keepDeals: Bool,
        settings: FitSettings = .standard
    ) {
        let book = moment.book
        let (history, paths, allocation) = (book.history, book.paths, book.allocation)
        let today = moment.day
        let groups = process.groups
        let fit = Intensities(process.lexis, paths, history.calendar, today: today, settings)
        let values = DealValues(moment)
        let tables = Chances(fit, history.calendar, today: today, period: period)
        var open = Totals(allocation.nodeCount)
        var variance = open
        var deals: [Chance] = []
        for row in moment.open {
            let deal = Int(row.deal)
            let state = Int(row.state)
            let age = max(0, Int(today - 1 - row.enter))
            let place = groups.flat.place(of: deal, book.codes)
            let p = tables.open(place, state, age)
            let value = values.value(row, history)
            if keepDeals {
                deals.append(
                    Chance(
                        deal: row.deal, state: state, age: age, chance: p,
                        plainChance: tables.open(LevelGrid.place(progress: 0, losing: 0), state, age), value: value))
            }
            allocation.add(p * value, of: deal, to: &open.amount)
            open.count[Int(allocation.nodeOfDeal[deal])] += p
            let noise = p * value * value * (1 - p + values.spread * values.spread)
            allocation.addSquare(noise, of: deal, to: &variance.amount)
            variance.count[Int(allocation.nodeOfDeal[deal])] += p * (1 - p)
        }
        let arrivals = Arrivals(moment, end: period.end)
        let new = NewBusiness(moment, process, arrivals, values, tables, shares: shares).own
        for node in 0..<allocation.nodeCount where new.count[node] > 0 {
            let mean = new.amount[node] / new.count[node]
            variance.amount[node] += new.count[node] * mean * mean * (1 + values.relativeVariance) * arrivals.dispersion
            variance.count[node] += new.count[node] * arrivals.dispersion
        }
        self.deals = deals
        newValue = values.mean
        newSpread = log1p(values.relativeVariance).squareRoot()
        valueSpread = values.spread
        self.fit = fit
        self.groups = groups
        self.open = open.rolledUp(allocation)
        self.new = new.rolledUp(allocation)
        self.variance = variance.rolledUp(allocation)
    }
}

/// Probability of being won within the period: both memories averaged, what is won before it starts taken off.
struct Chances: Sendable {
    private let until: WinTable
    private let before: WinTable?
    private let firstOffset: Int

    init(_ fit: Intensities, _ calendar: History.Calendar, today: Int32, period: Window) {
        let memories = [fit.long, fit.short].map {
            DayRates(fit, $0, calendar, from: today, to: period.end, levels: LevelGrid.levels)
        }
        func table(to end: Int32) -> WinTable {
            WinTable(meanOf: WinTable(memories[0], to: end), WinTable(memories[1], to: end))
        }
        until = table(to: period.end)
        before = period.start > today ? table(to: period.start) : nil
        firstOffset = Int(period.start - today)
    }

    @inline(__always) func open(_ place: LevelGrid.Place, _ state: Int, _ age: Int) -> Double {
        let p = until.chance(place, state, age)
        guard let before else { return max(0, p) }
        return max(0, p - before.chance(place, state, age))
    }

    /// For a deal that enters `state` on day `offset`.
    @inline(__always) func arriving(_ level: Int, _ state: Int, _ offset: Int) -> Double {
        let chance = until.chanceArriving(level, state, offset)
        guard let before, offset < firstOffset else { return chance }
        return max(0, chance - before.chanceArriving(level, state, offset))
    }

    func isInPeriod(_ offset: Int) -> Bool { offset >= firstOffset }
}
