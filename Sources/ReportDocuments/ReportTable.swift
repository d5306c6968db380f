package import SalesDomain

/// Rows of a report under their headings, each cell with its type: what CSV and workbooks are made from.
package struct ReportTable: Sendable {
    package let header: [String]
    package private(set) var rows: [[Cell]] = []

    package init(header: [String]) { self.header = header }

    package enum Cell: Sendable, Equatable {
        case empty
        case text(String)
        case int(Int)
        case number(Double)
        /// A share or a probability, to six decimals.
        case fraction(Double)
        case money(Int64, Currency)
        case day(Day)
    }

    package mutating func row(_ cells: [Cell]) { rows.append(cells) }
}

extension ReportTable.Cell {
    static func money(_ minor: Int64?, _ currency: Currency) -> Self { minor.map { .money($0, currency) } ?? .empty }
    static func int(_ value: Int64?) -> Self { value.map { .int(Int($0)) } ?? .empty }
    static func number(_ value: Double?) -> Self { value.map { .number($0) } ?? .empty }
    static func fraction(_ value: Double?) -> Self { value.map { .fraction($0) } ?? .empty }
    static func text(_ value: String?) -> Self { value.map { .text($0) } ?? .empty }
    static func day(_ day: Day?) -> Self { day.map { .day($0) } ?? .empty }
}
