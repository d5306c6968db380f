package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// The statement of a period by what is known now: what is accrued, and what became of deals of periods whose statements
    /// were approved. `earlier`: this person's statements so far. Nil without a plan that pays for this period.
    package func statement(
        of employee: Employee.ID, in period: Period, earlier: [CommissionStatement], for seen: Seen
    ) throws(ReportRefusal) -> CommissionStatement? {
        guard let accrual = try accrual(of: employee, in: period, asOf: now, for: seen) else { return nil }
        let lines = accrual.lines + (try corrections(of: employee, before: period.start, earlier, for: seen))
        return CommissionStatement(
            employee: employee, plan: accrual.plan, period: period, state: .calculated, lines: lines)
    }

    /// What the next statement has to put right of a person's approved ones, by what is known now: pay of their own, whoever
    /// may see whose deals it hangs on. Statements of the last `memory` days; a page shows sums of it by period.
    package func pendingCorrections(of employee: Employee.ID, earlier: [CommissionStatement])
        throws(ReportRefusal) -> [CommissionLine]
    {
        let today = facts.calendar.zone.day(of: now)
        let recent = earlier.filter { $0.period.end > today + -Reporter.memoryOfStatements }
        // A statement that is only calculated has them already.
        return try corrections(
            of: employee, before: today + 1, recent, corrected: recent.flatMap(\.lines),
            for: Visibility.seen(by: .console, in: facts.rights, on: today))
    }

    private static let memoryOfStatements = 400

    private func corrections(
        of employee: Employee.ID, before day: Day, _ earlier: [CommissionStatement],
        corrected known: [CommissionLine]? = nil, for seen: Seen
    ) throws(ReportRefusal) -> [CommissionLine] {
        let fixed = earlier.filter { $0.state.isFixed && $0.period.end <= day }
        let corrected = known ?? fixed.flatMap(\.lines)
        var lines = [CommissionLine]()
        for past in fixed {
            let present = try self.accrual(of: employee, in: past.period, asOf: now, for: seen)?.lines ?? []
            lines += CommissionStatement.corrections(
                of: past.period.name(in: facts.calendar), now: present, approved: past.lines, corrected: corrected)
        }
        return lines
    }
}
