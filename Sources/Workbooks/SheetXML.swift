internal import ReportDocuments
internal import SalesDomain

/// One sheet: a heading that stays in sight, columns as wide as their content, a filter over it all.
struct SheetXML {
    private(set) var bytes: [UInt8] = []
    private var widths: [Int]

    init(_ header: [String], _ rows: ArraySlice<[ReportTable.Cell]>, _ styles: inout SheetStyles) {
        widths = header.map { $0.count }
        var body = SheetXML.row(1, header.map { .text($0) }, heading: true, &styles)
        for (index, cells) in rows.enumerated() {
            for (column, cell) in cells.enumerated() where column < widths.count && index < 200 {
                widths[column] = max(widths[column], SheetXML.length(cell))
            }
            body += SheetXML.row(index + 2, cells, heading: false, &styles)
        }
        let last = SheetXML.column(max(0, header.count - 1)) + String(rows.count + 1)
        finish(
            view: "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>", body: body,
            after: header.isEmpty ? "" : "<autoFilter ref=\"A1:\(last)\"/>")
    }

    /// What the figures are: a label and its value in each row.
    init(about: Workbook.About, _ styles: inout SheetStyles) {
        widths = [20, 60]
        var body: [UInt8] = SheetXML.row(1, [.text(about.title)], heading: true, &styles)
        for (index, line) in about.lines.enumerated() {
            body += SheetXML.row(index + 2, [.text(line.label), .text(line.value)], heading: false, &styles)
        }
        finish(view: "", body: body, after: "")
    }

    private mutating func finish(view: String, body: [UInt8], after: String) {
        let columns = widths.enumerated().map { index, width in
            let shown = min(60, max(9, width + 2))
            return "<col min=\"\(index + 1)\" max=\"\(index + 1)\" width=\"\(shown)\" customWidth=\"1\"/>"
        }
        let head =
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetViews><sheetView workbookViewId=\"0\">\(view)</sheetView></sheetViews>"
            + (columns.isEmpty ? "" : "<cols>\(columns.joined())</cols>") + "<sheetData>"
        bytes =
            Array(head.utf8) + body
            + Array(
                ("</sheetData>" + after + "<pageSetup orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>").utf8)
    }

    private static func row(
        _ number: Int, _ cells: [ReportTable.Cell], heading: Bool, _ styles: inout SheetStyles
    ) -> [UInt8] {
        var text = "<row r=\"\(number)\">"
        for (column, cell) in cells.enumerated() where cell != .empty {
            let place = self.column(column) + String(number)
            text += heading ? words(place, self.text(cell), .heading, &styles) : xml(place, cell, &styles)
        }
        return Array((text + "</row>").utf8)
    }

    private static func xml(_ place: String, _ cell: ReportTable.Cell, _ styles: inout SheetStyles) -> String {
        func number(_ text: String, _ style: SheetStyles.Style) -> String {
            "<c r=\"\(place)\" s=\"\(styles.number(of: style))\"><v>\(text)</v></c>"
        }
        switch cell {
        case .empty: return ""
        case .text(let text):
            return words(place, text, SheetText.looksLikeFormula(text) ? .quoted : .plain, &styles)
        case .int(let value): return number(String(value), .whole)
        case .number(let value): return value.isFinite ? number("\(value)", .number) : ""
        case .fraction(let value): return value.isFinite ? number("\(value.sixDecimals)", .percent) : ""
        case .money(let minor, let currency):
            return number(Money(minorUnits: minor, currency: currency).decimal, .money(currency))
        case .day(let day):
            // Days before March 1900 have no number that everybody reads alike.
            guard day.number >= -25_508 else { return words(place, "\(day)", .plain, &styles) }
            return number(String(day.number + 25_569), .day)
        }
    }

    private static func words(
        _ place: String, _ text: String, _ style: SheetStyles.Style, _ styles: inout SheetStyles
    ) -> String {
        "<c r=\"\(place)\" s=\"\(styles.number(of: style))\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
            + SheetText.xml(SheetText.cut(text)) + "</t></is></c>"
    }

    private static func text(_ cell: ReportTable.Cell) -> String {
        if case .text(let text) = cell { return text }
        return ""
    }

    /// In characters, as it is shown.
    private static func length(_ cell: ReportTable.Cell) -> Int {
        switch cell {
        case .empty: 0
        case .text(let text): text.count
        case .int(let value): String(value).count + 2
        case .number, .fraction: 8
        case .money(let minor, _): String(minor).count + 5
        case .day: 10
        }
    }

    /// `A`, `Z`, `AA`.
    static func column(_ index: Int) -> String {
        var (name, rest) = ("", index + 1)
        while rest > 0 {
            name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
            rest = (rest - 1) / 26
        }
        return name
    }
}
