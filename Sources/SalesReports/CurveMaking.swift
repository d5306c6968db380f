internal import Forecasting
internal import Foundation
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Of the request's scope; `by` is left aside.
    package func curve(_ request: ForecastRequest, for seen: Seen) throws(ReportRefusal) -> PeriodCurve {
        let looking = try admitted(request.scope, request.pipelines, asOf: request.asOf, seen)
        var request = request
        request.by = nil
        try admit(request.basis, asOf: request.asOf)
        return CurveMaker(
            looking.maker(request), pictures(request.asOf, request.pipelines), facts.calendar,
            currency: isCounting ? .deals : facts.frame.company.baseCurrency
        ).curve
    }
}

/// How a remainder comes in over the days left: by working days, and by all days where none is left.
private struct CurveMaker {
    private let maker: ForecastMaker
    private let picture: CompanyPicture
    private let days: [Day]
    private let working: [Bool]
    private let currency: Currency

    init(_ maker: ForecastMaker, _ picture: CompanyPicture, _ calendar: CompanyCalendar, currency: Currency) {
        self.currency = currency
        self.maker = maker
        self.picture = picture
        let period = maker.request.period
        days = (period.start.number..<period.end.number).map(Day.init(number:))
        working = days.map(calendar.isWorking)
    }

    var curve: PeriodCurve {
        let request = maker.request
        let figure = maker.company.amount(of: request.scope)
        let node = maker.node(request.scope, parent: nil)
        let won = wonByDay()
        let shares = CurveMaker.cumulative(working.dropFirst(won.count - 1))
        let whole = figure.distribution
        let rest = Double(figure.fromOpen + figure.fromNew)
        // The period's own distribution, drawn together around the mean by as much as is not decided yet: it ends where the
        // forecast's figures stand, and what is sold to a day is never less the day after.
        func line(_ end: Double, _ last: Int64? = nil) -> [Int64] {
            if shares.isEmpty { return [] }
            var values = shares.map { share in
                let value = Double(figure.won) + rest * share + (end - whole.mean) * CurveMaker.spread(at: share)
                return max(figure.won, Int64(nearest: value))
            }
            if let last { values[values.count - 1] = last }
            return [won[won.count - 1]] + values
        }
        let p10 = line(whole.quantile(0.1), node.amount.p10)
        let p90 = line(whole.quantile(0.9), node.amount.p90)
        // The outer lines end at the forecast's own figures, whose last unit may be rounded otherwise.
        func inner(_ p: Double) -> [Int64] {
            line(whole.quantile(p)).enumerated().map { min(max($1, p10[$0]), p90[$0]) }
        }
        return PeriodCurve(
            period: request.period, currency: currency, won: won, p10: p10, p25: inner(0.25),
            mean: line(whole.mean, node.amount.mean), p75: inner(0.75), p90: p90, pace: node.plan.quota.map(pace),
            working: working)
    }

    /// The standard deviation when `share` of the remainder is in, in those of the whole: half of what is not sure comes day
    /// by day, half is common to all days.
    private static func spread(at share: Double) -> Double { (share * (1 + share) / 2).squareRoot() }

    private func wonByDay() -> [Int64] {
        let cut = picture.cut
        let period = maker.request.period
        var byDay = [Int64](repeating: 0, count: days.count)
        let inside = picture.people.inside(maker.request.scope)
        let shares = ShareRows(picture.people.nodes)
        let money = DealMoney(maker.request.basis, maker.facts, cut)
        for row in money.within(period.start.number, period.end.number) {
            let place = Int(row.day - period.start.number)
            shares.divide(row.money, of: row.deal) { byDay[place] = byDay[place].plus(inside[$0] ? $1 : 0) }
        }
        var line: [Int64] = [0]
        for (day, amount) in zip(days, byDay) {
            // The running day is a place of its own only when something of it is in.
            guard day < cut.today || (day == cut.today && amount != 0) else { break }
            line.append(line[line.count - 1].plus(amount))
        }
        return line
    }

    private func pace(_ quota: Int64) -> [Int64] {
        [0] + CurveMaker.cumulative(working[...]).map { Int64(nearest: Double(quota) * $0) }
    }

    private static func cumulative(_ working: ArraySlice<Bool>) -> [Double] {
        let sum = Double(working.count { $0 })
        var total = 0.0
        return working.enumerated().map { place, works in
            total += works ? 1 : 0
            return sum > 0 ? total / sum : Double(place + 1) / Double(working.count)
        }
    }
}
