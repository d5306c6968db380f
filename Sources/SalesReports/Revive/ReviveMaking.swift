internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Of `to` (else the period) against `from` (else the one before it). Throws as `funnel` does.
    package func revive(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> ReviveReport {
        try remembered(.revive, request, seen) { () throws(ReportRefusal) in
            try admitted(request.scope, request.pipelines, asOf: request.asOf, seen).counting(request)
                .reviveMade(request)
        }
    }

    private func reviveMade(_ request: ReportRequest) throws(ReportRefusal) -> ReviveReport {
        var request = request
        if case .period(let named) = request.to { request.period = named }
        var from = request.period.previous(in: facts.calendar)
        if case .period(let named) = request.from { from = named }
        let picture = pictures(request.asOf, request.pipelines)
        let quarter = Period.quarter(containing: picture.cut.today, in: facts.calendar)
        let company = forecasts(
            CompanyQuestion(asOf: request.asOf, period: quarter, pipelines: request.pipelines, chances: true))
        let sides = ReviveSides(picture, request.scope, from: from, to: request.period)
        let returns = try recalled(.returns, .ofEverything(asOf: request.asOf, request.pipelines, facts.calendar), nil)
        { Returns(picture.cut) }
        let candidates = ReviveCandidates(picture, company, request.scope, facts.organisation, returns).all
        return sides.report(head(request), candidates)
    }
}

/// The two periods' deals in groups: by pipeline and product; groups of few wins are one.
private struct ReviveSides {
    private let from: Period
    private let to: Period
    private let days: Int
    private let isCut: Bool
    private var groups: [[CauseSplit.Group]] = []
    private var won: [Int64] = [0, 0]
    private static let fewest = 5

    init(_ picture: CompanyPicture, _ scope: Scope, from: Period, to: Period) {
        let cut = picture.cut
        self.from = from
        self.to = to
        let passed = max(0, Int(cut.today.number - to.start.number))
        isCut = to.end > cut.today
        days = isCut ? min(passed, to.days) : to.days
        let ends = [
            isCut ? min(from.end.number, from.start.number + Int32(days)) : from.end.number,
            isCut ? to.start.number + Int32(days) : to.end.number,
        ]
        let starts = [from.start.number, to.start.number]
        let shares = ScopeShares(picture.people, scope)
        let rows = ShareRows(picture.people.nodes)
        let inside = picture.people.inside(scope)
        func side(_ day: Int32) -> [Int] { [0, 1].filter { starts[$0] <= day && day < ends[$0] } }
        let even = EvenRates(cut) { !side($0).isEmpty }
        var found: [[Int64: CauseSplit.Group]] = [[:], [:]]
        for deal in 0..<cut.count {
            let part = shares.fraction(of: deal)
            guard part > 0 else { continue }
            let key = Int64(cut.pipeline[deal]) << 32 | Int64(cut.product[deal]) + 1
            for side in side(cut.created[deal]) { found[side][key, default: .init()].entered += part }
            guard !StageTable.isOpen(cut.state[deal]) else { continue }
            for side in side(cut.since[deal]) {
                found[side][key, default: .init()].closed += part
                guard cut.state[deal] == StageTable.won else { continue }
                found[side][key, default: .init()].won += part
                var own: Int64 = 0
                rows.divide(cut, deal) { node, money in own += inside[node] ? money : 0 }
                won[side] += own
                found[side][key, default: .init()].take(Double(own), even: Double(own) * even.factor(deal), part)
            }
        }
        groups = ReviveSides.merged(found)
    }

    private static func merged(_ found: [[Int64: CauseSplit.Group]]) -> [[CauseSplit.Group]] {
        let keys = Set(found[0].keys).union(found[1].keys).sorted()
        let large = keys.filter { key in found.allSatisfy { ($0[key]?.won ?? 0) >= Double(fewest) } }
        let small = Set(keys).subtracting(large)
        return found.map { side in
            var rest = CauseSplit.Group()
            for key in keys where small.contains(key) { if let group = side[key] { rest.add(group) } }
            return large.map { side[$0] ?? .init() } + [rest]
        }
    }

    func report(_ head: ReportHead, _ candidates: [ReviveReport.Candidate]) -> ReviveReport {
        let amounts = rounded(CauseSplit(groups[0], groups[1]).effects, to: won[1] - won[0])
        let ranges = CauseSplit.ranges(groups[0], groups[1])
        let causes = ReviveReport.CauseName.allCases.enumerated().map { place, name in
            ReviveReport.Cause(
                name: name, amount: amounts[place], low: min(amounts[place], Int64(nearest: ranges[place].low)),
                high: max(amounts[place], Int64(nearest: ranges[place].high)))
        }
        return ReviveReport(
            head: head, from: from, to: to, days: days, isCut: isCut, wonFrom: won[0], wonTo: won[1], causes: causes,
            candidates: candidates)
    }
}

/// What a unit of each currency was worth on average in both periods together, against what a deal's own rate made of it.
private struct EvenRates {
    private let cut: Cut
    private var mean: [Int16: Double] = [:]

    init(_ cut: Cut, _ isCompared: (Int32) -> Bool) {
        self.cut = cut
        var sums: [Int16: (base: Double, own: Double)] = [:]
        for deal in 0..<cut.count where cut.state[deal] == StageTable.won && isCompared(cut.since[deal]) {
            guard cut.amount[deal] != Cut.unknown, cut.ownAmount[deal] != Cut.unknown else { continue }
            sums[cut.currency[deal], default: (0, 0)].base += Double(cut.amount[deal])
            sums[cut.currency[deal], default: (0, 0)].own += Double(cut.ownAmount[deal])
        }
        mean = sums.mapValues { $0.own > 0 ? $0.base / $0.own : 1 }
    }

    func factor(_ deal: Int) -> Double {
        guard cut.amount[deal] != Cut.unknown, cut.amount[deal] != 0, let rate = mean[cut.currency[deal]] else {
            return 1
        }
        return Double(cut.ownAmount[deal]) * rate / Double(cut.amount[deal])
    }
}

extension CauseSplit.Group {
    fileprivate mutating func take(_ money: Double, even: Double, _ part: Double) {
        self.money += money
        self.even += even
        squares += even * even / part
    }

    fileprivate mutating func add(_ other: CauseSplit.Group) {
        entered += other.entered
        closed += other.closed
        won += other.won
        money += other.money
        even += other.even
        squares += other.squares
    }
}
