internal import SalesDomain
internal import SalesFacts

/// Customers who have not bought for longer than they used to: who is one on a day, and how often those who were one on
/// such a day came back.
struct Silence {
    /// What one customer bought and had in hand.
    struct Customer {
        /// Days of purchase, ascending.
        var bought: [Int32] = []
        /// Days from which and before which a deal was open.
        var open: [Range<Int32>] = []
    }

    /// On a day: how long nothing was bought, and how often over that is the longest silence that was usual (1 or more).
    struct Now {
        let days: Int32
        let usual: Int32
        let depth: Double
    }

    /// Trials by how far beyond what was usual the silence was; half as long again, three times, more.
    private(set) var tried: [Double]
    private(set) var came: [Double]

    private static let steps = [1.5, 3]
    private static let oldest: Int32 = 3 * 365
    /// Customers are looked at again after so many days.
    private static let pace: Int32 = 30
    /// Trials' worth of the whole with which each depth is drawn to it.
    private static let pool = 20.0

    /// - Parameter horizon: days within which they are to buy.
    init(_ customers: some Sequence<Customer>, horizon: Int32, today: Int32) {
        tried = [Double](repeating: 0, count: Silence.steps.count + 1)
        came = tried
        for customer in customers { add(customer, horizon, today) }
    }

    private mutating func add(_ customer: Customer, _ horizon: Int32, _ today: Int32) {
        let days = customer.bought
        for place in days.indices {
            let past = days[...place]
            guard let limit = Silence.limit(past) else { continue }
            let next = place + 1 < days.count ? days[place + 1] : Int32.max
            var moment = days[place] + limit + 1
            while moment + horizon <= today, moment <= next, moment - days[place] <= Silence.oldest {
                if let now = Silence.now(past, customer.open, on: moment) {
                    let bin = Silence.bin(now.depth)
                    tried[bin] += 1
                    came[bin] += next < moment + horizon ? 1 : 0
                }
                moment += Silence.pace
            }
        }
    }

    /// Nil: not silent for long, or with a deal in hand.
    static func now(_ bought: ArraySlice<Int32>, _ open: [Range<Int32>], on day: Int32) -> Now? {
        guard let last = bought.last, let limit = limit(bought), let usual = gaps(bought)?.median else { return nil }
        let silent = day - last
        guard silent > limit, silent <= oldest, !open.contains(where: { $0.contains(day) }) else { return nil }
        return Now(days: silent, usual: usual, depth: Double(silent) / Double(max(1, limit)))
    }

    /// Twice the usual time between purchases, and the longest ever.
    private static func limit(_ bought: ArraySlice<Int32>) -> Int32? {
        gaps(bought).map { max(2 * $0.median, $0.longest) }
    }

    /// Of at least three days of purchase: the time between them.
    private static func gaps(_ days: ArraySlice<Int32>) -> (median: Int32, longest: Int32)? {
        let gaps = zip(days, days.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.sorted()
        guard gaps.count >= 2, let longest = gaps.last else { return nil }
        return (gaps[gaps.count / 2], longest)
    }

    private static func bin(_ depth: Double) -> Int { steps.firstIndex { depth < $0 } ?? steps.count }

    /// Of those who were silent like this, how many bought within the horizon: 0…1.
    func chance(_ now: Now) -> Double {
        let all = (came.reduce(0, +) + 1) / (tried.reduce(0, +) + 10)
        let bin = Silence.bin(now.depth)
        return (came[bin] + Silence.pool * all) / (tried[bin] + Silence.pool)
    }
}

extension Cut {
    /// By account: what was bought, and when a deal was in hand.
    func customers() -> [Int32: Silence.Customer] {
        var customers: [Int32: Silence.Customer] = [:]
        for deal in 0..<count where account[deal] >= 0 {
            var customer = customers[account[deal]] ?? Silence.Customer()
            let isOpen = StageTable.isOpen(state[deal])
            if state[deal] == StageTable.won { customer.bought.append(since[deal]) }
            customer.open.append(created[deal]..<(isOpen ? Int32.max : max(created[deal], since[deal])))
            customers[account[deal]] = customer
        }
        return customers.mapValues { customer in
            Silence.Customer(bought: customer.bought.sorted(), open: customer.open)
        }
    }
}
