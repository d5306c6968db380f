internal import SalesDomain
package import SalesReports

/// A report with the same one of its parts beside it: in JSON all of it and `parts`, each with its `scope`; as a table the
/// rows of the whole and then of each part, with the scope before them.
package struct PartedDocument: ReportDocument {
    private let whole: any ReportDocument
    private let scope: String
    private let parts: [(scope: String, document: any ReportDocument)]

    /// `make`: the report of a request.
    package init(
        _ request: ReportRequest, _ parts: [ReportPart], _ naming: Naming,
        make: (ReportRequest) throws -> any ReportDocument
    ) rethrows {
        scope = naming.name(request.scope)
        whole = try make(request.whole)
        self.parts = try parts.map { (naming.name($0.subject), try make($0.request)) }
    }

    package var json: JSONValue {
        let parts = JSONValue.array(parts.map { named($0.document.json, $0.scope) })
        guard case .object(let pairs) = whole.json else { return whole.json }
        return .object(pairs + [("parts", parts)])
    }

    private func named(_ json: JSONValue, _ scope: String) -> JSONValue {
        guard case .object(let pairs) = json else { return json }
        return .object(pairs.map { $0.0 == "scope" ? ("scope", .string(scope)) : $0 })
    }

    package var table: ReportTable {
        let own = whole.table
        var table = ReportTable(header: ["scope"] + own.header)
        for (scope, rows) in [(scope, own.rows)] + parts.map({ ($0.scope, $0.document.table.rows) }) {
            for row in rows {
                let missing = [ReportTable.Cell](repeating: .empty, count: own.header.count - row.count)
                table.row([.text(scope)] + row + missing)
            }
        }
        return table
    }
}
