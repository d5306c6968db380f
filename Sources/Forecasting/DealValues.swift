import Foundation

/// E[value | win]: amount × a shrunken ratio of won value to the amount said while the deal stood in the stage; without
/// an amount the list price or the mean of won deals like it.
struct DealValues: Sendable {
    /// By state.
    let ratio: [Double]
    /// Relative standard deviation of won value to amount.
    let spread: Double
    /// Mean value of a win from new business, and mean of its square.
    let mean: Double
    let meanSquare: Double
    private let base: OpenValue

    /// - Parameter horizon: days within which new business must be created and won.
    init(_ history: History, _ paths: Paths, _ wins: Wins, _ base: OpenValue, horizon: Int32) {
        self.base = base
        var said = [Double](repeating: 0, count: paths.stateCount)
        var got = said
        var (allSaid, allGot) = (0.0, 0.0)
        var (sumLog2, number) = (0.0, 0.0)
        for spell in paths.deal.indices where paths.next[spell] != Paths.lost {
            let deal = Int(paths.deal[spell])
            guard history.isWon(deal), !history.moneyless[deal] else { continue }
            let value = history.lastAmount(of: deal)
            let amount = history.amount(of: deal, at: paths.enter[spell])
            guard value > 0, amount > 0 else { continue }
            said[Int(paths.stage[spell])] += amount
            got[Int(paths.stage[spell])] += value
            allSaid += amount
            allGot += value
            sumLog2 += Foundation.log(value / amount) * Foundation.log(value / amount)
            number += 1
        }
        let meanSaid = number > 0 ? allSaid / number : 0
        let overall = meanSaid > 0 ? (allGot + 5 * meanSaid) / (allSaid + 5 * meanSaid) : 1
        ratio = (0..<paths.stateCount).map { state in
            meanSaid > 0 ? (got[state] + 5 * meanSaid * overall) / (said[state] + 5 * meanSaid) : 1
        }
        spread = number >= 5 ? min(2, (sumLog2 / number).squareRoot()) : 0.3
        // Quick wins are not the average win: one that took c days fits into a horizon of R in R − c ways.
        var (weights, sum, squares) = (0.0, 0.0, 0.0)
        var (allWeights, all, allSquares) = (0.0, 0.0, 0.0)
        for row in wins.day.indices where !wins.value[row].isNaN {
            let cycle = wins.day[row] - history.created[Int(wins.deal[row])]
            let recent = exp2(-Double(history.today - wins.day[row]) / 365)
            let (value, fits) = (wins.value[row], recent * Double(max(0, horizon - cycle)) / Double(max(1, horizon)))
            allWeights += recent
            all += recent * value
            allSquares += recent * value * value
            weights += fits
            sum += fits * value
            squares += fits * value * value
        }
        let fallback = base.value(amount: .nan, product: -1, moneyless: false)
        let overallMean = allWeights > 0 ? all / allWeights : fallback
        let overallSquare = allWeights > 0 ? allSquares / allWeights : 2 * fallback * fallback
        mean = (sum + 5 * overallMean) / (weights + 5)
        meanSquare = (squares + 5 * overallSquare) / (weights + 5)
    }

    func value(_ deal: Int, state: Int, amount: Double, _ history: History) -> Double {
        if history.moneyless[deal] { return 0 }
        let known = base.value(amount: amount, product: history.product[deal], moneyless: false)
        return amount.isNaN ? known : known * ratio[state]
    }
}

extension History {
    func isWon(_ deal: Int) -> Bool {
        let last = Int(stepStart[deal + 1]) - 1
        return last >= Int(stepStart[deal]) && stepState[last] == Stages.won
    }

    /// As known at the end of a day; NaN before anything was said.
    func amount(of deal: Int, at day: Int32) -> Double {
        var row = Int(amountStart[deal + 1]) - 1
        let first = Int(amountStart[deal])
        while row >= first, amountDay[row] > day { row -= 1 }
        return row >= first ? amountValue[row] : .nan
    }
}
