/// PostgreSQL keeps every text but one with a zero in it. A zero is written as a sign of its own, and that sign, should it
/// stand in a text, as two others: what went in comes back.
enum PostgresText {
    /// U+10FFFF, which stands for no letter.
    private static let sign: [UInt8] = [0xF4, 0x8F, 0xBF, 0xBF]
    private static let (zero, itself) = (UInt8(ascii: "0"), UInt8(ascii: "1"))

    /// Appends the bytes of a text as they are sent.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { letters in
            guard letters.contains(where: { $0 == 0 || $0 == sign[0] }) else {
                return bytes.append(contentsOf: letters)
            }
            var place = 0
            while place < letters.count {
                if letters[place] == 0 {
                    bytes += sign + [zero]
                } else if starts(letters[place...]) {
                    bytes += sign + [itself]
                    place += sign.count - 1
                } else {
                    bytes.append(letters[place])
                }
                place += 1
            }
        }
    }

    static func text(_ bytes: UnsafeRawBufferPointer) -> String {
        guard bytes.contains(sign[0]) else { return String(decoding: bytes, as: UTF8.self) }
        var letters: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if starts(bytes[place...]), place + sign.count < bytes.count {
                letters += bytes[place + sign.count] == zero ? [0] : sign
                place += sign.count + 1
            } else {
                letters.append(bytes[place])
                place += 1
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private static func starts(_ bytes: some Sequence<UInt8>) -> Bool { bytes.starts(with: sign) }
}
