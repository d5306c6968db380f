import Forecasting
import Foundation

/// A made-up company whose process is known: stages with a hump in their hazards and competing losses, some of them
/// noticed late or never, calendar effects, owners, products and sizes that differ, and a story.
struct SimulatedCompany {
    let story: Story
    let history: History
    let nodes: Nodes
    let ownerCount: Int
    let departmentCount = 2
    let truth: Truth

    init(_ story: Story, winsPerMonth: Double, seed: UInt64, without: Set<Trait> = [], times: Double = 1) {
        var random = LabRandom(seed &+ 77)
        let truth = Truth(story, winsPerMonth: winsPerMonth, seed: seed, without: without, times: times)
        self.story = story
        self.truth = truth
        ownerCount = truth.ownerFactor.count
        var deals: [MadeDeal] = []
        for day in truth.start..<truth.end {
            for owner in 0..<ownerCount {
                for _ in 0..<random.poisson(truth.arrivalRate(owner, day)) {
                    deals.append(MadeDeal(truth, owner: owner, created: day, &random))
                }
            }
        }
        history = SimulatedCompany.history(deals, truth)
        let departments = departmentCount
        nodes = Nodes(
            parent: [-1] + [Int32](repeating: 0, count: departments)
                + (0..<ownerCount).map { Int32(1 + $0 % departments) },
            nodeOfDeal: deals.map { Int32(1 + departments) + $0.owner },
            open: [Bool](repeating: true, count: 1 + departments + ownerCount))
    }

    var lastMonths: [Question] {
        (1...story.asked).map { LabQuestion.month(Civil.month(truth.end, plus: -$0).start) }
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
        return rolledUp(total)
    }

    func rolledUp(_ own: [Double]) -> [Double] {
        var total = own
        for node in stride(from: total.count - 1, to: 0, by: -1) { total[Int(nodes.parent[node])] += total[node] }
        return total
    }

    private static func history(_ deals: [MadeDeal], _ truth: Truth) -> History {
        func starts(_ lengths: [Int]) -> [Int32] { lengths.reduce(into: [0]) { $0.append($0.last! + Int32($1)) } }
        let created = deals.map(\.created)
        let stepDay = deals.flatMap { $0.steps.map(\.day) }
        let amountDay = deals.flatMap { $0.amounts.map(\.day) }
        let dueDay = deals.flatMap { $0.dues.map(\.day) }
        let none = [Int32](repeating: -1, count: deals.count)
        return History(
            today: truth.end,
            stages: .init(
                probability: (0..<truth.stages).map { Double($0 + 1) / Double(truth.stages + 1) },
                pipeline: [Int32](repeating: 0, count: truth.stages)),
            calendar: LabCalendar.make(from: truth.start - 800, to: truth.end + 900), created: created,
            createdKnown: created, pipeline: [Int32](repeating: 0, count: deals.count), owner: deals.map(\.owner),
            product: deals.map(\.product), source: none, returning: none.map { Int8($0) },
            stepStart: starts(deals.map(\.steps.count)), stepDay: stepDay, stepKnown: stepDay,
            stepState: deals.flatMap { $0.steps.map(\.state) }, amountStart: starts(deals.map(\.amounts.count)),
            amountDay: amountDay, amountKnown: amountDay, amountValue: deals.flatMap { $0.amounts.map(\.value) },
            dueStart: starts(deals.map(\.dues.count)), dueDay: dueDay, dueKnown: dueDay,
            dueValue: deals.flatMap { $0.dues.map(\.due) },
            moneyless: [Bool](repeating: false, count: deals.count),
            ownerActive: [Bool](repeating: true, count: truth.ownerFactor.count), productPrice: truth.productPrice)
    }
}

/// The life of one made-up deal, as far as the book shows it.
struct MadeDeal {
    let created: Int32
    let owner: Int32
    let product: Int32
    private(set) var steps: [(day: Int32, state: Int16)]
    private(set) var amounts: [(day: Int32, value: Double)]
    private(set) var dues: [(day: Int32, due: Int32)] = []

    init(_ truth: Truth, owner: Int, created: Int32, _ random: inout LabRandom) {
        let what = random.pick(truth.productShare)
        var amount = (truth.productPrice[what] * exp(truth.amountSpread * random.normal())).rounded()
        self.created = created
        self.owner = Int32(owner)
        product = Int32(what)
        var stage = random.unit() < truth.startInSecond ? 1 : 0
        steps = [(created, Int16(stage))]
        amounts = [(created, amount)]
        if truth.story.hasDates {
            let first = Double(Truth.first.lowerBound) + random.unit() * Double(Truth.first.count)
            dues = [(created, created + Int32(first))]
        }
        let factor = truth.factor(owner: owner, product: what, amount: amount) * truth.skill(owner, created)
        var age = 0
        for day in created + 1..<max(created + 2, truth.end) where day < truth.end {
            let (progress, loss) = truth.hazards(
                stage, age, day, factor, left: dues.last.map { Int($0.due - day) } ?? 0)
            age += 1
            guard random.unit() < 1 - exp(-progress - loss) else {
                moveDate(on: day, &random)
                continue
            }
            if random.unit() * (progress + loss) < loss {
                lose(on: day, truth, &random)
                return
            }
            let targets = truth.targets(stage)
            stage = targets[random.pick(targets.map(\.share))].stage
            age = 0
            if stage < truth.stages, random.unit() < 0.3 {
                amount = (amount * exp(0.1 * random.normal())).rounded()
                amounts.append((day, amount))
            }
            steps.append((day, stage == truth.stages ? History.Stages.won : Int16(stage)))
            if stage == truth.stages { return }
        }
    }

    private mutating func moveDate(on day: Int32, _ random: inout LabRandom) {
        guard let due = dues.last?.due, due < day, random.unit() < Truth.moving else { return }
        dues.append((day, day + Truth.moved))
    }

    private mutating func lose(on day: Int32, _ truth: Truth, _ random: inout LabRandom) {
        let draw = random.unit()
        // Where dates say nothing, those of dead deals are moved like all others.
        func goOn(until end: Int32) {
            guard truth.story == .undated else { return }
            for later in day..<max(day, end) { moveDate(on: later, &random) }
        }
        if draw < truth.never { return goOn(until: truth.end) }
        var entered = day
        if draw < truth.never + truth.late {
            repeat { entered += 1 } while random.unit() > truth.noticing
        }
        goOn(until: min(entered, truth.end))
        if entered < truth.end { steps.append((entered, History.Stages.lost)) }
    }
}
