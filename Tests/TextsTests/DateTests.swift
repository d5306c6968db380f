import SalesDomain
import Testing

@testable import Texts

struct DateTests {
    private let uk = Texts(.uk)
    private let en = Texts(.en)
    private let calendar = CompanyCalendar(zone: Zone(identifier: "Europe/Kyiv")!)
    private func day(_ text: String) -> Day { Day(iso: text)! }
    private var november: Period { .month(containing: day("2026-11-18")) }

    @Test("days: the month in the genitive")
    func days() {
        #expect(uk.day(day("2026-11-18")) == "18\u{00A0}листопада 2026")
        #expect(uk.day(day("2026-02-01"), year: false) == "1\u{00A0}лютого")
        #expect(en.day(day("2026-11-18")) == "18\u{00A0}November 2026")
        #expect(uk.numericDay(day("2026-02-01")) == "01.02.2026")
        #expect(
            uk.moment(calendar.instant("2026-11-18T17:40")!, in: calendar.zone) == "18\u{00A0}листопада 2026, 17:40")
    }

    @Test("months: nominative, genitive, locative apart")
    func months() {
        #expect(uk.capital(uk.period(november, in: calendar)) == "Листопад 2026")
        #expect(uk.period(november, in: calendar, .genitive, year: false) == "листопада")
        #expect(uk.period(november, in: calendar, .locative, year: false) == "у листопаді")
        #expect(en.period(november, in: calendar, .locative) == "in November 2026")
    }

    @Test("quarters and years are the company's fiscal ones")
    func quarters() {
        let april = CompanyCalendar(zone: .utc, fiscalStart: .init(month: 4, day: 1)!)
        let quarter = Period.quarter(containing: day("2026-11-18"), in: april)
        #expect(uk.period(quarter, in: april) == "III\u{00A0}квартал 2026")
        #expect(
            uk.period(.quarter(containing: day("2026-11-18"), in: calendar), in: calendar, .genitive)
                == "IV\u{00A0}кварталу 2026")
        #expect(en.period(.year(containing: day("2027-01-18"), in: april), in: april) == "2026")
    }

    @Test("ranges with an en dash, years and months not repeated")
    func ranges() {
        #expect(uk.days(from: day("2026-11-01"), through: day("2026-11-15")) == "1–15\u{00A0}листопада 2026")
        #expect(
            uk.days(from: day("2026-10-01"), through: day("2026-11-15")) == "1\u{00A0}жовтня – 15\u{00A0}листопада 2026"
        )
        #expect(uk.days(from: day("2026-11-15"), through: day("2026-11-15")) == "15\u{00A0}листопада 2026")
    }

    @Test("Ukrainian names stand in the order of the alphabet")
    func names() {
        let names = ["Яна", "Ївга", "Іван", "Ґава", "Гава", "Єва", "Дмитро", "Щур", "Зоя", "іван"]
        let sorted = names.sorted(by: uk.isOrdered)
        #expect(sorted == ["Гава", "Ґава", "Дмитро", "Єва", "Зоя", "Іван", "іван", "Ївга", "Щур", "Яна"])
    }
}
