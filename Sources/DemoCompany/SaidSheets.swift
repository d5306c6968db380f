import Foundation
import SalesDomain

/// submissions.csv: what sellers said of their months on the third morning, and what their heads made of it an hour later.
/// Each has a habit of hoping, and knows somewhat more of a month than its plan does. What the model said is not here: it is
/// asked when the records are in.
struct SaidSheets {
    private let company: DemoCompany
    private let staff: Staff
    private let holidays: Holidays
    private let plan: Plan
    private let won: [Key: Double]

    private struct Key: Hashable {
        let seller: String
        let month: Day
    }

    /// Months before the running one.
    private static let months = 8

    init(company: DemoCompany, staff: Staff, holidays: Holidays, plan: Plan, lives: [Life], rates: ExchangeRates) {
        self.company = company
        self.staff = staff
        self.holidays = holidays
        self.plan = plan
        won = lives.reduce(into: [:]) { won, life in
            guard life.status == .won, let closed = life.closed?.day,
                let amount = life.present[.amount].flatMap({ Double($0) })
            else { return }
            won[Key(seller: life.owner, month: closed.startOfMonth()), default: 0] +=
                amount * rates.rate(of: life.currency, on: closed)
        }
    }

    var sheets: [Sheet] {
        var sheet = Sheet("submissions.csv", "employee_id", "period", "kind", "amount", "note", "at", "by")
        for back in (-SaidSheets.months...0) {
            let month = company.until.startOfMonth(plus: back)
            guard let day = morning(of: month) else { continue }
            let plans = plan.plans(of: month)
            for seller in staff.sellers {
                guard let plan = plans[seller.id], seller.works(on: day) else { continue }
                say(of: seller, month, day, Double(plan), to: &sheet)
            }
        }
        return [sheet]
    }

    private func say(of seller: Staff.Person, _ month: Day, _ day: Day, _ plan: Double, to sheet: inout Sheet) {
        var chance = Chance(seed: company.seed, stream: "said " + seller.id, index: Int(month.number))
        var habits = Chance(seed: company.seed, stream: "hopes " + seller.id)
        let hope = habits.spread(median: 1.06, sigma: 0.11)
        let isOver = month < company.until.startOfMonth()
        let known = isOver ? 0.35 * (won[Key(seller: seller.id, month: month)] ?? 0) + 0.65 * plan : 0.96 * plan
        let said = SaidSheets.thousands(known * hope * chance.spread(median: 1, sigma: 0.16))
        let period = String(month.description.prefix(7))
        // Who is away says nothing this time.
        guard chance.happens(0.92) else { return }
        sheet.add(
            seller.id, period, "submission", "\(said)", chance.happens(0.35) ? chance.pick(SaidSheets.reasons) : "",
            Moment(day: day, minute: 9 * 60 + 30).text, seller.id)
        guard abs(hope - 1) > 0.08, chance.happens(0.7), let head = SaidSheets.head(of: seller, on: day) else { return }
        sheet.add(
            seller.id, period, "adjustment", "\(SaidSheets.thousands(Double(said) / hope))",
            chance.pick(hope > 1 ? SaidSheets.doubts : SaidSheets.trust), Moment(day: day, minute: 10 * 60 + 30).text,
            head)
    }

    /// The third working day, or the last one so far; nil: the month has none yet.
    private func morning(of month: Day) -> Day? {
        let days = (0..<10).map { month + $0 }.filter { holidays.isWorking($0) && $0 < company.until }
        return days.prefix(3).last
    }

    private static func thousands(_ value: Double) -> Int { max(1, Int((value / 1_000).rounded())) * 1_000 }

    private static func head(of seller: Staff.Person, on day: Day) -> String? {
        switch seller.department(on: day) {
        case Staff.corporate: "h01"
        case Staff.west, Staff.south, Staff.regional: "h02"
        case Staff.keyAccounts: "h03"
        default: nil
        }
    }

    private static let reasons = [
        "Два великі договори в юристів клієнта", "Чекаю на погодження бюджету", "Розраховую на повторні замовлення",
        "Місяць короткий, беру з запасом", "Один клієнт може перенести на наступний місяць",
    ]
    private static let doubts = [
        "Рахую обережніше: договори ще не погоджено", "Минулі місяці показали менше",
        "Без угоди, що тричі переносилася",
    ]
    private static let trust = [
        "Тут буде більше: два клієнти вже підтвердили", "Зазвичай виходить більше, ніж обіцяно",
    ]
}
