import Forecasting
import Foundation

/// The exact expectation of a period's total, by node, for somebody who knows the process of a made-up company and sees
/// what its book shows: a deal that looks open may have been lost without a word.
struct Oracle {
    private let company: SimulatedCompany
    private let truth: Truth
    private let day: Int32
    private let days: Int
    /// [factor][days left][stage × ages + age]: chance of a live deal to be won.
    private var tables: [[[Double]]] = []

    private static let grid = (0..<17).map { -1.8 + 0.2 * Double($0) }

    init(_ company: SimulatedCompany, _ period: Window, at day: Int32) {
        self.company = company
        self.day = day
        truth = company.truth
        days = Int(period.end - day)
        for factor in Oracle.grid { tables.append(table(exp(factor))) }
    }

    private func table(_ factor: Double) -> [[Double]] {
        var now = [Double](repeating: 0, count: (truth.stages + 1) * truth.ages)
        for age in 0..<truth.ages { now[truth.stages * truth.ages + age] = 1 }
        var byDay = [now]
        for offset in stride(from: days - 1, through: 0, by: -1) {
            var next = now
            for stage in 0..<truth.stages {
                let reach = truth.targets(stage).reduce(0) { $0 + $1.share * now[$1.stage * truth.ages] }
                for age in 0..<truth.ages {
                    let (progress, loss) = truth.hazards(stage, age, day + Int32(offset), factor)
                    let stay = exp(-progress - loss)
                    let row = stage * truth.ages
                    next[row + age] =
                        (1 - stay) * progress / (progress + loss) * reach
                        + stay * now[row + min(age + 1, truth.ages - 1)]
                }
            }
            now = next
            byDay.append(now)
        }
        return byDay
    }

    private func chance(_ factor: Double, _ stage: Int, _ age: Int, left: Int) -> Double {
        let place = min(max(0, (log(factor) - Oracle.grid[0]) / 0.2), Double(Oracle.grid.count) - 1.001)
        let low = Int(place)
        let cell = stage * truth.ages + min(max(0, age), truth.ages - 1)
        let (a, b) = (tables[low][left][cell], tables[low + 1][left][cell])
        return a + (b - a) * (place - Double(low))
    }

    /// Chance that a deal which still looks open was not lost in silence, having entered its stage on day `since`.
    private func alive(_ stage: Int, since: Int32, _ factor: Double) -> Double {
        var (alive, late, never) = (1.0, 0.0, 0.0)
        var now = since + 1
        while now < day {
            let (progress, loss) = truth.hazards(stage, Int(now - 1 - since), now, factor)
            let gone = alive * (1 - exp(-progress - loss)) * loss / (progress + loss)
            alive *= exp(-progress - loss)
            late = late * (1 - truth.noticing) + gone * truth.late
            never += gone * truth.never
            now += 1
        }
        let all = alive + late + never
        return all > 0 ? alive / all : 0
    }

    /// Won to date, from deals open now, from deals still to arrive: by node, rolled up.
    func parts(_ period: Window) -> (won: [Double], open: [Double], new: [Double]) {
        let history = company.history
        var won = [Double](repeating: 0, count: company.nodes.parent.count)
        var open = won
        for deal in history.created.indices where history.created[deal] < day {
            var (state, since): (Int16, Int32) = (0, 0)
            for row in Int(history.stepStart[deal])..<Int(history.stepStart[deal + 1]) where history.stepDay[row] < day
            {
                (state, since) = (history.stepState[row], history.stepDay[row])
            }
            var amount = 0.0
            for row in Int(history.amountStart[deal])..<Int(history.amountStart[deal + 1])
            where history.amountDay[row] < day { amount = history.amountValue[row] }
            let node = Int(company.nodes.nodeOfDeal[deal])
            if state == History.Stages.won {
                if since >= period.start { won[node] += amount }
            } else if state != History.Stages.lost {
                let first = history.amountValue[Int(history.amountStart[deal])]
                let owner = Int(history.owner[deal])
                let factor =
                    truth.factor(owner: owner, product: Int(history.product[deal]), amount: first)
                    * truth.skill(owner, history.created[deal])
                open[node] +=
                    amount * chance(factor, Int(state), Int(day - 1 - since), left: days)
                    * alive(Int(state), since: since, factor)
            }
        }
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
                            (1 - truth.startInSecond) * chance(skilled, 0, 0, left: left)
                            + truth.startInSecond * chance(skilled, 1, 0, left: left)
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
