import SalesDomain

/// One change of one field of a deal.
package struct LogRecord: ExchangeRecord {
    package static let file = ExchangeFile.dealLog
    package let deal: String
    package let changedAt: Instant
    /// Nil: recorded when it happened.
    package let recordedAt: Instant?
    package let field: Deal.Field
    package let old: String?
    package let new: String?
    package let by: String?

    package init(
        deal: String, changedAt: Instant, recordedAt: Instant?, field: Deal.Field, old: String?, new: String?,
        by: String?
    ) {
        self.deal = deal
        self.changedAt = changedAt
        self.recordedAt = recordedAt
        self.field = field
        self.old = old
        self.new = new
        self.by = by
    }

    package init(_ fields: Fields) throws(Refusal) {
        deal = try fields.needed(.deal_id)
        changedAt = try fields.neededHappened(.changed_at)
        recordedAt = try fields.recorded(.recorded_at)
        let name = try fields.needed(.field)
        guard let field = Deal.Field(exchangeName: name) else { throw fields.refusal(.field, .fieldUnknown(name)) }
        self.field = field
        old = try fields.text(.old)
        new = try fields.text(.new)
        by = try fields.text(.by)
        if let recordedAt, recordedAt < changedAt { throw fields.refusal(.recorded_at, .recordedBeforeChanged) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(deal)
        line.add(changedAt, in: calendar)
        line.add(recordedAt, in: calendar)
        line.add(field.exchangeName)
        line.add(old)
        line.add(new)
        line.add(by)
    }
}

extension Deal.Field {
    package init?(exchangeName name: String) {
        guard let field = Deal.Field.byName[name] else { return nil }
        self = field
    }

    private static let byName: [String: Deal.Field] = {
        var table = Dictionary(uniqueKeysWithValues: Deal.Field.allCases.map { ($0.exchangeName, $0) })
        table["owner_id"] = .owner
        table["lead"] = .lead
        return table
    }()
}
