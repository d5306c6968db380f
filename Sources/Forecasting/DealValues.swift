/// E[value | win]: amount × a shrunken ratio of won value to the amount said while the deal stood in the stage; without
/// an amount the list price or the mean of won deals like it.
struct DealValues: Sendable {
    /// By state.
    let ratio: [Double]
    /// Relative standard deviation of won value to amount.
    let spread: Double
    /// Mean value of won deals, and the variance of their values over the square of the mean.
    let mean: Double
    let relativeVariance: Double
    private let base: OpenValue
    private let rateDay: Int32

    init(_ moment: Moment) {
        rateDay = moment.book.history.rateDay(moment.day)
        base = moment.openValue
        (ratio, spread) = moment.book.growth.ratios(before: moment.day)
        var (weights, sum, squares) = (0.0, 0.0, 0.0)
        let wins = moment.wins
        let fade = FadeByDay(half: 365, longest: 730)
        var row = wins.day.partition(before: moment.day - 730)
        while row < wins.count {
            if !wins.value[row].isNaN {
                let weight = fade[moment.day - wins.day[row]]
                weights += weight
                sum += weight * wins.value[row]
                squares += weight * wins.value[row] * wins.value[row]
            }
            row += 1
        }
        let fallback = base.overall
        mean = (sum + 5 * fallback) / (weights + 5)
        // Five deals' worth of a coefficient of variation of one.
        let square = (squares + 5 * 2 * mean * mean) / (weights + 5)
        relativeVariance = mean > 0 ? max(0, square / (mean * mean) - 1) : 1
    }

    /// What a deal like this one is worth when it is won, as said on the day it was created, at the moment's rates.
    func valueOnArrival(_ deal: Int, _ state: Int16, _ history: History) -> Double {
        if history.moneyless[deal] { return 0 }
        let amount = history.amount(of: deal, at: history.created[deal], ratesOf: rateDay)
        let known = base.value(
            amount: amount, product: history.product[deal], pipeline: history.pipeline[deal], moneyless: false)
        return amount.isNaN || state >= Paths.won ? known : known * ratio[Int(state)]
    }

    func value(_ deal: OpenDeal, _ history: History) -> Double {
        let index = Int(deal.deal)
        if history.moneyless[index] { return 0 }
        let known = base.value(
            amount: deal.amount, product: history.product[index], pipeline: history.pipeline[index], moneyless: false)
        return deal.amount.isNaN ? known : known * ratio[Int(deal.state)]
    }
}
