internal import SalesDomain
internal import SalesReports

/// Of what the rest of a period consists on a basis of payments or shipments; the parts add up to mean − won_to_date.
struct BasisPartsFigures {
    private let parts: BasisParts
    private let currency: Currency

    init(_ parts: BasisParts, _ currency: Currency) {
        self.parts = parts
        self.currency = currency
    }

    var json: JSONValue {
        func money(_ minor: Int64) -> JSONValue { .money(minor, currency) }
        return .object([
            ("scheduled", money(parts.scheduled)), ("won_unscheduled", money(parts.unscheduled)),
            ("open", money(parts.open)), ("new", money(parts.new)), ("refunds", money(parts.back)),
            ("correction", money(parts.correction)), ("never_paid", .fraction(parts.neverPaid)),
            ("usual_days", .int(parts.usualDays)), ("without_rate", .int(parts.withoutRate)),
        ])
    }
}
