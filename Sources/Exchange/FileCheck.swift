/// A first look at a whole file: is it CSV in UTF-8, is its header one that can be read, and how many rows has it?
/// Made before anything is written, so that a broken file leaves no half of itself behind.
package struct FileCheck {
    package let name: String
    package private(set) var header: Header?
    package private(set) var rows = 0
    private let expected: ExchangeFile?
    private var reader: CSVReader

    /// `expected`: the file that it must be, known by its name; nil: to be recognised by its header.
    package init(name: String, expected: ExchangeFile?) {
        self.name = name
        self.expected = expected
        reader = CSVReader(file: name)
    }

    package mutating func feed(_ chunk: [UInt8]) throws(Refusal) {
        reader.feed(chunk)
        try drain()
    }

    /// Throws when there was not even a header.
    package mutating func finish() throws(Refusal) {
        reader.finish()
        try drain()
        if header == nil { throw Refusal(file: name, line: 0, reason: .empty) }
    }

    private mutating func drain() throws(Refusal) {
        while let row = try reader.next() {
            if header == nil {
                header = try Header(row, of: try file(of: row), named: name)
            } else {
                rows += 1
            }
        }
    }

    private func file(of row: CSVRow) throws(Refusal) -> ExchangeFile {
        if let expected { return expected }
        if let found = Header.recognise(row) { return found }
        throw Refusal(file: name, line: row.line, reason: .layoutUnknown(found: Array(row.texts.prefix(50))))
    }
}

extension ExchangeFile {
    /// By the last part of a path: `…/deals.csv`, in any case.
    package init?(path: String) {
        let last = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map { $0.lowercased() } ?? ""
        guard let found = ExchangeFile.allCases.first(where: { $0.fileName == last }) else { return nil }
        self = found
    }
}
