import SalesDomain
import Testing
import WebRoutes

@testable import WebPages

@Suite("A form that gives something to do")
struct ActionFormTests {
    private func day(_ due: String?, period: Period?) throws -> Day {
        let draft = ActionDraft(
            origin: .alert, subject: .sales, scope: .company, who: nil, what: nil, due: due, expected: nil)
        let form = ActionForm(
            draft: draft, givers: [.init(5)], frame: Firm.frame(.company()), period: period)
        return try #require((form.values?["due"] as? String).flatMap { Day(iso: $0) })
    }

    @Test("the usual day is a working one, some two weeks on, and never after the period whose money is at stake")
    func usualDay() throws {
        let today = Firm.calendar.zone.day(of: Firm.now)
        let free = try day(nil, period: nil)
        #expect(free - today >= 14 && Firm.calendar.isWorking(free))
        let week = try #require(Period.custom(from: today, through: today + 6))
        let near = try day(nil, period: week)
        #expect(near < week.end && near >= today && Firm.calendar.isWorking(near))
        #expect(try day(nil, period: Period.custom(from: today, through: today)) == today)
        #expect(try day(nil, period: Period.custom(from: today + -9, through: today + -1)) == free)
        #expect(try day("2027-01-05", period: week) == Day(iso: "2027-01-05"))
    }

    @Test("what is offered to be expected is the amount as pages show it")
    func expected() {
        let frame = Firm.frame(.company())
        #expect(frame.typed(1_442_750) == "14428")
        #expect(frame.typed(1_442_749) == "14427")
        #expect(frame.typed(0) == nil)
    }

    @Test(
        "a change of shares is that of the whole percents which are shown",
        arguments: [
            (0.404, 0.386, "−1"), (0.396, 0.404, "0"), (0.004, 0.012, "+1"),
        ])
    func change(before: Double, after: Double, words: String) {
        #expect(Firm.frame(.company()).texts.points(from: before, to: after) == words)
    }
}
