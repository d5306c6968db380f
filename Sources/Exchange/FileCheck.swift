/// A first look at a whole file: is it CSV in UTF-8, is its header one that can be read, and how many rows has it?
/// Made before anything is written, so that a broken file leaves no half of itself behind.
package struct FileCheck {
    package let name: String
    package var header: Header? { reader.header }
    package private(set) var rows = 0
    private var reader: TableReader
    private var isBegun = false

    /// - Parameters:
    ///   - expected: the file that it must be, known by its name; nil: to be recognised by its header.
    ///   - mapping: how it becomes a file of the exchange format; nil: it is one.
    package init(name: String, expected: ExchangeFile?, mapping: Mapping? = nil) {
        self.name = name
        reader = TableReader(name: name, mapping: mapping) { (row: CSVRow) throws(Refusal) in
            if let found = expected ?? Header.recognise(row) { return found }
            try Header.requireCommas(row, named: name)
            throw Refusal(file: name, line: row.line, reason: .layoutUnknown(found: Array(row.texts.prefix(50))))
        }
    }

    package mutating func feed(_ chunk: [UInt8]) throws(Refusal) {
        if !isBegun, let kind = OtherKind(chunk) { throw Refusal(file: name, line: 0, reason: kind.reason) }
        isBegun = true
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
        while try reader.pass() { rows += 1 }
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
