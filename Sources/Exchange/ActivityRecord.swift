import SalesDomain

package struct ActivityRecord: ExchangeRecord {
    package static let file = ExchangeFile.activities
    package var id: String
    package var kind: Activity.Kind
    package var direction: Activity.Direction?
    package var employee: String?
    package var deal: String?
    package var account: String?
    package var contact: String?
    /// Nil only of what is still to be done.
    package var startedAt: Instant?
    package var seconds: Int?
    /// Free words; `answered`, `missed`, `no answer`, `busy`, `failed` and `voicemail` have a meaning.
    package var result: String?
    package var dueAt: Instant?
    package var doneAt: Instant?
    package var note: String?

    package init(id: String, kind: Activity.Kind, startedAt: Instant?) {
        self.id = id
        self.kind = kind
        self.startedAt = startedAt
    }

    package init(_ fields: Fields) throws(Refusal) {
        id = try fields.needed(.activity_id)
        guard let kind = try fields.choice(.kind, Activity.Kind.self) else {
            throw fields.refusal(.kind, .valueMissing)
        }
        self.kind = kind
        direction = try fields.choice(.direction, Activity.Direction.self)
        employee = try fields.text(.employee_id)
        deal = try fields.text(.deal_id)
        account = try fields.text(.account)
        contact = try fields.text(.contact_id)
        startedAt = try fields.happened(.started_at, planned: .due)
        seconds = try fields.whole(.duration_s, in: 0...1_000_000_000)
        result = try fields.text(.result)
        dueAt = try fields.instant(.due_at)
        doneAt = try fields.happened(.done_at, planned: .due)
        if startedAt == nil, dueAt == nil { throw fields.refusal(.started_at, .valueMissing) }
        note = try fields.text(.note)
    }

    package func write(to line: inout CSVWriter, in calendar: CompanyCalendar) {
        line.add(id)
        line.add(kind.rawValue)
        line.add(direction?.rawValue)
        line.add(employee)
        line.add(deal)
        line.add(account)
        line.add(contact)
        line.add(startedAt, in: calendar)
        line.add(seconds)
        line.add(result)
        line.add(dueAt, in: calendar)
        line.add(doneAt, in: calendar)
        line.add(note)
    }
}
