import Actions
import ArgumentParser
import ReportDocuments
import SalesDomain
import SalesReports
import Texts
import Wiring

struct ForecastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast", abstract: "What will be sold by the end of a period, as of any instant.")

    @OptionGroup var subject: SubjectOptions
    @Option(help: "Parts: department, employee, product, pipeline or deal")
    var by: ForecastRequest.Part?
    @Option(help: ArgumentHelp("One pipeline by its name (default: all of kind sales)", valueName: "name"))
    var pipeline: String?
    @OptionGroup var supposing: SupposingOption
    @Flag(help: "Write down what is forecast today, at every level, once a day")
    var record = false
    @OptionGroup var counting: BasisOption
    @OptionGroup var workbook: WorkbookOption
    @OptionGroup var globals: Globals

    func run() async throws {
        if record { try requireAlone() }
        let office = try globals.office()
        if record { return try writeDown(office) }
        let question = Question(reporter: try globals.reporter(office), texts: globals.texts)
        let request = try request(question)
        var report = try question.reporter.forecastInOneMeasure(request, for: question.reporter.everything)
        report.coverage = try question.reporter.coverage(request, for: question.reporter.everything)
        let naming = office.naming(question.reporter)
        let whatIf = try supposing.report(ReportRequest(request), question, office)
        let document: any ReportDocument =
            whatIf.map {
                SupposedDocument(ForecastDocument(report, naming), WhatIfDocument($0, naming))
            } ?? ForecastDocument(report, naming)
        try workbook.write(
            document, title: globals.texts("file.forecast"),
            question.about(scope: request.scope, period: request.period, asOf: request.asOf, basis: request.basis),
            globals)
        if globals.json {
            answer(document.json.text)
        } else {
            let supposed = whatIf.map { "\n" + WhatIfWords($0, globals.texts, naming).text } ?? ""
            answer(
                ForecastTable(report, naming, Texts(globals.language, counting: request.basis), question.reporter).text
                    + supposed)
        }
    }

    /// The record is of the whole company as of now: whoever names a part, or supposes something, means something else.
    private func requireAlone() throws {
        let said = [
            ("--as-of", subject.asOf != nil), ("--period", subject.period != nil),
            ("--scope", subject.scope != "company"), ("--by", by != nil), ("--pipeline", pipeline != nil),
            ("--if", !supposing.said.isEmpty), ("--basis", counting.basis != nil),
        ]
        guard let option = said.first(where: \.1)?.0 else { return }
        throw Failure.unusable(globals.texts("cli.record.alone", ["option": .text(option)]))
    }

    private func writeDown(_ office: Office) throws {
        let texts = globals.texts
        let take = TakeSnapshot(store: office.store, live: office.live, clock: office.clock)
        var (day, count): (Day?, Int) = (nil, 0)
        var words = texts("cli.record.nothing")
        switch try take() {
        case .taken(let today, let figures):
            (day, count) = (today, figures)
            words = texts("cli.record.taken", ["day": .text(today.description), "figures": .count(figures)])
        case .already(let today):
            day = today
            words = texts("cli.record.already", ["day": .text(today.description)])
        case .nothing: break
        }
        guard globals.json else { return answer(words) }
        answer(
            JSONValue.object([
                ("day", day.map { .string($0.description) } ?? .null), ("recorded", .int(count)),
            ]).text)
    }

    private func request(_ question: Question) throws -> ForecastRequest {
        let instant = try question.instant(subject.asOf)
        let chosen = by == .deal && counting.basis == nil
        let basis = chosen ? .won : try question.basis(counting, at: instant)
        if by == .deal, basis != .won { throw Failure.unusable(question.texts("cli.basis.by_deal")) }
        return ForecastRequest(
            asOf: instant, period: try question.period(subject.period, at: instant),
            scope: try question.scope(subject.scope),
            by: by, pipelines: try question.pipelines(pipeline), basis: basis)
    }
}

/// What `--by` may name.
extension ForecastRequest.Part: ExpressibleByArgument {}
