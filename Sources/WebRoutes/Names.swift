package import SalesDomain

/// A scope as an address says it; whether there is such a department or person is for the organisation to say.
package enum ScopeName: Hashable, Sendable, QueryValue {
    case company
    /// Empty: of people who belong to no department.
    case department(String)
    /// The company's own id of a person; empty: of deals that nobody owns.
    case employee(String)

    package init?(queryText text: String) {
        if text == "company" {
            self = .company
        } else if text.hasPrefix("department:") {
            self = .department(String(text.dropFirst("department:".count)))
        } else if text.hasPrefix("employee:") {
            self = .employee(String(text.dropFirst("employee:".count)))
        } else {
            return nil
        }
    }

    package init(_ scope: Scope, in organisation: Organisation) {
        self = ScopeName(queryText: scope.name(in: organisation)) ?? .company
    }

    package var queryText: String {
        switch self {
        case .company: "company"
        case .department(let name): "department:" + name
        case .employee(let id): "employee:" + id
        }
    }

    /// Nil when there is no such department or person.
    package func scope(in organisation: Organisation) -> Scope? { Scope(name: queryText, in: organisation) }
}

/// A period as an address says it: `2026-11`, `2026-Q4`, `2026`, `2026-11-01..2026-11-15`.
package struct PeriodName: Hashable, Sendable, QueryValue {
    package let queryText: String

    package init?(queryText text: String) {
        guard Period(name: text, in: anyCalendar) != nil else { return nil }
        queryText = text
    }

    package init(_ period: Period, in calendar: CompanyCalendar) { queryText = period.name(in: calendar) }

    /// Nil only for a period that this calendar cannot hold.
    package func period(in calendar: CompanyCalendar) -> Period? { Period(name: queryText, in: calendar) }
}

/// An instant as an address says it: `2026-11-16` (the start of that day in the company) or a full instant.
package struct AsOfText: Hashable, Sendable, QueryValue {
    package let queryText: String

    package init?(queryText text: String) {
        // A plus sign typed into an address arrives as a space.
        let candidates = [text, text.contains("T") ? text.replacing(" ", with: "+") : text]
        guard let readable = candidates.first(where: { anyCalendar.instant($0) != nil }) else { return nil }
        queryText = readable
    }

    package init(_ instant: Instant, in calendar: CompanyCalendar) { queryText = calendar.text(of: instant) }
    package init(_ day: Day) { queryText = day.description }

    /// Nil only for an instant that this calendar cannot hold.
    package func instant(in calendar: CompanyCalendar) -> Instant? { calendar.instant(queryText) }
}

private let anyCalendar = CompanyCalendar(zone: .utc)
