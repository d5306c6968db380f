import Exchange

/// One file of the exchange format while it is written. An empty cell is "not known".
struct Sheet {
    let name: String
    private var writer = CSVWriter()

    var bytes: [UInt8] { writer.bytes }

    init(_ name: String, _ columns: String...) {
        self.name = name
        writer.row(columns)
    }

    mutating func add(_ cells: String...) {
        for cell in cells { writer.add(cell.isEmpty ? nil : cell) }
        writer.endRow()
    }
}
