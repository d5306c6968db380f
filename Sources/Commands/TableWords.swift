import ReportDocuments
import SalesDomain
import Texts

/// A report's table as a terminal shows it: the columns of its CSV, the values as a person writes them.
struct TableWords {
    let text: String

    /// Columns without a single value are left out.
    init(_ table: ReportTable, _ heading: ReportHeading, _ texts: Texts) {
        let used = table.header.indices.filter { column in table.rows.contains { $0[column] != .empty } }
        var shown = Table(used.map { TableWords.heading(table.header[$0], texts) })
        for row in table.rows {
            shown.add(used.map { TableWords.word(row[$0], in: table.header[$0], texts) })
        }
        text = heading.text + "\n" + shown.text
    }

    private static func heading(_ column: String, _ texts: Texts) -> String {
        texts.has("column." + column) ? texts("column." + column) : column.replacing("_", with: " ")
    }

    /// Columns that say yes or no.
    private static let flags: Set<String> = ["off_plan", "overdue", "dead", "signal"]

    /// What a column has a fixed word for, in the reader's language; what people have written as it is.
    private static func fixed(_ text: String, in column: String, _ texts: Texts) -> String {
        let kind = flags.contains(column) ? "flag" : column
        let key = "cell.\(kind).\(text)"
        return texts.has(key) ? texts(key) : text
    }

    private static func word(_ cell: ReportTable.Cell, in column: String, _ texts: Texts) -> String {
        switch cell {
        case .empty: ""
        case .text(let text): fixed(text, in: column, texts)
        case .int(let value): texts.integer(value)
        case .number(let value): texts.decimal(value, places: 1)
        case .fraction(let value): texts.percent(value, places: 1)
        case .money(let minor, let currency): texts.exact(Money(minorUnits: minor, currency: currency))
        case .day(let day): day.description
        }
    }
}
