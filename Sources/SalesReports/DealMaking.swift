internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notFound` alike for a deal that is not there, not yet there, removed, or not this viewer's.
    package func deal(_ id: Deal.ID, asOf: Instant, for seen: Seen) throws(ReportRefusal) -> DealReport {
        guard asOf <= now else { throw .notYet }
        return try looking(asOf: asOf).dealMade(id, asOf: asOf, for: seen)
    }

    private func dealMade(_ id: Deal.ID, asOf: Instant, for seen: Seen) throws(ReportRefusal) -> DealReport {
        let cut = pictures(asOf, .all).cut
        guard let deal = cut.index(of: id), Eyes(seen, facts.rights, on: today, cut).see(deal),
            let log = facts.log(of: id, asOf: asOf)
        else { throw .notFound }
        let row = DealsReport.Row(cut, deal, facts.frame)
        return DealReport(
            asOf: asOf, currency: facts.frame.company.baseCurrency, row: row, log: log,
            shares: shares(of: deal, cut), path: StageStays(cut).path(of: deal, cut),
            forecast: row.status == .open ? forecast(of: id, in: row.pipeline, asOf: asOf) : nil)
    }

    private func shares(of deal: Int, _ cut: Cut) -> [DealReport.Share] {
        cut.shares.filter { Int($0.deal) == deal }.map { share in
            DealReport.Share(
                employee: share.employee < 0 ? nil : facts.organisation.employees[Int(share.employee)].id,
                fraction: share.fraction)
        }
    }

    /// As the company's forecast of this month has it: with the sales pipelines together, or with its own alone.
    private func forecast(of id: Deal.ID, in pipeline: Pipeline.ID, asOf: Instant) -> ForecastReport.DealForecast? {
        let usual = PipelineChoice.sales.pipelines(in: facts.frame).contains { $0.id == pipeline }
        let month = Period.month(containing: facts.calendar.zone.day(of: asOf))
        let choice = usual ? PipelineChoice.sales : .one(pipeline)
        let company = forecasts(CompanyQuestion(asOf: asOf, period: month, pipelines: choice, deals: true))
        let cut = pictures(asOf, choice).cut
        guard let deal = cut.index(of: id) else { return nil }
        return company.deals.first { Int($0.deal) == deal }.map { ForecastReport.DealForecast($0, cut, facts.frame) }
    }
}

/// How long won deals stayed at each open stage.
struct StageStays {
    private let usual: [DealReport.Usual?]
    /// The longest stay of a deal that was won in the end; nil where too few were.
    private let longest: [Int?]
    /// Wins that it takes to say that no deal has ever come back from so long a stay.
    private static let enough = 20
    private let counts: [Int]

    init(_ cut: Cut) {
        var stays = [[Int]](repeating: [], count: cut.stages.open.count)
        for deal in 0..<cut.count where cut.state[deal] == StageTable.won {
            let rows = Int(cut.steps.start[deal])..<Int(cut.steps.start[deal + 1])
            for (row, next) in zip(rows, rows.dropFirst()) where cut.steps.value[row] >= 0 {
                let state = cut.steps.value[row]
                guard StageTable.isOpen(state) else { continue }
                stays[Int(state)].append(Int(cut.steps.day[next] - cut.steps.day[row]))
            }
        }
        longest = stays.map { $0.count >= StageStays.enough ? $0.max() : nil }
        counts = stays.map(\.count)
        usual = stays.map { stays in
            guard !stays.isEmpty else { return nil }
            let sorted = stays.sorted()
            func at(_ p: Double) -> Int { sorted[min(sorted.count - 1, Int(p * Double(sorted.count)))] }
            return DealReport.Usual(median: at(0.5), p90: at(0.9))
        }
    }

    func usual(at state: Int) -> DealReport.Usual? { usual[state] }
    func longest(at state: Int) -> Int? { longest[state] }

    /// How many stays tell it.
    func count(at state: Int) -> Int { counts[state] }

    func path(of deal: Int, _ cut: Cut) -> [DealReport.Stay] {
        let rows = Int(cut.steps.start[deal])..<Int(cut.steps.start[deal + 1])
        return rows.compactMap { row in
            let state = cut.steps.value[row]
            guard StageTable.isOpen(state), state >= 0 else { return nil }
            let isLast = row == rows.upperBound - 1
            let end = isLast ? cut.today.number : cut.steps.day[row + 1]
            return DealReport.Stay(
                stage: cut.stages.open[Int(state)].id, from: Day(number: cut.steps.day[row]),
                days: Int(end - cut.steps.day[row]), usual: usual[Int(state)], isPresent: isLast)
        }
    }
}

extension Cut {
    /// Deals stand in order of id.
    func index(of deal: Deal.ID) -> Int? {
        var low = 0
        var high = id.count
        while low < high {
            let middle = (low + high) / 2
            if id[middle] < deal.number { low = middle + 1 } else { high = middle }
        }
        return low < id.count && id[low] == deal.number ? low : nil
    }
}
