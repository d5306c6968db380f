/// Text as it stands in a part of a workbook.
enum SheetText {
    /// The longest text of a cell, in UTF-16.
    static let longest = 32_767

    /// Escaped; what XML cannot hold is left out, and a text that looks like an escape of the format stays that text.
    static func xml(_ text: String) -> String {
        var out = [UInt8]()
        out.reserveCapacity(text.utf8.count + 16)
        let bytes = Array(text.utf8)
        for (place, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "<"): out += Array("&lt;".utf8)
            case UInt8(ascii: ">"): out += Array("&gt;".utf8)
            case UInt8(ascii: "&"): out += Array("&amp;".utf8)
            case UInt8(ascii: "\""): out += Array("&quot;".utf8)
            case 13: out += Array("&#13;".utf8)
            case 0..<9, 11, 12, 14..<32: break
            case UInt8(ascii: "_") where looksEscaped(bytes, place): out += Array("_x005F_".utf8)
            default: out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self).replacing("\u{FFFE}", with: "").replacing("\u{FFFF}", with: "")
    }

    /// No longer than a cell may be.
    static func cut(_ text: String) -> String {
        guard text.utf16.count > longest else { return text }
        var shorter = String(decoding: text.utf16.prefix(longest - 1), as: UTF16.self)
        if shorter.last == "\u{FFFD}" { shorter.removeLast() }
        return shorter + "…"
    }

    /// A cell's text that a spreadsheet would take for a formula, were it typed in.
    static func looksLikeFormula(_ text: String) -> Bool {
        text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    }

    /// `_x0041_`
    private static func looksEscaped(_ bytes: [UInt8], _ place: Int) -> Bool {
        guard place + 6 < bytes.count, bytes[place + 1] | 0x20 == UInt8(ascii: "x"),
            bytes[place + 6] == UInt8(ascii: "_")
        else { return false }
        return bytes[(place + 2)...(place + 5)].allSatisfy {
            (48...57).contains($0) || (97...102).contains($0 | 0x20)
        }
    }
}
