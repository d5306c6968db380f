/// Writes CSV as the reader reads it: LF at line ends, quotes only where they are needed; another sign may stand for the comma.
package struct CSVWriter: Sendable {
    package private(set) var bytes: [UInt8] = []
    private var atLineStart = true
    private let separator: UInt8

    package init(separator: UInt8 = UInt8(ascii: ",")) { self.separator = separator }

    package mutating func add(_ field: String?) {
        if !atLineStart { bytes.append(separator) }
        atLineStart = false
        guard let field else { return }
        if field.isEmpty || needsQuotes(field) {
            bytes.append(UInt8(ascii: "\""))
            for byte in field.utf8 {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        } else {
            bytes.append(contentsOf: field.utf8)
        }
    }

    package mutating func endRow() {
        bytes.append(UInt8(ascii: "\n"))
        atLineStart = true
    }

    package mutating func row(_ fields: [String?]) {
        for field in fields { add(field) }
        endRow()
    }

    /// Hands over what has been written and begins anew.
    package mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private func needsQuotes(_ field: String) -> Bool {
        field.utf8.contains { $0 == separator || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
            || field.utf8.starts(with: [0xEF, 0xBB, 0xBF])
    }
}
