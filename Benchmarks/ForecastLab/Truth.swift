import Foundation

/// The process behind a made-up company; every strength in it is drawn from the seed, so no two are alike.
struct Truth {
    let story: Story
    let stages: Int
    /// Older deals are taken for so old.
    let ages: Int
    let start: Int32
    let end: Int32
    /// Where the story breaks, in the second week of a month.
    let breakDay: Int32
    let ownerFactor: [Double]
    let ownerShare: [Double]
    let ownerStart: [Int32]
    let productFactor: [Double]
    let productPrice: [Double]
    let productShare: [Double]
    let perWeek: Double
    let amountSpread: Double
    let sizeExponent: Double
    let startInSecond: Double
    let skip: Double
    let back: Double
    /// Of losses: noticed late, never noticed. The rest is entered on its day.
    let late: Double
    let never: Double
    /// Chance a day that a late loss is entered.
    let noticing = 0.05
    /// How strongly dates pull, by stage; empty where they do not.
    private let pull: [Double]
    private let peak: [Double]
    private let progressBase: [Double]
    private let lossBase: [Double]
    private let quarterMonth: [Double]
    private let season: (strength: Double, phase: Double, second: Double)
    private let growth: Double
    private let arrivalAfter: Double
    private let conversionAfter: Double
    /// Of progress from one stage after the break.
    private let stageAfter: Double
    /// By stage and month since the start: pace of progress and of losses against what they are on average.
    private let wander: [[(progress: Double, loss: Double)]]
    /// By month of the year, of progress; empty where they are alike.
    private let ownMonth: [Double]
    private let dayMonth: [UInt8]
    private let dayWeekday: [UInt8]

    /// - Parameters:
    ///   - without: what this company is spared.
    ///   - times: so many times as many deals as the company would have.
    init(_ story: Story, winsPerMonth: Double, seed: UInt64, without: Set<Trait> = [], times: Double = 1) {
        var random = LabRandom(seed)
        self.story = story
        ages = story == .dated ? 160 : 480
        start = Civil.day(2020, 1, 1)
        end = Civil.month(start, plus: story.months).start
        breakDay = Civil.month(start, plus: story.months - 7).start + 9
        let owners = winsPerMonth < 10 ? 3 : winsPerMonth < 50 ? 5 : winsPerMonth < 150 ? 8 : 20
        let ownerSpread = without.contains(.owners) ? 0 : 0.3
        ownerFactor = (0..<owners).map { _ in exp(ownerSpread * random.normal()) }
        ownerShare = (0..<owners).map { _ in random.between(0.5, 1.5) }
        let (first, last) = (start, end)
        ownerStart = (0..<owners).map { owner in
            guard story == .hiring, owner >= owners / 2 else { return first }
            return last - Int32(60 + 330 * (owner - owners / 2) / max(1, owners - owners / 2))
        }
        stages = 3 + Int(random.unit() * 3)
        let speed = exp(0.3 * random.normal())
        let places = 0..<stages
        peak = places.map { _ in random.between(5, 18) * speed }
        progressBase = places.map { _ in random.between(0.9, 1.4) }.enumerated().map { [p = peak] in $1 * 0.6 / p[$0] }
        lossBase = places.map { _ in random.between(0.1, 0.5) }.enumerated().map { [p = peak] in $1 * 0.35 / p[$0] }
        let products = [random.between(0.95, 1.3), 1, random.between(0.6, 1)]
        productFactor = without.contains(.products) ? [1, 1, 1] : products
        productPrice = [800_000, 2_100_000, 6_000_000]
        productShare = [0.55, 0.3, 0.15]
        let exponent = random.between(-0.25, 0.02)
        sizeExponent = without.contains(.sizes) ? 0 : exponent
        amountSpread = story == .lumpy ? 1.1 : random.between(0.3, 0.6)
        startInSecond = random.between(0, 0.25)
        skip = random.between(0, 0.08)
        back = random.between(0, 0.05)
        let unseen = (random.between(0, 0.35), random.between(0, 0.2))
        (late, never) = without.contains(.silence) ? (0, 0) : unseen
        let drawn = story == .ownMonths ? random.between(0.1, 0.22) : random.between(0, 0.22)
        let swing = without.contains(.quarters) ? 0 : drawn
        quarterMonth = [1 - swing * random.between(0.5, 1), 1 - swing * random.between(0, 0.4), 1 + swing]
        let strong = [.arrivalSeasons, .conversionSeasons, .seasonal].contains(story)
        season = (
            strong ? random.between(0.25, 0.4) : random.between(0, 0.06), random.between(0, 12),
            strong ? random.between(0, 0.12) : 0
        )
        growth =
            story == .growth
            ? random.between(0.25, 0.6)
            : story == .decline
                ? -random.between(0.3, 0.7)
                : story == .ownMonths ? random.between(0.1, 0.3) : random.between(-0.08, 0.12)
        switch story {
        case .arrivalBreak: (arrivalAfter, conversionAfter) = (random.between(0.5, 0.75), 1)
        case .conversionBreak: (arrivalAfter, conversionAfter) = (1, random.between(0.5, 0.75))
        case .breaking: (arrivalAfter, conversionAfter) = (random.between(0.6, 0.85), random.between(0.6, 0.8))
        case .surge: (arrivalAfter, conversionAfter) = (random.between(1.2, 1.6), random.between(1.1, 1.4))
        default: (arrivalAfter, conversionAfter) = (1, 1)
        }
        let strength = random.between(0.4, 1)
        let top = Double(stages)
        pull = story == .dated ? (1...stages).map { strength * (0.4 + 0.6 * Double($0) / top) } : []
        stageAfter = story == .stageBreak ? random.between(0.4, 0.65) : 1
        let months = story == .wandering ? story.months + 14 : 0
        wander = places.map { _ in
            var (progress, loss) = (0.0, 0.0)
            return (0..<months).map { _ in
                progress += Truth.wandering * random.normal()
                loss += Truth.wandering * random.normal()
                return (exp(progress), exp(loss))
            }
        }
        let uneven = random.between(0.04, 0.1)
        ownMonth = story == .ownMonths ? (0..<12).map { _ in exp(uneven * random.normal()) } : []
        perWeek = times * winsPerMonth * 2.2 / 4.35
        dayMonth = (start..<end + 400).map { UInt8(Civil.date($0).month - 1) }
        dayWeekday = (start..<end + 400).map { UInt8((Int($0) + 3) % 7) }
    }

    /// Expected new deals of one owner on a day.
    func arrivalRate(_ owner: Int, _ day: Int32) -> Double {
        guard day >= ownerStart[owner] else { return 0 }
        let total = ownerShare.reduce(0, +)
        let learning =
            story == .hiring && ownerStart[owner] > start
            ? min(1, 0.3 + Double(day - ownerStart[owner]) / 150) : 1
        return perWeek * ownerShare[owner] / total * learning * level(day)
    }

    private func level(_ day: Int32) -> Double {
        let place = Int(day - start)
        let years = Double(day - end) / 365 + 1
        var level = exp(growth * years) * (dayWeekday[place] < 5 ? 0.19 : 0.025)
        if story == .rampUp { level *= min(1.2, 0.2 + Double(day - start) / 450) }
        if day >= breakDay { level *= arrivalAfter }
        if story != .conversionSeasons { level *= seasonal(day) }
        return level
    }

    private func seasonal(_ day: Int32) -> Double {
        let month = Double(dayMonth[Int(day - start)]) + season.phase
        return 1 + season.strength * sin(2 * .pi * month / 12) + season.second * sin(4 * .pi * month / 12)
    }

    func factor(owner: Int, product: Int, amount: Double) -> Double {
        ownerFactor[owner] * productFactor[product] * pow(amount / productPrice[product], sizeExponent)
    }

    /// A new seller's skill grows over five months.
    func skill(_ owner: Int, _ day: Int32) -> Double {
        guard story == .hiring, ownerStart[owner] > start else { return 1 }
        return min(1, 0.5 + Double(day - ownerStart[owner]) / 300)
    }

    /// Intensities of progress and of loss on a day, at an age in the stage.
    /// - Parameter left: days to the expected close; says something in one story only.
    func hazards(_ stage: Int, _ age: Int, _ day: Int32, _ factor: Double, left: Int = 0)
        -> (progress: Double, loss: Double)
    {
        let x = Double(age + 1) / peak[stage]
        let hump = 2 * x / (1 + x * x)
        let place = Int(day - start)
        let working = dayWeekday[place] < 5
        var calendar = (working ? 1.25 : 0.2) * quarterMonth[Int(dayMonth[place]) % 3]
        if story == .conversionSeasons || story == .seasonal { calendar *= seasonal(day) }
        if !ownMonth.isEmpty { calendar *= ownMonth[Int(dayMonth[place])] }
        if day >= breakDay { calendar *= conversionAfter }
        if day >= breakDay, stage == stages / 2 { calendar *= stageAfter }
        let walk = wander[stage].isEmpty ? (progress: 1, loss: 1) : wander[stage][place * 12 / 366]
        calendar *= walk.progress
        if !pull.isEmpty { calendar *= exp(pull[stage] * Truth.pull(left)) }
        let loss = lossBase[stage] * (0.5 + hump) * (working ? 1.2 : 0.5) * walk.loss
        return (progressBase[stage] * hump * factor * calendar, loss)
    }

    /// Weak long before the day, strongest in its week, soon gone after it.
    private static func pull(_ left: Int) -> Double {
        let x = Double(left)
        if x > 45 { return -0.5 }
        if x > 7 { return 0.6 - 1.1 * (x - 7) / 38 }
        return x >= -3 ? 0.6 : max(-0.9, 0.6 + 1.5 * (x + 3) / 22)
    }

    /// By how much a stage's pace moves in a month, as a logarithm: by a fifth in a year.
    static let wandering = 0.06

    /// How far dates may be off, in days left.
    static let lefts = -40...100
    /// A date that has passed is moved with this chance a day, to so many days later.
    static let moving = 0.12
    static let moved: Int32 = 25
    /// Days from the creation of a deal to its first date.
    static let first = 20..<90

    /// Where progress leads and how often: mostly on, seldom over a stage or back.
    func targets(_ stage: Int) -> [(share: Double, stage: Int)] {
        let over = stage < stages - 1 ? skip : 0
        let under = stage > 0 ? back : 0
        return [(1 - over - under, stage + 1), (over, min(stages, stage + 2)), (under, max(0, stage - 1))]
            .filter { $0.0 > 0 }
    }
}
