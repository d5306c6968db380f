internal import SalesDomain

/// A few thousand activities in columns, in order of id: 36 bytes each, so that five million are no burden and one more
/// costs the rewriting of its chunk.
struct ActivityChunk: Sendable {
    static let size = 4096
    static let none = Int32(-1)

    private(set) var id: [Int32] = []
    /// Whole seconds since 1970.
    private(set) var at: [UInt32] = []
    private(set) var known: [UInt32] = []
    private(set) var day: [Int32] = []
    private(set) var seconds: [Int32] = []
    private(set) var employee: [Int32] = []
    private(set) var deal: [Int32] = []
    private(set) var account: [Int32] = []
    private(set) var contact: [Int32] = []
    /// Hour of the local day, 0–23.
    private(set) var hour: [UInt8] = []
    private(set) var kind: [UInt8] = []
    /// 0 inbound, 1 outbound, 2 not said.
    private(set) var direction: [UInt8] = []
    private(set) var result: [UInt8] = []

    private(set) var firstDay = Int32.max
    private(set) var lastDay = Int32.min
    private(set) var lastKnown = UInt32.min

    var count: Int { id.count }

    mutating func append(_ fact: ActivityFact, _ zone: Zone) {
        id.append(Int32(clamping: fact.id.number))
        at.append(UInt32(clamping: fact.at.seconds))
        // What is entered ahead of its time is not so before that time.
        known.append(UInt32(clamping: max(fact.at, fact.recorded).seconds))
        let local = fact.at.seconds + Int64(zone.offset(at: fact.at))
        let day = zone.day(of: fact.at).number
        self.day.append(day)
        hour.append(UInt8(clamping: (local - Int64(day) * 86_400) / 3600))
        seconds.append(Int32(clamping: fact.seconds))
        employee.append(fact.employee.map { Int32(clamping: $0.number) } ?? ActivityChunk.none)
        deal.append(fact.deal.map { Int32(clamping: $0.number) } ?? ActivityChunk.none)
        account.append(fact.account.map { Int32(clamping: $0.number) } ?? ActivityChunk.none)
        contact.append(fact.contact.map { Int32(clamping: $0.number) } ?? ActivityChunk.none)
        kind.append(ActivityChunk.code(fact.kind))
        direction.append(fact.direction.map { $0 == .inbound ? 0 : 1 } ?? 2)
        result.append(fact.result.rawValue)
        firstDay = min(firstDay, day)
        lastDay = max(lastDay, day)
        lastKnown = max(lastKnown, known[count - 1])
    }

    func touch(_ row: Int) -> Touch {
        Touch(
            id: Activity.ID(Int64(id[row])), kind: ActivityChunk.kinds[Int(kind[row])],
            direction: direction[row] == 2 ? nil : direction[row] == 0 ? .inbound : .outbound,
            employee: ActivityChunk.key(employee[row]), deal: ActivityChunk.key(deal[row]),
            account: ActivityChunk.key(account[row]), contact: ActivityChunk.key(contact[row]),
            at: Instant(seconds: Int64(at[row])), known: Instant(seconds: Int64(known[row])),
            day: Day(number: day[row]), hour: Int(hour[row]), seconds: Int(seconds[row]),
            result: Activity.Result(rawValue: result[row]) ?? .answered)
    }

    /// The same without some activities, and with others, in order of id.
    func changed(without gone: Set<Int32>, with news: [ActivityFact], _ zone: Zone) -> ActivityChunk {
        var chunk = ActivityChunk()
        var next = news.makeIterator()
        var new = next.next()
        for row in 0..<count {
            while let fact = new, fact.id.number < Int64(id[row]) {
                chunk.append(fact, zone)
                new = next.next()
            }
            if !gone.contains(id[row]) { chunk.append(row: row, of: self) }
        }
        while let fact = new {
            chunk.append(fact, zone)
            new = next.next()
        }
        return chunk
    }

    private mutating func append(row: Int, of other: ActivityChunk) {
        id.append(other.id[row])
        at.append(other.at[row])
        known.append(other.known[row])
        day.append(other.day[row])
        seconds.append(other.seconds[row])
        employee.append(other.employee[row])
        deal.append(other.deal[row])
        account.append(other.account[row])
        contact.append(other.contact[row])
        hour.append(other.hour[row])
        kind.append(other.kind[row])
        direction.append(other.direction[row])
        result.append(other.result[row])
        firstDay = min(firstDay, other.day[row])
        lastDay = max(lastDay, other.day[row])
        lastKnown = max(lastKnown, other.known[row])
    }

    private static let kinds = Activity.Kind.allCases
    private static func code(_ kind: Activity.Kind) -> UInt8 { UInt8(kinds.firstIndex(of: kind) ?? 0) }
    private static func key<Record>(_ number: Int32) -> Key<Record>? { number < 0 ? nil : Key(Int64(number)) }
}
