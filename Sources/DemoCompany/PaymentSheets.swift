import Foundation
import SalesDomain

/// payments.csv: what was agreed, what came, what was sent and what went back, of every deal that was won.
struct PaymentSheets {
    private let company: DemoCompany
    private let holidays: Holidays
    private let paying: Paying
    private var sheet = Sheet(
        "payments.csv", "payment_id", "deal_id", "date", "kind", "amount", "currency", "recorded_at")
    private var count = 0

    init(company: DemoCompany, holidays: Holidays, lives: [Life]) {
        self.company = company
        self.holidays = holidays
        paying = company.truth.paying
        for (place, life) in lives.enumerated() where life.status == .won {
            var chance = Chance(seed: company.seed, stream: "payment", index: place)
            pay(life, &chance)
        }
    }

    var sheets: [Sheet] { [sheet] }

    private mutating func pay(_ life: Life, _ chance: inout Chance) {
        guard let won = life.closed, let terms = paying.terms[life.product],
            let amount = life.present[.amount].flatMap({ Double($0) }).map({ Int($0) })
        else { return }
        var habit = Chance(seed: company.seed, stream: "payer " + life.account)
        let pace = habit.spread(median: 1, sigma: paying.habits)
        let isScheduled = chance.happens(paying.scheduled)
        let stops = chance.happens(paying.never)
        let parts = PaymentSheets.parts(of: amount, terms)
        if isScheduled {
            for (part, term) in zip(parts, terms.parts) {
                add(life, workday(won.day + term.days), "expected", part, at: won.text)
            }
        }
        var last: (day: Day, amount: Int)?
        for (place, (part, term)) in zip(parts, terms.parts).enumerated() where !stops || place + 1 < parts.count {
            let days = Double(term.days) * pace * chance.spread(median: 1, sigma: paying.scatter)
            let day = workday(won.day + max(0, Int(days.rounded())))
            add(life, day, "paid", part)
            last = (day, part)
        }
        let sent = workday(won.day + Int(chance.spread(median: terms.ships, sigma: 0.4).rounded()))
        add(life, sent, "shipped", amount)
        if let last, chance.happens(paying.refunded) {
            let share = chance.happens(0.5) ? 1 : 0.1 + 0.4 * chance.unit()
            add(life, workday(last.day + chance.whole(5...45)), "refund", max(1, Int(Double(last.amount) * share)))
        }
    }

    /// Whole units that add up.
    private static func parts(of amount: Int, _ terms: Paying.Terms) -> [Int] {
        var left = amount
        return terms.parts.enumerated().map { place, term in
            let part = place + 1 == terms.parts.count ? left : Int(Double(amount) * term.share)
            left -= part
            return part
        }
    }

    private func workday(_ day: Day) -> Day {
        var day = day
        while !holidays.isWorking(day) { day = day + 1 }
        return day
    }

    /// What has not happened by the day of the export is not in it, but what was agreed is.
    private mutating func add(_ life: Life, _ day: Day, _ kind: String, _ amount: Int, at recorded: String = "") {
        guard kind == "expected" || day < company.until, amount > 0 else { return }
        count += 1
        sheet.add(
            Inflow.id("p", count), life.id, day.description, kind, "\(amount).00", life.currency, recorded)
    }
}
