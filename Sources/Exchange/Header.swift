/// Where the columns of one file stand.
package struct Header: Sendable {
    package let file: ExchangeFile
    /// How many fields every row must have.
    package let width: Int
    /// Columns that the format does not name in this file: reported, not read.
    package let unknown: [String]
    /// The header as it stands in the file.
    package let names: [String]
    private let positions: [Int]
    /// How the file calls the columns, where a mapping says so.
    private let headings: [Column: String]

    /// Refuses a header in which a required column is missing or a known one stands twice.
    package init(_ row: CSVRow, of file: ExchangeFile, named name: String) throws(Refusal) {
        self.file = file
        names = row.texts
        width = row.count
        var positions = [Int](repeating: -1, count: Column.allCases.count)
        var unknown: [String] = []
        for (index, text) in names.enumerated() {
            guard let column = Header.column(text), file.columns.contains(column) else {
                unknown.append(text)
                continue
            }
            guard positions[column.rawValue] < 0 else {
                throw Refusal(file: name, line: row.line, column: column, reason: .columnTwice(column.name))
            }
            positions[column.rawValue] = index
        }
        let missing = file.required.filter { positions[$0.rawValue] < 0 }
        if !missing.isEmpty { try Header.requireCommas(row, named: name) }
        guard missing.isEmpty else {
            throw Refusal(file: name, line: row.line, reason: .columnsMissing(missing, found: names.map(Header.shown)))
        }
        self.positions = positions
        self.unknown = unknown
        headings = [:]
    }

    /// Of the rows that a mapping makes.
    /// - Parameters:
    ///   - names: the header of the file itself.
    ///   - unread: those of them that the mapping does not read.
    init(_ mapping: Mapping, names: [String], unread: [String]) {
        file = mapping.target
        self.names = mapping.givesRowsBack ? names : mapping.filled.map(\.name)
        width = mapping.filled.count
        unknown = unread
        var positions = [Int](repeating: -1, count: Column.allCases.count)
        for (place, column) in mapping.filled.enumerated() { positions[column.rawValue] = place }
        self.positions = positions
        var headings: [Column: String] = [:]
        for column in mapping.columns {
            guard case .heading(let heading) = column.origin else { continue }
            headings[column.column] = headings[column.column].map { "\($0) / \(heading)" } ?? heading
        }
        self.headings = headings
    }

    /// What the file calls a column, where that is not its name in the exchange format.
    package func heading(of column: Column?) -> String? { column.flatMap { headings[$0] } }

    package func position(of column: Column) -> Int? {
        let position = positions[column.rawValue]
        return position < 0 ? nil : position
    }

    /// The file of the format whose header this is, whatever the file's own name: all required columns are there and the
    /// most columns are known. Nil when none fits.
    package static func recognise(_ row: CSVRow) -> ExchangeFile? {
        let columns = Set(row.texts.compactMap(column))
        let fitting = ExchangeFile.allCases.filter { columns.isSuperset(of: $0.required) }
        return fitting.max { known(columns, in: $0) < known(columns, in: $1) }
    }

    /// Refuses a header that holds one name alone, in which another sign parts several.
    static func requireCommas(_ row: CSVRow, named name: String) throws(Refusal) {
        guard row.count == 1, let sign = [";", "\t", "|"].first(where: row.text(0).contains) else { return }
        throw Refusal(file: name, line: row.line, reason: .otherSeparator(sign == "\t" ? "tab" : sign))
    }

    private static func known(_ columns: Set<Column>, in file: ExchangeFile) -> Int {
        columns.intersection(file.columns).count * 100 + file.required.count
    }

    private static func column(_ text: String) -> Column? {
        Column(name: RowMapping.folded(text))
    }

    /// A header of a file that is no table may be very long.
    private static func shown(_ name: String) -> String {
        name.utf8.count <= 60 ? name : String(name.prefix(60)) + "…"
    }
}
