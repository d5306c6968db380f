/// How the letters of a file are written down.
package enum TextEncoding: String, CaseIterable, Sendable {
    case utf8 = "utf-8"
    /// One byte for a letter, as programs for Windows write Ukrainian.
    case windows1251 = "windows-1251"

    /// The same text in UTF-8. One that is in UTF-8 already is not looked at.
    package func utf8(_ bytes: [UInt8]) -> [UInt8] {
        guard self == .windows1251 else { return bytes }
        var out = [UInt8]()
        out.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            if byte < 0x80 { out.append(byte) } else { out.append(contentsOf: TextEncoding.upper[Int(byte) - 0x80]) }
        }
        return out
    }

    /// From UTF-8 to this encoding; `?` for what it has no letter for.
    package func encoded(_ bytes: [UInt8]) -> [UInt8] {
        guard self == .windows1251 else { return bytes }
        return String(decoding: bytes, as: UTF8.self).unicodeScalars.map { scalar in
            scalar.isASCII ? UInt8(scalar.value) : TextEncoding.places[scalar] ?? UInt8(ascii: "?")
        }
    }

    /// The letters from 0x80 on (Unicode's table CP1251.TXT); 0x98 stands for none.
    private static let letters = Array(
        "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя"
            .unicodeScalars)
    private static let upper = letters.map { Array(String($0).utf8) }
    private static let places = Dictionary(
        uniqueKeysWithValues: letters.enumerated().map { ($1, UInt8($0 + 0x80)) })
}
