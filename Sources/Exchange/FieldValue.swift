import SalesDomain

/// A value of a deal's field as a file can know it: a name to be looked up, or a number as the log holds it (minor units,
/// days, microseconds, millionths, codes).
package enum FieldValue: Hashable, Sendable {
    case name(String)
    case number(Int64)
}

/// Reads and prints the values of a deal's fields. `currency` is the deal's.
package struct FieldReader: Sendable {
    package let calendar: CompanyCalendar
    package let currency: Currency
    /// What has happened cannot be later by more than a day; nil: not asked.
    private let now: Instant?

    package init(calendar: CompanyCalendar, currency: Currency, now: Instant? = nil) {
        self.now = now
        self.calendar = calendar
        self.currency = currency
    }

    package func value(_ text: String, of field: Deal.Field, place: (Refusal.Reason) -> Refusal) throws(Refusal)
        -> FieldValue
    {
        switch field {
        case .created, .stage, .owner, .product, .account, .source, .pipeline, .title, .lostReason, .lead, .category,
            .nextStep, .split, .merged:
            return .name(text)
        case .amount, .cost: return .number(try Amount(text: text).money(in: currency, place: place).minorUnits)
        case .expectedClose:
            guard let day = Day(iso: text), Day.years.contains(day.year) else { throw place(.notADay(text)) }
            return .number(Int64(day.number))
        case .currency:
            guard let currency = Currency(code: text) else { throw place(.currencyUnknown(text)) }
            return .number(currency.packed)
        case .vatRate:
            guard let rate = Double(plain: text) else { throw place(.notANumber(text)) }
            guard (0...1).contains(rate) else { throw place(.outOfRange(text, from: "0", to: "1")) }
            return .number(FieldReader.millionths(rate))
        case .createdAt, .closedAt:
            guard let instant = calendar.instant(text) else { throw place(.notAnInstant(text)) }
            if let now, instant > now.latestHappening { throw place(.ahead(calendar.text(of: instant), nil)) }
            return .number(instant.microseconds)
        case .removed: return .number(text == YesNo.no.rawValue ? 0 : 1)
        case .status:
            guard let status = Deal.Status(rawValue: text) else {
                throw place(.notOneOf(text, allowed: Deal.Status.allCases.map(\.rawValue)))
            }
            return .number(status.code)
        }
    }

    package func text(_ value: FieldValue?, of field: Deal.Field) -> String? {
        switch value {
        case nil: nil
        case .name(let name): name
        case .number(let number): text(number, of: field)
        }
    }

    private func text(_ number: Int64, of field: Deal.Field) -> String {
        switch field {
        case .amount, .cost: Money(minorUnits: number, currency: currency).decimal
        case .expectedClose: "\(Day(number: Int32(truncatingIfNeeded: number)))"
        case .currency: Currency(packed: number)?.code ?? ""
        case .vatRate: (Double(number) / 1e6).plain
        case .createdAt, .closedAt: calendar.text(of: Instant(microseconds: number))
        case .removed: YesNo(number != 0).rawValue
        case .status: Deal.Status(code: number)?.rawValue ?? ""
        case .created, .stage, .owner, .product, .account, .source, .pipeline, .title, .lostReason, .lead, .category,
            .nextStep, .split, .merged:
            String(number)
        }
    }

    /// A rate of tax is kept in millionths.
    package static func millionths(_ rate: Double) -> Int64 { Int64((rate * 1e6).rounded()) }
}

extension DealRecord {
    /// The deal's value of a field; nil when it is not known or `deals.csv` has no such column.
    package func value(of field: Deal.Field, reader: FieldReader, place: DealPlace) throws(Refusal) -> FieldValue? {
        switch field {
        case .stage: .name(stage)
        case .owner: owner.map { .name($0) }
        case .product: product.map { .name($0) }
        case .account: account.map { .name($0) }
        case .source: source.map { .name($0) }
        case .pipeline: pipeline.map { .name($0) }
        case .title: title.map { .name($0) }
        case .lostReason: lostReason.map { .name($0) }
        case .lead: lead.map { .name($0) }
        case .amount: try money(amount, .amount, reader, place)
        case .cost: try money(cost, .cost, reader, place)
        case .currency: .number(reader.currency.packed)
        case .vatRate: vatRate.map { .number(FieldReader.millionths($0)) }
        case .expectedClose: expectedClose.map { .number(Int64($0.number)) }
        case .createdAt: .number(createdAt.microseconds)
        case .closedAt: closedAt.map { .number($0.microseconds) }
        case .status: .number(status.code)
        case .created, .category, .nextStep, .split, .merged, .removed: nil
        }
    }

    private func money(_ amount: Amount?, _ field: Deal.Field, _ reader: FieldReader, _ place: DealPlace)
        throws(Refusal) -> FieldValue?
    {
        guard let amount else { return nil }
        return try reader.value(amount.text, of: field) { place.ofDeal(field.column, $0) }
    }
}

/// Where a deal and its log stand, for refusals.
package struct DealPlace: Sendable {
    package let deals: String
    package let line: Int
    package let log: String

    package init(deals: String, line: Int, log: String) {
        self.deals = deals
        self.line = line
        self.log = log
    }

    package func ofDeal(_ column: Column?, _ reason: Refusal.Reason) -> Refusal {
        Refusal(file: deals, line: line, column: column, reason: reason)
    }

    package func ofLog(_ line: Int, _ column: Column?, _ reason: Refusal.Reason) -> Refusal {
        Refusal(file: log, line: line, column: column, reason: reason)
    }
}

extension Deal.Field {
    /// The column of `deals.csv` that shows this field's last value; nil when there is none.
    package var column: Column? {
        switch self {
        case .stage: .stage
        case .owner: .owner_id
        case .product: .product
        case .account: .account
        case .source: .source
        case .pipeline: .pipeline
        case .title: .title
        case .lostReason: .lost_reason
        case .lead: .lead_id
        case .amount: .amount
        case .cost: .cost
        case .currency: .currency
        case .vatRate: .vat_rate
        case .expectedClose: .expected_close
        case .createdAt: .created_at
        case .closedAt: .closed_at
        case .status: .status
        case .created, .category, .nextStep, .split, .merged, .removed: nil
        }
    }
}
