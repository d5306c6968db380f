internal import Forecasting
internal import SalesDomain
internal import SalesFacts

/// The payments, or shipments, of a cut's deals as they were known at its instant, in minor units of the base currency.
struct PaymentsOfCut {
    struct Row {
        /// Index in the cut.
        let deal: Int
        let day: Int32
        let known: Int32
        let kind: Receipts.Kind
        let money: Int64
        /// Of what the deal is worth, in its own currency where that was paid; the money itself where its worth is not known.
        let share: Double
    }

    /// In order of deal and day.
    private(set) var rows: [Row] = []
    /// In a currency without a rate: left out.
    private(set) var withoutRate = 0

    /// - Parameter days: of the payments; nil: all.
    init(_ basis: Company.Basis, _ facts: Facts, _ cut: Cut, on days: Range<Int32>? = nil) {
        let zone = facts.calendar.zone
        var deal = 0
        for fact in facts.payments.facts where fact.recorded < cut.asOf {
            if let days, !days.contains(fact.day.number) { continue }
            guard let kind = Receipts.Kind(fact.kind, basis) else { continue }
            while deal < cut.count, cut.id[deal] < fact.deal.number { deal += 1 }
            guard deal < cut.count, cut.id[deal] == fact.deal.number else { continue }
            guard let factor = cut.rates.factor(of: fact.currency, before: fact.day.number) else {
                withoutRate += 1
                continue
            }
            let money = Int64(nearest: Double(fact.amount) * factor)
            rows.append(
                Row(
                    deal: deal, day: fact.day.number, known: zone.day(of: fact.recorded).number, kind: kind,
                    money: money, share: PaymentsOfCut.share(fact, money, cut, deal)))
        }
    }

    private static func share(_ fact: PaymentFact, _ money: Int64, _ cut: Cut, _ deal: Int) -> Double {
        let worth = cut.amount[deal]
        guard worth != Cut.unknown, worth > 0, !cut.moneyless[deal] else { return Double(money) }
        let own = cut.ownAmount[deal]
        if cut.currencies[Int(cut.currency[deal])] == fact.currency, own != Cut.unknown, own > 0 {
            return Double(fact.amount) / Double(own)
        }
        return Double(money) / Double(worth)
    }
}

extension Receipts.Kind {
    /// Nil of what does not belong to the basis.
    fileprivate init?(_ kind: PaymentKind, _ basis: Company.Basis) {
        switch (kind, basis) {
        case (.paid, .paid), (.shipped, .shipped): self = .came
        case (.expected, .paid): self = .promised
        case (.refund, .paid), (.refund, .shipped): self = .back
        case (_, _): return nil
        }
    }
}

extension Receipts {
    /// As columns for the number core.
    init(_ payments: PaymentsOfCut, _ cut: Cut) {
        var start = [Int32](repeating: 0, count: cut.count + 1)
        for row in payments.rows { start[row.deal + 1] += 1 }
        for deal in 0..<cut.count { start[deal + 1] += start[deal] }
        self.init(
            start: start, day: payments.rows.map(\.day), known: payments.rows.map(\.known),
            kind: payments.rows.map(\.kind), money: payments.rows.map { Double($0.money) },
            share: payments.rows.map(\.share), account: cut.account)
    }
}
