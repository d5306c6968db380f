/// How a name is found and ordered. Computed here, because a database folds only ASCII and orders Ukrainian wrongly.
package enum TextKey {
    /// For comparing and searching: without regard to case.
    package static func folded(_ text: String) -> String { text.lowercased() }

    /// For ordering, compared byte by byte: signs, digits, Ukrainian letters in their order, other Cyrillic, Latin, the rest.
    /// An apostrophe has no weight.
    package static func order(_ text: String) -> [UInt8] {
        var key = [UInt8]()
        key.reserveCapacity(text.utf8.count)
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "'", "’", "ʼ": continue
            case "0"..."9": key.append(0x20 + UInt8(scalar.value - 0x30))
            case "a"..."z": key.append(0xA0 + UInt8(scalar.value - 0x61))
            default:
                if let place = alphabet[scalar] {
                    key.append(0x40 + place)
                } else if scalar.isASCII {
                    key.append(0x10)
                } else {
                    key += [
                        0xF0, UInt8(scalar.value >> 16), UInt8(scalar.value >> 8 & 0xFF), UInt8(scalar.value & 0xFF),
                    ]
                }
            }
        }
        return key
    }

    private static let alphabet: [Unicode.Scalar: UInt8] = {
        let letters = "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя".unicodeScalars
        return Dictionary(uniqueKeysWithValues: zip(letters, UInt8(0)...))
    }()
}
