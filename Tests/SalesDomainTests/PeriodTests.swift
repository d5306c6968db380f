import SalesDomain
import Testing

@Suite("Periods")
struct PeriodTests {
    private let january = CompanyCalendar(zone: .utc)
    private let february = CompanyCalendar(zone: .utc, fiscalStart: .init(month: 2, day: 1)!)
    private let april = CompanyCalendar(zone: .utc, fiscalStart: .init(month: 4, day: 6)!)

    @Test("a period's name reads back as the period, whatever day it holds and whenever the year starts")
    func namesRoundTrip() {
        for calendar in [january, february, april] {
            for number in Int32(15_000)..<Int32(16_000) {
                let day = Day(number: number)
                let periods: [Period] = [
                    .month(containing: day), .quarter(containing: day, in: calendar),
                    .year(containing: day, in: calendar),
                ]
                for period in periods {
                    #expect(period.contains(day))
                    #expect(Period(name: period.name(in: calendar), in: calendar) == period)
                    #expect(period.previous(in: calendar).end == period.start)
                    #expect(period.previous(-1, in: calendar).start == period.end)
                }
            }
        }
    }

    @Test("with a fiscal year from February the fourth quarter of 2017 is November to January")
    func fiscalQuarter() throws {
        let period = try #require(Period(name: "2017-Q4", in: february))
        #expect(period.start.description == "2017-11-01")
        #expect(period.end.description == "2018-02-01")
        #expect(Period.year(containing: Day(iso: "2018-01-31")!, in: february).name(in: february) == "2017")
    }

    @Test("a custom period includes both its days")
    func custom() throws {
        let period = try #require(Period(name: "2017-10-01..2017-11-15", in: january))
        #expect(period.days == 46)
        #expect(period.name(in: january) == "2017-10-01..2017-11-15")
        #expect(period.previous(in: january).end == period.start)
    }

    @Test(
        "what is no period is refused",
        arguments: [
            "2017-Q5", "2017-13", "2017-1", "17", "2017-Q0", "abcd", "", "2017-10-02..2017-10-01", "2017-01-01",
            "2017--1", "2017-01-01..2027-01-09", "0001-01-01..9999-12-31", "2201-01-01..2201-02-01",
        ])
    func refused(text: String) { #expect(Period(name: text, in: january) == nil) }

    @Test("origins at a third and two thirds of a month of 31 days are the 11th and the 22nd")
    func origins() throws {
        let period = try #require(Period(name: "2022-12", in: january))
        #expect(period.origin(horizon: 0).description == "2022-12-01")
        #expect(period.origin(horizon: 1.0 / 3).description == "2022-12-11")
        #expect(period.origin(horizon: 2.0 / 3).description == "2022-12-22")
    }
}
