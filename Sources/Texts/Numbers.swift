extension Texts {
    /// `18 600`, `−5`: thousands apart by a narrow no-break space (English: a comma), a real minus.
    package func integer(_ value: some BinaryInteger) -> String {
        (value < 0 ? Signs.minus : "") + grouped(String(value.magnitude))
    }

    /// `18,6`; always that many decimals. Half is rounded away from zero.
    package func decimal(_ value: Double, places: Int) -> String {
        guard value.isFinite, abs(value) < 1e15 else { return Signs.none }
        let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
        let scaled = (abs(value) * power).rounded(.toNearestOrAwayFromZero)
        var digits = String(Int64(scaled))
        while digits.count <= places { digits = "0" + digits }
        let whole = grouped(String(digits.dropLast(places)))
        let sign = value < 0 && scaled > 0 ? Signs.minus : ""
        return places == 0 ? sign + whole : sign + whole + decimalMark + String(digits.suffix(places))
    }

    /// `15 %` of 0.15 (English: `15%`).
    package func percent(_ fraction: Double, places: Int = 0) -> String {
        decimal(fraction * 100, places: places) + percentSign
    }

    /// `+8 %`, `−15 %`.
    package func signedPercent(_ fraction: Double) -> String {
        let text = percent(fraction)
        return fraction > 0 && !text.hasPrefix("0") ? "+" + text : text
    }

    /// A probability, or a share of a plan, is never shown as whole or as nothing when it is not.
    package func probability(_ value: Double) -> String {
        if value > 0, value < 0.005 { return "<" + Signs.narrow + percent(0.01) }
        if value < 1, value > 0.995 { return ">" + Signs.narrow + percent(0.99) }
        return percent(value)
    }

    package var decimalMark: String { language == .uk ? "," : "." }
    package var percentSign: String { language == .uk ? Signs.noBreak + "%" : "%" }

    private func grouped(_ digits: String) -> String {
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out += language == .uk ? Signs.narrow : "," }
            out.append(digit)
        }
        return out
    }
}

package enum Signs {
    package static let minus = "\u{2212}"
    package static let noBreak = "\u{00A0}"
    package static let narrow = "\u{202F}"
    /// Of no width: a line does not break here. Between a sign and a currency it would.
    package static let joiner = "\u{2060}"
    package static let enDash = "–"
    /// Where there is no value.
    package static let none = "–"
}
