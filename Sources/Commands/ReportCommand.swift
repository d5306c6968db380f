import ArgumentParser
import ReportDocuments
import SalesDomain
import SalesReports
import Texts
import Wiring

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "One of the reports, with the same figures as its page.")

    @Argument(help: "Which one")
    var name: ReportWord
    @OptionGroup var subject: SubjectOptions
    @Option(help: ArgumentHelp("One pipeline by its name (default: all of kind sales)", valueName: "name"))
    var pipeline: String?
    @Option(
        help:
            "Parts beside it: department, employee or pipeline (funnel, estimate, planfact); bonuses: employee, or deal for each line"
    )
    var by: ForecastRequest.Part?
    @Option(help: ArgumentHelp("Beginning of a comparison: a period or an instant", valueName: "T or P"))
    var from: String?
    @Option(help: ArgumentHelp("End of a comparison: a period or an instant", valueName: "T or P"))
    var to: String?
    @Option(help: ArgumentHelp("A reference funnel by its name", valueName: "name"))
    var reference: String?
    @Option(help: ArgumentHelp("Compare with: best, a scope or a period", valueName: "what"))
    var against: String?
    @Option(
        help: ArgumentHelp(
            "Beside it, with the difference: a scope or a period (funnel, planfact)", valueName: "S or P"))
    var compare: String?
    @OptionGroup var supposing: SupposingOption
    @Flag(help: "Answer with CSV on standard output")
    var csv = false
    @OptionGroup var counting: BasisOption
    @OptionGroup var workbook: WorkbookOption
    @OptionGroup var globals: Globals

    func run() async throws {
        try requireMeaning()
        let office = try globals.office()
        let question = Question(reporter: try globals.reporter(office), texts: globals.texts)
        let request = try request(question)
        var found: ReportAnswer
        do {
            found = try ReportAnswer(
                name, request, question, office.naming(question.reporter),
                kept: office.kept(question.reporter.facts.calendar))
        } catch ReportRefusal.backwards {
            throw Failure.unusable(globals.texts("cli.changes.backwards"))
        }
        if let whatIf = try supposing.report(request, question, office) {
            found = found.supposing(whatIf, question.texts, office.naming(question.reporter))
        }
        try workbook.write(
            found.document, title: globals.texts(name.title),
            question.about(scope: request.scope, period: request.period, asOf: request.asOf, basis: request.basis),
            globals)
        if globals.json {
            answer(found.document.json.text)
        } else if csv {
            answer(lines: found.document.csv.text)
        } else {
            answer(found.words)
        }
    }

    /// What the report makes nothing of is refused before anything is read.
    private func requireMeaning() throws {
        let taken = ReportOption.taken(by: name.rawValue)
        let said: [(ReportOption, Bool)] = [
            (.by, by != nil), (.supposed, !supposing.said.isEmpty), (.from, from != nil), (.to, to != nil),
            (.reference, reference != nil), (.against, against != nil), (.compare, compare != nil),
        ]
        let texts = globals.texts
        for (option, isSaid) in said where isSaid && !taken.contains(option) {
            let takers = option.takers(among: ReportWord.allCases.map(\.rawValue))
            throw Failure.unusable(
                texts(
                    "cli.report.no_meaning",
                    [
                        "option": .text("--" + option.rawValue), "report": .text(name.rawValue),
                        "takers": .text(takers.joined(separator: ", ")),
                    ]))
        }
        let cuts = ReportOption.cuts(of: name.rawValue)
        if let by, !cuts.contains(by.rawValue) {
            throw Failure.unusable(
                texts(
                    "cli.report.cuts",
                    [
                        "by": .text(by.rawValue), "report": .text(name.rawValue),
                        "cuts": .text(cuts.joined(separator: ", ")),
                    ]))
        }
    }

    private func request(_ question: Question) throws -> ReportRequest {
        let (from, to) = (try question.bound(from, option: "from"), try question.bound(to, option: "to"))
        var instant = try question.instant(subject.asOf)
        if name == .changes, case .instant(let end) = to { instant = end }
        return ReportRequest(
            asOf: instant, period: try question.period(subject.period, at: instant),
            scope: try question.scope(subject.scope),
            pipelines: try question.pipelines(pipeline), by: by,
            from: from, to: to, reference: reference, against: try question.against(against),
            compare: try question.compare(compare), basis: try basis(question, at: instant))
    }

    /// What is supposed is supposed of deals until they are won.
    private func basis(_ question: Question, at instant: Instant) throws -> Company.Basis {
        if ReportName(rawValue: name.rawValue)?.isOnBases == true, supposing.said.isEmpty || counting.basis != nil {
            return try question.basis(counting, at: instant)
        }
        guard let asked = counting.basis, asked != .won else { return .won }
        throw Failure.unusable(question.texts("cli.basis.not_here", ["basis": .text(asked.rawValue)]))
    }
}
