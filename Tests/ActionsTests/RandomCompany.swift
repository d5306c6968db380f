import Exchange
import SalesDomain

/// A company made of chance, whose logs tell the same story as its deals.
struct RandomCompany {
    private var random: SeededRandom
    private let calendar = CompanyCalendar(zone: Zone(identifier: "Europe/Kyiv")!)
    private var writers: [ExchangeFile: CSVWriter] = [:]

    static func files(seed: UInt64) -> [String: [UInt8]] {
        var company = RandomCompany(random: SeededRandom(seed: seed))
        company.fill()
        return Dictionary(uniqueKeysWithValues: company.writers.map { ($0.fileName, $1.bytes) })
    }

    private init(random: SeededRandom) { self.random = random }

    private mutating func add<Record: ExchangeRecord>(_ record: Record) {
        if writers[Record.file] == nil {
            writers[Record.file] = CSVWriter()
            writers[Record.file]?.header(of: Record.file)
        }
        writers[Record.file]?.add(record, in: calendar)
    }

    private mutating func fill() {
        add(CompanyRecord.timeZone(calendar.zone))
        add(CompanyRecord.baseCurrency(Currency(code: "UAH")!))
        add(DepartmentRecord(department: "Продажі, \"Київ\"", parent: "Уся компанія"))
        for number in 0..<4 {
            add(
                EmployeeRecord(
                    id: "s:\(number) %", name: "Людина \(number % 2)", email: maybe("a@b"), department: maybe("Схід"),
                    role: Role.allCases[random.next(6)], active: random.next(4) > 0))
        }
        add(MembershipRecord(employee: "s:1 %", department: "Схід", role: nil, head: true, from: day(), to: nil))
        add(AbsenceRecord(employee: "s:2 %", from: Day(number: 19_000), to: nil, kind: maybe("vacation")))
        add(CalendarRecord(date: day(), working: false, name: maybe("Свято")))
        for (index, stage) in stages.enumerated() {
            let outcome: Stage.Outcome = stage == "Won" ? .won : stage == "Lost" ? .lost : .open
            add(
                StageRecord(
                    pipeline: "Sales", kind: .sales, stage: stage, position: index, probability: Double(index) / 7,
                    outcome: outcome))
        }
        add(StageVersionRecord(pipeline: "Sales", stage: "New", from: day(), position: nil, probability: 1 / 3))
        add(
            ContactRecord(id: "c1", account: "Акаунт\nу два рядки", name: nil, email: nil, phone: "+380", position: nil)
        )
        for number in 0..<(5 + random.next(40)) { deal(number) }
        for number in 0..<6 {
            add(
                QuotaRecord(
                    period: .month(containing: Day(number: Int32(19_000 + 40 * number))), department: maybe("Схід"),
                    employee: nil, pipeline: maybe("Sales"), measure: number % 2 == 0 ? .won : .calls,
                    value: number == 5 ? nil : Amount(text: "\(random.next(500))"),
                    currency: number % 2 == 0 ? Currency(code: "UAH") : nil, from: number > 3 ? day() : nil))
        }
        bonuses()
        add(RateRecord(date: day(), currency: Currency(code: "USD")!, rate: 41.2345, source: .bank))
        add(SeriesRecord(series: "leads", at: day(), value: 0.1 + Double(random.next(100))))
    }

    private let stages = ["New", "Offer", "Договір", "Won", "Lost"]

    private mutating func deal(_ number: Int) {
        let id = "d\(number)"
        var at = Instant(seconds: 1_700_000_000 + Int64(random.next(5_000_000)))
        var deal = DealRecord(id: id, stage: "New", status: .open, createdAt: at)
        deal.pipeline = "Sales"
        let currency = Currency(code: ["UAH", "JPY"][random.next(2)])!
        deal.currency = currency
        deal.account = maybe("Акаунт \(random.next(5))")
        deal.product = maybe("Товар \"\(random.next(3))\"")
        deal.source = maybe("web")
        deal.lead = maybe("L\(number)")
        deal.vatRate = random.next(2) == 0 ? nil : 0.2
        deal.cost = maybe("7").map(Amount.init(text:))
        let isLogged = random.next(4) > 0
        var values: [Deal.Field: String] = [:]
        var log: [LogRecord] = []
        func record(_ field: Deal.Field, _ new: String?, _ late: Int) {
            log.append(
                LogRecord(
                    deal: id, changedAt: at, recordedAt: late == 0 ? at.adding(seconds: 90) : nil, field: field,
                    old: values[field], new: new, by: late == 1 ? "s:0 %" : nil))
            values[field] = new
        }
        for _ in 0..<(1 + random.next(9)) {
            switch random.next(6) {
            case 0, 1, 2:
                deal.stage = stages[random.next(stages.count)]
                record(.stage, deal.stage, random.next(5))
                let status: Deal.Status = deal.stage == "Won" ? .won : deal.stage == "Lost" ? .lost : .open
                if status == .open { deal.closedAt = nil } else if deal.status != status { deal.closedAt = at }
                deal.status = status
            case 3:
                deal.owner = maybe("s:\(random.next(6)) %")
                record(.owner, deal.owner, random.next(5))
            case 4:
                deal.amount = Amount(Money(minorUnits: Int64(random.next(99_999)), currency: currency))
                record(.amount, deal.amount?.text, random.next(5))
            default:
                deal.expectedClose = day()
                record(.expectedClose, deal.expectedClose.map { "\($0)" }, random.next(5))
            }
            at = at.adding(seconds: Int64(random.next(3) * random.next(400_000)))
        }
        if random.next(4) == 0 {
            deal.title = "Назва, нова"
            record(.title, deal.title, 3)
        } else {
            deal.title = maybe("Назва")
        }
        if deal.status == .lost { deal.lostReason = maybe("дорого") }
        if random.next(5) == 0 { share(id, at, &log) }
        add(deal)
        if isLogged { for entry in log { add(entry) } }
        if random.next(3) == 0 { around(id, currency) }
    }

    private mutating func share(_ id: String, _ at: Instant, _ log: inout [LogRecord]) {
        let shares = [("s:0 %", 0.25), ("s:1 %", 0.75)]
        for (employee, share) in shares { add(SplitRecord(deal: id, employee: employee, share: share)) }
        let before = random.next(2) == 0 ? nil : SplitText.print([("s:2 %", 1)])
        log.append(
            LogRecord(
                deal: id, changedAt: at, recordedAt: nil, field: .split, old: before, new: SplitText.print(shares),
                by: nil))
    }

    private mutating func around(_ id: String, _ currency: Currency) {
        add(DealLineRecord(deal: id, product: "Товар", quantity: 1.5, price: Amount(text: "3"), cost: nil))
        add(
            PaymentRecord(
                id: "p" + id, deal: id, date: Day(number: 19_700), kind: .paid, amount: Amount(text: "12"),
                currency: currency))
        var call = ActivityRecord(id: "a" + id, kind: .call, startedAt: Instant(seconds: 1_700_100_000))
        call.direction = .outbound
        call.employee = "s:3 %"
        call.deal = id
        call.seconds = random.next(4000)
        call.result = maybe("after offer")
        call.note = maybe("сказав: \"подумаю\"")
        add(call)
    }

    private mutating func bonuses() {
        for from in [nil, Day(number: 19_500)] {
            add(
                CommissionPlanRecord(
                    plan: "Менеджери, \"А\"", every: .month, cap: maybe("1500").map(Amount.init(text:)),
                    proRata: random.next(2) == 0, from: from, to: nil))
            for (number, measure) in [Quota.Measure.won, .deals, .calls].enumerated() {
                let isTarget = random.next(2) == 0
                add(
                    CommissionRuleRecord(
                        plan: "Менеджери, \"А\"", from: from, rule: "правило \(number)", measure: measure,
                        pipeline: maybe("Sales"), product: maybe("Товар"), customer: random.next(2) == 0 ? .new : nil,
                        team: random.next(2) == 0, target: isTarget ? Amount(text: "900.50") : nil,
                        weight: isTarget ? 0.35 : nil, mode: isTarget ? .step : .marginal,
                        unit: random.next(2) == 0 ? .attainment : .amount,
                        threshold: maybe("3").map(Amount.init(text:)),
                        cap: nil,
                        tiers: [
                            .init(from: Amount(text: "0"), rate: Amount(text: "0.02")),
                            .init(from: Amount(text: "4"), rate: Amount(text: "7")),
                        ]))
            }
        }
        add(
            CommissionMemberRecord(
                plan: "Менеджери, \"А\"", employee: nil, department: nil, role: .seller, from: day(), to: nil))
        add(
            CommissionMemberRecord(
                plan: "Менеджери, \"А\"", employee: "s:1 %", department: nil, role: nil, from: nil, to: nil))
        let month = Period.month(containing: Day(number: 19_600))
        add(
            CommissionStatementRecord(
                plan: "Менеджери, \"А\"", employee: "s:1 %", period: month, state: .approved,
                at: Instant(seconds: 1_700_200_000), by: maybe("s:0 %")))
        for line in 1...3 {
            add(
                CommissionLineRecord(
                    plan: "Менеджери, \"А\"", employee: "s:1 %", period: month, line: line, rule: "правило \(line)",
                    measure: line == 2 ? .deals : .won, kind: line == 3 ? .correction : .accrual, deal: "d\(line)",
                    ofPeriod: line == 3 ? .month(containing: Day(number: 19_570)) : nil,
                    base: Amount(text: line == 2 ? "4" : "1200.40"),
                    rate: line == 3 ? nil : Amount(text: line == 2 ? "300.00" : "0.035"),
                    amount: Amount(text: line == 3 ? "-12.05" : "42.01")))
        }
        actions()
        add(GrantRecord(kind: .teamBonus, from: day(), to: nil, by: maybe("s:0 %")))
        for (place, person) in [nil, "s:0 %", "s:1 %"].enumerated() {
            func amount(_ units: Int) -> Amount { Amount(text: "\(units * (place + 1)).50") }
            add(
                ForecastRecordRow(
                    day: Day(number: 19_610), period: month, department: nil, employee: person,
                    recordedAt: Instant(seconds: 1_700_200_000), currency: Currency(code: "UAH")!,
                    figures: .init(
                        won: amount(10), mean: amount(30), p10: amount(20), p50: amount(29), p90: amount(45),
                        template: place == 0 ? nil : amount(80), statistical: amount(33),
                        quota: place == 1 ? nil : amount(40))))
        }
    }

    private mutating func actions() {
        for number in 0..<4 {
            let made = Instant(seconds: 1_700_300_000 + Int64(random.next(900_000)))
            let isStage = number == 1
            add(
                CorrectiveActionRecord(
                    id: "A\(number + 1)", origin: CorrectiveAction.Origin.allCases[number],
                    place: ScopeColumns(
                        department: number == 2 ? "Схід" : nil, employee: number == 3 ? "s:2 %" : nil,
                        pipeline: isStage ? "Sales" : maybe("Sales"), stage: isStage ? "Offer" : nil,
                        deal: number == 0 ? "d1" : nil),
                    assignee: "s:\(random.next(4)) %", what: "Зателефонувати, \"негайно\"", due: day(),
                    expected: maybe("120.50").map(Amount.init(text:)), made: made, by: maybe("s:0 %"),
                    baseline: .init(
                        period: .month(containing: day()), mean: Amount(text: "10.00"), low: Amount(text: "5.25"),
                        high: Amount(text: "17.00"),
                        stage: isStage
                            ? .init(conversion: 1 / 3, error: 0.1, days: random.next(2) == 0 ? nil : 7) : nil,
                        deal: number == 0 ? Amount(text: "77.10") : nil),
                    end: random.next(2) == 0
                        ? nil
                        : .init(
                            kind: random.next(2) == 0 ? .done : .dropped, at: made.adding(seconds: 60),
                            by: maybe("s:1 %"), note: maybe("вийшло"))))
        }
        for (number, alert) in AlertKind.allCases.enumerated() {
            add(
                AlertSnoozeRecord(
                    by: "s:0 %", at: Instant(seconds: 1_700_300_000 + Int64(number)), alert: alert,
                    place: ScopeColumns(
                        department: number == 0 ? "Схід" : nil, employee: number == 1 ? "s:1 %" : nil,
                        pipeline: number == 1 ? "Sales" : nil, stage: number == 1 ? "Offer" : nil,
                        deal: number > 1 ? "d2" : nil),
                    until: day()))
        }
    }

    private mutating func maybe(_ text: String) -> String? { random.next(2) == 0 ? nil : text }
    private mutating func day() -> Day { Day(number: Int32(18_000 + random.next(2000))) }
}

/// SplitMix64: the same numbers on every machine.
struct SeededRandom {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    /// 0..<bound
    mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
}
