extension Double {
    /// Reads digits with a point and perhaps an exponent; not `nan`, `inf`, hexadecimal, spaces or a decimal comma.
    package init?(plain text: String) {
        let allowed = text.utf8.allSatisfy { byte in
            (48...57).contains(byte) || byte == 0x2E || byte == 0x2D || byte == 0x65 || byte == 0x45 || byte == 0x2B
        }
        guard allowed, let first = text.utf8.first, first != 0x2B, let number = Double(text), number.isFinite else {
            return nil
        }
        self = number
    }

    /// The shortest text that reads back as the same number; whole numbers without a point.
    package var plain: String {
        if magnitude < 1e15, self == rounded(.towardZero) { return String(Int64(self)) }
        return description
    }
}
