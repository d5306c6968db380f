internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Of one scope: customers who have not bought for longer than they used to, lost deals to which a return adds something,
/// and open deals that stand too long; each with its chance, as this company's own past has it.
struct ReviveCandidates {
    private let cut: Cut
    private let shares: ScopeShares
    private let employees: [Employee]
    private let returns: Returns
    private(set) var all: [ReviveReport.Candidate] = []

    init(
        _ picture: CompanyPicture, _ company: CompanyForecast, _ scope: Scope, _ organisation: Organisation,
        _ returns: Returns
    ) {
        cut = picture.cut
        shares = ScopeShares(picture.people, scope)
        employees = organisation.employees
        self.returns = returns
        all = sleeping() + lost() + stuck(OpenFunnel(company.chances, picture, scope))
        all.sort { ($0.expected, $1.deal.number) > ($1.expected, $0.deal.number) }
    }

    private func candidate(
        _ kind: ReviveReport.Candidate.Kind, _ deal: Int, amount: Int64, chance: Double, days: Int32, usual: Int?,
        expected: Double? = nil, anyway: Double? = nil
    ) -> ReviveReport.Candidate {
        let (owner, state) = (cut.owner[deal], cut.state[deal])
        return ReviveReport.Candidate(
            kind: kind, deal: Deal.ID(cut.id[deal]),
            account: cut.account[deal] < 0 ? nil : Account.ID(Int64(cut.account[deal])),
            owner: owner < 0 ? nil : employees[Int(owner)].id, amount: amount, chance: chance, anyway: anyway,
            expected: Int64(nearest: expected ?? chance * Double(amount)), days: Int(days), usual: usual,
            stage: StageTable.isOpen(state) && state >= 0 ? cut.stages.open[Int(state)].id : nil)
    }

    /// The scope's part; nil when it is not known.
    private func money(_ deal: Int) -> Int64? {
        let part = shares.fraction(of: deal)
        guard part > 0, cut.amount[deal] != Cut.unknown else { return nil }
        return Int64(nearest: part * Double(cut.amount[deal]))
    }

    private func sleeping() -> [ReviveReport.Candidate] {
        returns.sleepers.compactMap { sleeper in
            guard let last = sleeper.bought.last.map({ Int($0) }), shares.fraction(of: last) > 0 else { return nil }
            let own = sleeper.bought.compactMap { money(Int($0)) }
            guard !own.isEmpty else { return nil }
            return candidate(
                .sleeping, last, amount: own.reduce(0, +) / Int64(own.count), chance: sleeper.chance,
                days: sleeper.silent, usual: Int(sleeper.usual))
        }
    }

    private func lost() -> [ReviveReport.Candidate] {
        returns.losses.compactMap { loss in
            guard let money = money(Int(loss.deal)), money > 0 else { return nil }
            return candidate(
                .lost, Int(loss.deal), amount: money, chance: loss.added, days: loss.silent, usual: nil,
                anyway: loss.anyway)
        }
    }

    private func stuck(_ open: OpenFunnel) -> [ReviveReport.Candidate] {
        open.deals.compactMap { part in
            guard part.row < cut.stages.open.count, let usual = returns.stays.usual(at: part.row), part.fraction > 0
            else { return nil }
            let age = cut.today.number - cut.since[part.deal]
            guard Int(age) > usual.p90 else { return nil }
            let chance = part.chance
            return candidate(
                .stuck, part.deal, amount: Int64(nearest: part.fraction * chance.value), chance: chance.model,
                days: age, usual: usual.p90, expected: part.fraction * chance.model * chance.modelValue)
        }
    }
}
