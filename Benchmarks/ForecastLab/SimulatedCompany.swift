import Forecasting
import Foundation

/// A made-up company whose process is known: four stages, hazards with a hump and competing losses, calendar effects,
/// owners, products and sizes that differ, and a story (steady, growing, declining, broken, ramping up, seasonal).
struct SimulatedCompany {
    enum Story: String, CaseIterable { case steady, growth, decline, breaking, rampUp, seasonal, lumpy }

    let story: Story
    let history: History
    let nodes: Nodes
    let ownerCount: Int
    let departmentCount = 2

    private let truth: Truth

    init(_ story: Story, winsPerMonth: Double, seed: UInt64, months: Int = 30) {
        var random = Random(seed)
        self.story = story
        let truth = Truth(story, winsPerMonth, months, &random)
        self.truth = truth
        ownerCount = truth.ownerFactor.count
        let (start, end, stages) = (truth.start, truth.end, truth.stages)
        // Run it.
        let owners = ownerCount
        var created: [Int32] = []
        var owner: [Int32] = []
        var product: [Int32] = []
        var steps: [[(Int32, Int16)]] = []
        var amounts: [[(Int32, Double)]] = []
        let total = truth.ownerShare.reduce(0, +)
        let firstDay = story == .rampUp ? Civil.month(start, plus: months - 14).start : start
        for day in firstDay..<end {
            for _ in 0..<random.poisson(truth.arrivalRate(day)) {
                var pick = random.unit() * total
                var who = 0
                while who < owners - 1, pick > truth.ownerShare[who] {
                    pick -= truth.ownerShare[who]
                    who += 1
                }
                let what = random.pick(truth.productShare)
                var amount = (truth.productPrice[what] * exp(truth.amountSpread * random.normal())).rounded()
                created.append(day)
                owner.append(Int32(who))
                product.append(Int32(what))
                var stage = random.unit() < 0.15 ? 1 : 0
                var path: [(Int32, Int16)] = [(day, Int16(stage))]
                var said: [(Int32, Double)] = [(day, amount)]
                let factor = truth.factor(owner: who, product: what, amount: amount)
                var age = 0
                var now = day + 1
                while now < end {
                    let (progress, loss) = truth.hazards(stage, age, now, factor)
                    let leave = 1 - exp(-progress - loss)
                    if random.unit() < leave {
                        if random.unit() * (progress + loss) < loss {
                            path.append((now, History.Stages.lost))
                            break
                        }
                        let next = truth.target(stage, random.unit())
                        if next == stages {
                            path.append((now, History.Stages.won))
                            break
                        }
                        if random.unit() < 0.3 {
                            amount = (amount * exp(0.1 * random.normal())).rounded()
                            said.append((now, amount))
                        }
                        stage = next
                        path.append((now, Int16(stage)))
                        age = -1
                    }
                    age += 1
                    now += 1
                }
                steps.append(path)
                amounts.append(said)
            }
        }
        func starts<T>(_ rows: [[T]]) -> [Int32] { rows.reduce(into: [0]) { $0.append($0.last! + Int32($1.count)) } }
        let count = created.count
        let zeros = [Int32](repeating: 0, count: count)
        history = History(
            today: end,
            stages: .init(probability: [0.1, 0.25, 0.5, 0.8], pipeline: [0, 0, 0, 0]),
            calendar: LabCalendar.make(from: start - 800, to: end + 900), created: created, createdKnown: created,
            pipeline: zeros, owner: owner, product: product, source: [Int32](repeating: -1, count: count),
            returning: [Int8](repeating: -1, count: count), stepStart: starts(steps),
            stepDay: steps.flatMap { $0.map(\.0) }, stepKnown: steps.flatMap { $0.map(\.0) },
            stepState: steps.flatMap { $0.map(\.1) }, amountStart: starts(amounts),
            amountDay: amounts.flatMap { $0.map(\.0) }, amountKnown: amounts.flatMap { $0.map(\.0) },
            amountValue: amounts.flatMap { $0.map(\.1) }, dueStart: [Int32](repeating: 0, count: count + 1), dueDay: [],
            dueKnown: [], dueValue: [], moneyless: [Bool](repeating: false, count: count),
            ownerActive: [Bool](repeating: true, count: owners), productPrice: truth.productPrice)
        let departments = departmentCount
        nodes = Nodes(
            parent: [-1] + [Int32](repeating: 0, count: departments)
                + (0..<owners).map { Int32(1 + $0 % departments) },
            nodeOfDeal: owner.map { Int32(1 + departments) + $0 },
            open: [Bool](repeating: true, count: 1 + departments + owners))
    }

    var lastMonths: [Question] {
        (1...(story == .breaking ? 6 : 8)).map { LabQuestion.month(Civil.month(truth.end, plus: -$0).start) }
    }

    /// Exact expectation of the period's total, by node, for somebody who knows the process and sees the pipeline.
    func oracle(_ period: Window, at day: Int32) -> [Double] {
        let grid = (0..<17).map { exp(-1.6 + 0.2 * Double($0)) }
        let days = Int(period.end - day)
        var tables: [[[[Double]]]] = []
        for factor in grid {
            var now = [[Double]](repeating: [Double](repeating: 0, count: truth.ages), count: truth.stages + 1)
            now[truth.stages] = [Double](repeating: 1, count: truth.ages)
            var byDay = [now]
            for offset in stride(from: days - 1, through: 0, by: -1) {
                var next = now
                for stage in 0..<truth.stages {
                    for age in 0..<truth.ages {
                        let (progress, loss) = truth.hazards(stage, age, day + Int32(offset), factor)
                        let leave = 1 - exp(-progress - loss)
                        let on = progress / (progress + loss)
                        var reach = 0.0
                        for (share, to) in [
                            (stage < truth.stages - 1 ? 0.06 : 0, min(truth.stages, stage + 2)),
                            (stage > 0 ? 0.04 : 0, max(0, stage - 1)),
                            (1 - (stage < truth.stages - 1 ? 0.06 : 0) - (stage > 0 ? 0.04 : 0), stage + 1),
                        ] where share > 0 { reach += share * (to == truth.stages ? 1 : now[to][0]) }
                        next[stage][age] = leave * on * reach + (1 - leave) * now[stage][min(age + 1, truth.ages - 1)]
                    }
                }
                now = next
                byDay.append(now)
            }
            tables.append(byDay)
        }
        func chance(_ factor: Double, _ stage: Int, _ age: Int, left: Int) -> Double {
            let place = min(max(0, (log(factor) + 1.6) / 0.2), 15.999)
            let low = Int(place)
            let a = tables[low][left][stage][min(max(0, age), truth.ages - 1)]
            let b = tables[low + 1][left][stage][min(max(0, age), truth.ages - 1)]
            return a + (b - a) * (place - Double(low))
        }
        var total = [Double](repeating: 0, count: nodes.parent.count)
        for deal in history.created.indices where history.created[deal] < day {
            var state: Int16 = 0
            var since: Int32 = 0
            for row in Int(history.stepStart[deal])..<Int(history.stepStart[deal + 1]) where history.stepDay[row] < day
            {
                state = history.stepState[row]
                since = history.stepDay[row]
            }
            var amount = 0.0
            for row in Int(history.amountStart[deal])..<Int(history.amountStart[deal + 1])
            where history.amountDay[row] < day { amount = history.amountValue[row] }
            let first = history.amountValue[Int(history.amountStart[deal])]
            let node = Int(nodes.nodeOfDeal[deal])
            if state == History.Stages.won {
                if since >= period.start { total[node] += amount }
            } else if state != History.Stages.lost {
                let factor = truth.factor(
                    owner: Int(history.owner[deal]), product: Int(history.product[deal]), amount: first)
                total[node] += amount * chance(factor, Int(state), Int(day - 1 - since), left: days)
            }
        }
        // New business, over a sample of what deals are like.
        var random = Random(99)
        let shares = truth.ownerShare.map { $0 / truth.ownerShare.reduce(0, +) }
        for owner in 0..<ownerCount {
            for _ in 0..<60 {
                let what = random.pick(truth.productShare)
                let amount = truth.productPrice[what] * exp(truth.amountSpread * random.normal())
                let factor = truth.factor(owner: owner, product: what, amount: amount)
                var sum = 0.0
                for offset in 0..<days {
                    let left = days - offset - 1
                    let p = 0.85 * chance(factor, 0, 0, left: left) + 0.15 * chance(factor, 1, 0, left: left)
                    sum += truth.arrivalRate(day + Int32(offset)) * p
                }
                total[1 + departmentCount + owner] += amount * sum * shares[owner] / 60
            }
        }
        for node in stride(from: total.count - 1, to: 0, by: -1) { total[Int(nodes.parent[node])] += total[node] }
        return total
    }

    func actual(_ period: Window) -> [Double] {
        var total = [Double](repeating: 0, count: nodes.parent.count)
        for deal in history.created.indices {
            let row = Int(history.stepStart[deal + 1]) - 1
            guard history.stepState[row] == History.Stages.won, history.stepDay[row] >= period.start,
                history.stepDay[row] < period.end
            else { continue }
            total[Int(nodes.nodeOfDeal[deal])] += history.amountValue[Int(history.amountStart[deal + 1]) - 1]
        }
        for node in stride(from: total.count - 1, to: 0, by: -1) { total[Int(nodes.parent[node])] += total[node] }
        return total
    }

    struct Random {
        private var state: UInt64
        init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 12345 }
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
        mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
        mutating func normal() -> Double {
            (-2 * log(max(unit(), 1e-15))).squareRoot() * cos(2 * .pi * unit())
        }
        mutating func poisson(_ mean: Double) -> Int {
            if mean > 30 { return max(0, Int((mean + mean.squareRoot() * normal()).rounded())) }
            var (product, count) = (unit(), 0)
            while product > exp(-mean) {
                product *= unit()
                count += 1
            }
            return count
        }
        mutating func pick(_ shares: [Double]) -> Int {
            var draw = unit()
            for place in shares.indices.dropLast() {
                if draw < shares[place] { return place }
                draw -= shares[place]
            }
            return shares.count - 1
        }
    }
}

/// The process behind a simulated company.
struct Truth {
    let story: SimulatedCompany.Story
    let stages = 4
    let ages = 150
    let start: Int32
    let end: Int32
    let breakDay: Int32
    let ownerFactor: [Double]
    let ownerShare: [Double]
    let productFactor = [1.1, 1.0, 0.8]
    let productPrice = [800_000.0, 2_100_000, 6_000_000]
    let productShare = [0.55, 0.3, 0.15]
    let perWeek: Double
    let amountSpread: Double

    init(
        _ story: SimulatedCompany.Story, _ winsPerMonth: Double, _ months: Int,
        _ random: inout SimulatedCompany.Random
    ) {
        self.story = story
        start = Civil.day(2020, 1, 1)
        end = Civil.month(start, plus: months).start
        breakDay = Civil.month(start, plus: months - 6).start + 10
        let owners = winsPerMonth < 10 ? 3 : winsPerMonth < 50 ? 5 : winsPerMonth < 150 ? 8 : 20
        ownerFactor = (0..<owners).map { _ in exp(0.35 * random.normal()) }
        ownerShare = (0..<owners).map { _ in 0.5 + random.unit() }
        amountSpread = story == .lumpy ? 1.1 : 0.45
        perWeek = winsPerMonth * 2.2 / 4.35
    }

    func arrivalRate(_ day: Int32) -> Double {
        let weekday = (Int(day) + 3) % 7
        let shape = weekday < 5 ? 0.19 : 0.025
        let years = Double(day - start) / 365
        let level: Double
        switch story {
        case .growth: level = exp(0.35 * (years - 1.5))
        case .decline: level = exp(-0.45 * (years - 1.5))
        case .rampUp: level = min(1.3, 0.25 + Double(day - (end - 425)) / 300)
        case .breaking: level = day >= breakDay ? 0.75 : 1
        case .seasonal: level = 1 + 0.25 * sin(2 * .pi * (Double(Civil.date(day).month) - 1.5) / 12)
        case .steady, .lumpy: level = 1
        }
        return perWeek * shape * level
    }

    func factor(owner: Int, product: Int, amount: Double) -> Double {
        ownerFactor[owner] * productFactor[product] * pow(amount / productPrice[product], -0.15)
    }

    func hazards(_ stage: Int, _ age: Int, _ day: Int32, _ factor: Double) -> (Double, Double) {
        let peak = [9.0, 12, 14, 10][stage]
        let x = Double(age + 1) / peak
        let hump = 1.9 * x / (1 + x * x)
        let weekday = (Int(day) + 3) % 7
        let month = Civil.date(day).month
        var calendar = weekday < 5 ? 1.25 : 0.2
        calendar *= [0.88, 0.95, 1.2][(month - 1) % 3]
        if story == .seasonal { calendar *= 1 + 0.35 * sin(2 * .pi * Double(month) / 12) }
        if story == .breaking, day >= breakDay { calendar *= 0.65 }
        let progress = [0.055, 0.06, 0.055, 0.075][stage] * hump * factor * calendar
        let loss = [0.018, 0.008, 0.006, 0.004][stage] * (0.5 + hump) * (weekday < 5 ? 1.2 : 0.5)
        return (progress, loss)
    }

    /// Where progress leads: mostly on, seldom over a stage or back.
    func target(_ stage: Int, _ draw: Double) -> Int {
        if draw < 0.06, stage < stages - 1 { return min(stages, stage + 2) }
        if draw > 0.96, stage > 0 { return stage - 1 }
        return stage + 1
    }

}
