import Foundation
import SalesDomain

/// Lives a deal day by day under the truth.
struct DealLife {
    private enum Phase {
        case open(stage: Int, entered: Day)
        case closed(reopens: Day?)
    }

    private(set) var life: Life
    private let world: World
    private let source: Truth.Source
    private var owner: Staff.Person
    private var amount: Int
    private var chance: Chance
    private var phase: Phase
    private var dead = false
    private var expected: Day?
    private var now: Moment

    init(_ life: Life, owner: Staff.Person, source: Truth.Source, amount: Int, chance: Chance, world: World) {
        self.life = life
        self.owner = owner
        self.source = source
        self.amount = amount
        self.chance = chance
        self.world = world
        phase = .open(stage: 0, entered: life.born.day)
        now = life.born
    }

    /// From the day after its birth to the end of the records.
    mutating func run() {
        var day = life.born.day + 1
        while day < world.until {
            switch phase {
            case .closed(nil): return
            case .closed(let reopens?): if day == reopens { reopen(on: day) }
            case .open(let stage, let entered): pass(day, at: stage, since: entered)
            }
            day = day + 1
        }
    }

    private mutating func pass(_ day: Day, at stage: Int, since entered: Day) {
        if !owner.works(on: day) || chance.happens(0.0003) { handOver(on: day) }
        if dead { return rest(on: day) }
        if world.holidays.isWorking(day), chance.happens(day - entered < 4 ? 0.22 : 0.12) {
            life.touches.append(Life.Touch(day: day, seller: owner.id))
        }
        if !leave(stage, on: day, age: day - entered) { slip(on: day, chanceADay: 0.3) }
    }

    // MARK: Ways out

    private mutating func leave(_ stage: Int, on day: Day, age: Int) -> Bool {
        let truth = world.truth
        let weak = owner.id == truth.weakness.seller && stage == truth.weakness.stage
        let strength = (truth.strength[owner.id] ?? 1) * source.strength * (weak ? truth.weakness.advance : 1)
        let closing = stage == truth.stages.count - 1 ? truth.monthOfQuarter[(day.month - 1) % 3] : 1
        let shares = truth.stages[stage].shares
        let ways = [
            shares.advance * strength * closing, shares.skip * strength, shares.back,
            shares.lose * (weak ? truth.weakness.lose : 1),
        ]
        let intensity = truth.stages[stage].intensity(afterDays: age) * world.holidays.factor(on: day)
        guard chance.happens(1 - exp(-intensity * ways.reduce(0, +))) else { return false }
        switch chance.place(by: ways) {
        case 0: enter(stage + 1, on: day)
        case 1: enter(stage + 2, on: day)
        case 2: enter(stage - 1, on: day)
        default: lose(on: day, because: chance.pick(DealLife.reasons))
        }
        return true
    }

    private mutating func enter(_ stage: Int, on day: Day) {
        guard stage < world.truth.stages.count else { return win(on: day) }
        life.set(.stage, to: world.truth.stages[stage].name, at: tick(day))
        phase = .open(stage: stage, entered: day)
        dead = chance.happens(world.truth.dies)
        if stage == 3, chance.happens(0.45) { reprice(by: chance.spread(median: 0.97, sigma: 0.12)) }
        if stage == 4, chance.happens(0.25) { reprice(by: 0.9 + 0.08 * chance.unit()) }
        if expected == nil ? stage >= 1 && chance.happens(0.95) : chance.happens(0.3) { promise(from: day, at: stage) }
    }

    private mutating func win(on day: Day) {
        if chance.happens(0.2) {
            now = tick(day)
            reprice(by: 0.92 + 0.06 * chance.unit())
        }
        life.close(as: .won, stage: world.truth.won, at: tick(day))
        phase = .closed(reopens: nil)
    }

    private mutating func lose(on day: Day, because reason: String) {
        let moment = tick(day)
        var recorded: Moment?
        if chance.happens(world.truth.recordedLate) {
            let late = Moment(day: day + chance.whole(1...5), minute: 540 + chance.whole(0...400))
            // Nobody has written it down yet, so nobody knows.
            guard late.day < world.until else { return phase = .closed(reopens: nil) }
            recorded = late
        }
        life.set(.lostReason, to: reason, at: moment, recorded: recorded)
        life.close(as: .lost, stage: world.truth.lost, at: moment, recorded: recorded)
        phase = .closed(reopens: chance.happens(world.truth.reopened) ? day + chance.whole(10...60) : nil)
    }

    private mutating func reopen(on day: Day) {
        if !owner.works(on: day) { handOver(on: day) }
        let stage = chance.happens(0.5) ? 1 : 3
        life.reopen(stage: world.truth.stages[stage].name, at: tick(day))
        phase = .open(stage: stage, entered: day)
        dead = false
        promise(from: day, at: stage)
    }

    // MARK: What happens in between

    /// A dead deal: nobody calls, now and then somebody moves its date, and one day somebody closes it.
    private mutating func rest(on day: Day) {
        if world.holidays.isWorking(day), chance.happens(world.truth.buried) {
            lose(on: day, because: "Зник зв’язок")
        } else {
            slip(on: day, chanceADay: 0.015)
        }
    }

    private mutating func slip(on day: Day, chanceADay: Double) {
        guard let date = expected, date < day, world.holidays.isWorking(day), chance.happens(chanceADay),
            case .open(let stage, _) = phase
        else { return }
        promise(from: day, at: stage)
    }

    /// Sellers promise about three quarters of the time that it takes.
    private mutating func promise(from day: Day, at stage: Int) {
        let usual = [46.0, 38, 30, 21, 11][stage]
        var date = day + max(2, Int((0.75 * chance.spread(median: usual, sigma: 0.4)).rounded()))
        if date.weekday > 4 { date = date + (7 - date.weekday) }
        expected = date
        life.set(.expectedClose, to: date.description, at: tick(day))
    }

    private mutating func reprice(by factor: Double) {
        let step = life.currency == "UAH" ? 10.0 : 1
        amount = max(Int(step), Int((Double(amount) * factor / step).rounded() * step))
        life.set(.amount, to: "\(amount).00", at: now)
    }

    private mutating func handOver(on day: Day) {
        owner = world.staff.successor(of: owner.id, on: day)
        life.set(.owner, to: owner.id, at: tick(day))
    }

    /// Later than anything before it, within working hours unless the day is crowded.
    private mutating func tick(_ day: Day) -> Moment {
        now = now.day == day ? now.later(chance.whole(1...15)) : Moment(day: day, minute: 540 + chance.whole(0...500))
        return now
    }

    private static let reasons = [
        "Дорого", "Обрали конкурента", "Немає бюджету", "Закупівлю відкладено", "Не підійшли умови",
    ]
}
