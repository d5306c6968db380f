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
        /// Of customers who were silent like this once, how many bought within the horizon after that.
        let chance: Double
    }

    struct Loss: Sendable {
        let deal: Int32
        let silent: Int32
        /// To buy of that product in time: without a return, and by how much a return adds to it.
        let anyway: Double
        let added: Double
    }

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
        let asleep = wake(cut, wins)
        lose(cut, wins, busy, asleep)
    }

    private mutating func wake(_ cut: Cut, _ wins: DealRuns) -> NumberMap<Bool> {
        let customers = cut.customers()
        let today = cut.today.number
        let silence = Silence(customers.values, horizon: Returns.horizon, today: today)
        var sleepers = [Sleeper]()
        var asleep = NumberMap(missing: false)
        wins.each { bought in
            guard let last = bought.last, let customer = customers[Int32(last.key)],
                let now = Silence.now(customer.bought[...], customer.open, on: today)
            else { return }
            asleep[last.key] = true
            sleepers.append(
                Sleeper(
                    bought: bought.suffix(3).map(\.deal), silent: now.days, usual: now.usual,
                    chance: silence.chance(now)))
        }
        self.sleepers = sleepers
        return asleep
    }

    /// - Parameter asleep: customers who are to be called anyway, and whose money is counted there.
    private mutating func lose(
        _ cut: Cut, _ wins: DealRuns, _ busy: NumberMap<Bool>, _ asleep: NumberMap<Bool>
    ) {
        let rates = BuyingRates(cut, horizon: Returns.horizon)
        let takingUp = TakingUp(cut, rates, months: Int(Returns.oldest) / 30 + 1, horizon: Returns.horizon)
        for deal in 0..<cut.count where cut.state[deal] == StageTable.lost {
            let silent = cut.today.number - cut.since[deal]
            guard silent >= 0, silent < Returns.oldest else { continue }
            let account = cut.account[deal]
            if account >= 0,
                busy[Int64(account)] || asleep[Int64(account)]
                    || wins[Int64(account)].last.map({ $0.day > cut.since[deal] }) ?? false
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
