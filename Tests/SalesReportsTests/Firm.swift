import SalesDomain
import SalesFacts

/// A small firm: Sales (headed by Olena, who sells too) with North and South below, and Service beside it. Petro moved
/// from North to South on 1 May 2023. Today is 15 June 2023.
enum Firm {
    static let kyiv = Zone(identifier: "Europe/Kyiv")!
    static let uah = Currency(code: "UAH")!
    static let usd = Currency(code: "USD")!
    static let sales = Department.ID(1)
    static let north = Department.ID(2)
    static let south = Department.ID(3)
    static let service = Department.ID(4)
    static let olena = Employee.ID(1)
    static let petro = Employee.ID(2)
    static let maria = Employee.ID(3)
    static let ivan = Employee.ID(4)
    static let daria = Employee.ID(5)
    static let boss = Employee.ID(6)
    static let pipeline = Pipeline.ID(1)
    static let new = Stage.ID(1)
    static let offer = Stage.ID(2)
    static let talks = Stage.ID(3)
    static let won = Stage.ID(4)
    static let lost = Stage.ID(5)
    static let moved = Day(iso: "2023-05-01")!
    static let now = instant("2023-06-15")

    static func instant(_ text: String, _ calendar: CompanyCalendar = CompanyCalendar(zone: kyiv)) -> Instant {
        calendar.instant(text)!
    }

    static func frame(fiscalStart: CompanyCalendar.FiscalStart = .january, rates: [Rate]? = nil) -> CompanyFrame {
        let calendar = CompanyCalendar(zone: kyiv, fiscalStart: fiscalStart)
        func person(_ id: Employee.ID, _ external: String, _ role: Role = .seller) -> Employee {
            Employee(id: id, externalID: external, name: external, role: role, active: true)
        }
        func member(
            _ id: Employee.ID, _ department: Department.ID, head: Bool = false, from: Day? = nil, to: Day? = nil
        )
            -> Membership
        {
            Membership(employee: id, department: department, role: .seller, isHead: head, from: from, to: to)
        }
        return CompanyFrame(
            company: Company(
                name: "Firm", baseCurrency: uah, language: .uk, basis: .won, amounts: .net, calendar: calendar),
            organisation: Organisation(
                departments: [
                    Department(id: sales, name: "Sales", parent: nil),
                    Department(id: north, name: "North", parent: sales),
                    Department(id: south, name: "South", parent: sales),
                    Department(id: service, name: "Service", parent: nil),
                ],
                employees: [
                    person(olena, "olena", .head), person(petro, "petro"), person(maria, "maria"),
                    person(ivan, "ivan"), person(daria, "daria"), person(boss, "boss", .director),
                ],
                memberships: [
                    member(olena, sales, head: true), member(petro, north, to: moved + -1),
                    member(petro, south, from: moved), member(maria, north), member(ivan, south),
                    member(daria, service),
                ]),
            pipelines: [
                Pipeline(
                    id: pipeline, name: "Sales", kind: .sales,
                    stages: [
                        Stage(id: new, name: "New", position: 1, probability: 0.1, outcome: .open),
                        Stage(id: offer, name: "Offer", position: 2, probability: 0.4, outcome: .open),
                        Stage(id: talks, name: "Talks", position: 3, probability: 0.7, outcome: .open),
                        Stage(id: won, name: "Won", position: 4, probability: 1, outcome: .won),
                        Stage(id: lost, name: "Lost", position: 5, probability: 0, outcome: .lost),
                    ])
            ],
            products: [
                Product(id: Product.ID(1), name: "Basic", price: Money(minorUnits: 500_000, currency: uah)),
                Product(id: Product.ID(2), name: "Plus", price: nil),
            ],
            rates: rates ?? [
                Rate(day: Day(iso: "2022-01-01")!, currency: usd, rate: 36.5, source: .bank),
                Rate(day: Day(iso: "2023-04-01")!, currency: usd, rate: 37.25, source: .bank),
            ])
    }

    /// One deal that went new → won, on days of 2023.
    static func deal(
        _ id: Int64, owner: Employee.ID?, amount: Int64? = 100_000, created: String = "2023-01-10", won day: String?,
        recorded: String? = nil, currency: Currency? = nil, splits: [DealFact.Split] = []
    ) -> Books.Entry {
        let fact = DealFact(
            id: Deal.ID(id), created: instant(created), recorded: instant(created), pipeline: pipeline,
            currency: currency, stage: new, amount: amount, owner: owner, splits: splits)
        let changes = day.map {
            [
                ChangeFact(
                    deal: Deal.ID(id), field: .stage, changed: instant($0), recorded: instant(recorded ?? $0),
                    new: won.number)
            ]
        }
        return Books.Entry(deal: fact, changes: changes ?? [])
    }

    /// A firm with a life of its own: splits, nobody's deals, dollars and pounds (which have no rate), changed amounts and
    /// dates, reopened deals, entries known late.
    static func random(_ seed: UInt64, deals: Int = 260) -> Books {
        var random = Seeded(seed)
        let start = instant("2022-01-03")
        var entries = [Books.Entry]()
        for number in 1...deals {
            entries.append(RandomDeal.entry(Int64(number), from: start, &random))
        }
        return Books(frame: frame(), entries: entries)
    }
}
