import SalesDomain
import Testing

@testable import SalesFacts

private let kyiv = Zone(identifier: "Europe/Kyiv")!
private let calendar = CompanyCalendar(zone: kyiv)
private func at(_ text: String) -> Instant { calendar.instant(text)! }

@Suite("Activities in facts")
struct ActivityTests {
    @Test("an activity stands in the day and hour of the company's own clock, also when the clock is moved")
    func localTime() throws {
        // The second call is made in the hour that is lived twice.
        let columns = ActivityColumns(
            [
                fact(1, at: "2026-10-24T23:30:00"), fact(2, at: "2026-10-25T03:30:00+02:00"),
                fact(3, at: "2026-10-25T00:10:00+03:00"),
            ], zone: kyiv)
        #expect(all(columns).map { "\($0.day) \($0.hour)" } == ["2026-10-24 23", "2026-10-25 3", "2026-10-25 0"])
    }

    @Test("what was recorded later, or is still to come, is not seen as of an earlier instant")
    func asOf() {
        let columns = ActivityColumns(
            [
                fact(1, at: "2026-03-02T10:00:00"), fact(2, at: "2026-03-02T11:00:00", recorded: "2026-03-09T09:00:00"),
                fact(3, at: "2026-03-05T10:00:00", recorded: "2026-03-01T10:00:00"),
            ], zone: kyiv)
        #expect(all(columns, asOf: at("2026-03-05")).map(\.id.number) == [1])
        #expect(all(columns, asOf: at("2026-03-06")).map(\.id.number) == [1, 3])
        #expect(all(columns, asOf: at("2026-03-10")).map(\.id.number) == [1, 2, 3])
        // At the very instant of recording it is not known yet.
        #expect(all(columns, asOf: at("2026-03-09T09:00:00")).map(\.id.number) == [1, 3])
        #expect(columns.days(asOf: at("2026-03-05")) == Day(iso: "2026-03-02")!...Day(iso: "2026-03-02")!)
    }

    @Test("the last touch of a deal is the latest that was known")
    func lastTouch() {
        var early = fact(1, at: "2026-03-02T10:00:00")
        var late = fact(2, at: "2026-03-04T10:00:00")
        (early.deal, late.deal) = (Deal.ID(7), Deal.ID(7))
        let columns = ActivityColumns([early, late], zone: kyiv)
        #expect(columns.lastTouches(asOf: at("2026-03-04"))[7] == Day(iso: "2026-03-02")!.number)
        #expect(columns.lastTouches(asOf: at("2026-03-05"))[7] == Day(iso: "2026-03-04")!.number)
        #expect(columns.lastTouches(asOf: at("2026-03-05"))[8] == .min)
    }

    @Test("taking in what changed gives what reading everything gives")
    func following() {
        var random = SystemRandomNumberGenerator()
        var books = [Int64: ActivityFact]()
        for id in stride(from: Int64(2), to: 20_000, by: 2) { books[id] = any(id, &random) }
        var columns = ActivityColumns(inOrder(books), zone: kyiv)
        for round in 0..<40 {
            var changed = [Int64: ActivityFact]()
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                let id = Int64.random(in: 1...(20_000 + Int64(round) * 500), using: &random)
                changed[id] = any(id, &random)
            }
            let gone = books.keys.filter { $0 % 997 == Int64(round) && changed[$0] == nil }
            for id in gone { books[id] = nil }
            books.merge(changed) { $1 }
            columns.absorb(inOrder(changed), gone: gone.map { Activity.ID($0) }, zone: kyiv)
        }
        let anew = ActivityColumns(inOrder(books), zone: kyiv)
        #expect(columns.count == books.count)
        #expect(all(columns) == all(anew))
        #expect(all(columns).map(\.id.number) == books.keys.sorted())
    }

    @Test("a result is unanswered by its words, however they are written")
    func results() {
        for words in ["no answer", "No_answer", "NO-ANSWER", "busy", "Voicemail", "missed", "failed"] {
            #expect(Activity.Result(words: words) != .answered, "\(words)")
        }
        for words in [nil, "", "answered", "after offer", "відповів"] {
            #expect(Activity.Result(words: words) == .answered)
        }
    }

    private func fact(_ id: Int64, at text: String, recorded: String? = nil) -> ActivityFact {
        ActivityFact(id: Activity.ID(id), kind: .call, direction: .outbound, at: at(text), recorded: recorded.map(at))
    }

    private func any(_ id: Int64, _ random: inout some RandomNumberGenerator) -> ActivityFact {
        ActivityFact(
            id: Activity.ID(id), kind: .allCases.randomElement(using: &random)!,
            direction: [nil, .inbound, .outbound].randomElement(using: &random)!,
            employee: [nil, Employee.ID(1), Employee.ID(2)].randomElement(using: &random)!,
            at: Instant(seconds: .random(in: 1_600_000_000...1_700_000_000, using: &random)),
            seconds: .random(in: 0...9_000, using: &random), result: .allCases.randomElement(using: &random)!)
    }

    private func inOrder(_ facts: [Int64: ActivityFact]) -> [ActivityFact] {
        facts.sorted { $0.key < $1.key }.map(\.value)
    }

    private func all(_ columns: ActivityColumns, asOf: Instant = .distantFuture) -> [Touch] {
        var touches = [Touch]()
        columns.each(from: Day(number: 0), to: Day(number: 40_000), asOf: asOf) { touches.append($0) }
        return touches
    }
}
