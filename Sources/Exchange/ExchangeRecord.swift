import SalesDomain

/// A row of one file of the exchange format. `init ∘ write` is the identity.
package protocol ExchangeRecord: Sendable, Equatable {
    static var file: ExchangeFile { get }
    init(_ fields: Fields) throws(Refusal)
    /// Adds the fields in the order of `file.columns`.
    func write(to line: inout CSVWriter, in calendar: CompanyCalendar)
}

extension CSVWriter {
    package mutating func header(of file: ExchangeFile) { row(file.columns.map(\.name)) }

    package mutating func add<Record: ExchangeRecord>(_ record: Record, in calendar: CompanyCalendar) {
        record.write(to: &self, in: calendar)
        endRow()
    }

    mutating func add(_ day: Day?) { add(day.map { "\($0)" }) }
    mutating func add(_ instant: Instant?, in calendar: CompanyCalendar) { add(instant.map(calendar.text(of:))) }
    mutating func add(_ flag: Bool) { add(YesNo(flag).rawValue) }
    mutating func add(_ number: Double?) { add(number.map(\.plain)) }
    mutating func add(_ number: Int?) { add(number.map { String($0) }) }
    mutating func add(_ money: Money?) { add(money?.decimal) }
    mutating func add(_ amount: Amount?) { add(amount?.text) }
    mutating func add(_ currency: Currency?) { add(currency?.code) }
}
