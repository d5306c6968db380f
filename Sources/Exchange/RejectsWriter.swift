import SalesDomain

/// The rows that were not taken, as they stood, with the place and the reason after them: to be mended and given again, by the
/// same mapping where there was one.
package struct RejectsWriter {
    private var writer: CSVWriter
    private let language: Company.Language
    private let encoding: TextEncoding

    package init(header: Header, language: Company.Language, mapping: Mapping? = nil) {
        self.language = language
        encoding = mapping?.encoding ?? .utf8
        writer = CSVWriter(separator: mapping?.separator ?? UInt8(ascii: ","))
        writer.row(header.names + ["rejected_line", "rejected_column", "rejected_reason"])
    }

    package mutating func add(_ row: CSVRow, _ refusal: Refusal) {
        for text in row.original ?? row.texts { writer.add(text.isEmpty ? nil : text) }
        writer.row([String(refusal.line), refusal.heading ?? refusal.column?.name, refusal.words(in: language)])
    }

    package mutating func take() -> [UInt8] { encoding.encoded(writer.take()) }
}
