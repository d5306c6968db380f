internal import Forecasting
package import SalesDomain
package import SalesFacts

extension Reporter {
    /// Throws `notYet` for an instant after now, `notFound` for what is not there or not this viewer's.
    package func funnel(_ request: ReportRequest, for seen: Seen) throws(ReportRefusal) -> FunnelReport {
        try remembered(.funnel, request, seen) { () throws(ReportRefusal) in
            try admitted(request.scope, request.pipelines, asOf: request.asOf, seen).counting(request)
                .funnelMade(request)
        }
    }

    private func funnelMade(_ request: ReportRequest) -> FunnelReport {
        let company = forecasts(
            CompanyQuestion(
                asOf: request.asOf, period: request.period, pipelines: request.pipelines, chances: true))
        let picture = pictures(request.asOf, request.pipelines)
        let figure = company.amount(of: request.scope)
        let open = OpenFunnel(company.chances, picture, request.scope)
        return FunnelMaker(
            cut: picture.cut, employees: facts.organisation.employees, period: request.period,
            stays: StageStays(picture.cut), open: open, expected: SpreadFigure(figure, over: open.rows).model
        ).report(head(request))
    }

    /// Whether somebody has a deal in hand: then a funnel opens on their own.
    package func hasOpenDeals(_ employee: Employee.ID, asOf: Instant, pipelines: PipelineChoice) -> Bool {
        let cut = pictures(asOf, pipelines).cut
        guard let index = facts.organisation.employees.firstIndex(where: { $0.id == employee }) else { return false }
        return (0..<cut.count).contains { cut.owner[$0] == Int32(index) && StageTable.isOpen(cut.state[$0]) }
    }
}

/// From the open deals of a scope to their funnel.
private struct FunnelMaker {
    let cut: Cut
    let employees: [Employee]
    let period: Period
    let stays: StageStays
    let open: OpenFunnel
    /// By row, exact.
    let expected: [Int64]
    let rule = FunnelReport.Rule()

    func report(_ head: ReportHead) -> FunnelReport {
        let parts = Dictionary(grouping: open.deals, by: \.row)
        let stages = open.rows.indices.compactMap { row in stage(row, parts[row] ?? []) }
        let overdue = open.deals.filter { isOverdue($0) }.compactMap(problem)
        return FunnelReport(
            head: head, rule: rule, stages: stages, total: stages.reduce(into: .init()) { $0.add($1.figures) },
            problemDeals: overdue.sorted { ($0.amount, $1.deal) > ($1.amount, $0.deal) })
    }

    private func stage(_ row: Int, _ parts: [OpenFunnel.Part]) -> FunnelReport.Stage? {
        let known = row < cut.stages.open.count ? cut.stages.open[row] : nil
        guard known != nil || !parts.isEmpty else { return nil }
        let figures = figures(row, parts)
        let ages = parts.filter(\.isCounted).map(age).sorted()
        return FunnelReport.Stage(
            stage: known?.id, position: known?.position, figures: figures, usual: known == nil ? nil : usual(row),
            age: ages.isEmpty ? nil : ages[ages.count / 2],
            isProblem: figures.overdueCount >= rule.problemDeals
                && Double(figures.overdueAmount) > rule.problemShare * Double(figures.amount))
    }

    private func figures(_ row: Int, _ parts: [OpenFunnel.Part]) -> FunnelReport.Figures {
        var figures = FunnelReport.Figures()
        var (mayBe, all) = (0.0, 0.0)
        for part in parts {
            let money = money(part)
            let worth = part.fraction * part.chance.model * part.chance.modelValue
            let count = part.isCounted ? 1 : 0
            figures.count += count
            figures.amount = figures.amount.plus(money)
            all += worth
            if mayBeWon(part) {
                figures.inPeriodCount += count
                figures.inPeriodAmount = figures.inPeriodAmount.plus(money)
                mayBe += worth
            }
            if isOverdue(part) {
                figures.overdueCount += count
                figures.overdueAmount = figures.overdueAmount.plus(money)
            }
        }
        figures.expected = expected[row]
        figures.inPeriodExpected = all > 0 ? Int64(nearest: Double(expected[row]) * mayBe / all) : 0
        return figures
    }

    /// Its date lies in the period, or the model gives it a chance worth naming.
    private func mayBeWon(_ part: OpenFunnel.Part) -> Bool {
        if part.chance.model >= rule.leastChance { return true }
        return cut.expectedClose(part.deal).map { $0 < period.end && $0 >= period.start } ?? false
    }

    private func isOverdue(_ part: OpenFunnel.Part) -> Bool {
        usual(part.row).map { age(part) > $0.p90 } ?? false
    }

    private func usual(_ row: Int) -> DealReport.Usual? {
        row < cut.stages.open.count ? stays.usual(at: row) : nil
    }

    private func age(_ part: OpenFunnel.Part) -> Int { Int(cut.today.number - cut.since[part.deal]) }
    private func money(_ part: OpenFunnel.Part) -> Int64 { Int64(nearest: part.fraction * part.chance.value) }

    private func problem(_ part: OpenFunnel.Part) -> FunnelReport.ProblemDeal? {
        guard let usual = usual(part.row) else { return nil }
        let owner = cut.owner[part.deal]
        return FunnelReport.ProblemDeal(
            deal: Deal.ID(cut.id[part.deal]), stage: cut.stages.open[part.row].id,
            owner: owner < 0 ? nil : employees[Int(owner)].id, amount: money(part), days: age(part), usual: usual,
            expectedClose: cut.expectedClose(part.deal), chance: part.chance.model,
            isDead: stays.longest(at: part.row).map { age(part) > $0 } ?? false,
            account: cut.account[part.deal] < 0 ? nil : Account.ID(Int64(cut.account[part.deal])))
    }
}

extension FunnelReport.Figures {
    mutating func add(_ other: FunnelReport.Figures) {
        count += other.count
        amount = amount.plus(other.amount)
        inPeriodCount += other.inPeriodCount
        inPeriodAmount = inPeriodAmount.plus(other.inPeriodAmount)
        inPeriodExpected = inPeriodExpected.plus(other.inPeriodExpected)
        expected = expected.plus(other.expected)
        overdueCount += other.overdueCount
        overdueAmount = overdueAmount.plus(other.overdueAmount)
    }
}
