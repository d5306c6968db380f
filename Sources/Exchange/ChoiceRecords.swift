import SalesDomain

package struct ReferenceRecord: ExchangeRecord {
    package static let file = ExchangeFile.references
    package let name: String
    /// Neither: the whole company.
    package let department: String?
    package let employee: String?
    package let best: Bool
    package let from: Day
    package let to: Day
    package let pinned: Instant
    package let by: String?
    package let ended: Instant?

    package init(
        name: String, department: String?, employee: String?, best: Bool, from: Day, to: Day, pinned: Instant,
        by: String?, ended: Instant?
    ) {
        self.name = name
        self.department = department
        self.employee = employee
        self.best = best
        self.from = from
        self.to = to
        self.pinned = pinned
        self.by = by
        self.ended = ended
    }

    package init(_ fields: Fields) throws(Refusal) {
        name = try fields.needed(.reference)
        department = try fields.text(.department)
        employee = try fields.text(.employee_id)
        best = try fields.flag(.best) ?? false
        from = try fields.neededDay(.from)
        to = try fields.neededDay(.to)
        pinned = try fields.neededRecorded(.at)
        by = try fields.text(.by)
        ended = try fields.recorded(.ended_at)
        if department != nil, employee != nil { throw fields.refusal(.department, .oneOfThese) }
        if to < from { throw fields.refusal(.to, .endsBeforeStart) }
        if let ended, ended < pinned { throw fields.refusal(.ended_at, .endsBeforeStart) }
        if PinnedReference.taken.contains(name) { throw fields.refusal(.reference, .nameTaken(name)) }
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(name)
        line.add(department)
        line.add(employee)
        line.add(best)
        line.add(from)
        line.add(to)
        line.add(calendar.text(of: pinned))
        line.add(by)
        line.add(ended.map { calendar.text(of: $0) })
    }
}

package struct HeadlineRecord: ExchangeRecord {
    package static let file = ExchangeFile.headlines
    package let method: Headline.Method
    package let from: Day
    package let by: String?

    package init(method: Headline.Method, from: Day, by: String?) {
        self.method = method
        self.from = from
        self.by = by
    }

    package init(_ fields: Fields) throws(Refusal) {
        guard let method = try fields.choice(.headline, Headline.Method.self) else {
            throw fields.refusal(.headline, .valueMissing)
        }
        self.method = method
        from = try fields.neededDay(.from)
        by = try fields.text(.by)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(method.rawValue)
        line.add(from)
        line.add(by)
    }
}
