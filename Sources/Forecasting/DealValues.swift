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
    init(_ moment: Moment, horizon: Int32) {
        base = moment.openValue
        (ratio, spread) = moment.book.growth.ratios(before: moment.day)
        // Quick wins are not the average win: one that took c days fits into a horizon of R in R − c ways.
        var (weights, sum, squares) = (0.0, 0.0, 0.0)
        var (allWeights, all, allSquares) = (0.0, 0.0, 0.0)
        let wins = moment.wins
        let span = Double(max(1, horizon))
        for row in wins.day.partition(
            before: moment.day - 1460)..<max(wins.count, wins.day.partition(before: moment.day - 1460))
        where !wins.value[row].isNaN {
            let cycle = wins.day[row] - moment.book.history.created[Int(wins.deal[row])]
            let recent = exp2(-Double(moment.day - wins.day[row]) / 365)
            let (value, fits) = (wins.value[row], recent * Double(max(0, horizon - cycle)) / span)
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

    func value(_ deal: OpenDeal, _ history: History) -> Double {
        let index = Int(deal.deal)
        if history.moneyless[index] { return 0 }
        let known = base.value(amount: deal.amount, product: history.product[index], moneyless: false)
        return deal.amount.isNaN ? known : known * ratio[Int(deal.state)]
    }
}

extension History {
    /// As known at the end of a day; NaN before anything was said.
    func amount(of deal: Int, at day: Int32) -> Double {
        var row = Int(amountStart[deal + 1]) - 1
        let first = Int(amountStart[deal])
        while row >= first, amountDay[row] > day { row -= 1 }
        return row >= first ? amountValue[row] : .nan
    }
}
