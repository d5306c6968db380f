import SalesDomain

package struct DealLineRecord: ExchangeRecord {
    package static let file = ExchangeFile.dealLines
    package let deal: String
    package let product: String?
    package let quantity: Double?
    /// Price and cost of one, in the deal's currency.
    package let price: Amount?
    package let cost: Amount?

    package init(deal: String, product: String?, quantity: Double?, price: Amount?, cost: Amount?) {
        self.deal = deal
        self.product = product
        self.quantity = quantity
        self.price = price
        self.cost = cost
    }

    package init(_ fields: Fields) throws(Refusal) {
        deal = try fields.needed(.deal_id)
        product = try fields.text(.product)
        quantity = try fields.number(.quantity, in: 0...1e9)
        price = try fields.amount(.price)
        cost = try fields.amount(.cost)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(deal)
        line.add(product)
        line.add(quantity)
        line.add(price)
        line.add(cost)
    }
}

package struct SplitRecord: ExchangeRecord {
    package static let file = ExchangeFile.splits
    package let deal: String
    package let employee: String
    /// 0…1; the shares of a deal add up to 1.
    package let share: Double

    package init(deal: String, employee: String, share: Double) {
        self.deal = deal
        self.employee = employee
        self.share = share
    }

    package init(_ fields: Fields) throws(Refusal) {
        deal = try fields.needed(.deal_id)
        employee = try fields.needed(.employee_id)
        guard let share = try fields.number(.share, in: 0...1) else { throw fields.refusal(.share, .valueMissing) }
        self.share = share
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(deal)
        line.add(employee)
        line.add(share)
    }
}

package struct PaymentRecord: ExchangeRecord {
    package static let file = ExchangeFile.payments
    package let id: String
    package let deal: String?
    package let date: Day
    package let kind: PaymentKind
    package let amount: Amount
    /// Nil: the deal's currency.
    package let currency: Currency?
    /// Nil: recorded on its day, or with the import when that is earlier.
    package let recordedAt: Instant?

    package init(
        id: String, deal: String?, date: Day, kind: PaymentKind, amount: Amount, currency: Currency?,
        recordedAt: Instant? = nil
    ) {
        self.recordedAt = recordedAt
        self.id = id
        self.deal = deal
        self.date = date
        self.kind = kind
        self.amount = amount
        self.currency = currency
    }

    package init(_ fields: Fields) throws(Refusal) {
        id = try fields.needed(.payment_id)
        deal = try fields.text(.deal_id)
        date = try fields.neededDay(.date)
        guard let kind = try fields.choice(.kind, PaymentKind.self) else { throw fields.refusal(.kind, .valueMissing) }
        self.kind = kind
        if kind != .expected { try fields.checkHappened(date, .date, planned: .expectedPayment) }
        amount = Amount(text: try fields.needed(.amount))
        currency = try fields.currency()
        recordedAt = try fields.recorded(.recorded_at)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(id)
        line.add(deal)
        line.add(date)
        line.add(kind.rawValue)
        line.add(amount)
        line.add(currency)
        line.add(recordedAt, in: calendar)
    }
}
