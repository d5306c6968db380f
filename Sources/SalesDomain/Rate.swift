/// Units of base currency for one unit of `currency`, from `day` on, until the next.
package struct Rate: Sendable, Equatable {
    package enum Source: String, Sendable, CaseIterable { case bank, company }
    package let day: Day
    package let currency: Currency
    package let rate: Double
    package let source: Source
    package init(day: Day, currency: Currency, rate: Double, source: Source) {
        self.day = day
        self.currency = currency
        self.rate = rate
        self.source = source
    }
}
