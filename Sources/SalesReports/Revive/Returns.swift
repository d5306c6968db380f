internal import SalesDomain
internal import SalesFacts

/// What everybody's past says of customers who have not bought for long and of lost deals: for every scope the same, so it
/// is found once for a state of the books.
struct Returns: Remembered {
    /// A customer who has not bought for twice their usual time, and for longer than ever.
    struct Sleeper: Sendable {
        /// Their last wins, three at most, in order of day; by index in the cut.
        let bought: [Int32]
        let silent: Int32
        /// Median days between purchases.
        let usual: Int32
    }

    struct Loss: Sendable {
        let deal: Int32
        let silent: Int32
        /// To buy of that product in time: without a return, and by how much a return adds to it.
        let anyway: Double
        let added: Double
    }

    /// Of customers who were silent for so long once, how many bought within the horizon after that.
    private(set) var chance = 0.0
    private(set) var sleepers: [Sleeper] = []
    private(set) var losses: [Loss] = []
    let stays: StageStays

    var size: Int { sleepers.count * 80 + losses.count * 24 + 4_000 }

    private static let horizon = Int32(ReviveReport.horizon)
    /// Older losses are not looked at, nor are those to which a return adds less.
    private static let oldest: Int32 = 365
    private static let least = 0.01

    init(_ cut: Cut) {
        stays = StageStays(cut)
        let wins = cut.runs({ cut.state[$0] == StageTable.won ? cut.since[$0] : nil }) { Int64(cut.account[$0]) }
        var busy = NumberMap(missing: false)
        for deal in 0..<cut.count where cut.account[deal] >= 0 && StageTable.isOpen(cut.state[deal]) {
            busy[Int64(cut.account[deal])] = true
        }
        wake(wins, busy, today: cut.today.number)
        lose(cut, wins, busy)
    }

    private mutating func wake(_ wins: DealRuns, _ busy: NumberMap<Bool>, today: Int32) {
        var (tried, came) = (0.0, 0.0)
        var sleepers = [Sleeper]()
        wins.each { bought in
            guard bought.count >= 3 else { return }
            var gaps = Gaps()
            for place in bought.indices.dropFirst() {
                gaps.add(bought[place].day - bought[place - 1].day)
                guard place >= bought.startIndex + 2, let usual = gaps.usual else { continue }
                let moment = bought[place].day + max(2 * usual.median, usual.longest) + 1
                let next = place + 1 < bought.endIndex ? bought[place + 1].day : Int32.max
                guard next >= moment, moment + Returns.horizon <= today else { continue }
                tried += 1
                came += next < moment + Returns.horizon ? 1 : 0
            }
            guard let last = bought.last, !busy[last.key], let usual = gaps.usual else { return }
            let silent = today - last.day
            guard silent > 2 * usual.median, silent > usual.longest, silent <= 3 * Returns.oldest else { return }
            sleepers.append(Sleeper(bought: bought.suffix(3).map(\.deal), silent: silent, usual: usual.median))
        }
        self.sleepers = sleepers
        chance = (came + 1) / (tried + 10)
    }

    private mutating func lose(_ cut: Cut, _ wins: DealRuns, _ busy: NumberMap<Bool>) {
        let rates = BuyingRates(cut, horizon: Returns.horizon)
        let takingUp = TakingUp(cut, rates, months: Int(Returns.oldest) / 30 + 1, horizon: Returns.horizon)
        for deal in 0..<cut.count where cut.state[deal] == StageTable.lost {
            let silent = cut.today.number - cut.since[deal]
            guard silent >= 0, silent < Returns.oldest else { continue }
            let account = cut.account[deal]
            if account >= 0,
                busy[Int64(account)] || wins[Int64(account)].last.map({ $0.day > cut.since[deal] }) ?? false
            {
                continue
            }
            let anyway = rates.chance(account, cut.product[deal], on: cut.today.number)
            let added = takingUp.adds(month: Int(silent) / 30, anyway: anyway)
            if added >= Returns.least {
                losses.append(Loss(deal: Int32(deal), silent: silent, anyway: anyway, added: added))
            }
        }
    }
}

/// Days between purchases, as they come; several on one day are one.
private struct Gaps {
    /// Ascending.
    private var days: [Int32] = []

    mutating func add(_ gap: Int32) {
        guard gap > 0 else { return }
        days.insert(gap, at: days.partition { $0 < gap })
    }

    /// Of at least two.
    var usual: (median: Int32, longest: Int32)? {
        days.count >= 2 ? (days[days.count / 2], days[days.count - 1]) : nil
    }
}

extension [Int32] {
    /// How many of the first ones are as is said; those that are stand before those that are not.
    fileprivate func partition(_ isBefore: (Int32) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
