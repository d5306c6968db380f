package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// The statement of a period by what is known now: what is accrued, and what became of deals of periods whose statements
    /// were approved. `earlier`: this person's statements so far. Nil without a plan that pays for this period.
    package func statement(
        of employee: Employee.ID, in period: Period, earlier: [CommissionStatement], for seen: Seen
    ) throws(ReportRefusal) -> CommissionStatement? {
        guard let accrual = try accrual(of: employee, in: period, asOf: now, for: seen) else { return nil }
        let fixed = earlier.filter { $0.state.isFixed && $0.period.end <= period.start }
        let corrected = fixed.flatMap(\.lines)
        var lines = accrual.lines
        for past in fixed {
            let present = try self.accrual(of: employee, in: past.period, asOf: now, for: seen)?.lines ?? []
            lines += CommissionStatement.corrections(
                of: past.period.name(in: facts.calendar), now: present, approved: past.lines, corrected: corrected)
        }
        return CommissionStatement(
            employee: employee, plan: accrual.plan, period: period, state: .calculated, lines: lines)
    }
}
