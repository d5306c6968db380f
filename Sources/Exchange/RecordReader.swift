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
    private var reader: CSVReader
    package private(set) var header: Header?

    /// - Parameter now: what says that it was recorded later is refused; nil: not asked.
    package init(name: String, calendar: CompanyCalendar, now: Instant? = nil) {
        self.now = now
        self.name = name
        self.calendar = calendar
        reader = CSVReader(file: name)
    }

    package mutating func feed(_ chunk: [UInt8]) { reader.feed(chunk) }
    package mutating func finish() { reader.finish() }

    /// Nil when more bytes are needed or nothing is left.
    package mutating func next() throws(Refusal) -> Answer? {
        while let row = try reader.next() {
            guard let header else {
                header = try Header(row, of: Record.file, named: name)
                continue
            }
            return answer(to: row, under: header)
        }
        return nil
    }

    private func answer(to row: CSVRow, under header: Header) -> Answer {
        guard row.count == header.width else {
            let reason = Refusal.Reason.fieldCount(found: row.count, expected: header.width)
            return .refused(Refusal(file: name, line: row.line, reason: reason), row)
        }
        do throws(Refusal) {
            return .record(try Record(Fields(row: row, header: header, file: name, calendar: calendar, now: now)), row)
        } catch {
            return .refused(error, row)
        }
    }
}
