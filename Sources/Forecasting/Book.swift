internal import Parallel

/// Everything that is read off a history once and then serves every moment of it: paths, groups' codes, what was won.
final class Book: Sendable {
    let history: History
    let nodes: Nodes
    let allocation: Allocation
    let standing: Standing
    let paths: Paths
    /// All wins that stand at the history's moment, and the days on which deals were closed, ascending.
    let wins: Wins
    let closedDays: [Int32]
    /// By deal, Int32.max when it is not won.
    let wonDay: [Int32]
    let firstDay: Int32
    /// First recorded exit from a stage; the book's own first day when there was none.
    let firstExit: Int32
    /// By factor and deal.
    let codes: [[Int32]]
    /// By these codes; nil where there are too many.
    let kinds: DealKinds?
    /// Between the classes of size; empty where sizes say nothing.
    let sizeBounds: [Double]
    let growth: ValueGrowth
    let entries: Entries

    /// Deals in order of the day on which they were created.
    private let byCreation: [Int32]
    private let creationDays: [Int32]
    /// Every `stride`-th deal, from which multipliers are learned.
    let sample: Sample
    let stride: Int
    /// Of all spells.
    let risks: Risks
    let exits: LexisExits
    /// What was learned of it, where several questions are asked of one book.
    private let taught: Taught?

    /// - Parameter isShared: more than one question will be asked of it.
    init(_ history: History, _ nodes: Nodes, isShared: Bool = false) {
        taught = isShared ? Taught() : nil
        self.history = history
        self.nodes = nodes
        let allocation = Allocation(nodes)
        self.allocation = allocation
        let stride = Groups.stride(history.created.count)
        self.stride = stride
        let (ways, ends) = both({ Ways(history, stride: stride) }, { Ends(history, allocation) })
        let paths = ways.paths
        self.paths = paths
        sample = ways.sample
        risks = ways.risks
        exits = ways.exits
        standing = ends.standing
        wins = ends.wins
        closedDays = ends.closedDays
        codes = ends.codes
        sizeBounds = ends.sizeBounds
        wonDay = ends.wonDay
        firstDay = ends.firstDay
        byCreation = ends.byCreation
        creationDays = ends.byCreation.map { history.created[Int($0)] }
        firstExit = paths.firstExit.min().map { min($0, history.today) } ?? firstDay
        let (growth, sums) = both(
            {
                ValueGrowth(
                    history, paths, wonDay: ends.wonDay, amount: ends.standing.amount, firstDay: ends.firstDay)
            }, { Sums(history, paths, ends) })
        self.growth = growth
        entries = sums.entries
        kinds = sums.kinds
    }

    /// The spells of some deals, and their order by state. Close together: what is learned of them is learned many times.
    struct Sample: Sendable {
        let paths: Paths
        let order: SpellOrder

        init(_ paths: Paths, _ order: SpellOrder? = nil) {
            self.paths = paths
            self.order = order ?? SpellOrder(paths)
        }

        /// Spells of one state.
        func rows(_ state: Int) -> ArraySlice<Int32> { order.rows[order.start[state]..<order.start[state + 1]] }
    }

    // Work of which the first two do not need each other.

    /// The ways through the stages.
    private struct Ways: Sendable {
        let paths: Paths
        let sample: Sample
        let risks: Risks
        let exits: LexisExits

        init(_ history: History, stride: Int) {
            paths = Paths(history, hasStageHistory: Paths.hasStageHistory(history))
            let order = SpellOrder(paths)
            sample = stride == 1 ? Sample(paths, order) : Sample(paths.thinned(stride))
            let frame = Lexis.Frame(paths, today: history.today)
            let (risks, next) = Risks.read(paths, order, frame)
            self.risks = risks
            exits = LexisExits(
                risks, next, DayBlocks(history.calendar, firstDay: frame.firstDay, days: frame.days))
        }
    }

    /// Where deals stand, and what they are.
    private struct Ends: Sendable {
        let standing: Standing
        let wins: Wins
        let closedDays: [Int32]
        let codes: [[Int32]]
        let sizeBounds: [Double]
        let wonDay: [Int32]
        let firstDay: Int32
        let byCreation: [Int32]

        init(_ history: History, _ allocation: Allocation) {
            standing = Standing(history)
            wins = Wins(history, standing, allocation)
            var wonDay = [Int32](repeating: .max, count: history.created.count)
            for row in wins.deal.indices { wonDay[Int(wins.deal[row])] = wins.day[row] }
            self.wonDay = wonDay
            firstDay = history.created.least ?? history.today
            byCreation = DayOrder(history.created).rows
            let closed = DayOrder(standing.since) { [state = standing.state] in !Standing.isOpen(state[$0]) }
            closedDays = closed.rows.map { [since = standing.since] in since[Int($0)] }
            // What was said at first: a deal that moves on is often raised, so the last amount would tell its fate.
            let first = history.created.indices.map { history.firstAmount(of: $0) }
            sizeBounds = Groups.sizeBounds(
                history.created, wonDay, before: Ends.settled(history, byCreation) ?? .max
            ) { first[$0] }
            codes = Groups.codes(history, first, sizeBounds)
        }

        /// Up to which day a very large book says what is large and what is small: what sets classes apart stays as it is for
        /// a year, so that all its processes share them. Nil for others.
        private static func settled(_ history: History, _ byCreation: [Int32]) -> Int32? {
            guard Groups.stride(byCreation.count) > 1 else { return nil }
            let day = PastWays.anchor(history.today, isLarge: true)
            return history.created[Int(byCreation[Groups.enough])] < day ? day : nil
        }
    }

    /// Of all that either has read.
    private struct Sums: Sendable {
        let entries: Entries
        let kinds: DealKinds?

        init(_ history: History, _ paths: Paths, _ ends: Ends) {
            entries = Entries(history, paths, inOrder: ends.byCreation)
            kinds = DealKinds(ends.codes)
        }
    }

    var dealCodes: DealCodes { DealCodes(history, sizes: codes[Groups.Factor.amount.rawValue], kinds: kinds) }

    /// The same with sizes between other bounds.
    func dealCodes(_ bounds: [Double]) -> DealCodes {
        DealCodes(history, sizes: sizes(bounds), kinds: kinds(bounds))
    }

    /// Nil also where sizes lie between other bounds.
    func kinds(_ bounds: [Double]) -> DealKinds? { bounds == sizeBounds ? kinds : nil }

    /// Learned once for all questions where the book is shared; the same as a new one.
    func process(until day: Int32) -> Process {
        taught?.once(\.processes[day]) { Process(self, until: day) } ?? Process(self, until: day)
    }

    /// The fit of the book's own moment.
    func fit(_ process: Process) -> Intensities {
        func made() -> Intensities {
            Intensities(process.lexis, paths, history.calendar, today: history.today, .standard)
        }
        return taught?.once(\.fit, made) ?? made()
    }

    /// When deals are won on the way, by that fit.
    func curve(_ fit: Intensities, _ due: DueEffect?) -> WinCurve {
        func made() -> WinCurve { WinCurve(fit, due, history.calendar, today: history.today) }
        return taught?.once(\.curve, made) ?? made()
    }

    /// Bounds between classes of size as they were before a day of the past; of a very large book the same ones for all.
    func sizeBounds(before day: Int32) -> [Double] {
        guard day < history.today, stride == 1 else { return sizeBounds }
        return Groups.sizeBounds(history.created, wonDay, before: day) { history.firstAmount(of: $0) }
    }

    /// By factor and deal, with sizes between other bounds.
    func codes(_ bounds: [Double]) -> [[Int32]] {
        var codes = codes
        codes[Groups.Factor.amount.rawValue] = sizes(bounds)
        return codes
    }

    /// Class of each deal's size between other bounds.
    func sizes(_ bounds: [Double]) -> [Int32] {
        guard bounds != sizeBounds else { return codes[Groups.Factor.amount.rawValue] }
        return history.created.indices.map { Groups.size(history.firstAmount(of: $0), bounds) }
    }

    /// Multipliers are learned from all deals.
    var sampleIsAll: Bool { stride == 1 }

    /// How many deals had been created before a day.
    func createdCount(before day: Int32) -> Int { creationDays.partition(before: day) }

    /// Deals created on days `from ..< to`.
    func created(from: Int32, to: Int32) -> some Sequence<Int> {
        byCreation[
            creationDays.partition(
                before: from)..<max(
                    creationDays.partition(before: from), creationDays.partition(before: to))
        ].lazy.map { Int($0) }
    }

    /// Spells that go on at the start of each of some days, in one pass over the paths. Days ascending.
    func openSpells(at days: [Int32]) -> [[Int32]] {
        var open = [[Int32]](repeating: [], count: days.count)
        guard let first = days.first, let last = days.last else { return open }
        // First of the days that is later than a given one.
        var after = [Int32](repeating: 0, count: Int(last - first) + 1)
        var place = 0
        for day in first...last {
            while place < days.count, days[place] <= day { place += 1 }
            after[Int(day - first)] = Int32(place)
        }
        paths.reading { spells in
            for spell in paths.deal.indices {
                let (enter, exit) = (spells.enter[spell], spells.exit[spell])
                guard enter < last, exit >= first else { continue }
                var row = enter < first ? 0 : Int(after[Int(enter - first)])
                while row < days.count, days[row] <= exit {
                    open[row].append(Int32(spell))
                    row += 1
                }
            }
        }
        return open
    }

    /// Their deals as they stood at the start of that day.
    func open(_ spells: [Int32], at day: Int32) -> [OpenDeal] {
        let (paths, history) = (paths, history)
        return spells.map { spell in
            let deal = paths.deal[Int(spell)]
            return OpenDeal(
                deal: deal, state: paths.stage[Int(spell)], enter: paths.enter[Int(spell)],
                amount: history.amount(of: Int(deal), at: day - 1, ratesOf: day),
                due: history.due(of: Int(deal), before: day))
        }
    }
}

struct OpenDeal: Sendable {
    let deal: Int32
    let state: Int16
    let enter: Int32
    /// Minor units, NaN where not known.
    let amount: Double
    /// Expected to close, as it was known; Int32.max is "no date".
    let due: Int32
}

/// A book as it stood at the start of one day.
struct Moment: Sendable {
    let book: Book
    let day: Int32
    let open: [OpenDeal]
    let wins: Wins
    let openValue: OpenValue
    let closedDeals: Int

    /// The moment of the book itself.
    init(_ book: Book) {
        self.book = book
        day = book.history.today
        open = book.paths.deal.indices.lazy.filter { book.paths.exit[$0] == Paths.never }.map { spell in
            let deal = book.paths.deal[spell]
            return OpenDeal(
                deal: deal, state: book.paths.stage[spell], enter: book.paths.enter[spell],
                amount: book.standing.amount[Int(deal)], due: book.standing.due[Int(deal)])
        }
        wins = book.wins
        openValue = OpenValue(book.history, wins, before: day + 1)
        closedDeals = book.closedDays.count
    }

    /// An earlier one, of a book in which everything was recorded on its own day.
    /// - Parameter openValue: of what was won before it.
    init(_ book: Book, at day: Int32, open: [OpenDeal], openValue: OpenValue) {
        self.book = book
        self.day = day
        self.open = open
        wins = book.wins.before(day)
        self.openValue = openValue
        closedDeals = book.closedDays.partition(before: day)
    }
}

extension [Int32] {
    /// How many of these ascending days lie before `limit`.
    func partition(before limit: Int32) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < limit { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
