internal import Forecasting
package import SalesDomain
internal import SalesFacts

extension Reporter {
    /// Throws `notFound` alike for a person that is not there and one that is not this viewer's.
    package func bonus(of employee: Employee.ID, in period: Period, asOf: Instant, for seen: Seen) throws(ReportRefusal)
        -> BonusReport
    {
        let looking = try admitted(.employee(employee), .sales, asOf: asOf, seen)
        return BonusMaker(reporter: looking, employee: employee, asOf: asOf, seen: seen).report(in: period)
    }

    /// The accrual that a statement of this period would have by what is known at `asOf`, whoever looks at it later; nil
    /// without a plan.
    package func accrual(of employee: Employee.ID, in period: Period, asOf: Instant, for seen: Seen)
        throws(ReportRefusal)
        -> BonusReport.Accrual?
    {
        let looking = try admitted(.employee(employee), .sales, asOf: asOf, seen)
        let maker = BonusMaker(reporter: looking, employee: employee, asOf: asOf, seen: seen)
        return maker.report(in: period).accruals.first { $0.period == period }
    }
}

struct BonusMaker {
    let reporter: Reporter
    let employee: Employee.ID
    let asOf: Instant
    let seen: Seen
    /// Nil: nothing is supposed.
    var supposed: SupposedBonus?
    /// Commission plans in place of those in the books.
    var plans: [CommissionPlan]?

    private var facts: Facts { reporter.facts }
    private var calendar: CompanyCalendar { facts.calendar }
    private var organisation: Organisation { facts.organisation }
    private var today: Day { calendar.zone.day(of: asOf) }
    private var commissions: [CommissionPlan] { plans ?? facts.frame.commissions }

    func report(in period: Period) -> BonusReport {
        BonusReport(
            employee: employee, period: period, currency: facts.frame.company.baseCurrency,
            accruals: accrualPeriods(period).compactMap(accrual))
    }

    /// The periods in which the plan pays and that lie in the asked one; of a shorter one, the one that holds it.
    private func accrualPeriods(_ period: Period) -> [Period] {
        let plan =
            commissions.plan(
                of: employee, in: organisation, on: min(max(today, period.start), period.end + -1))
        guard let plan, let first = Period.holding(period.start, plan.every, in: calendar) else { return [] }
        var periods = [first]
        while let last = periods.last, last.end < period.end, periods.count < 60 {
            periods.append(last.previous(-1, in: calendar))
        }
        return periods
    }

    func plan(in period: Period) -> CommissionPlan? {
        commissions.plan(paying: employee, for: period, in: organisation)
    }

    func accrual(_ period: Period) -> BonusReport.Accrual? {
        guard let plan = plan(in: period), plan.every == period.kind else { return nil }
        let presence = presence(plan, period)
        let counted = plan.proRata ? presence : (worked: presence.of, of: presence.of)
        let rules = plan.rules.map { RuleMaker(self, $0, period, counted) }
        let payouts = Payouts(parts: rules.compactMap(\.payout), cap: plan.cap(counted))
        var lines = rules.flatMap(\.lines)
        let plain = lines.total(\.amount)
        if let cap = payouts.cap, plain > cap {
            lines.append(
                CommissionLine(
                    rule: plan.name, measure: .won, kind: .cap, deal: nil, base: plain, rate: nil, amount: cap - plain))
        }
        // Each rule is rounded by itself, so that rules and what the ceiling takes are the whole to the minor unit.
        let reports = rules.map(\.report)
        let expected = reports.total(\.expected).minus(Int64(nearest: payouts.overCeiling))
        return BonusReport.Accrual(
            plan: plan.name, period: period, worked: presence.worked, workingDays: presence.of,
            toDate: lines.total(\.amount), expected: expected, p10: Int64(nearest: payouts.quantile(0.1)),
            p90: Int64(nearest: payouts.quantile(0.9)), rules: reports, lines: lines)
    }

    /// Working days of the period on which the person was in the plan and not absent, as far as is known.
    private func presence(_ plan: CommissionPlan, _ period: Period) -> (worked: Int, of: Int) {
        let absences = facts.frame.absences.filter { $0.employee == employee }
        let working = (period.start.number..<period.end.number).map(Day.init(number:)).filter(calendar.isWorking)
        let worked = working.count { day in
            organisation.holds(employee, on: day) && !absences.contains { $0.holds(on: day) }
                && commissions.plan(of: employee, in: organisation, on: day)?.name == plan.name
        }
        return (worked, working.count)
    }
}

extension CommissionPlan {
    func cap(_ presence: (worked: Int, of: Int)) -> Int64? {
        cap.map {
            presence.of > 0 ? Int64(rounding: Int128($0) * Int128(presence.worked), over: Int128(presence.of)) : $0
        }
    }
}
