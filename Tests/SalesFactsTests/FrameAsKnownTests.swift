import SalesDomain
import Testing

@testable import SalesFacts

private let uah = Currency(code: "UAH")!
private let usd = Currency(code: "USD")!

/// A company to which one thing after another is said.
private struct Sayings {
    /// What stands, and its log.
    var frame: CompanyFrame
    private var random: Dice
    private var second: Int64 = 1_600_000_000

    init(_ seed: UInt64) {
        random = Dice(seed)
        let people = (1...4).map {
            Employee(id: .init($0), externalID: "e\($0)", name: "E\($0)", role: .seller, active: true)
        }
        let stages = (1...3).map {
            Stage(id: .init($0), name: "S\($0)", position: Int($0), probability: nil, outcome: .open)
        }
        frame = CompanyFrame(
            company: Company(
                name: "Firm", baseCurrency: uah, language: .en, basis: .won, amounts: .net,
                calendar: CompanyCalendar(zone: .utc)),
            organisation: Organisation(
                departments: (1...4).map { Department(id: .init($0), name: "D\($0)", parent: nil) }, employees: people,
                memberships: [Membership(employee: .init(1), department: .init(2), role: .seller, isHead: false)]),
            pipelines: [Pipeline(id: .init(1), name: "Sales", kind: .sales, stages: stages)],
            products: (1...3).map {
                Product(id: .init($0), name: "P\($0)", price: Money(minorUnits: 100, currency: uah), cost: nil)
            })
    }

    /// Says one thing more; as often as not at the same instant as the one before.
    mutating func say() -> Instant {
        second += Int64(random.below(2))
        let at = Instant(seconds: second)
        frame.changes.append(CompanyChange(change(), recordedAt: at))
        return at
    }

    private mutating func change() -> CompanyChange.What {
        switch random.below(6) {
        case 0:
            let old = frame.company.basis
            let new = Company.Basis.allCases[random.below(4)]
            let company = frame.company
            frame.company = Company(
                name: company.name, baseCurrency: uah, language: .en, basis: new, amounts: .net,
                calendar: company.calendar)
            return .basis(.init(old: old, new: new))
        case 1: return parent()
        case 2:
            let place = random.below(frame.organisation.employees.count)
            var people = frame.organisation.employees
            let person = people[place]
            people[place] = Employee(
                id: person.id, externalID: person.externalID, name: person.name, role: .seller, active: !person.active)
            organise(frame.organisation.departments, people)
            return .active(person.id, .init(old: person.active, new: !person.active))
        case 3:
            return product {
                .price($0, $1)
            } set: {
                Product(id: $0.id, name: $0.name, price: $1, cost: $0.cost)
            } of: {
                $0.price
            }
        case 4:
            return product {
                .cost($0, $1)
            } set: {
                Product(id: $0.id, name: $0.name, price: $0.price, cost: $1)
            } of: {
                $0.cost
            }
        default:
            let pipeline = frame.pipelines[0]
            let id = Stage.ID(Int64(pipeline.stages.count + 1))
            let stage = Stage(id: id, name: "S\(id.number)", position: Int(id.number), probability: nil, outcome: .open)
            frame.pipelines = [
                Pipeline(id: pipeline.id, name: pipeline.name, kind: pipeline.kind, stages: pipeline.stages + [stage])
            ]
            return .stage(id)
        }
    }

    /// A department under one of a smaller number, so that none ever stands above itself.
    private mutating func parent() -> CompanyChange.What {
        var departments = frame.organisation.departments
        let place = 1 + random.below(departments.count - 1)
        let above = random.below(place + 1)
        let old = departments[place]
        let new = above == place ? nil : departments[above].id
        departments[place] = Department(id: old.id, name: old.name, parent: new)
        organise(departments, frame.organisation.employees)
        return .parent(of: old.id, .init(old: old.parent, new: new))
    }

    private mutating func product(
        _ what: (Product.ID, CompanyChange.Pair<Money?>) -> CompanyChange.What,
        set: (Product, Money?) -> Product, of field: (Product) -> Money?
    ) -> CompanyChange.What {
        let place = random.below(frame.products.count)
        let old = frame.products[place]
        let units = random.below(4)
        let new = units == 0 ? nil : Money(minorUnits: Int64(units), currency: random.below(2) == 0 ? uah : usd)
        frame.products[place] = set(old, new)
        return what(old.id, .init(old: field(old), new: new))
    }

    private mutating func organise(_ departments: [Department], _ people: [Employee]) {
        frame.organisation = Organisation(
            departments: departments, employees: people, memberships: frame.organisation.memberships)
    }
}

private struct Dice {
    private var state: UInt64
    init(_ seed: UInt64) { state = seed }
    mutating func below(_ end: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(end))
    }
}

extension CompanyFrame {
    fileprivate var withoutLog: CompanyFrame {
        var frame = self
        frame.changes = []
        return frame
    }
}

@Suite("The company as it was known") struct FrameAsKnownTests {
    @Test("is that of which only what was recorded before was ever said", arguments: 1...12)
    func law(seed: UInt64) {
        var sayings = Sayings(seed)
        var before: [Instant: CompanyFrame] = [:]
        for _ in 0..<40 {
            let frame = sayings.frame
            let at = sayings.say()
            if before[at] == nil { before[at] = frame }
        }
        let last = sayings.frame
        for (instant, frame) in before {
            #expect(last.known(asOf: instant).withoutLog == frame.withoutLog)
        }
        let after = last.changes[last.changes.count - 1].recordedAt.adding(seconds: 1)
        #expect(last.known(asOf: after) == last)
    }

    @Test("is found from the books as they were known at any other instant", arguments: 1...3)
    func anyWay(seed: UInt64) {
        var sayings = Sayings(seed)
        let instants = (0..<20).map { _ in sayings.say() }
        let facts = FactsBuilder(zone: .utc).facts(frame: sayings.frame, position: 1)
        for (one, other) in zip(instants, instants.shuffled()) {
            let known = facts.known(asOf: one)
            #expect(known.known(asOf: other).frame == sayings.frame.known(asOf: other))
            #expect(known.present == sayings.frame)
        }
    }

    @Test("has no department above itself, in whatever order files came")
    func circles() {
        let (a, b) = (Department.ID(1), Department.ID(2))
        var sayings = Sayings(1)
        sayings.frame.organisation = Organisation(
            departments: [Department(id: a, name: "A", parent: b), Department(id: b, name: "B", parent: nil)],
            employees: [], memberships: [])
        let february = Instant(seconds: 1_612_137_600)
        sayings.frame.changes = [CompanyChange(.parent(of: b, .init(old: a, new: nil)), recordedAt: february)]
        let known = sayings.frame.known(asOf: february).organisation.departments
        #expect(known.map(\.parent) == [nil, a] || known.map(\.parent) == [b, nil])
    }

    @Test("a stage that history has brought back is there since its earliest entry")
    func earliest() {
        var sayings = Sayings(1)
        let (early, late) = (Instant(seconds: 1_500_000_000), Instant(seconds: 1_600_000_000))
        sayings.frame.changes = [early, late].map { CompanyChange(.stage(.init(3)), recordedAt: $0) }
        func count(_ at: Instant) -> Int { sayings.frame.known(asOf: at).pipelines[0].stages.count }
        #expect(count(early) == 2 && count(early.adding(seconds: 1)) == 3 && count(late) == 3)
    }
}
