internal import SalesDomain
internal import SalesReports

/// A comparison beside the figures of its report: an object in JSON, two columns for each measure in the table.
struct ComparedFigures {
    let comparison: Comparison
    let naming: Naming

    private var currency: Currency { comparison.this.currency }

    var json: JSONValue {
        let stages = comparison.rows.filter { !$0.isTotal }.map { row in
            JSONValue.object([("stage", .string(naming.name(row.stage)))] + figures(row))
        }
        let total = comparison.rows.first(where: \.isTotal).map(figures) ?? []
        return .object([
            ("this", .object(naming.head(comparison.this))), ("other", .object(naming.head(comparison.other))),
            ("stages", .array(stages)), ("totals", .object(total)),
        ])
    }

    private func figures(_ row: Comparison.Row) -> [(String, JSONValue)] {
        zip(comparison.measures, row.pairs).map { measure, pair in
            (
                measure.rawValue,
                .object([
                    ("this", value(pair.this)), ("other", value(pair.other)), ("difference", value(pair.difference)),
                ])
            )
        }
    }

    private func value(_ value: Comparison.Value?) -> JSONValue {
        switch value {
        case .money(let minor): .money(minor, currency)
        case .count(let count), .days(let count): .int(count)
        case .share(let share): .fraction(share)
        case nil: .null
        }
    }

    /// The table with `X_other` and `X_difference` behind its own columns, in the lines of stages and of the total.
    func beside(_ table: ReportTable) -> ReportTable {
        let added = comparison.measures.flatMap { ["\($0.rawValue)_other", "\($0.rawValue)_difference"] }
        var wider = ReportTable(header: table.header + added)
        for row in table.rows {
            wider.row(row + (cells(row) ?? [ReportTable.Cell](repeating: .empty, count: added.count)))
        }
        return wider
    }

    private func cells(_ row: [ReportTable.Cell]) -> [ReportTable.Cell]? {
        let found = comparison.rows.first { candidate in
            candidate.isTotal
                ? row[0] == .text("total")
                : row[0] == .text("stage") && row[1] == .text(naming.name(candidate.stage))
        }
        return found.map { $0.pairs.flatMap { [cell($0.other), cell($0.difference)] } }
    }

    private func cell(_ value: Comparison.Value?) -> ReportTable.Cell {
        switch value {
        case .money(let minor): .money(minor, currency)
        case .count(let count), .days(let count): .int(count)
        case .share(let share): .fraction(share)
        case nil: .empty
        }
    }
}
