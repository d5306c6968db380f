import SalesDomain
import Testing

@testable import Exchange

/// Records made of chance: every optional field is there half of the time.
private struct Maker {
    var random: SeededRandom
    let calendar = CompanyCalendar(zone: Zone(identifier: "Europe/Kyiv")!, fiscalStart: .init(month: 4, day: 1)!)

    mutating func text() -> String {
        let letters = ["a", "Б", "ї", "\"", ",", "\n", " ", "€", "7", "-"]
        return "x" + (0..<random.next(8)).map { _ in letters[random.next(letters.count)] }.joined()
    }
    mutating func maybe<Value>(_ make: (inout Maker) -> Value) -> Value? { random.next(2) == 0 ? nil : make(&self) }
    mutating func day() -> Day { Day(number: Int32(random.next(30_000))) }
    mutating func instant() -> Instant {
        Instant(microseconds: Int64(random.next(2_000_000_000)) * 1_000_000 + Int64(random.next(1_000_000)))
    }
    mutating func amount() -> Amount { Amount(text: "\(random.next(100_000)).\(10 + random.next(90))") }
    mutating func share() -> Double { Double(random.next(1_000_001)) / 1_000_000 }
    mutating func one<Choice: CaseIterable>(_: Choice.Type) -> Choice {
        Array(Choice.allCases)[random.next(Choice.allCases.count)]
    }
    mutating func currency() -> Currency { Currency(code: ["UAH", "JPY", "KWD"][random.next(3)])! }
}

@Suite("Written and read again")
struct RecordRoundTripTests {
    private func holds<Record: ExchangeRecord>(_ make: (inout Maker) -> Record) throws {
        var maker = Maker(random: SeededRandom(seed: 5))
        let records = (0..<200).map { _ in make(&maker) }
        var writer = CSVWriter()
        writer.header(of: Record.file)
        for record in records { writer.add(record, in: maker.calendar) }
        var reader = RecordReader<Record>(name: "t", calendar: maker.calendar)
        reader.feed(writer.bytes)
        for record in records {
            guard case .record(let back, _) = try reader.next() else {
                Issue.record("\(record) was refused")
                return
            }
            #expect(back == record)
        }
    }

    @Test("a commission rule, its people, its statement and its lines are the same")
    func commissions() throws {
        func period(_ maker: inout Maker) -> Period { .month(containing: maker.day()) }
        try holds { maker in
            CommissionPlanRecord(
                plan: maker.text(), every: [.month, .quarter, .year][maker.random.next(3)],
                cap: maker.maybe { $0.amount() }, proRata: maker.random.next(2) == 0, from: maker.maybe { $0.day() },
                to: nil)
        }
        try holds { maker in
            CommissionRuleRecord(
                plan: maker.text(), from: maker.maybe { $0.day() }, rule: maker.text(),
                measure: maker.one(Quota.Measure.self), pipeline: maker.maybe { $0.text() },
                product: maker.maybe { $0.text() }, customer: maker.maybe { $0.one(CommissionRule.Customer.self) },
                team: maker.random.next(2) == 0, target: maker.amount(), weight: maker.maybe { $0.share() },
                mode: maker.one(CommissionRule.Mode.self), unit: maker.one(CommissionRule.Unit.self),
                threshold: maker.maybe { $0.amount() }, cap: maker.maybe { $0.amount() },
                tiers: (0...maker.random.next(3)).map { _ in .init(from: maker.amount(), rate: maker.amount()) })
        }
        try holds { maker in
            CommissionMemberRecord(
                plan: maker.text(), employee: nil, department: maker.text(), role: nil, from: maker.maybe { $0.day() },
                to: nil)
        }
        try holds { maker in
            CommissionStatementRecord(
                plan: maker.text(), employee: maker.text(), period: period(&maker),
                state: maker.one(CommissionStatement.State.self), at: maker.instant(), by: maker.maybe { $0.text() })
        }
        try holds { maker in
            CommissionLineRecord(
                plan: maker.text(), employee: maker.text(), period: period(&maker), line: 1 + maker.random.next(9),
                rule: maker.text(), measure: maker.one(Quota.Measure.self), kind: maker.one(CommissionLine.Kind.self),
                deal: maker.maybe { $0.text() }, ofPeriod: maker.maybe { period(&$0) }, base: maker.amount(),
                rate: maker.maybe { $0.amount() }, amount: Amount(text: "-" + maker.amount().text),
                day: maker.maybe { $0.day() })
        }
        try holds { maker in
            GrantRecord(kind: .teamBonus, from: maker.day(), to: nil, by: maker.maybe { $0.text() })
        }
        try holds { maker in
            ForecastRecordRow(
                day: maker.day(), period: period(&maker), department: nil, employee: maker.maybe { $0.text() },
                recordedAt: maker.instant(), currency: maker.currency(),
                figures: .init(
                    won: maker.amount(), mean: maker.amount(), p10: maker.amount(), p50: maker.amount(),
                    p90: maker.amount(), template: maker.maybe { $0.amount() }, statistical: maker.amount(),
                    quota: maker.maybe { $0.amount() }))
        }
    }

    @Test("a deal is the same")
    func deal() throws {
        try holds { maker in
            var deal = DealRecord(id: maker.text(), stage: maker.text(), status: .open, createdAt: maker.instant())
            if maker.random.next(2) == 0 {
                deal.status = .won
                deal.closedAt = deal.createdAt.adding(seconds: Int64(maker.random.next(1000)))
            }
            deal.title = maker.maybe { $0.text() }
            deal.owner = maker.maybe { $0.text() }
            deal.amount = maker.maybe { $0.amount() }
            deal.currency = maker.maybe { $0.currency() }
            deal.vatRate = maker.maybe { $0.share() }
            deal.expectedClose = maker.maybe { $0.day() }
            return deal
        }
    }

    @Test("a change in a deal's log is the same")
    func log() throws {
        try holds { maker in
            let at = maker.instant()
            return LogRecord(
                deal: maker.text(), changedAt: at,
                recordedAt: maker.maybe { at.adding(seconds: Int64($0.random.next(9))) },
                field: maker.one(Deal.Field.self), old: maker.maybe { $0.text() }, new: maker.maybe { $0.text() },
                by: maker.maybe { $0.text() })
        }
    }

    @Test("people and departments are the same")
    func people() throws {
        try holds { DepartmentRecord(department: $0.text(), parent: $0.maybe { $0.text() }) }
        try holds { maker in
            EmployeeRecord(
                id: maker.text(), name: maker.text(), email: maker.maybe { $0.text() },
                department: maker.maybe { $0.text() }, role: maker.one(Role.self), active: maker.random.next(2) == 0)
        }
        try holds { maker in
            let from = maker.day()
            return MembershipRecord(
                employee: maker.text(), department: maker.text(), role: maker.one(Role.self),
                head: maker.random.next(2) == 0, from: from, to: maker.maybe { from + $0.random.next(9) })
        }
        try holds { maker in
            let from = maker.day()
            return AbsenceRecord(
                employee: maker.text(), from: from, to: from + maker.random.next(9), kind: maker.maybe { $0.text() })
        }
    }

    @Test("plans, rates and counts are the same")
    func plans() throws {
        try holds { maker in
            let day = maker.day()
            let periods: [Period] = [
                .month(containing: day), .quarter(containing: day, in: maker.calendar),
                .year(containing: day, in: maker.calendar), .custom(from: day, through: day + 3)!,
            ]
            // Only what holds from a day on can be withdrawn.
            let from = maker.maybe { $0.day() }
            return QuotaRecord(
                period: periods[maker.random.next(4)], department: maker.maybe { $0.text() },
                employee: maker.maybe { $0.text() }, pipeline: maker.maybe { $0.text() },
                measure: maker.one(Quota.Measure.self),
                value: from == nil ? maker.amount() : maker.maybe { $0.amount() },
                currency: maker.maybe { $0.currency() }, from: from, recordedAt: maker.maybe { $0.instant() })
        }
        try holds { maker in
            RateRecord(
                date: maker.day(), currency: maker.currency(), rate: maker.share() + 0.001,
                source: maker.one(Rate.Source.self))
        }
        try holds { SeriesRecord(series: $0.text(), at: $0.day(), value: $0.share() * 1e12) }
    }

    @Test("an activity is the same")
    func activity() throws {
        try holds { maker in
            var activity = ActivityRecord(
                id: maker.text(), kind: maker.one(Activity.Kind.self), startedAt: maker.instant())
            activity.direction = maker.maybe { $0.one(Activity.Direction.self) }
            activity.seconds = maker.maybe { $0.random.next(5000) }
            activity.result = maker.maybe { $0.text() }
            activity.dueAt = maker.maybe { $0.instant() }
            activity.note = maker.maybe { $0.text() }
            return activity
        }
    }

    @Test("settings, stages, parts of deals and the catalogue are the same")
    func rest() throws {
        try holds { maker in
            let settings: [CompanyRecord] = [
                .name(maker.text()), .timeZone(Zone(identifier: "America/New_York")!), .baseCurrency(maker.currency()),
                .fiscalYearStart(.init(month: 1 + maker.random.next(12), day: 1 + maker.random.next(28))!),
                .language(maker.one(Company.Language.self)), .basis(maker.one(Company.Basis.self)),
                .amounts(maker.one(Company.Amounts.self)),
            ]
            return settings[maker.random.next(settings.count)]
        }
        try holds { maker in
            StageRecord(
                pipeline: maker.text(), kind: maker.one(Pipeline.Kind.self), stage: maker.text(),
                position: maker.random.next(9), probability: maker.maybe { $0.share() },
                outcome: maker.one(Stage.Outcome.self))
        }
        try holds { maker in
            PaymentRecord(
                id: maker.text(), deal: maker.text(), date: maker.day(), kind: maker.one(PaymentKind.self),
                amount: maker.amount(), currency: maker.maybe { $0.currency() },
                recordedAt: maker.maybe { $0.instant() })
        }
        try holds { SplitRecord(deal: $0.text(), employee: $0.text(), share: $0.share()) }
        try holds { maker in
            DealLineRecord(
                deal: maker.text(), product: maker.text(), quantity: maker.share() * 100,
                price: maker.maybe { $0.amount() },
                cost: maker.maybe { $0.amount() })
        }
    }
}
