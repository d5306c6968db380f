import SalesDomain

/// Bytes of one file in; records and refusals of rows out. A refusal that it throws is of the whole file.
package struct RecordReader<Record: ExchangeRecord> {
    package enum Answer {
        case record(Record, CSVRow)
        case refused(Refusal, CSVRow)
    }

    private let name: String
    private let calendar: CompanyCalendar
    private let now: Instant?
    private var rows: TableReader
    package var header: Header? { rows.header }

    /// - Parameters:
    ///   - now: what says that it was recorded later, or has happened more than a day later, is refused; nil: not asked.
    ///   - mapping: how the file becomes one of the exchange format; nil: it is one.
    package init(name: String, calendar: CompanyCalendar, now: Instant? = nil, mapping: Mapping? = nil) {
        self.now = now
        self.name = name
        self.calendar = calendar
        rows = TableReader(name: name, mapping: mapping) { _ in Record.file }
    }

    package mutating func feed(_ chunk: [UInt8]) { rows.feed(chunk) }
    package mutating func finish() { rows.finish() }

    /// Nil when more bytes are needed or nothing is left.
    package mutating func next() throws(Refusal) -> Answer? {
        guard let (row, refusal) = try rows.next(), let header = rows.header else { return nil }
        if let refusal { return .refused(refusal, row) }
        do throws(Refusal) {
            return .record(try Record(Fields(row: row, header: header, file: name, calendar: calendar, now: now)), row)
        } catch {
            return .refused(error, row)
        }
    }
}
