import ArgumentParser
import ReportDocuments
import SalesDomain
import SalesReports
import Texts

struct SeriesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "series", abstract: "How many leads, deals or calls are to come, by day, week or month.")

    @Option(
        help: ArgumentHelp(
            "deals (entered), won, calls, calls_inbound, calls_outbound, emails, meetings, messages or tasks",
            valueName: "kind"))
    var kind = "deals"
    @Option(help: ArgumentHelp("A series that was imported in numbers, by its name", valueName: "name"))
    var series: String?
    @Option(help: "Periods: day, week or month")
    var by: SeriesGrain = .week
    @Option(help: ArgumentHelp("How many periods, the present one first", valueName: "n"))
    var ahead: Int?
    @Option(help: ArgumentHelp("What was known before this day or instant (default: now)", valueName: "T"))
    var asOf: String?
    @Option(help: ArgumentHelp("company, department:NAME or employee:ID", valueName: "S"))
    var scope = "company"
    @Option(help: ArgumentHelp("One pipeline by its name (default: all of kind sales)", valueName: "name"))
    var pipeline: String?
    @Flag(help: "Answer with CSV on standard output")
    var csv = false
    @OptionGroup var globals: Globals

    func run() async throws {
        let office = try globals.office()
        let question = Question(reporter: try globals.reporter(office), texts: globals.texts)
        let document: SeriesDocument
        let report: SeriesReport
        do {
            report = try question.reporter.series(try request(question), for: question.reporter.everything)
            document = SeriesDocument(report, office.naming(question.reporter))
        } catch ReportRefusal.noPeriods {
            throw Failure.no(globals.texts("cli.series.none"))
        }
        if globals.json {
            answer(document.json.text)
        } else if csv {
            answer(lines: document.csv.text)
        } else {
            answer(SeriesWords(report, globals.texts).text)
        }
    }

    private func request(_ question: Question) throws -> SeriesRequest {
        if let ahead, !(1...400).contains(ahead) {
            throw Failure.unusable(question.texts("cli.series.ahead", ["value": .text("\(ahead)")]))
        }
        return SeriesRequest(
            asOf: try question.instant(asOf), counted: try counted(question), grain: by.grain, ahead: ahead,
            scope: try question.scope(scope), pipelines: try question.pipelines(pipeline))
    }

    private func counted(_ question: Question) throws -> Counted {
        if let series {
            let known = Set(question.reporter.facts.frame.series.map(\.series)).sorted()
            guard known.contains(series) else {
                throw Failure.unusable(
                    question.texts(
                        "cli.series.unknown",
                        ["value": .text(series), "known": .text(known.joined(separator: ", "))]))
            }
            return .points(series)
        }
        guard let counted = Counted.kinds.first(where: { $0.name == kind }) else {
            throw Failure.unusable(
                question.texts(
                    "cli.series.kind",
                    ["value": .text(kind), "known": .text(Counted.kinds.map(\.name).joined(separator: ", "))]))
        }
        return counted
    }
}

enum SeriesGrain: String, ExpressibleByArgument, CaseIterable {
    case day, week, month

    var grain: SeriesRequest.Grain {
        switch self {
        case .day: .day
        case .week: .week
        case .month: .month
        }
    }
}
