import ArgumentParser
import Ledger
import ReportDocuments
import SalesDomain
import SalesReports
import Texts

struct BacktestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backtest", abstract: "How right forecasts would have been on this company's own past.")

    @Option(help: "month or quarter")
    var period: Grain = .month
    @Option(help: ArgumentHelp("First period (default: the last 12 full months or 8 full quarters)", valueName: "P"))
    var from: String?
    @Option(help: ArgumentHelp("Last period", valueName: "P"))
    var to: String?
    @Option(help: "A level beside the whole: department, employee, product or pipeline")
    var by: ForecastRequest.Part?
    @Option(help: ArgumentHelp("Fractions of the period at which the forecast is made", valueName: "h,…"))
    var horizons = "0,0.33,0.67"
    @Option(help: ArgumentHelp("company, department:NAME or employee:ID", valueName: "S"))
    var scope = "company"
    @Option(help: ArgumentHelp("One pipeline by its name (default: all of kind sales)", valueName: "name"))
    var pipeline: String?
    @Option(help: ArgumentHelp("Outcomes as known before this day or instant (default: now)", valueName: "T"))
    var asOf: String?
    @OptionGroup var counting: BasisOption
    @OptionGroup var workbook: WorkbookOption
    @OptionGroup var globals: Globals

    func run() async throws {
        let office = try globals.office()
        let question = Question(reporter: try globals.reporter(office), texts: globals.texts)
        let report = try measured(question)
        let naming = office.naming(question.reporter)
        try workbook.write(
            BacktestDocument(report, naming), title: globals.texts("page.accuracy"),
            question.about(
                scope: try question.scope(scope), period: nil, asOf: try question.instant(asOf),
                basis: report.basis), globals)
        if globals.json {
            let record = try question.reporter.record(
                of: try question.scope(scope), asOf: try question.instant(asOf), for: question.reporter.everything
            ) { scope in
                try office.store.read { try $0.forecastRecord.all(of: scope, in: naming.calendar) }
            }
            answer(BacktestDocument(report, naming, record: record).json.text)
        } else {
            answer(BacktestTable(report, globals.texts).text)
            if report.isCounted { say(globals.texts("accuracy.counted")) }
        }
    }

    private func measured(_ question: Question) throws -> BacktestReport {
        if by == .deal { throw Failure.unusable(question.texts("cli.backtest.by_deal")) }
        let (first, last) = (
            try question.named(from, option: "from"), try question.named(to, option: "to")
        )
        if let first, let last, first.start > last.start {
            throw Failure.unusable(
                question.texts("cli.backtest.reversed", ["from": .text(from ?? ""), "to": .text(to ?? "")]))
        }
        let request = BacktestRequest(
            asOf: try question.instant(asOf), grain: period == .month ? .month : .quarter,
            from: first, to: last, scope: try question.scope(scope), by: by, horizons: try fractions(),
            pipelines: try question.pipelines(pipeline),
            basis: try question.basis(counting, at: try question.instant(asOf)))
        do {
            return try question.reporter.backtest(request, for: question.reporter.everything)
        } catch .tooLong(let most) {
            throw Failure.unusable(question.texts("cli.backtest.too_long", ["most": .count(most)]))
        } catch .noPeriods {
            throw Failure.no(
                question.texts(
                    "cli.backtest.no_periods",
                    ["kind": .text(question.texts("period.kind.\(period.rawValue)").lowercased())]))
        }
    }

    private func fractions() throws -> [Double] {
        let found = horizons.split(separator: ",").map { Double($0) }
        guard !found.isEmpty, found.allSatisfy({ $0.map { $0 >= 0 && $0 < 1 } ?? false }) else {
            throw Failure.unusable(globals.texts("cli.horizons.bad", ["value": .text(horizons)]))
        }
        return found.compactMap { $0 }
    }
}

enum Grain: String, ExpressibleByArgument, CaseIterable { case month, quarter }
