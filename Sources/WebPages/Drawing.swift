/// A picture in SVG: colours are classes of the style sheet, so that one picture serves light, dark and paper.
struct Drawing {
    private(set) var body = ""
    /// The width for which places are given in user units; nil: they are written as they are. In a drawing that has one,
    /// places along become percents: it grows with its place, and its letters stay of their size.
    private let width: Double?

    init(width: Double? = nil) { self.width = width }

    /// A place along or across the picture: user units, or percent of its width.
    struct Place: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
        private let value: Double
        private var isPercent = false
        init(_ value: Double) { self.value = value }
        init(floatLiteral value: Double) { self.init(value) }
        init(integerLiteral value: Int) { self.init(Double(value)) }
        static func percent(_ value: Double) -> Place {
            var place = Place(value)
            place.isPercent = true
            return place
        }

        func text(of width: Double?) -> String {
            if isPercent { return Drawing.number(value) + "%" }
            return width.map { Drawing.number(value / $0 * 100) + "%" } ?? Drawing.number(value)
        }
    }

    mutating func rect(
        _ x: Place, _ y: Double, _ width: Place, _ height: Double, _ style: String, round: Double = 0, shift: Double = 0
    ) {
        let corner = round > 0 ? " rx=\"\(Drawing.number(round))\"" : ""
        let moved = shift == 0 ? "" : " transform=\"translate(\(Drawing.number(shift)) 0)\""
        body +=
            "<rect class=\"\(style)\" x=\"\(x.text(of: self.width))\" y=\"\(Drawing.number(y))\" width=\"\(width.text(of: self.width))\" height=\"\(Drawing.number(height))\"\(corner)\(moved)/>"
    }

    mutating func line(_ x1: Place, _ y1: Double, _ x2: Place, _ y2: Double, _ style: String) {
        body +=
            "<line class=\"\(style)\" x1=\"\(x1.text(of: width))\" y1=\"\(Drawing.number(y1))\" x2=\"\(x2.text(of: width))\" y2=\"\(Drawing.number(y2))\"/>"
    }

    mutating func circle(_ x: Place, _ y: Double, _ radius: Double, _ style: String) {
        body +=
            "<circle class=\"\(style)\" cx=\"\(x.text(of: width))\" cy=\"\(Drawing.number(y))\" r=\"\(Drawing.number(radius))\"/>"
    }

    mutating func text(_ x: Place, _ y: Double, _ words: String, _ style: String = "") {
        body +=
            "<text class=\"\(style)\" x=\"\(x.text(of: width))\" y=\"\(Drawing.number(y))\">\(Markup.escaped(words))</text>"
    }

    mutating func path(_ points: [Point], _ style: String) {
        guard !points.isEmpty else { return }
        body += alongPlace("<path class=\"\(style)\" d=\"M\(points.map(\.text).joined(separator: "L"))\"/>")
    }

    /// Between two lines with the same places along.
    mutating func band(_ low: [Point], _ high: [Point], _ style: String) {
        guard !low.isEmpty else { return }
        body += alongPlace(
            "<path class=\"\(style)\" d=\"M\((high + low.reversed()).map(\.text).joined(separator: "L"))Z\"/>")
    }

    /// A path knows no percents: a picture within the picture stretches it along, not down; its stroke stays as wide.
    private func alongPlace(_ path: String) -> String {
        guard let width else { return path }
        return
            "<svg class=\"along\" width=\"100%\" height=\"1\" viewBox=\"0 0 \(Drawing.number(width)) 1\" preserveAspectRatio=\"none\" overflow=\"visible\">\(path)</svg>"
    }

    /// `said`: what the picture shows, for those who cannot see it; nil for a decoration.
    func svg(width: Double, height: Double, _ style: String, said: String?) -> String {
        if self.width != nil { return stretched(height: height, style, said: said) }
        return
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
