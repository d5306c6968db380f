/// What a file is that is no text in UTF-8, by its first bytes.
enum OtherKind {
    /// Of a spreadsheet program, packed: .xlsx, .ods, .xls.
    case workbook
    /// Text of two bytes for a letter, as spreadsheet programs for Windows write "Unicode text".
    case utf16

    /// Nil: by these it may be text.
    init?(_ beginning: [UInt8]) {
        let first = Array(beginning.prefix(4))
        if first == [0x50, 0x4B, 0x03, 0x04] || first == [0xD0, 0xCF, 0x11, 0xE0] {
            self = .workbook
        } else if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
            self = .utf16
        } else if first.count > 1, (first[0] == 0) != (first[1] == 0) {
            self = .utf16
        } else {
            return nil
        }
    }

    var reason: Refusal.Reason {
        switch self {
        case .workbook: .workbook
        case .utf16: .utf16
        }
    }
}
