/// What parts the whole of a number from its fraction in a table; the other sign, spaces and apostrophes may group thousands.
package enum DecimalSign: String, CaseIterable, Sendable {
    case point = "."
    case comma = ","

    /// As the exchange format writes numbers; nil when the text is no number of this form. A sign of money at either end is
    /// left out; groups must be of three digits, so that `1.5` is not taken for fifteen where the comma parts.
    package func plain(_ text: String) -> String? {
        var scalars = Array(text.unicodeScalars)[...]
        while let first = scalars.first, DecimalSign.isAround(first) { scalars = scalars.dropFirst() }
        while let last = scalars.last, DecimalSign.isAround(last) { scalars = scalars.dropLast() }
        var out = ""
        if let first = scalars.first, first == "-" || first == "−" {
            out = "-"
            scalars = scalars.dropFirst()
            while let first = scalars.first, DecimalSign.isAround(first) { scalars = scalars.dropFirst() }
        }
        let sides = scalars.split(separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = sides.first, let digits = grouped(whole) else { return nil }
        out += digits
        if sides.count == 2 {
            guard !sides[1].isEmpty, sides[1].allSatisfy(DecimalSign.isDigit) else { return nil }
            out += "." + DecimalSign.text(sides[1])
        }
        return out
    }

    private var decimal: Unicode.Scalar { self == .comma ? "," : "." }
    private var other: Unicode.Scalar { self == .comma ? "." : "," }

    private func grouped(_ whole: ArraySlice<Unicode.Scalar>) -> String? {
        let groups = whole.split(omittingEmptySubsequences: false) {
            $0 == other || DecimalSign.isSpace($0) || $0 == "'" || $0 == "’"
        }
        guard let first = groups.first, !first.isEmpty, groups.allSatisfy({ $0.allSatisfy(DecimalSign.isDigit) }),
            groups.count == 1 || first.count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.map { DecimalSign.text($0) }.joined()
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    /// Narrow and no-break ones too.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .spaceSeparator
    }
    private static func isAround(_ scalar: Unicode.Scalar) -> Bool {
        isSpace(scalar) || scalar.properties.generalCategory == .currencySymbol
    }
}
