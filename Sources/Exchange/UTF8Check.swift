extension CSVRow {
    /// Is each field by itself well-formed UTF-8 (no overlong forms, no surrogates, nothing beyond U+10FFFF)?
    var isUTF8: Bool {
        var start = 0
        return bytes.withUnsafeBufferPointer { bytes in
            for end in ends {
                if !isWellFormed(bytes, from: start, to: end) { return false }
                start = end
            }
            return true
        }
    }

    private func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Bool {
        var index = start
        while index < end {
            let lead = bytes[index]
            index += 1
            if lead < 0x80 { continue }
            guard let (length, second) = continuation(of: lead), index + length <= end, second.contains(bytes[index])
            else { return false }
            for next in index..<(index + length) {
                if bytes[next] & 0xC0 != 0x80 { return false }
            }
            index += length
        }
        return true
    }

    /// How many bytes follow a lead byte, and what the first of them may be (Unicode, table 3-7).
    private func continuation(of lead: UInt8) -> (Int, ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: return (1, 0x80...0xBF)
        case 0xE0: return (2, 0xA0...0xBF)
        case 0xE1...0xEC, 0xEE...0xEF: return (2, 0x80...0xBF)
        case 0xED: return (2, 0x80...0x9F)
        case 0xF0: return (3, 0x90...0xBF)
        case 0xF1...0xF3: return (3, 0x80...0xBF)
        case 0xF4: return (3, 0x80...0x8F)
        default: return nil
        }
    }
}
