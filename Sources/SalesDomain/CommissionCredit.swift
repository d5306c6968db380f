/// What one deal brings to a rule's total: its money (a share of it, when it is split) or a piece.
package struct CommissionCredit: Sendable, Equatable {
    /// Nil: no deal, such as a call.
    package let deal: Deal.ID?
    package let day: Day
    package let value: Int64
    package init(deal: Deal.ID?, day: Day, value: Int64) {
        self.deal = deal
        self.day = day
        self.value = value
    }
}

/// A hryvnia's way: which rule, for which deal, of how much, at which rate. Amounts of lines add up to the payout exactly.
package struct CommissionLine: Sendable, Equatable {
    package enum Kind: String, Sendable, CaseIterable {
        case accrual
        /// What became of a deal after the statement of its period was approved: a minus takes a bonus back.
        case correction
        /// What a ceiling takes away.
        case cap
    }
    package let rule: String
    package let measure: Quota.Measure
    package let kind: Kind
    package let deal: Deal.ID?
    /// Of an accrual: when it was won, paid, shipped or done. Nil where it is of no single day.
    package let day: Day?
    /// Of a correction: the earlier period.
    package let period: String?
    /// Minor units or pieces to which the rate applies.
    package let base: Int64
    /// Millionths of the money, or minor units for a piece; nil where no single rate was applied.
    package let rate: Int64?
    package let amount: Int64
    package init(
        rule: String, measure: Quota.Measure, kind: Kind, deal: Deal.ID?, day: Day? = nil, period: String? = nil,
        base: Int64, rate: Int64?, amount: Int64
    ) {
        self.rule = rule
        self.measure = measure
        self.kind = kind
        self.deal = deal
        self.day = day
        self.period = period
        self.base = base
        self.rate = rate
        self.amount = amount
    }
}

extension [CommissionLine] {
    /// Of a rule by which somebody may not see every line, one sum of each kind and earlier period: nothing tells its deals
    /// apart, and the part of a deal that may be seen does not tell what the rule counts in all.
    package func gathered(_ isHidden: (CommissionLine) -> Bool) -> [CommissionLine] {
        var lines = [CommissionLine]()
        let hidden = Set(filter(isHidden).map(\.rule))
        for line in self {
            guard hidden.contains(line.rule) else {
                lines.append(line)
                continue
            }
            let same = lines.firstIndex {
                $0.deal == nil && $0.base == 0 && $0.rate == nil && $0.day == nil && $0.rule == line.rule
                    && $0.kind == line.kind && $0.period == line.period
            }
            let sum = CommissionLine(
                rule: line.rule, measure: line.measure, kind: line.kind, deal: nil, period: line.period, base: 0,
                rate: nil, amount: line.amount.plus(same.map { lines[$0].amount } ?? 0))
            if let same { lines[same] = sum } else { lines.append(sum) }
        }
        return lines
    }
}

extension CommissionTerms {
    /// The payout on these credits, line by line: marginal tiers fill up in the order of days, other tiers pay alike on all.
    /// What the rule's ceiling takes away is a line of its own.
    package func lines(for credits: [CommissionCredit]) -> [CommissionLine] {
        let total = credits.total(\.value)
        let payout = payout(of: total)
        guard payout != 0 else { return [] }
        let ordered = credits.filter { $0.value != 0 }.sorted {
            ($0.day, $0.deal?.number ?? .max) < ($1.day, $1.deal?.number ?? .max)
        }
        let plain = rule.mode == .marginal ? byTiers(ordered) : alike(ordered, total)
        return plain + over(plain, payout)
    }

    private func byTiers(_ credits: [CommissionCredit]) -> [CommissionLine] {
        var lines = [CommissionLine]()
        var before: Int64 = 0
        var paidBefore: Int64 = 0
        for credit in credits {
            let after = before + credit.value
            // What goes back leaves the highest tier first.
            for place in credit.value > 0 ? Array(steps.indices) : steps.indices.reversed() {
                let base = inside(place, after) - inside(place, before)
                guard base != 0 else { continue }
                // To the end of this tier: rounding is of the running total, so lines add up to it.
                let top = place + 1 < steps.count ? min(after, max(before, steps[place + 1].from)) : after
                let paid = uncapped(credit.value > 0 ? top : place == 0 ? after : max(after, steps[place].from))
                lines.append(line(credit, base: base, rate: steps[place].rate, amount: paid - paidBefore))
                paidBefore = paid
            }
            before = after
        }
        return lines
    }

    private func alike(_ credits: [CommissionCredit], _ total: Int64) -> [CommissionLine] {
        let rate = reached(total)?.rate
        var lines = [CommissionLine]()
        var before: Int64 = 0
        let whole = uncapped(total)
        for credit in credits {
            let after = before + credit.value
            func part(_ sum: Int64) -> Int64 { Int64(rounding: Int128(whole) * Int128(sum), over: Int128(total)) }
            lines.append(line(credit, base: credit.value, rate: rate, amount: part(after) - part(before)))
            before = after
        }
        return lines
    }

    private func over(_ lines: [CommissionLine], _ payout: Int64) -> [CommissionLine] {
        let plain = lines.reduce(0) { $0 + $1.amount }
        guard plain != payout else { return [] }
        return [
            CommissionLine(
                rule: rule.name, measure: rule.measure.isMoney ? rule.measure : .won, kind: .cap, deal: nil,
                base: plain, rate: nil, amount: payout - plain)
        ]
    }

    private func line(_ credit: CommissionCredit, base: Int64, rate: Int64?, amount: Int64) -> CommissionLine {
        CommissionLine(
            rule: rule.name, measure: rule.measure, kind: .accrual, deal: credit.deal, day: credit.day, base: base,
            rate: rule.pay == .rate ? rate : nil, amount: amount)
    }
}
