import ArgumentParser
import Foundation
import Ledger
import ReportDocuments
import SalesDomain
import Texts
import Workbooks

/// `--xlsx FILE`: the table of an answer as a workbook, beside what is said.
struct WorkbookOption: ParsableArguments {
    @Option(help: ArgumentHelp("Write the table into this file as a workbook", valueName: "file"))
    var xlsx: String?

    /// Nothing without the option. `lines`: what the figures are of.
    func write(_ document: some ReportDocument, title: String, _ lines: [(String, String)], _ globals: Globals) throws {
        guard let xlsx else { return }
        try globals.requireFiles([xlsx])
        let texts = globals.texts
        let about = Workbook.About(
            title: title, name: texts("file.about"), lines: lines.map { (label: $0.0, value: $0.1) },
            language: globals.language)
        do {
            try OutputFile(xlsx).replace(with: Data(Workbook(document.table, about).bytes))
        } catch {
            throw Obstacle(error).failure(xlsx, texts)
        }
        say(texts("cli.xlsx.written", ["path": .text(xlsx)]))
    }
}

extension Question {
    /// What a workbook says of itself on its second sheet.
    func about(scope: Scope, period: Period?, asOf: Instant, basis: Company.Basis = .won) -> [(String, String)] {
        let company = reporter.facts.frame.company
        var lines = [
            (texts("file.company"), company.name),
            (texts("frame.scope"), scope.name(in: reporter.facts.organisation)),
        ]
        if let period { lines.append((texts("frame.period"), texts.period(period, in: company.calendar))) }
        return lines + [
            (texts("frame.as_of.label"), texts.moment(asOf, in: company.calendar.zone)),
            (texts("file.currency"), company.baseCurrency.code),
            (texts("file.basis"), texts("basis." + basis.rawValue)),
        ]
    }
}
