internal import SalesDomain
package import SalesReports

/// One deal with its log, its path and what the forecast thinks of it, as JSON.
package struct DealDocument: Sendable {
    private let report: DealReport
    private let naming: Naming
    private let title: String?
    private let account: String?

    package init(_ report: DealReport, _ naming: Naming, title: String?, account: String?) {
        self.report = report
        self.naming = naming
        self.title = title
        self.account = account
    }

    package var json: JSONValue {
        let row = report.row
        return .object([
            ("as_of", .string(naming.text(report.asOf))), ("currency", .string(report.currency.code)),
            ("deal_id", .string(naming.name(row.deal))), ("title", .string(title)),
            ("pipeline", .string(naming.name(row.pipeline))), ("stage", .string(naming.name(row.stage))),
            ("status", .string(row.status.rawValue)), ("owner_id", .string(naming.name(row.owner))),
            ("account", .string(account)), ("product", .string(naming.name(row.product))),
            ("amount", row.amount.map { .money($0.minorUnits, $0.currency) } ?? .null),
            ("amount_currency", .string(row.amount?.currency.code)),
            ("base_amount", .money(row.baseAmount, report.currency)), ("created", .day(row.created)),
            ("expected_close", .day(row.expectedClose)), ("closed", .day(row.closed)),
            ("days_in_stage", row.daysInStage.map { .int($0) } ?? .null),
            ("forecast", report.forecast.map(forecast) ?? .null), ("shares", .array(report.shares.map(share))),
            ("path", .array(report.path.map(stay))), ("log", .array(report.log.map(entry))),
        ])
    }

    private func forecast(_ forecast: ForecastReport.DealForecast) -> JSONValue {
        .object([
            ("win_probability", .fraction(forecast.winProbability)),
            ("win_probability_in_period", .fraction(forecast.winProbabilityInPeriod)),
            ("expected_amount", .money(forecast.expectedAmount, report.currency)),
            ("expected_close", .day(forecast.expectedClose)), ("valued_by", .string(forecast.valuedBy.rawValue)),
            (
                "reasons",
                .array(
                    forecast.reasons.map {
                        .object([("cause", .string($0.cause)), ("log_multiplier", .fraction($0.logMultiplier))])
                    })
            ),
        ])
    }

    private func share(_ share: DealReport.Share) -> JSONValue {
        .object([("employee_id", .string(naming.name(share.employee))), ("share", .fraction(share.fraction))])
    }

    private func stay(_ stay: DealReport.Stay) -> JSONValue {
        .object([
            ("stage", .string(naming.name(stay.stage))), ("from", .day(stay.from)), ("days", .int(stay.days)),
            ("usual_days", stay.usual.map { .int($0.median) } ?? .null),
            ("long_days", stay.usual.map { .int($0.p90) } ?? .null), ("overdue", .bool(stay.isOverdue)),
        ])
    }

    private func entry(_ entry: DealReport.Entry) -> JSONValue {
        .object([
            ("changed_at", .string(naming.text(entry.changed))), ("recorded_at", .string(naming.text(entry.known))),
            ("field", .string(entry.field.exchangeName)), ("old", value(entry.field, entry.old)),
            ("new", value(entry.field, entry.new)),
        ])
    }

    /// What the log holds as a number, said as the exchange format says it; words that only the books know are null.
    private func value(_ field: Deal.Field, _ number: Int64?) -> JSONValue {
        guard let number else { return .null }
        switch field {
        case .stage: return .string(naming.name(Stage.ID(number)))
        case .owner: return .string(naming.name(Employee.ID(number)))
        case .product: return .string(naming.name(Product.ID(number)))
        case .pipeline: return .string(naming.name(Pipeline.ID(number)))
        case .amount, .cost: return .money(number, report.row.amount?.currency ?? report.currency)
        case .expectedClose: return .day(Day(number: Int32(truncatingIfNeeded: number)))
        case .createdAt, .closedAt: return .string(naming.text(Instant(microseconds: number)))
        case .status:
            return .string(Deal.Status(code: number)?.rawValue)
        case .created, .currency, .account, .source, .title, .vatRate, .lostReason, .lead, .category, .nextStep, .split,
            .merged, .removed:
            return .null
        }
    }
}
