import Forecasting
import Foundation
import Parallel

/// The exact expectation of a period's total, by node, for somebody who knows the process of a made-up company and sees
/// what its book shows: a deal that looks open may have been lost without a word.
struct Oracle {
    private let company: SimulatedCompany
    private let truth: Truth
    private let day: Int32
    private let days: Int
    /// Days that may be left to the expected close; one where dates say nothing.
    private let lefts: ClosedRange<Int>
    /// [factor][(stage × ages + age) × lefts + left]: chance of a live deal to be won.
    private var tables: [[Double]] = []
    /// [factor][days left in the period][stage]: the same of one that has just begun, whatever its date is.
    private var fresh: [[[Double]]] = []

    private static let grid = (0..<17).map { -1.8 + 0.2 * Double($0) }

    init(_ company: SimulatedCompany, _ period: Window, at day: Int32) {
        self.company = company
        self.day = day
        truth = company.truth
        days = Int(period.end - day)
        lefts = truth.story == .dated ? Truth.lefts : 0...0
        let made = spread(Oracle.grid.count) { [self] in table(exp(Oracle.grid[$0])) }
        tables = made.map(\.table)
        fresh = made.map(\.fresh)
    }

    private func table(_ factor: Double) -> (table: [Double], fresh: [[Double]]) {
        let (ages, width) = (truth.ages, lefts.count)
        var now = [Double](repeating: 0, count: (truth.stages + 1) * ages * width)
        for cell in truth.stages * ages * width..<now.count { now[cell] = 1 }
        var fresh = [begun(now)]
        for offset in stride(from: days - 1, through: 0, by: -1) {
            var next = now
            for stage in 0..<truth.stages {
                let targets = truth.targets(stage)
                for left in 0..<width {
                    // A day later one day less is left; a date that has passed may be moved instead.
                    let later = max(0, left - 1)
                    let moves = width > 1 && lefts.lowerBound + left < 0 ? Truth.moving : 0
                    let moved = width > 1 ? Int(Truth.moved) - 1 - lefts.lowerBound : 0
                    let reach = targets.reduce(0) { $0 + $1.share * now[$1.stage * ages * width + later] }
                    for age in 0..<ages {
                        let (progress, loss) = truth.hazards(
                            stage, age, day + Int32(offset), factor, left: lefts.lowerBound + left)
                        let stay = exp(-progress - loss)
                        let older = (stage * ages + min(age + 1, ages - 1)) * width
                        next[(stage * ages + age) * width + left] =
                            (1 - stay) * progress / (progress + loss) * reach
                            + stay * ((1 - moves) * now[older + later] + moves * now[older + moved])
                    }
                }
            }
            now = next
            fresh.append(begun(now))
        }
        return (now, fresh)
    }

    /// By stage: of a deal that came a day before.
    private func begun(_ now: [Double]) -> [Double] {
        let width = lefts.count
        let dates =
            width == 1
            ? 0..<1 : Truth.first.lowerBound - 1 - lefts.lowerBound..<Truth.first.upperBound - 1 - lefts.lowerBound
        return (0...truth.stages).map { stage in
            dates.reduce(0) { $0 + now[stage * truth.ages * width + $1] } / Double(dates.count)
        }
    }

    /// A cubic through the four factors around it: what several steps need bends upwards, and a line would say too much.
    private func chance(_ factor: Double, _ value: (Int) -> Double) -> Double {
        let place = min(max(0, (log(factor) - Oracle.grid[0]) / 0.2), Double(Oracle.grid.count - 1))
        let low = min(max(0, Int(place) - 1), Oracle.grid.count - 4)
        let t = place - Double(low)
        let (a, b, c) = (t - 1, t - 2, t - 3)
        return (t * b * c * value(low + 1) - t * a * c * value(low + 2)) / 2
            + (t * a * b * value(low + 3) - a * b * c * value(low)) / 6
    }

    private func chance(_ factor: Double, _ stage: Int, _ age: Int, left: Int) -> Double {
        let cell = (stage * truth.ages + min(max(0, age), truth.ages - 1)) * lefts.count + place(left)
        return chance(factor) { tables[$0][cell] }
    }

    private func chanceOfNew(_ factor: Double, _ stage: Int, days: Int) -> Double {
        chance(factor) { fresh[$0][days][stage] }
    }

    private func place(_ left: Int) -> Int { min(max(left, lefts.lowerBound), lefts.upperBound) - lefts.lowerBound }

    /// Dates of a deal as the book showed them on a day.
    private func left(_ deal: Int, on day: Int32) -> Int {
        let history = company.history
        guard lefts.count > 1 else { return 0 }
        let rows = Int(history.dueStart[deal])..<Int(history.dueStart[deal + 1])
        return rows.last { history.dueDay[$0] < day }.map { Int(history.dueValue[$0] - day) } ?? 0
    }

    /// Chance that a deal which still looks open was not lost in silence, having entered its stage on day `since`.
    private func alive(_ deal: Int, _ stage: Int, since: Int32, _ factor: Double) -> Double {
        var (alive, late, never) = (1.0, 0.0, 0.0)
        var now = since + 1
        while now < day {
            let left = left(deal, on: now)
            let (progress, loss) = truth.hazards(stage, Int(now - 1 - since), now, factor, left: left)
            let gone = alive * (1 - exp(-progress - loss)) * loss / (progress + loss)
            alive *= exp(-progress - loss)
            late = late * (1 - truth.noticing) + gone * truth.late
            never += gone * truth.never
            now += 1
            // Nobody moves the date of a dead deal.
            if lefts.count > 1, left < 0 {
                if self.left(deal, on: now) > left { (late, never) = (0, 0) } else { alive *= 1 - Truth.moving }
            }
        }
        let all = alive + late + never
        return all > 0 ? alive / all : 0
    }

    /// A deal that looks open.
    struct Open {
        let deal: Int
        let stage: Int
        /// Days in its stage.
        let age: Int
        /// Of its progress, by everything that sets it apart.
        let factor: Double
        let amount: Double
        /// To be won in the period, not to have been lost without a word included.
        let chance: Double
    }

    /// All deals that look open.
    func open() -> [Open] {
        let history = company.history
        return history.created.indices.compactMap { deal in
            let (state, since) = standing(deal)
            guard history.created[deal] < day, state != History.Stages.won, state != History.Stages.lost else {
                return nil
            }
            let first = history.amountValue[Int(history.amountStart[deal])]
            let owner = Int(history.owner[deal])
            let factor =
                truth.factor(owner: owner, product: Int(history.product[deal]), amount: first)
                * truth.skill(owner, history.created[deal])
            let age = Int(day - 1 - since)
            return Open(
                deal: deal, stage: Int(state), age: age, factor: factor, amount: amount(deal),
                chance: chance(factor, Int(state), age, left: left(deal, on: day))
                    * alive(deal, Int(state), since: since, factor))
        }
    }

    private func standing(_ deal: Int) -> (state: Int16, since: Int32) {
        let history = company.history
        var (state, since): (Int16, Int32) = (0, 0)
        for row in Int(history.stepStart[deal])..<Int(history.stepStart[deal + 1]) where history.stepDay[row] < day {
            (state, since) = (history.stepState[row], history.stepDay[row])
        }
        return (state, since)
    }

    private func amount(_ deal: Int) -> Double {
        let history = company.history
        let rows = Int(history.amountStart[deal])..<Int(history.amountStart[deal + 1])
        return rows.last { history.amountDay[$0] < day }.map { history.amountValue[$0] } ?? 0
    }

    /// Won to date, from deals open now, from deals still to arrive: by node, rolled up.
    func parts(_ period: Window) -> (won: [Double], open: [Double], new: [Double]) {
        let history = company.history
        var won = [Double](repeating: 0, count: company.nodes.parent.count)
        var open = won
        for deal in history.created.indices where history.created[deal] < day {
            let (state, since) = standing(deal)
            if state == History.Stages.won, since >= period.start {
                won[Int(company.nodes.nodeOfDeal[deal])] += amount(deal)
            }
        }
        for deal in self.open() { open[Int(company.nodes.nodeOfDeal[deal.deal])] += deal.amount * deal.chance }
        return (company.rolledUp(won), company.rolledUp(open), company.rolledUp(new()))
    }

    /// Over a sample of what deals are like, and five nodes of the size's spread.
    private func new() -> [Double] {
        var total = [Double](repeating: 0, count: company.nodes.parent.count)
        let sizes = (0..<24).map { truth.amountSpread * Oracle.quantile((Double($0) + 0.5) / 24) }
        let mean = sizes.reduce(0) { $0 + exp($1) } / 24
        let correction = exp(truth.amountSpread * truth.amountSpread / 2) / mean
        for owner in 0..<company.ownerCount {
            for what in truth.productShare.indices {
                for size in sizes {
                    let amount = truth.productPrice[what] * exp(size)
                    let factor = truth.factor(owner: owner, product: what, amount: amount)
                    var sum = 0.0
                    for offset in 0..<days {
                        let born = day + Int32(offset)
                        let left = days - offset - 1
                        let skilled = factor * truth.skill(owner, born)
                        let p =
                            (1 - truth.startInSecond) * chanceOfNew(skilled, 0, days: left)
                            + truth.startInSecond * chanceOfNew(skilled, 1, days: left)
                        sum += truth.arrivalRate(owner, born) * p
                    }
                    total[1 + company.departmentCount + owner] +=
                        amount * correction * sum * truth.productShare[what] / 24
                }
            }
        }
        return total
    }

    /// Of the standard normal, by bisection.
    private static func quantile(_ p: Double) -> Double {
        var (low, high) = (-8.0, 8.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if erfc(-middle / 2.0.squareRoot()) / 2 < p { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }
}
