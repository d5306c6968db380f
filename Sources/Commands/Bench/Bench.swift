import Actions
import Ledger
import LiveFacts
import SalesDomain
import SalesFacts
import SalesReports
import Wiring

/// Runs the product's own paths, one after another, and takes their time: the real import, the real facts and reports.
struct Bench {
    let office: Office

    func run(deals: Int, log: Int, months: Int) throws -> BenchFigures {
        var figures = BenchFigures()
        try take(deals, log, &figures)
        // Another picture of the same books, so that the import's own is not in the way.
        let office = Office(store: office.store, clock: office.clock)
        let bench = Bench(office: office)
        try watched(\.load, &figures) { figures in
            figures.load = try seconds { _ = try office.live.current() }
            figures.memory.loaded = ResidentMemory.now
        }
        try watched(\.forecast, &figures) { try bench.forecast(&$0) }
        var changed: ForecastReport?
        try watched(\.changes, &figures) { changed = try bench.change(&$0) }
        if months > 0 { try watched(\.backtest, &figures) { try bench.backtest(months, &$0) } }
        // Last, as it loads everything a second time.
        figures.sameAfterLoading = try changed.map(bench.isSameAnew) ?? true
        return figures
    }

    /// Takes the greatest memory of one stage.
    private func watched(
        _ stage: WritableKeyPath<BenchFigures.Peaks, Int>, _ figures: inout BenchFigures,
        _ work: (inout BenchFigures) throws -> Void
    ) rethrows {
        ResidentMemory.forgetPeak()
        try work(&figures)
        figures.memory.peaks[keyPath: stage] = ResidentMemory.peak
        figures.memory.peak = max(figures.memory.peak, ResidentMemory.peak)
    }

    private func take(_ deals: Int, _ log: Int, _ figures: inout BenchFigures) throws {
        let zone = Zone(identifier: "Europe/Kyiv")!
        let company = BenchCompany(
            deals: deals, entries: deals > 0 ? log / deals : 0, until: zone.day(of: office.clock.now()))
        var rows = 0
        figures.importing.seconds = try seconds {
            let report = try ImportRecords(store: office.store, clock: office.clock).run(company.sources)
            guard report.isClean else { throw Failure.no("\(report.rejected.prefix(3))") }
            rows = report.files.reduce(0) { $0 + $1.read }
            figures.log = report.files.first { $0.path == "deal_log.csv" }?.read ?? 0
        }
        figures.deals = deals
        figures.importing.rows = rows
        figures.importing.rowsPerSecond = (Double(rows) / max(0.001, figures.importing.seconds)).rounded()
        figures.importing.peakBytes = ResidentMemory.peak
    }

    private func forecast(_ figures: inout BenchFigures) throws {
        let reporter = try office.live.reporter()
        figures.cut = seconds {
            let cut = reporter.facts.cut(asOf: reporter.now)
            figures.open = cut.state.count { StageTable.isOpen($0) }
        }
        figures.picture = seconds { _ = CompanyPicture(reporter.facts, asOf: reporter.now, pipelines: .sales) }
        figures.forecastPeople = try seconds {
            _ = try forecast(reporter, by: .employee)
            _ = try forecast(reporter, by: .department)
        }
        figures.forecastDeals = try seconds { _ = try forecast(reporter, by: .deal) }
        figures.memory.forecast = ResidentMemory.now
    }

    private func forecast(_ reporter: Reporter, by part: ForecastRequest.Part) throws -> ForecastReport {
        let month = Period.month(containing: reporter.facts.calendar.zone.day(of: reporter.now))
        let request = ForecastRequest(asOf: reporter.now, period: month, by: part)
        return try reporter.forecast(request, for: reporter.everything)
    }

    /// What was answered after the last change.
    private func change(_ figures: inout BenchFigures) throws -> ForecastReport? {
        let reporter = try office.live.reporter()
        let cut = reporter.facts.cut(asOf: reporter.now)
        let open = cut.id.indices.filter { StageTable.isOpen(cut.state[$0]) }
        guard !open.isEmpty else { return nil }
        var times = [Double]()
        var last: ForecastReport?
        for turn in 0..<9 {
            try raise(Deal.ID(cut.id[open[open.count * (turn + 1) / 10]]), reporter.facts.frame)
            times.append(try seconds { last = try forecast(try office.live.reporter(), by: .employee) })
        }
        // The first one parts the present from the start of the day.
        let steady = times.dropFirst().sorted()
        figures.changeMedian = steady[steady.count / 2]
        figures.changeWorst = times.max() ?? 0
        figures.memory.afterChanges = ResidentMemory.now
        return last
    }

    private func isSameAnew(_ report: ForecastReport) throws -> Bool {
        let anew = Office(store: office.store, clock: office.clock)
        return try forecast(try anew.live.reporter(), by: .employee).parts == report.parts
    }

    /// One deal becomes dearer by a tenth, now.
    private func raise(_ deal: Deal.ID, _ frame: CompanyFrame) throws {
        let now = office.clock.now()
        let outcomes = Dictionary(
            uniqueKeysWithValues: frame.pipelines.flatMap(\.stages).map { ($0.id, $0.outcome) })
        try office.store.write { ledger in
            guard let (state, entries) = try ledger.deals.now(deal) else { return }
            let batch = try ledger.openBatch("bench", at: now)
            let amount = state.amount ?? 100_000
            let change = DealChange(
                changedAt: now, recordedAt: now, field: .amount, old: amount, new: amount + amount / 10, by: nil)
            try ledger.deals.append([change], to: deal, after: entries, in: batch) { outcomes[$0] ?? .open }
            try ledger.takePosition(for: batch)
        }
    }

    private func backtest(_ months: Int, _ figures: inout BenchFigures) throws {
        let reporter = try office.live.reporter()
        let calendar = reporter.facts.calendar
        let now = Period.month(containing: calendar.zone.day(of: reporter.now))
        figures.backtest = try seconds {
            for part in [ForecastRequest.Part.employee, .department] {
                _ = try reporter.backtest(
                    BacktestRequest(
                        asOf: reporter.now, from: now.previous(months, in: calendar),
                        to: now.previous(in: calendar), by: part), for: reporter.everything)
            }
        }
    }

    private func seconds(_ work: () throws -> Void) rethrows -> Double {
        let start = office.clock.now()
        try work()
        return Double(office.clock.now().microseconds - start.microseconds) / 1_000_000
    }
}
