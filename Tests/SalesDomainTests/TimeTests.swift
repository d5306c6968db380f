import SalesDomain
import Testing

@Suite("Days, instants and zones")
struct TimeTests {
    @Test("every day from 1900 to 2200 prints and reads back, and the next one follows it")
    func daysRoundTrip() throws {
        var day = try #require(Day(year: 1900, month: 1, day: 1))
        let last = try #require(Day(year: 2200, month: 12, day: 31))
        while day < last {
            #expect(Day(iso: day.description) == day)
            let (year, month, number) = day.civil
            #expect(Day(year: year, month: month, day: number) == day)
            day = day + 1
        }
    }

    @Test(
        "days that do not exist are refused",
        arguments: ["2017-02-29", "2017-13-01", "2017-00-10", "2017-4-01", "17-04-01", "2017/04/01", ""])
    func impossibleDays(text: String) { #expect(Day(iso: text) == nil) }

    @Test("1 October 2017 was a Sunday and 1 January 1970 a Thursday")
    func weekdays() {
        #expect(Day(iso: "2017-10-01")?.weekday == 6)
        #expect(Day(number: 0).weekday == 3)
        #expect(Day(number: -1).weekday == 2)
    }

    @Test("of an hour that comes twice the earlier one is meant, and an hour that does not come is moved forward")
    func daylightSaving() throws {
        let kyiv = CompanyCalendar(zone: try #require(Zone(identifier: "Europe/Kyiv")))
        let twice = try #require(kyiv.instant("2017-10-29T03:30:00"))
        #expect(twice == kyiv.instant("2017-10-29T03:30:00+03:00"))
        let skipped = try #require(kyiv.instant("2017-03-26T03:30:00"))
        #expect(kyiv.text(of: skipped) == "2017-03-26T04:30:00+03:00")
    }

    @Test(
        "an instant printed in any zone reads back as itself, and its day is the day that is printed",
        arguments: ["Europe/Kyiv", "UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Africa/Casablanca"])
    func instantsRoundTrip(name: String) throws {
        let calendar = CompanyCalendar(zone: try #require(Zone(identifier: name)))
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let instant = Instant(
                microseconds: Int64.random(in: -1_000_000_000_000_000...3_500_000_000_000_000, using: &random))
            let text = calendar.text(of: instant)
            #expect(calendar.instant(text) == instant)
            #expect(calendar.zone.day(of: instant).description == String(text.prefix(10)))
        }
    }

    @Test("the start of a day belongs to that day and the microsecond before does not")
    func startOfDay() throws {
        let zone = try #require(Zone(identifier: "Europe/Kyiv"))
        for number in Int32(10_000)..<Int32(22_000) {
            let start = zone.start(of: Day(number: number))
            #expect(zone.day(of: start).number == number)
            #expect(zone.day(of: Instant(microseconds: start.microseconds - 1)).number == number - 1)
        }
    }

    @Test(
        "texts that are no instants are refused",
        arguments: [
            "2017-10-01T25:00", "2017-10-01T10", "2017-10-01T10:00+99:00", "2017-10-01T10:00:61", "yesterday",
            "2017-10-01Tx",
        ])
    func impossibleInstants(text: String) { #expect(CompanyCalendar(zone: .utc).instant(text) == nil) }
}
