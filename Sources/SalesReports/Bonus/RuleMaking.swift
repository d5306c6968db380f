internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// One rule for one person in one period.
struct RuleMaker {
    private let rule: CommissionRule
    private let measured: Measured?
    private let terms: CommissionTerms?
    private let quota: Int64?
    private let silence: BonusReport.Silence?
    /// Whether the viewer may know the deals behind it.
    private let isOpen: Bool
    /// What is supposed of its total.
    private let supposed: SupposedRule

    init(_ maker: BonusMaker, _ rule: CommissionRule, _ period: Period, _ presence: (worked: Int, of: Int)) {
        self.rule = rule
        let reporter = maker.reporter
        let scope = RuleMaker.scope(rule, maker, period)
        isOpen = scope.map { maker.seen.allows($0, in: reporter.facts.rights, on: reporter.today) } ?? false
        guard let scope, !rule.team || maker.maySeeTeam(scope) else {
            (measured, terms, quota, silence) = (nil, nil, nil, .teamHidden)
            supposed = .nothing
            return
        }
        let pipelines = rule.pipeline.map(PipelineChoice.one) ?? .sales
        let basis = rule.measure.basis ?? .won
        let question = CompanyQuestion(
            asOf: maker.asOf, period: period, pipelines: pipelines, deals: rule.isPart && !basis.comesAfterTheWin,
            basis: basis)
        let company = reporter.forecasts(question)
        let measuring = Measuring(reporter, company, scope, period, asOf: maker.asOf)
        measured = reporter.isRecorded(basis, asOf: maker.asOf) ? measuring.measured(rule) : nil
        quota =
            QuotaBook(reporter.facts, company, asOf: maker.asOf, measure: rule.measure)
            .quota(of: scope, in: period)?.value
        terms = CommissionTerms(rule, quota: quota, presence: presence)
        supposed = maker.supposed?.rule(rule, scope, pipelines, measuring) ?? .nothing
        silence = measured == nil ? .notMeasured : terms == nil ? .noPlan : nil
    }

    /// The person, or the department to which the person belongs at the period's end.
    private static func scope(_ rule: CommissionRule, _ maker: BonusMaker, _ period: Period) -> Scope? {
        guard rule.team else { return .employee(maker.employee) }
        return maker.reporter.facts.organisation.department(of: maker.employee, on: period.end + -1).map {
            .department($0)
        }
    }

    var lines: [CommissionLine] {
        guard let terms, let measured else { return [] }
        let lines = terms.lines(for: measured.credits)
        if isOpen || lines.isEmpty { return lines }
        let (base, amount) = lines.reduce((0, 0)) { ($0.0 + ($1.kind == .cap ? 0 : $1.base), $0.1 + $1.amount) }
        return [
            CommissionLine(
                rule: rule.name, measure: rule.measure, kind: .accrual, deal: nil, base: base, rate: nil, amount: amount
            )
        ]
    }

    var payout: Payouts.Part? {
        guard let terms, let measured else { return nil }
        return Payouts.Part(
            total: SupposedTotal(measured.total, supposed.bets, growth: supposed.growth), pay: PiecewiseLinear(terms))
    }

    var report: BonusReport.Rule {
        let total = measured?.credits.total(\.value) ?? 0
        return BonusReport.Rule(
            name: rule.name, measure: rule.measure, team: rule.team, total: total,
            expectedTotal: measured.map { rule.measure.isMoney ? $0.mean.rounded() : $0.mean } ?? 0, quota: quota,
            toDate: lines.total(\.amount),
            expected: payout.map { Int64(nearest: $0.total.mean(of: $0.pay)) } ?? 0, silence: silence,
            terms: measured == nil ? nil : terms)
    }
}

extension BonusMaker {
    /// Of those who may see the team anyway, or to whom the company has granted team bonuses.
    func maySeeTeam(_ scope: Scope) -> Bool {
        let day = reporter.today
        return seen.allows(scope, in: reporter.facts.rights, on: day)
            || reporter.facts.frame.grants.contains { $0.kind == .teamBonus && $0.holds(on: day) }
    }
}
