import Foundation
internal import Parallel

/// What the pipeline model has learned at the start of a day: all of it but the open deals.
struct PipelineFit: Sendable {
    let fit: Intensities
    /// What expected closes tell; nil where nothing.
    let due: DueEffect?
    let groups: Groups
    let values: DealValues
    let chances: Chances
    /// From deals that have not arrived yet, and their noise, by the node on which they would hang.
    let new: Totals
    let newVariance: Totals
    /// The noise that is left of them were everything known that can be.
    let newLuck: Totals
    /// The level of progress, of losses or of arrivals broke not long ago.
    let isChanging: Bool
    let today: Int32

    /// - Parameter places: of the moment's book, by the groups of `ways` and sizes by its bounds.
    init(_ moment: Moment, _ ways: WayFit, _ places: DealPlaces, shares: NewBusinessShares) {
        let book = moment.book
        today = moment.day
        groups = ways.groups
        fit = ways.fit
        due = ways.due
        values = DealValues(moment)
        chances = ways.chances
        let arrivals = ways.arrivals
        let new = NewBusiness(moment, places, arrivals, values, chances, shares: shares).own
        var variance = Totals(book.allocation.nodeCount)
        var luck = variance
        let arriving = arrivals.perDay.reduce(0, +)
        for node in variance.amount.indices where new.count[node] > 0 {
            let mean = new.amount[node] / new.count[node]
            let (wins, square) = (new.count[node], new.count[node] * mean * mean)
            variance.amount[node] = square * (1 + values.relativeVariance) * arrivals.dispersion
            variance.count[node] = wins * arrivals.dispersion
            // Of deals that come unevenly a share is won, so wins come unevenly by that share only.
            let uneven = 1 + (arrivals.dispersion - 1) * min(1, wins / (arriving * shares.share[node]))
            luck.amount[node] = square * (values.relativeVariance + uneven)
            luck.count[node] = wins * uneven
        }
        newLuck = luck
        self.new = new
        newVariance = variance
        isChanging = (fit.pace?.isChanging ?? false) || arrivals.isChanging
    }

    private init(_ other: PipelineFit, _ remap: NodeMap) {
        (fit, groups, values, chances) = (other.fit, other.groups, other.values, other.chances)
        due = other.due
        today = other.today
        isChanging = other.isChanging
        new = remap(other.new)
        newVariance = remap(other.newVariance)
        newLuck = remap(other.newLuck)
    }

    /// The same over another tree.
    func mapped(_ remap: NodeMap) -> PipelineFit { PipelineFit(self, remap) }

    /// Stages that changed their pace alone not long ago, the surest first.
    func stageChanges(_ states: PathStates) -> [PaceChange] {
        (fit.alone?.found ?? []).filter { $0.state < states.unknownBase && today - $0.since <= StageBreaks.told }.map {
            PaceChange(stage: $0.state, isLosing: $0.drive == .losing, ratio: $0.ratio, since: $0.since)
        }
    }
}

/// The semi-Markov pipeline model at one moment: what is still to come, by node with its subtree.
struct PipelineModel: Sendable {
    let open: Totals
    let new: Totals
    /// Noise of the amount and of the count still to come, by node.
    let variance: Totals
    /// What of it nobody could forecast away.
    let luck: Totals
    /// Open deals with their chance to be won in the period and their value if won; only when asked for.
    let deals: [Chance]
    let learned: PipelineFit

    /// Mean value of a deal won from new business, and σ of its logarithm; σ of won value to amount.
    var newValue: Double { learned.values.mean }
    var newSpread: Double { log1p(learned.values.relativeVariance).squareRoot() }
    var valueSpread: Double { learned.values.spread }
    var fit: Intensities { learned.fit }
    var groups: Groups { learned.groups }

    struct Chance: Sendable {
        let deal: Int32
        let state: Int
        /// Days in the stage.
        let age: Int
        /// Expected to close; Int32.max is "no date".
        let due: Int32
        let chance: Double
        /// The same without the group multipliers and the date; only when it is asked for.
        let plainChance: Double
        let value: Double
        /// Nobody said its amount.
        let isVague: Bool
    }

    /// - Parameters:
    ///   - places: by the groups of what was learned.
    ///   - isExplained: with `plainChance` of the deals that are kept.
    init(
        _ learned: PipelineFit, _ deals: [OpenDeal], _ history: History, _ places: DealPlaces,
        _ allocation: Allocation, keepDeals: Bool, isExplained: Bool = false
    ) {
        let (chances, values) = (learned.chances, learned.values)
        var open = Totals(allocation.nodeCount)
        var variance = open
        let usual = LevelGrid.place(progress: 0, losing: 0)
        let found = places.reading { places in
            // Read by several at once, written by none.
            nonisolated(unsafe) let places = places
            return spread(deals.count, parts: deals.count < 1_000 ? 1 : 8) { place in
                let row = deals[place]
                let state = Int(row.state)
                let age = max(0, Int(learned.today - 1 - row.enter))
                return Chance(
                    deal: row.deal, state: state, age: age, due: row.due,
                    chance: chances.open(places.place(of: Int(row.deal)), state, age, due: row.due),
                    plainChance: isExplained ? chances.open(usual, state, age) : 0,
                    value: values.value(row, history), isVague: row.amount.isNaN)
            }
        }
        for bet in found {
            let (deal, p, value) = (Int(bet.deal), bet.chance, bet.value)
            allocation.add(p * value, of: deal, to: &open.amount)
            open.count[Int(allocation.nodeOfDeal[deal])] += p
            let noise = p * value * value * (1 - p + values.spread * values.spread)
            allocation.addSquare(noise, of: deal, to: &variance.amount)
            variance.count[Int(allocation.nodeOfDeal[deal])] += p * (1 - p)
        }
        var luck = variance
        for node in 0..<allocation.nodeCount {
            luck.amount[node] += learned.newLuck.amount[node]
            luck.count[node] += learned.newLuck.count[node]
            variance.amount[node] += learned.newVariance.amount[node]
            variance.count[node] += learned.newVariance.count[node]
        }
        self.learned = learned
        self.deals = keepDeals ? found : []
        self.open = open.rolledUp(allocation)
        new = learned.new.rolledUp(allocation)
        self.variance = variance.rolledUp(allocation)
        self.luck = luck.rolledUp(allocation)
    }
}

/// Probability of being won within the period: what is won before it starts taken off.
struct Chances: Sendable {
    private let until: WinTable
    private let before: WinTable?
    private let firstOffset: Int
    /// What the expected close makes of either; nil where it tells nothing.
    private let untilOdds: DueOdds?
    private let beforeOdds: DueOdds?

    init(_ fit: Intensities, _ due: DueEffect?, _ calendar: History.Calendar, today: Int32, period: Window) {
        let rates = DayRates(fit, calendar, from: today, to: period.end, levels: LevelGrid.levels)
        until = WinTable(rates, to: period.end)
        before = period.start > today ? WinTable(rates, to: period.start) : nil
        firstOffset = Int(period.start - today)
        guard let due, period.end > today else {
            (untilOdds, beforeOdds) = (nil, nil)
            return
        }
        let lanes = DueLanes(due, fit, .period)
        let dated = DayRates(fit, calendar, from: today, to: period.end, lanes: lanes)
        untilOdds = DueOdds(dated, lanes, to: period.end)
        beforeOdds = period.start > today ? DueOdds(dated, lanes, to: period.start) : nil
    }

    @inline(__always) func open(_ place: LevelGrid.Place, _ state: Int, _ age: Int) -> Double {
        let p = until.chance(place, state, age)
        guard let before else { return max(0, p) }
        return max(0, p - before.chance(place, state, age))
    }

    /// With its expected close; Int32.max is "no date".
    @inline(__always) func open(_ place: LevelGrid.Place, _ state: Int, _ age: Int, due: Int32) -> Double {
        guard let untilOdds else { return open(place, state, age) }
        let p = untilOdds.apply(to: until.chance(place, state, age), place, state, age, due: due)
        guard let before, let beforeOdds else { return max(0, p) }
        return max(0, p - beforeOdds.apply(to: before.chance(place, state, age), place, state, age, due: due))
    }

    /// For a deal that enters `state` on day `offset`.
    @inline(__always) func arriving(_ level: Int, _ state: Int, _ offset: Int) -> Double {
        let chance = until.chanceArriving(level, state, offset)
        guard let before, offset < firstOffset else { return chance }
        return max(0, chance - before.chanceArriving(level, state, offset))
    }

    var size: Int {
        until.size + (before?.size ?? 0) + (untilOdds?.size ?? 0) + (beforeOdds?.size ?? 0)
    }

    func isInPeriod(_ offset: Int) -> Bool { offset >= firstOffset }
}
