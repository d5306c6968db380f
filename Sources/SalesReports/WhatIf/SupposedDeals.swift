internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// What is supposed of deals, looked up among those of some pipelines: how likely each was to bring something in the
/// period, and is. On a basis of payments a win brings what is likely to be paid by then.
struct SupposedDeals {
    let company: CompanyForecast
    let picture: CompanyPicture
    /// As if all of it had been entered today; learned from what is real.
    let supposed: CompanyForecast
    let wishes: [Int: Cut.Supposed]
    private let before: [Int: Stake]
    private let after: [Int: Stake]

    /// What an open deal is to bring within the period, and would if it were won today.
    private struct Stake {
        let deal: Int
        let chance: Double
        let value: Double
        /// The deal's own worth.
        let whole: Double
        let chanceIfWon: Double
        let valueIfWon: Double

        static func all(_ company: CompanyForecast) -> [Stake] {
            if company.question.basis.comesAfterTheWin {
                return company.coming.map {
                    Stake(
                        deal: Int($0.deal), chance: $0.chance, value: $0.value, whole: $0.whole,
                        chanceIfWon: $0.chanceIfWon, valueIfWon: $0.valueIfWon)
                }
            }
            return company.chances.map {
                Stake(
                    deal: Int($0.deal), chance: $0.model, value: $0.modelValue, whole: $0.modelValue, chanceIfWon: 1,
                    valueIfWon: $0.modelValue)
            }
        }
    }

    init(_ deals: [Deal.ID: Cut.Supposed], _ reporter: Reporter, _ question: CompanyQuestion) {
        company = reporter.forecasts(question.withChances)
        let picture = reporter.pictures(question.asOf, question.pipelines)
        self.picture = picture
        let placed = deals.compactMap { id, wish in picture.cut.index(of: id).map { ($0, wish) } }
        let wishes = Dictionary(placed) { first, _ in first }
        self.wishes = wishes
        func stakes(_ company: CompanyForecast) -> [Int: Stake] {
            Stake.all(company).reduce(into: [:]) { if wishes[$1.deal] != nil { $0[$1.deal] = $1 } }
        }
        before = stakes(company)
        guard !wishes.isEmpty else {
            (supposed, after) = (company, [:])
            return
        }
        let lesson = reporter.lessons(question.withChances, picture)
        let made = CompanyForecast(
            question.withChances, reporter.facts, picture.supposing(wishes, reporter.facts), by: lesson)
        supposed = reporter.isCounting ? made.counted : made
        after = stakes(supposed)
    }

    /// Open deals of which something is supposed, by index in the cut, ascending.
    var open: [Int] { before.keys.sorted() }

    /// - Parameter part: of the deal's money (or count, when `counted`), what is asked about: 0…1.
    func change(_ deal: Int, _ wish: Cut.Supposed?, part: Double, counted: Bool = false) -> SupposedTotal.Bet? {
        guard part > 0, let wish, let now = before[deal] else { return nil }
        let chance = min(1, max(0, now.chance))
        let (supposedChance, supposedValue): (Double, Double) =
            switch wish.outcome {
            case .lost: (0, now.value)
            case .won: (now.chanceIfWon, now.valueIfWon)
            case .open, nil: (wish.close == nil ? chance : min(1, max(0, after[deal]?.chance ?? chance)), now.value)
            }
        return SupposedTotal.Bet(
            deal: picture.cut.id[deal], chance: chance, value: (counted ? 1 : now.value) * part,
            supposedChance: supposedChance,
            supposedValue: (counted ? 1 : worth(deal, wish, supposedValue, of: now.whole)) * part)
    }

    /// What is supposed of a scope's deals, with the others that its total hangs on most.
    /// - Parameter kept: the share of a deal's money that counts.
    func bets(
        _ shares: ScopeShares, counted: Bool = false, kept: (Int) -> Double = { _ in 1 },
        _ admits: (Int) -> Bool = { _ in true }
    ) -> [SupposedTotal.Bet] {
        func part(_ deal: Int) -> Double {
            counted ? (shares.owns(deal) ? 1 : 0) : shares.fraction(of: deal) * kept(deal)
        }
        let changed = open.filter(admits).compactMap { change($0, wishes[$0], part: part($0), counted: counted) }
        guard changed.contains(where: \.isChanged) else { return [] }
        let others = Stake.all(company).filter { wishes[$0.deal] == nil && admits($0.deal) }
            .compactMap { stake -> SupposedTotal.Bet? in
                let part = part(stake.deal)
                return part > 0 && stake.chance > 0.005
                    ? SupposedTotal.Bet(
                        deal: picture.cut.id[stake.deal], chance: stake.chance,
                        value: (counted ? 1 : stake.value) * part) : nil
            }.sorted { ($0.variance, $1.deal) > ($1.variance, $0.deal) }
        return changed + others.prefix(OwnDeals.drawn)
    }

    /// The supposed amount in the proportion in which the model takes the present one.
    /// - Parameter value: what it brings at its present amount.
    private func worth(_ deal: Int, _ wish: Cut.Supposed, _ value: Double, of whole: Double) -> Double {
        guard let amount = wish.amount, let rate = picture.cut.rate(of: deal) else { return value }
        let said = Double(amount) * rate
        let known = picture.cut.amount[deal]
        guard known != Cut.unknown, known > 0 else { return whole > 0 ? said * value / whole : said }
        return said * value / Double(known)
    }

    /// Whether a moved date of closing changes any chance.
    var looksAtDates: Bool {
        open.contains { deal in
            wishes[deal]?.close != nil && wishes[deal]?.outcome == nil
                && abs((after[deal]?.chance ?? 0) - (before[deal]?.chance ?? 0)) > 1e-9
        }
    }
}

/// What is supposed, for a person's bonus: each rule asks what of it concerns its own total.
struct SupposedBonus {
    let deals: [Deal.ID: Cut.Supposed]
    let reporter: Reporter
    let asOf: Instant
    let period: Period
    /// Whose part still to come grows, and by what.
    let scope: Scope
    let growth: Double
    /// What that adds to the scope's period, in minor units.
    let gain: Double

    func rule(_ rule: CommissionRule, _ scope: Scope, _ pipelines: PipelineChoice, _ measuring: Measuring)
        -> SupposedRule
    {
        guard let kept = measuring.keptOfDeals(rule) else { return .nothing }
        let basis = rule.measure.basis.flatMap { $0.comesAfterTheWin ? $0 : nil } ?? .won
        let question = CompanyQuestion(asOf: asOf, period: measuring.period, pipelines: pipelines, basis: basis)
        let found = SupposedDeals(basis == .won ? wishes(in: measuring.period) : deals, reporter, question)
        let shares = ScopeShares(found.picture.people, scope)
        let counted = !rule.measure.isMoney
        let bets = found.bets(shares, counted: counted, kept: kept) { measuring.admits(rule, $0) }
        let grows = scope == self.scope && rule.pipeline == nil && basis == .won
        return SupposedRule(bets: bets, growth: grows ? growth(of: found.company, in: measuring.period) : 1)
    }

    /// A month of the period grows as the period does; what reaches further has the same gain on more.
    private func growth(of company: CompanyForecast, in accrual: Period) -> Double {
        if accrual.start >= period.start, accrual.end <= period.end { return growth }
        guard accrual.start <= period.start, period.end <= accrual.end else { return 1 }
        let figure = company.amount(of: scope)
        let rest = Double(figure.fromOpen.plus(figure.fromNew))
        return rest > 0 ? max(0, 1 + gain / rest) : 1
    }

    /// A deal is won once: of several accruals in the first that is not over; for the others it is gone.
    private func wishes(in accrual: Period) -> [Deal.ID: Cut.Supposed] {
        let today = reporter.facts.calendar.zone.day(of: asOf)
        guard accrual.end <= today || accrual.start > max(today, period.start) else { return deals }
        return deals.mapValues { wish in
            guard wish.outcome == .won else { return wish }
            var gone = wish
            gone.outcome = .lost
            return gone
        }
    }
}

struct SupposedRule {
    let bets: [SupposedTotal.Bet]
    let growth: Double
    static let nothing = SupposedRule(bets: [], growth: 1)
}
