internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// Customers who have not bought for longer than they used to, lost deals to which a return adds something, and open
/// deals that stand too long; each with its chance, as this company's own past has it.
struct ReviveCandidates {
    private let cut: Cut
    private let shares: ScopeShares
    private let employees: [Employee]
    /// By account: wins in order of day, of everybody.
    private var wins: [Int32: [(day: Int32, deal: Int)]] = [:]
    private var busy: Set<Int32> = []
    private(set) var all: [ReviveReport.Candidate] = []

    private static let horizon = Int32(ReviveReport.horizon)
    /// Older losses are not looked at, nor are those to which a return adds less.
    private static let oldest: Int32 = 365
    private static let least = 0.01

    init(_ picture: CompanyPicture, _ company: CompanyForecast, _ scope: Scope, _ organisation: Organisation) {
        cut = picture.cut
        shares = ScopeShares(picture.people, scope)
        employees = organisation.employees
        for deal in 0..<cut.count where cut.account[deal] >= 0 {
            if cut.state[deal] == StageTable.won {
                wins[cut.account[deal], default: []].append((cut.since[deal], deal))
            } else if StageTable.isOpen(cut.state[deal]) {
                busy.insert(cut.account[deal])
            }
        }
        wins = wins.mapValues { $0.sorted { ($0.day, $0.deal) < ($1.day, $1.deal) } }
        let sleeping = sleeping()
        all = sleeping + lost(but: Set(sleeping.compactMap(\.account))) + stuck(OpenFunnel(company, picture, scope))
        all.sort { ($0.expected, $1.deal.number) > ($1.expected, $0.deal.number) }
    }

    private var today: Int32 { cut.today.number }

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

    // MARK: Sleeping customers

    /// Twice their usual time between purchases, longer than ever, and nothing in hand.
    private func sleeping() -> [ReviveReport.Candidate] {
        let customers = cut.customers()
        let silence = Silence(customers.values, horizon: ReviveCandidates.horizon, today: today)
        return wins.keys.sorted().compactMap { account in
            guard let bought = wins[account], let last = bought.last, let customer = customers[account],
                let now = Silence.now(customer.bought[...], customer.open, on: today)
            else { return nil }
            let own = bought.suffix(3).compactMap { money($0.deal) }
            guard shares.fraction(of: last.deal) > 0, !own.isEmpty else { return nil }
            return candidate(
                .sleeping, last.deal, amount: own.reduce(0, +) / Int64(own.count), chance: silence.chance(now),
                days: now.days, usual: Int(now.usual))
        }
    }

    // MARK: Lost deals

    /// - Parameter sleeping: customers who are to be called anyway, and whose money is counted there.
    private func lost(but sleeping: Set<Account.ID>) -> [ReviveReport.Candidate] {
        let months = Int(ReviveCandidates.oldest) / 30 + 1
        let rates = BuyingRates(cut, horizon: ReviveCandidates.horizon)
        let takingUp = TakingUp(cut, rates, months: months, horizon: ReviveCandidates.horizon)
        return (0..<cut.count).compactMap { deal in
            let silent = today - cut.since[deal]
            guard cut.state[deal] == StageTable.lost, silent >= 0, silent < ReviveCandidates.oldest,
                let money = money(deal), money > 0
            else { return nil }
            let account = cut.account[deal]
            if account >= 0, busy.contains(account) || boughtAfter(account, cut.since[deal]) { return nil }
            if account >= 0, sleeping.contains(Account.ID(Int64(account))) { return nil }
            let anyway = rates.chance(account, cut.product[deal], on: today)
            let added = takingUp.adds(month: Int(silent) / 30, anyway: anyway)
            guard added >= ReviveCandidates.least else { return nil }
            return candidate(
                .lost, deal, amount: money, chance: added, days: silent, usual: nil, anyway: anyway)
        }
    }

    private func boughtAfter(_ account: Int32, _ day: Int32) -> Bool {
        wins[account]?.contains { $0.day > day } ?? false
    }

    // MARK: Stuck deals

    private func stuck(_ open: OpenFunnel) -> [ReviveReport.Candidate] {
        let stays = StageStays(cut)
        return open.deals.compactMap { part in
            guard part.row < cut.stages.open.count, let usual = stays.usual(at: part.row), part.fraction > 0 else {
                return nil
            }
            let age = today - cut.since[part.deal]
            guard Int(age) > usual.p90 else { return nil }
            let chance = part.chance
            return candidate(
                .stuck, part.deal, amount: Int64(nearest: part.fraction * chance.value), chance: chance.model,
                days: age, usual: usual.p90, expected: part.fraction * chance.model * chance.modelValue)
        }
    }
}
