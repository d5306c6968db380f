internal import SalesReports

/// A report as programs read it: the same figures in JSON and in tables.
package protocol ReportDocument: Sendable {
    var json: JSONValue { get }
    /// The table that CSV gives.
    var table: ReportTable { get }
}

extension ReportDocument {
    package var csv: CSVText { CSVText(table) }
}

extension Naming {
    /// What every report says of itself.
    func head(_ head: ReportHead) -> [(String, JSONValue)] {
        [
            ("as_of", .string(text(head.asOf))), ("period", period(head.period)),
            ("scope", .string(name(head.scope))), ("currency", .string(head.currency.code)),
            ("basis", .string(head.basis.rawValue)),
        ]
    }
}
