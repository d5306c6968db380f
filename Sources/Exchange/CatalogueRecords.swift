import SalesDomain

package struct ProductRecord: ExchangeRecord {
    package static let file = ExchangeFile.products
    package let product: String
    package let price: Amount?
    /// Nil: the company's base currency.
    package let currency: Currency?
    package let cost: Amount?

    package init(product: String, price: Amount?, currency: Currency?, cost: Amount?) {
        self.product = product
        self.price = price
        self.currency = currency
        self.cost = cost
    }

    package init(_ fields: Fields) throws(Refusal) {
        product = try fields.needed(.product)
        price = try fields.amount(.price)
        currency = try fields.currency()
        cost = try fields.amount(.cost)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(product)
        line.add(price)
        line.add(currency)
        line.add(cost)
    }
}

package struct AccountRecord: ExchangeRecord {
    package static let file = ExchangeFile.accounts
    package let account: String
    package let industry: String?
    package let country: String?
    package let owner: String?
    package let taxID: String?
    package let phone: String?

    package init(account: String, industry: String?, country: String?, owner: String?, taxID: String?, phone: String?) {
        self.account = account
        self.industry = industry
        self.country = country
        self.owner = owner
        self.taxID = taxID
        self.phone = phone
    }

    package init(_ fields: Fields) throws(Refusal) {
        account = try fields.needed(.account)
        industry = try fields.text(.industry)
        country = try fields.text(.country)
        owner = try fields.text(.owner_id)
        taxID = try fields.text(.tax_id)
        phone = try fields.text(.phone)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(account)
        line.add(industry)
        line.add(country)
        line.add(owner)
        line.add(taxID)
        line.add(phone)
    }
}

package struct ContactRecord: ExchangeRecord {
    package static let file = ExchangeFile.contacts
    package let id: String
    package let account: String?
    package let name: String?
    package let email: String?
    package let phone: String?
    package let position: String?

    package init(id: String, account: String?, name: String?, email: String?, phone: String?, position: String?) {
        self.id = id
        self.account = account
        self.name = name
        self.email = email
        self.phone = phone
        self.position = position
    }

    package init(_ fields: Fields) throws(Refusal) {
        id = try fields.needed(.contact_id)
        account = try fields.text(.account)
        name = try fields.text(.name)
        email = try fields.text(.email)
        phone = try fields.text(.phone)
        position = try fields.text(.position)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(id)
        line.add(account)
        line.add(name)
        line.add(email)
        line.add(phone)
        line.add(position)
    }
}
