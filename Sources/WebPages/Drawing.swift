/// A picture in SVG: colours are classes of the style sheet, so that one picture serves light, dark and paper.
struct Drawing {
    private(set) var body = ""

    /// A place along or across the picture: user units, or percent of its width.
    struct Place: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
        let text: String
        init(_ value: Double) { text = Drawing.number(value) }
        init(floatLiteral value: Double) { self.init(value) }
        init(integerLiteral value: Int) { self.init(Double(value)) }
        private init(text: String) { self.text = text }
        static func percent(_ value: Double) -> Place { Place(text: Drawing.number(value) + "%") }
    }

    mutating func rect(
        _ x: Place, _ y: Double, _ width: Place, _ height: Double, _ style: String, round: Double = 0, shift: Double = 0
    ) {
        let corner = round > 0 ? " rx=\"\(Drawing.number(round))\"" : ""
        let moved = shift == 0 ? "" : " transform=\"translate(\(Drawing.number(shift)) 0)\""
        body +=
            "<rect class=\"\(style)\" x=\"\(x.text)\" y=\"\(Drawing.number(y))\" width=\"\(width.text)\" height=\"\(Drawing.number(height))\"\(corner)\(moved)/>"
    }

    mutating func line(_ x1: Place, _ y1: Double, _ x2: Place, _ y2: Double, _ style: String) {
        body +=
            "<line class=\"\(style)\" x1=\"\(x1.text)\" y1=\"\(Drawing.number(y1))\" x2=\"\(x2.text)\" y2=\"\(Drawing.number(y2))\"/>"
    }

    mutating func circle(_ x: Place, _ y: Double, _ radius: Double, _ style: String) {
        body +=
            "<circle class=\"\(style)\" cx=\"\(x.text)\" cy=\"\(Drawing.number(y))\" r=\"\(Drawing.number(radius))\"/>"
    }

    mutating func text(_ x: Place, _ y: Double, _ words: String, _ style: String = "") {
        body +=
            "<text class=\"\(style)\" x=\"\(x.text)\" y=\"\(Drawing.number(y))\">\(Markup.escaped(words))</text>"
    }

    mutating func path(_ points: [Point], _ style: String) {
        guard !points.isEmpty else { return }
        body += "<path class=\"\(style)\" d=\"M\(points.map(\.text).joined(separator: "L"))\"/>"
    }

    /// Between two lines with the same places along.
    mutating func band(_ low: [Point], _ high: [Point], _ style: String) {
        guard !low.isEmpty else { return }
        body += "<path class=\"\(style)\" d=\"M\((high + low.reversed()).map(\.text).joined(separator: "L"))Z\"/>"
    }

    /// `said`: what the picture shows, for those who cannot see it; nil for a decoration.
    func svg(width: Double, height: Double, _ style: String, said: String?) -> String {
        "<svg class=\"\(style)\" viewBox=\"0 0 \(Drawing.number(width)) \(Drawing.number(height))\" \(spoken(said))>\(body)</svg>"
    }

    /// As wide as its place: marks stand at percents.
    func stretched(height: Double, _ style: String, said: String?) -> String {
        "<svg class=\"\(style)\" width=\"100%\" height=\"\(Drawing.number(height))\" \(spoken(said))>\(body)</svg>"
    }

    private func spoken(_ words: String?) -> String {
        words.map { "role=\"img\" aria-label=\"\(Markup.escaped($0))\"" } ?? "aria-hidden=\"true\""
    }

    struct Point {
        let x: Double
        let y: Double
        var text: String { "\(Drawing.number(x)) \(Drawing.number(y))" }
    }

    /// At most two decimals.
    static func number(_ value: Double) -> String {
        let hundredths = (value * 100).rounded()
        guard hundredths.isFinite, abs(hundredths) < 1e12 else { return "0" }
        let whole = Int(hundredths)
        if whole % 100 == 0 { return String(whole / 100) }
        let sign = whole < 0 ? "-" : ""
        let digits = String(whole.magnitude % 100)
        let fraction = digits.count == 1 ? "0" + digits : digits.hasSuffix("0") ? String(digits.dropLast()) : digits
        return "\(sign)\(whole.magnitude / 100).\(fraction)"
    }
}
