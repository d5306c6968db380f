internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// From `request.from` (the beginning of the day a week before, when nil) to `request.to` (`request.asOf`, when nil).
    /// Throws `notYet` for an instant after now, `backwards` when the first is the later one, `notFound` for what is not
    /// there or not this viewer's.
    package func changes(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> ChangesReport {
        try remembered(.changes, request, seen) { () throws(ReportRefusal) in
            try counting(request).changesMade(request, for: seen)
        }
    }

    private func changesMade(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> ChangesReport {
        let to = request.to.map(instant) ?? request.asOf
        let from = request.from.map(instant) ?? dayBefore(to, by: 7)
        let looking = try admitted(request.scope, request.pipelines, asOf: to, seen)
        guard from <= to else { throw .backwards }
        var request = request
        request.asOf = to
        return looking.changesMade(request, since: from, seen)
    }

    private func changesMade(_ request: ReportRequest, since from: Instant, _ seen: Seen) -> ChangesReport {
        let to = request.asOf
        let (before, after) = (figures(request, asOf: from), figures(request, asOf: to))
        let hidden = Hidden(self, seen, request, before.cut, after.cut)
        let steps = ChangeSteps(kinds: ChangeKinds(facts: facts, before: before, after: after), hidden: hidden)
        return ChangesReport(
            head: head(request), from: from, before: before.figure.mean, after: after.figure.mean, steps: steps.all,
            newBusiness: after.figure.fromNew - before.figure.fromNew)
    }

    /// The beginning of a day so many days before an instant's.
    package func dayBefore(_ instant: Instant, by days: Int) -> Instant {
        facts.calendar.zone.start(of: facts.calendar.zone.day(of: instant) + -days)
    }

    /// A period stands for its first moment.
    private func instant(_ bound: ReportRequest.Bound) -> Instant {
        switch bound {
        case .instant(let instant): instant
        case .period(let period): facts.calendar.zone.start(of: period.start)
        }
    }

    private func figures(_ request: ReportRequest, asOf: Instant) -> DealFigures {
        let company = forecasts(
            CompanyQuestion(asOf: asOf, period: request.period, pipelines: request.pipelines, chances: true))
        return DealFigures(company, pictures(asOf, request.pipelines), request.scope)
    }
}

/// Which of the deals a viewer may not see now: their part counts, their name is not said.
struct Hidden {
    private let everything: Bool
    private let before: Eyes
    private let after: Eyes
    private let elsewhere: () -> (Cut, Eyes)

    init(_ reporter: Reporter, _ seen: Seen, _ request: ReportRequest, _ before: Cut, _ after: Cut) {
        func eyes(_ cut: Cut) -> Eyes { Eyes(seen, reporter.facts.rights, on: reporter.today, cut) }
        everything = seen.reach == .everything
        self.before = eyes(before)
        self.after = eyes(after)
        elsewhere = {
            let cut = reporter.pictures(request.asOf, .all).cut
            return (cut, eyes(cut))
        }
    }

    func hides(_ deal: Int64, _ kind: ChangesReport.Kind, _ earlier: Int?, _ later: Int?) -> Bool {
        if everything { return false }
        if let later { return !after.see(later) }
        if kind == .removed { return !(earlier.map(before.see) ?? false) }
        let (cut, eyes) = elsewhere()
        return !(cut.index(of: Deal.ID(deal)).map(eyes.see) ?? false)
    }
}

/// Every deal's difference, given to the first kind of change that applies; what is left is the model's.
struct ChangeSteps {
    let kinds: ChangeKinds
    let hidden: Hidden
    /// So many deals of the model's step are named.
    private static let named = 50

    var all: [ChangesReport.Step] {
        let (before, after) = (kinds.before, kinds.after)
        var deals = [ChangesReport.Kind: [ChangesReport.Deal]]()
        pairs { id, earlier, later, difference in
            let kind = kinds.kind(earlier, later)
            let isHidden = hidden.hides(id, kind, earlier, later)
            deals[kind, default: []].append(.init(deal: isHidden ? nil : Deal.ID(id), amount: difference))
        }
        var rest = after.figure.mean - before.figure.mean
        return ChangesReport.Kind.allCases.map { kind in
            let own = (deals[kind] ?? []).sorted {
                ($0.amount.magnitude, $1.deal?.number ?? .max) > ($1.amount.magnitude, $0.deal?.number ?? .max)
            }
            let amount = kind == .model ? rest : own.reduce(0) { $0 + $1.amount }
            rest -= amount
            let named = kind == .model ? Array(own.prefix(ChangeSteps.named)) : own
            return ChangesReport.Step(kind: kind, amount: amount, count: own.count, deals: named)
        }
    }

    /// Deals of either cut that lie in the scope and bring another amount, in order of id.
    private func pairs(_ take: (_ deal: Int64, _ earlier: Int?, _ later: Int?, _ difference: Int64) -> Void) {
        let (before, after) = (kinds.before, kinds.after)
        let (olds, news, was, now) = (before.cut.id, after.cut.id, before.amount, after.amount)
        var (left, right) = (0, 0)
        while left < olds.count || right < news.count {
            let old = left < olds.count ? olds[left] : .max
            let new = right < news.count ? news[right] : .max
            let (earlier, later) = (old <= new ? left : nil, new <= old ? right : nil)
            left += earlier == nil ? 0 : 1
            right += later == nil ? 0 : 1
            let difference = (later.map { now[$0] } ?? 0) - (earlier.map { was[$0] } ?? 0)
            guard difference != 0, earlier.map(before.holds) ?? false || later.map(after.holds) ?? false else {
                continue
            }
            take(min(old, new), earlier, later, difference)
        }
    }
}
