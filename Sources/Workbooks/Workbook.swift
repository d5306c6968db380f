package import ReportDocuments
package import SalesDomain

/// A report's table as an Office Open XML workbook (ISO/IEC 29500): one sheet with typed cells under a heading that stays
/// in sight, and one that says what the figures are. Text is always text: nothing in a cell is taken for a formula.
package struct Workbook: Sendable {
    /// What the figures are of, in the reader's language.
    package struct About: Sendable {
        /// Of the sheet, and of the document.
        package let title: String
        /// The name of the sheet that says what the figures are.
        package let name: String
        package let lines: [(label: String, value: String)]
        package let language: Company.Language

        package init(title: String, name: String, lines: [(label: String, value: String)], language: Company.Language) {
            self.title = title
            self.name = name
            self.lines = lines
            self.language = language
        }
    }

    package let bytes: [UInt8]

    package init(_ table: ReportTable, _ about: About) {
        var styles = SheetStyles()
        var names = SheetNames()
        var sheets: [(name: String, xml: [UInt8])] = []
        for rows in Workbook.pages(table.rows) {
            sheets.append((names.add(about.title), SheetXML(table.header, rows, &styles).bytes))
        }
        sheets.append((names.add(about.name), SheetXML(about: about, &styles).bytes))
        var archive = ZipArchive()
        for (name, text) in WorkbookParts(sheets.map(\.name), about).files { archive.add(name, Array(text.utf8)) }
        archive.add("xl/styles.xml", Array(styles.xml.utf8))
        for (index, sheet) in sheets.enumerated() { archive.add("xl/worksheets/sheet\(index + 1).xml", sheet.xml) }
        bytes = archive.finished()
    }

    package static let contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

    /// A sheet holds so many rows under its heading; what is more goes on on the next.
    private static let mostRows = 1_048_575

    private static func pages(_ rows: [[ReportTable.Cell]]) -> [ArraySlice<[ReportTable.Cell]>] {
        guard rows.count > mostRows else { return [rows[...]] }
        return stride(from: 0, to: rows.count, by: mostRows).map { rows[$0..<min(rows.count, $0 + mostRows)] }
    }
}

/// Names of sheets: at most 31 characters, without `[]:*?/\`, each once.
struct SheetNames {
    private var taken: Set<String> = []

    mutating func add(_ wished: String) -> String {
        let allowed = wished.map { "[]:*?/\\".contains($0) || $0.isNewline ? " " : $0 }
        let plain = String(allowed).trimmed(to: 31)
        var name = plain.isEmpty ? "Sheet" : plain
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            name = plain.trimmed(to: 31 - String(number).count - 1) + " \(number)"
            number += 1
        }
        return name
    }
}

extension String {
    /// Counted as spreadsheets count: in UTF-16. An apostrophe may not stand at an end.
    fileprivate func trimmed(to length: Int) -> String {
        var text = self
        while text.utf16.count > length { text.removeLast() }
        while let end = text.last, end == "'" || end == " " { text.removeLast() }
        while let start = text.first, start == "'" || start == " " { text.removeFirst() }
        return text
    }
}
