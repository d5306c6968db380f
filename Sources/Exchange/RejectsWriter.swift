import SalesDomain

/// The rows that were not taken, as they stood, with the place and the reason after them: to be mended and given again.
package struct RejectsWriter {
    private var writer = CSVWriter()
    private let language: Company.Language

    package init(header: Header, language: Company.Language) {
        self.language = language
        writer.row(header.names + ["rejected_line", "rejected_column", "rejected_reason"])
    }

    package mutating func add(_ row: CSVRow, _ refusal: Refusal) {
        for text in row.texts { writer.add(text.isEmpty ? nil : text) }
        writer.row([String(refusal.line), refusal.column?.name, refusal.words(in: language)])
    }

    package mutating func take() -> [UInt8] { writer.take() }
}
