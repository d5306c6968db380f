internal import SalesDomain
internal import SalesReports
internal import Texts
internal import WebRoutes

/// Rows and sortable headings of the list.
struct DealsTable {
    let report: DealsReport
    let query: DealsQuery
    let frame: Frame
    let filter: DealsFilter

    private var texts: Texts { frame.texts }

    var values: Values {
        [
            "columns": columns.filter(isTelling).map(heading), "rows": report.rows.map(row),
            "awaits": awaits, "ends": ends, "mixed": isMixed,
        ]
    }

    private var isMixed: Bool { query.status == nil }
    private var awaits: Bool { isMixed || query.status == .open }
    private var ends: Bool { isMixed || query.status != .open }

    /// A column that would be empty, or say the same in each row, is left out.
    private func isTelling(_ column: Column) -> Bool {
        switch column.name {
        case "expected": awaits
        case "closed": ends
        case "status": isMixed
        default: true
        }
    }

    /// How the list is sorted, in words.
    var order: String {
        let name = columns.first { $0.sort == query.sort }.map { texts("deals.column." + $0.name) } ?? ""
        let kind =
            switch query.sort {
            case .created: ".created"
            case .amount, .age: ".size"
            case .stage, .owner, .expectedClose, .closed: ""
            }
        return texts(
            "deals.order." + (query.descending ? "down" : "up") + kind,
            ["column": .text(name.prefix(1).lowercased() + name.dropFirst())])
    }

    private struct Column {
        let name: String
        let sort: DealsQuery.Sort?
        let order: DealOrder?
        var right = true
    }

    private var columns: [Column] {
        [
            Column(name: "deal", sort: nil, order: nil, right: false),
            Column(name: "stage", sort: .stage, order: .stage, right: false),
            Column(name: "owner", sort: .owner, order: .owner, right: false),
            Column(name: "amount", sort: .amount, order: .amount),
            Column(name: "created", sort: .created, order: .created),
            Column(name: "expected", sort: .expectedClose, order: .expectedClose),
            Column(name: "closed", sort: .closed, order: .closed), Column(name: "days", sort: .age, order: .age),
            Column(name: "status", sort: nil, order: nil, right: false),
        ]
    }

    private func heading(_ column: Column) -> Values {
        let isSorted = column.sort == query.sort
        var next = filter
        next.sort = column.order
        next.ascending = isSorted && query.descending
        next.page = 1
        return [
            "label": texts("deals.column." + column.name), "right": column.right, "sortable": column.sort != nil,
            "href": Route.deals(next).target,
            "sorted": isSorted ? ["sorted": query.descending ? "descending" : "ascending"] as Values : false as Any,
            "up": isSorted && !query.descending, "down": isSorted && query.descending,
        ]
    }

    private func row(_ row: DealsReport.Row) -> Values {
        let today = frame.zone.day(of: report.asOf)
        let pipelines = frame.names.pipelines.count
        return [
            "href": frame.address(of: row.deal), "title": frame.names.title(of: row.deal),
            "account": row.account.flatMap { frame.names.accounts[$0] } ?? "",
            "stage": row.stage.flatMap(frame.names.stage).map { ["name": $0.name] as Values } ?? false as Any,
            "pipeline": pipelines > 1 ? frame.names.pipeline(row.pipeline)?.name ?? "" : "",
            "owner": ["name": row.owner.map { frame.name(of: .employee($0)) } ?? texts("scope.nobody")] as Values,
            "amount": row.amount.map(texts.exact) ?? texts("none"), "base": base(row),
            "created": texts.numericDay(row.created),
            "expected": row.expectedClose.map(texts.numericDay) ?? texts("none"),
            "late": row.status == .open && (row.expectedClose.map { $0 < today } ?? false),
            "closed": row.closed.map(texts.numericDay) ?? texts("none"),
            "days": row.daysInStage.map(texts.integer) ?? texts("none"),
            "badge": frame.badge(of: row.status),
        ]
    }

    /// The same in the base currency, when the deal's own is another.
    private func base(_ row: DealsReport.Row) -> String {
        guard let amount = row.amount, amount.currency != report.currency else { return "" }
        return row.baseAmount.map { texts.amount($0, report.currency) } ?? texts("deals.no_rate")
    }
}

extension Names {
    /// A deal without a title is called by its number.
    func title(of deal: Deal.ID) -> String {
        deals[deal].flatMap { $0.isEmpty ? nil : $0 } ?? "№\(Signs.noBreak)\(deal.number)"
    }
}

extension Frame {
    func badge(of status: Deal.Status) -> Values {
        ["kind": status.rawValue, "label": texts("deal.status." + status.rawValue)]
    }
}
