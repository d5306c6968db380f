/// Reads a table row by row, under its header, as the exchange format has it: what a mapping changes is changed here.
struct TableReader {
    private let name: String
    private let mapping: Mapping?
    /// Which file of the format the first row heads.
    private let file: (CSVRow) throws(Refusal) -> ExchangeFile
    private var reader: CSVReader
    private var rows: RowMapping?
    private(set) var header: Header?

    init(name: String, mapping: Mapping?, file: @escaping (CSVRow) throws(Refusal) -> ExchangeFile) {
        self.name = name
        self.mapping = mapping
        self.file = file
        reader = CSVReader(file: name, separator: mapping?.separator ?? UInt8(ascii: ","))
    }

    mutating func feed(_ chunk: [UInt8]) { reader.feed(mapping?.encoding.utf8(chunk) ?? chunk) }
    mutating func finish() { reader.finish() }

    /// A row with what is wrong with it as a row; nil when more bytes are needed or nothing is left. A refusal that is thrown
    /// is of the whole file.
    mutating func next() throws(Refusal) -> (row: CSVRow, refusal: Refusal?)? {
        guard let row = try unread(), let header else { return nil }
        return rows?.map(row) ?? (row, row.count == header.width ? nil : width(of: row, header))
    }

    /// Goes past a row without making anything of it; false where `next` is nil.
    mutating func pass() throws(Refusal) -> Bool { try unread() != nil }

    /// As it stands in the file.
    private mutating func unread() throws(Refusal) -> CSVRow? {
        while let row = try reader.next() {
            if header == nil {
                try begin(row)
            } else if rows == nil || !row.bytes.isEmpty {
                // Of another system's table rows of nothing are left out: spreadsheets end with them.
                return row
            }
        }
        return nil
    }

    private mutating func begin(_ row: CSVRow) throws(Refusal) {
        guard let mapping else {
            header = try Header(row, of: try file(row), named: name)
            return
        }
        let rows = try RowMapping(row, mapping, named: name)
        self.rows = rows
        header = rows.header
    }

    private func width(of row: CSVRow, _ header: Header) -> Refusal {
        Refusal(file: name, line: row.line, reason: .fieldCount(found: row.count, expected: header.width))
    }
}
