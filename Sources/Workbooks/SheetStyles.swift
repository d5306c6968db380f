internal import SalesDomain

/// How cells are shown: made as they are asked for, numbered in that order.
struct SheetStyles {
    enum Style: Hashable {
        case plain, heading, quoted, whole, number, percent, day
        case money(Currency)
    }

    private var numbers: [Style: Int] = [:]
    private var order: [Style] = []

    init() {
        _ = number(of: .plain)
        _ = number(of: .heading)
    }

    mutating func number(of style: Style) -> Int {
        if let known = numbers[style] { return known }
        numbers[style] = order.count
        order.append(style)
        return order.count - 1
    }

    /// Formats of our own are numbered from 164; those below are the format's own, 14 the reader's short date.
    var xml: String {
        let own = order.map(SheetStyles.format)
        let formats = own.enumerated().compactMap { index, format in
            format.map { "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(SheetText.xml($0))\"/>" }
        }
        let cells = order.enumerated().map { index, style in
            let format = own[index] != nil ? 164 + index : SheetStyles.builtIn(style)
            let font = style == .heading ? 1 : 0
            let quoted = style == .quoted ? " quotePrefix=\"1\"" : ""
            let alignment = style == .heading ? "<alignment vertical=\"top\" wrapText=\"1\"/>" : ""
            return "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\""
                + " applyNumberFormat=\"1\" applyFont=\"1\" applyAlignment=\"1\"\(quoted)>\(alignment)</xf>"
        }
        let font = "<sz val=\"11\"/><name val=\"Calibri\"/><family val=\"2\"/>"
        return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + (formats.isEmpty ? "" : "<numFmts count=\"\(formats.count)\">\(formats.joined())</numFmts>")
            + "<fonts count=\"2\"><font>\(font)</font><font><b/>\(font)</font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"\(cells.count)\">\(cells.joined())</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    }

    private static func builtIn(_ style: Style) -> Int {
        switch style {
        case .plain, .heading, .number, .money, .percent: 0
        case .quoted: 49
        case .whole: 3
        case .day: 14
        }
    }

    private static func format(_ style: Style) -> String? {
        switch style {
        case .plain, .heading, .quoted, .whole, .day: return nil
        case .number: return "#,##0.##"
        case .percent: return "0.0%"
        case .money(let currency):
            let places = currency.decimals == 0 ? "" : "." + String(repeating: "0", count: currency.decimals)
            return "#,##0\(places) \"\(signs[currency.code] ?? currency.code)\""
        }
    }

    private static let signs = ["UAH": "₴", "EUR": "€", "USD": "$", "GBP": "£", "PLN": "zł"]
}
