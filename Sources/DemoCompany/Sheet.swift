/// One file of the exchange format while it is written.
struct Sheet {
    let name: String
    private(set) var bytes: [UInt8] = []

    init(_ name: String, _ columns: String...) {
        self.name = name
        append(columns)
    }

    mutating func add(_ cells: String...) { append(cells) }

    private mutating func append(_ cells: [String]) {
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(cell)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private mutating func append(_ cell: String) {
        let special: Set<UInt8> = [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        guard cell.utf8.contains(where: special.contains) else { return bytes.append(contentsOf: cell.utf8) }
        bytes.append(UInt8(ascii: "\""))
        for byte in cell.utf8 {
            bytes.append(byte)
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
