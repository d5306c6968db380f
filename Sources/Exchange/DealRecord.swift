import SalesDomain

/// A deal as it stands at the time of the export.
package struct DealRecord: ExchangeRecord {
    package static let file = ExchangeFile.deals
    package var id: String
    package var title: String?
    package var pipeline: String?
    package var owner: String?
    package var account: String?
    package var product: String?
    package var source: String?
    package var amount: Amount?
    /// Nil: as it is known; of a new deal, or one of which nobody has said it, the company's base currency.
    package var currency: Currency?
    package var cost: Amount?
    /// A share of the net amount: 0.2.
    package var vatRate: Double?
    package var createdAt: Instant
    package var expectedClose: Day?
    package var stage: String
    package var status: Deal.Status
    package var closedAt: Instant?
    package var lostReason: String?
    package var lead: String?

    package init(id: String, stage: String, status: Deal.Status, createdAt: Instant) {
        self.id = id
        self.stage = stage
        self.status = status
        self.createdAt = createdAt
    }

    package init(_ fields: Fields) throws(Refusal) {
        id = try fields.needed(.deal_id)
        title = try fields.text(.title)
        pipeline = try fields.text(.pipeline)
        owner = try fields.text(.owner_id)
        account = try fields.text(.account)
        product = try fields.text(.product)
        source = try fields.text(.source)
        amount = try fields.amount(.amount)
        currency = try fields.currency()
        cost = try fields.amount(.cost)
        vatRate = try fields.number(.vat_rate, in: 0...1)
        createdAt = try fields.neededHappened(.created_at)
        expectedClose = try fields.day(.expected_close)
        stage = try fields.needed(.stage)
        guard let status = try fields.choice(.status, Deal.Status.self) else {
            throw fields.refusal(.status, .valueMissing)
        }
        self.status = status
        closedAt = try fields.happened(.closed_at, planned: .expectedClose)
        lostReason = try fields.text(.lost_reason)
        lead = try fields.text(.lead_id)
        try checkClosing(fields)
    }

    private func checkClosing(_ fields: Fields) throws(Refusal) {
        guard let closedAt else {
            if status != .open { throw fields.refusal(.closed_at, .closedWithoutDay) }
            return
        }
        if status == .open { throw fields.refusal(.closed_at, .openWithClosingDay) }
        if closedAt < createdAt { throw fields.refusal(.closed_at, .closedBeforeCreated) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(id)
        line.add(title)
        line.add(pipeline)
        line.add(owner)
        line.add(account)
        line.add(product)
        line.add(source)
        line.add(amount)
        line.add(currency)
        line.add(cost)
        line.add(vatRate)
        line.add(createdAt, in: calendar)
        line.add(expectedClose)
        line.add(stage)
        line.add(status.rawValue)
        line.add(closedAt, in: calendar)
        line.add(lostReason)
        line.add(lead)
    }
}
