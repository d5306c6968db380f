import SalesDomain
import SalesFacts
import Testing

@testable import SalesReports

struct PeriodReportTests {
    private static let june = Period.month(containing: Day(iso: "2023-06-01")!)

    private func report(_ seed: UInt64, _ scope: Scope, quota: Int64 = 20_000_000) throws -> PeriodReport {
        var books = Firm.random(seed)
        books.frame.quotas = [
            Quota(
                period: Self.june, scope: scope, pipeline: nil, measure: .won, value: quota, currency: Firm.uah,
                from: nil)
        ]
        let reporter = Reporter(books.facts(), now: Firm.now)
        return try reporter.period(
            ReportRequest(asOf: Firm.now, period: Self.june, scope: scope), for: reporter.seen(by: .console))
    }

    @Test(
        "the plan's probability if a deal is won and if not, weighted by its chance, is the present one",
        arguments: 1...6)
    func forks(seed: UInt64) throws {
        let report = try report(seed, .employee(Firm.maria))
        let now = try #require(report.whole.plan.probability)
        for deal in report.deciding {
            #expect(abs(deal.chance * deal.ifWon + (1 - deal.chance) * deal.ifNot - now) < 1e-6)
            #expect(deal.effect >= 0)
        }
    }

    @Test(
        "questions are at most five, one for a deal, of what moves the forecast, the farthest first; dates, to which the model does not listen, are not asked",
        arguments: 1...6)
    func questions(seed: UInt64) throws {
        for scope in [Scope.company, .employee(Firm.maria), .department(Firm.south)] {
            let questions = try report(seed, scope).questions
            #expect(questions.count <= 5)
            #expect(Set(questions.map(\.row.deal)).count == questions.count)
            #expect(zip(questions, questions.dropFirst()).allSatisfy { abs($0.moves) >= abs($1.moves) })
            #expect(questions.allSatisfy { $0.moves != 0 && $0.unknown != .close })
        }
    }

    @Test(
        "whether a deal is alive is asked only where it stands for longer than nine of ten, or half as long again as usual",
        arguments: 1...12)
    func unusual(seed: UInt64) throws {
        for scope in [Scope.company, .employee(Firm.maria), .department(Firm.south)] {
            for question in try report(seed, scope).questions where question.unknown == .stage {
                guard let usual = question.usual, let days = question.row.daysInStage else { continue }
                #expect(days > usual.p90 || (days > usual.median && Double(days) >= 1.5 * Double(usual.median)))
            }
        }
        let week = DealReport.Usual(median: 7, p90: 30)
        #expect([7, 8, 9, 10, 11, 31].map(week.isExceeded) == [false, false, false, false, true, true])
        #expect(!DealReport.Usual(median: 7, p90: 7).isExceeded(by: 7))
        #expect(!DealReport.Usual(median: 0, p90: 0).isExceeded(by: 0))
    }

    @Test("what a question promises comes true, to the minor unit, when it is answered so", arguments: 1...4)
    func promises(seed: UInt64) throws {
        let noon = Firm.instant("2023-06-15T12:00")
        func asked(_ books: Books) throws -> PeriodReport {
            let reporter = Reporter(books.facts(), now: noon)
            return try reporter.period(
                ReportRequest(asOf: noon, period: Self.june, scope: .employee(Firm.maria)),
                for: reporter.seen(by: .console))
        }
        let books = Firm.random(seed)
        let before = try asked(books)
        #expect(!before.questions.isEmpty)
        for question in before.questions {
            let place = try #require(books.entries.firstIndex { $0.deal.id == question.row.deal })
            let taken = question.row.amount.map { Double($0.minorUnits) }
            let isLost = question.unknown == .stage
            guard isLost || taken != nil else { continue }
            let answer = isLost ? Firm.lost.number : Int64((taken! * 1.1).rounded())
            let instant = Firm.instant("2023-06-15T11:00")
            var answered = books
            answered.entries[place].changes.append(
                ChangeFact(
                    deal: question.row.deal, field: question.unknown.field, changed: instant, recorded: instant,
                    new: answer))
            let after = try asked(answered).whole.amount
            let moved = after.mean - before.whole.amount.mean
            #expect(abs(moved - question.moves) <= 1, "\(question.unknown): \(moved), \(question.moves)")
            #expect(isLost ? moved < 0 : moved > 0)
        }
    }

    @Test("what was answered today is not asked again")
    func answered() throws {
        var books = Firm.random(3)
        func ask() throws -> [PeriodReport.Question] {
            let reporter = Reporter(books.facts(), now: Firm.now)
            return try reporter.period(
                ReportRequest(asOf: Firm.now, period: Self.june, scope: .company), for: reporter.seen(by: .console)
            ).questions
        }
        let first = try #require(try ask().first)
        let place = try #require(books.entries.firstIndex { $0.deal.id == first.row.deal })
        let morning = Firm.instant("2023-06-14T10:00")
        let value: Int64? =
            switch first.unknown {
            case .stage: first.row.stage?.number
            case .amount: first.row.amount?.minorUnits
            case .close: first.row.expectedClose.map { Int64($0.number) } ?? Int64(Self.june.end.number)
            }
        books.entries[place].changes.append(
            ChangeFact(
                deal: first.row.deal, field: first.unknown.field, changed: morning, recorded: morning, new: value))
        #expect(try !ask().contains { $0.row.deal == first.row.deal && $0.unknown == first.unknown })
    }

    @Test("a sentence names as many deciding deals as are listed, and each of them weighs something", arguments: 1...6)
    func decisive(seed: UInt64) throws {
        let report = try report(seed, .company)
        #expect(report.decisive == report.deciding.count)
        #expect(report.deciding.allSatisfy { $0.effect >= 0.01 })
    }

    @Test("figures are those of the forecast; a reached plan hangs on nothing")
    func sameFigures() throws {
        let report = try report(2, .employee(Firm.maria), quota: 1)
        #expect(report.deciding.isEmpty)
        #expect(report.missing == 0)
        #expect(report.curve.won.last == report.whole.amount.wonToDate)
    }

    @Test(
        "the fan opens evenly to the forecast's own range, and what is sold by a day is never less the day after",
        arguments: 1...8)
    func fan(seed: UInt64) throws {
        let report = try report(seed, .employee([Firm.maria, Firm.ivan, Firm.petro][Int(seed % 3)]))
        let curve = report.curve
        let lines = [curve.p10, curve.p25, curve.p75, curve.p90]
        for line in lines + [curve.mean] {
            #expect(zip(line, line.dropFirst()).allSatisfy { $0 <= $1 })
            #expect(line.first == curve.won.last)
        }
        for (lower, upper) in zip(lines, lines.dropFirst()) { #expect(zip(lower, upper).allSatisfy { $0 <= $1 }) }
        #expect(curve.p10.last == report.whole.amount.p10 && curve.p90.last == report.whole.amount.p90)
        let rise = curve.p90[curve.p90.count - 1] - curve.p90[0]
        let largest = zip(curve.p90, curve.p90.dropFirst()).dropFirst().map { $1 - $0 }.max() ?? 0
        // Eleven working days are left: no day but the first takes a leap.
        #expect(largest * 11 <= rise * 3 / 2 + 11)
    }

    @Test("of a quarter in which one seller has a plan it is said how few have; months that all have one come first")
    func fewPlans() throws {
        var books = Firm.random(2)
        let quarter = Period.quarter(containing: Self.june.start, in: Firm.frame().calendar)
        func quota(_ who: Employee.ID, _ period: Period, _ value: Int64) -> Quota {
            Quota(
                period: period, scope: .employee(who), pipeline: nil, measure: .won, value: value, currency: Firm.uah,
                from: nil)
        }
        func plan() throws -> ForecastReport.Plan {
            let reporter = Reporter(books.facts(), now: Firm.now)
            return try reporter.forecast(
                ForecastRequest(asOf: Firm.now, period: quarter, scope: .company), for: reporter.seen(by: .console)
            ).whole.plan
        }
        books.frame.quotas = [quota(Firm.maria, quarter, 90)]
        #expect(try plan().quota == 90)
        #expect(try plan().cover == .init(planned: 1, all: 4))
        let months = ["2023-04", "2023-05", "2023-06"].compactMap { Period(name: $0, in: Firm.frame().calendar) }
        books.frame.quotas += months.flatMap { month in
            [Firm.petro, Firm.maria, Firm.ivan, Firm.daria].map { quota($0, month, 10) }
        }
        #expect(try plan().quota == 120)
        #expect(try plan().cover == nil)
    }

    @Test("a colleague's period is not found")
    func rights() throws {
        let reporter = Reporter(Firm.random(2).facts(), now: Firm.now)
        #expect(throws: ReportRefusal.notFound) {
            _ = try reporter.period(
                ReportRequest(asOf: Firm.now, period: Self.june, scope: .employee(Firm.petro)),
                for: reporter.seen(by: .employee(Firm.maria)))
        }
    }

    @Test("plans: a difference is said where the parts do not make the whole, and parts without a plan make none")
    func plans() throws {
        var books = Firm.random(2)
        func quota(_ scope: Scope, _ value: Int64, _ period: Period = Self.june) -> Quota {
            Quota(
                period: period, scope: scope, pipeline: nil, measure: .won, value: value, currency: Firm.uah, from: nil)
        }
        books.frame.quotas = [
            quota(.company, 100), quota(.department(Firm.north), 30), quota(.employee(Firm.ivan), 25),
            quota(.employee(Firm.petro), 15), quota(.employee(Firm.maria), 40),
        ]
        let reporter = Reporter(books.facts(), now: Firm.now)
        let plans = try reporter.plans(
            ReportRequest(asOf: Firm.now, period: Self.june, scope: .company), for: reporter.seen(by: .console))
        func row(_ scope: Scope) throws -> PlansReport.Row { try #require(plans.rows.first { $0.scope == scope }) }
        #expect(try row(.company).sumOfParts == 70)
        #expect(try row(.company).difference == 30)
        #expect(try row(.department(Firm.north)).difference == -10)
        #expect(try row(.department(Firm.south)).own == nil)
        #expect(try row(.department(Firm.south)).sumOfParts == 40)
        #expect(try row(.department(Firm.service)).sumOfParts == nil)
    }

    @Test(
        "plans of every measure have their own figures: set, rolled up, and suggested from what was",
        arguments: Quota.Measure.allCases)
    func measures(measure: Quota.Measure) throws {
        var books = Firm.random(2).paying(3)
        books.activities = (1...400).map { number in
            let instant = Firm.instant("2023-01-02T10:00").adding(seconds: Int64(number) * 35_000)
            return ActivityFact(
                id: Key(Int64(number)), kind: number % 4 == 0 ? .meeting : .call,
                direction: number % 3 == 0 ? .inbound : .outbound,
                employee: [Firm.petro, Firm.maria, Firm.ivan][number % 3],
                at: instant)
        }
        func quota(_ scope: Scope, _ value: Int64, _ measure: Quota.Measure) -> Quota {
            Quota(
                period: Self.june, scope: scope, pipeline: nil, measure: measure, value: value,
                currency: measure.isMoney ? Firm.uah : nil, from: nil)
        }
        books.frame.quotas = Quota.Measure.allCases.flatMap { other in
            [
                quota(.department(Firm.north), other == measure ? 30 : 7, other),
                quota(.employee(Firm.maria), other == measure ? 25 : 7, other),
            ]
        }
        let reporter = Reporter(books.facts(), now: Firm.now)
        let plans = try reporter.plans(
            ReportRequest(asOf: Firm.now, period: Self.june, scope: .company), measure: measure,
            for: reporter.seen(by: .console))
        #expect(plans.measure == measure)
        let north = try #require(plans.rows.first { $0.scope == .department(Firm.north) })
        #expect(north.own == 30 && north.sumOfParts == 25 && north.difference == 5)
        #expect((plans.rows[0].suggestion ?? 0) > 0 && (plans.rows[0].before ?? 0) > 0)
        // The company's past is its departments' together, and nobody's deals.
        let top = plans.rows.filter { $0.depth == 1 }
        let departments = top.compactMap(\.before).reduce(0, +)
        #expect(departments > 0 && departments <= plans.rows[0].before ?? 0)
    }

    @Test("where nothing is recorded of a measure, nothing is suggested")
    func nothingToSuggest() throws {
        let reporter = Reporter(Firm.random(2).facts(), now: Firm.now)
        for measure in [Quota.Measure.paid, .shipped, .meetings] {
            let plans = try reporter.plans(
                ReportRequest(asOf: Firm.now, period: Self.june, scope: .company), measure: measure,
                for: reporter.seen(by: .console))
            #expect(plans.rows.allSatisfy { $0.suggestion == nil && $0.before == nil })
        }
    }

    @Test("a month's plans stand untouched beside a quarter's, and make its sum")
    func monthsAndQuarter() throws {
        var books = Firm.random(2)
        let months = ["2023-04-01", "2023-05-01", "2023-06-01"].map { Period.month(containing: Day(iso: $0)!) }
        let quarter = Period.quarter(containing: months[0].start, in: Firm.frame().calendar)
        func plans(_ period: Period) throws -> PlansReport.Row {
            let reporter = Reporter(books.facts(), now: Firm.now)
            return try reporter.plans(
                ReportRequest(asOf: Firm.now, period: period, scope: .company), for: reporter.seen(by: .console)
            ).rows[0]
        }
        books.frame.quotas = months.enumerated().map {
            Quota(
                period: $0.element, scope: .company, pipeline: nil, measure: .won, value: 10 + Int64($0.offset),
                currency: Firm.uah, from: nil)
        }
        let before = try months.map { try plans($0).own }
        #expect(try plans(quarter).sumOfMonths == 33)
        let all = books.frame.quotas
        books.frame.quotas.removeLast()
        #expect(try plans(quarter).sumOfMonths == nil)
        #expect(try plans(quarter).someMonths == .init(set: 2, all: 3, sum: 21))
        books.frame.quotas = all
        #expect(try plans(quarter).someMonths == nil)
        books.frame.quotas.append(
            Quota(
                period: quarter, scope: .company, pipeline: nil, measure: .won, value: 50, currency: Firm.uah, from: nil
            ))
        #expect(try plans(quarter).own == 50)
        #expect(try plans(quarter).sumOfMonths == 33)
        #expect(try months.map { try plans($0).own } == before)
    }

    @Test("as of any instant the plan is the one that was set before it, everywhere, also between two of one day")
    func knownAtAnInstant() throws {
        var books = Firm.random(4)
        let noon = Firm.instant("2023-06-14T12:00:00")
        func version(_ value: Int64?, hours: Int64, from: String?) -> Quota {
            Quota(
                period: Self.june, scope: .company, pipeline: nil, measure: .won, value: value,
                currency: value == nil ? nil : Firm.uah, from: from.flatMap { Day(iso: $0) },
                recordedAt: noon.adding(seconds: hours * 3_600))
        }
        books.frame.quotas = [
            version(100, hours: 0, from: nil), version(200, hours: 2, from: "2023-06-14"),
            version(nil, hours: 4, from: "2023-06-14"), version(300, hours: 6, from: "2023-06-14"),
        ]
        let reporter = Reporter(books.facts(), now: Firm.now)
        let seen = reporter.seen(by: .console)
        for (minutes, value) in [(-600, nil), (0, nil), (1, 100), (121, 200), (241, nil), (361, 300)]
            as [(Int64, Int64?)]
        {
            let asOf = noon.adding(seconds: minutes * 60)
            let request = ReportRequest(asOf: asOf, period: Self.june, scope: .company)
            #expect(try reporter.plans(request, for: seen).rows[0].own == value, "\(minutes)")
            #expect(try reporter.period(request, for: seen).whole.plan.quota == value, "\(minutes)")
            #expect(try reporter.planFact(request, for: seen).totals.quota == value, "\(minutes)")
            let forecast = ForecastRequest(asOf: asOf, period: Self.june)
            #expect(try reporter.forecast(forecast, for: seen).whole.plan.quota == value, "\(minutes)")
            let settled = reporter.facts.settled(asOf)
            #expect(
                settled <= asOf && !books.frame.quotas.contains { $0.recordedAt! >= settled && $0.recordedAt! < asOf })
        }
    }
}
