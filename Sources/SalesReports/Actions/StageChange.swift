internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Whether more move on from a stage since a day than were believed to before it. Those who left after that day are each
/// compared with the odds of the scope's own year before, on the day of their stay on which they left, moved to the
/// conversion that was believed then: so slow deals are not taken for failed ones, and a bad month that chance alone had
/// brought is not sold as an improvement.
struct StageChange {
    /// Of actions that change nothing, one of twenty is claimed to have changed something.
    static let certain = 1.96
    /// Later exits are no longer put down to an action.
    static let longest: Int32 = 180
    private static let year: Int32 = 365

    private let state: Int
    /// By state: who came in the year before, as far as they had gone by that day.
    private var before: [Stays]
    /// Who left this stage since.
    private var since = Stays()
    /// The same as `before` of this stage by month.
    private var months = [Stays](repeating: Stays(), count: 13)
    private var amount = 0.0
    private var valued = 0
    /// States from this one to the last of its pipeline.
    private let ahead: [Int]

    init(_ passages: Passages, _ picture: CompanyPicture, scope: Scope, state: Int, made: Int32) {
        self.state = state
        let cut = picture.cut
        let pipelines = cut.stages.pipelineOfState
        ahead = pipelines.indices.filter { pipelines[$0] == pipelines[state] && $0 >= state }
        before = [Stays](repeating: Stays(), count: pipelines.count)
        let shares = ScopeShares(picture.people, scope)
        for row in passages.rows where shares.owns(Int(row.deal)) {
            take(row, cut.amount[Int(row.deal)], made: made)
        }
    }

    private mutating func take(_ row: Passages.Row, _ amount: Int64, made: Int32) {
        if row.enter < made, row.enter >= made - StageChange.year {
            let isOver = row.exit <= made
            let (days, end) = (Int((isOver ? row.exit : made) - row.enter), isOver ? row.end.asStay : .open)
            before[Int(row.state)].add(days: days, end)
            if Int(row.state) == state {
                months[Int(made - row.enter - 1) / 30].add(days: days, end)
                if amount != Cut.unknown {
                    self.amount += Double(amount)
                    valued += 1
                }
            }
        }
        if Int(row.state) == state, row.end != .open, row.exit > made, row.exit <= made + StageChange.longest {
            since.add(days: Int(row.exit - row.enter), row.end.asStay)
        }
    }

    func effect(_ rate: CorrectiveAction.StageRate) -> ActionsReport.Effect {
        let left = since.movedCount + since.failedCount
        let incidence = Incidence(before[state])
        guard let odds = Odds(before[state], incidence), let own = incidence.conversion else {
            return .tooEarly(left: left)
        }
        let score = odds.score(since)
        let then = odds.shift(from: own, to: rate.conversion)
        let usual = odds.expected(score, shift: then)
        guard usual.variance >= Family.leastVariance else { return .tooEarly(left: left) }
        let spread = self.spread(odds, around: then, rate)
        let (shift, error) = odds.shift(score, mean: then, spread: spread)
        func conversion(_ shift: Double) -> Double { min(1, max(0, own + odds.difference(shift: shift))) }
        let ends = (low: shift - Normal.eighty * error, high: shift + Normal.eighty * error)
        return .stage(
            .init(
                left: left, moved: since.movedCount, before: rate.conversion, now: conversion(shift),
                low: conversion(ends.low), high: conversion(ends.high),
                verdict: verdict(score.movedOn - usual.moved, usual.variance, spread),
                money: worth { odds.expected(score, shift: $0).moved - usual.moved }.map { worth in
                    .init(amount: worth(shift), low: worth(ends.low), high: worth(ends.high))
                }))
    }

    /// How far the stage's odds may be from what was believed, before anything is seen: the belief's own error, and how
    /// far months scatter.
    private func spread(_ odds: Odds, around shift: Double, _ rate: CorrectiveAction.StageRate) -> Double {
        let slope = (odds.difference(shift: shift + 0.05) - odds.difference(shift: shift - 0.05)) / 0.1
        let error = slope > 1e-6 ? min(1.5, rate.error / slope) : 1.5
        let scatter = Family.spread(months.map { odds.score($0) })
        return (error * error + scatter * scatter).squareRoot()
    }

    private func verdict(_ surplus: Double, _ variance: Double, _ spread: Double) -> ActionsReport.Verdict {
        let noise = (variance + spread * spread * variance * variance).squareRoot()
        if surplus - 0.5 >= StageChange.certain * noise { return .better }
        return surplus + 0.5 <= -StageChange.certain * noise ? .worse : .unclear
    }

    /// Each who moves on brings the mean amount as often as those who come so far are won; nil where that is not known.
    private func worth(_ extra: @escaping (Double) -> Double) -> ((Double) -> Int64)? {
        guard valued > 0 else { return nil }
        let won = ahead.dropFirst().reduce(1.0) { $0 * (Incidence(before[$1]).conversion ?? 0) }
        let each = amount / Double(valued) * won
        return { Int64(nearest: extra($0) * each) }
    }
}

extension ScopeFunnel {
    /// Of the year before the period and the period itself, to moving on.
    func medianDays(_ state: Int) -> Int? {
        var stays = year.stays[state]
        stays.add(period.stays[state])
        return Incidence(stays).medianDays
    }
}
