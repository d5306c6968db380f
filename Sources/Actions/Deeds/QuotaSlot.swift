internal import Ledger
internal import SalesDomain

/// Where a plan stands: one scope, period and measure, over all pipelines, with all its versions.
struct QuotaSlot {
    let rows: [QuotaRow]
    /// As deeds about it are noted.
    let subject: String
    private let key: QuotaRow
    private let mark: StateMark

    init(_ scope: Scope, _ period: Period, _ measure: Quota.Measure, _ place: DeedPlace) throws {
        let calendar = place.company.calendar
        let (department, employee) = scope.parts
        let key = QuotaRow(
            period: period.name(in: calendar), department: department, employee: employee, pipeline: nil,
            measure: measure, value: nil, currency: nil, from: nil)
        self.key = key
        rows = try place.ledger.quotas.all().filter(key.isOfOnePlan)
        mark = rows.compactMap { $0.quota(in: calendar) }.mark(of: scope, in: period, measure)
        subject = "quota:\(key.period) \(measure.rawValue) \(scope.subject)"
    }

    func row(value: Int64?, currency: Currency?, from: Day?, at now: Instant) -> QuotaRow {
        QuotaRow(
            period: key.period, department: key.department, employee: key.employee, pipeline: nil,
            measure: key.measure, value: value, currency: currency, from: from, recordedAt: now)
    }

    func requireUnchanged(_ seen: StateMark?) throws(DeedProblem) {
        if let seen, seen != mark { throw .stale }
    }

    /// What holds on a day; nil: nothing was set, or it is withdrawn.
    func standing(on day: Day) -> QuotaRow? { rows.standing(on: day) }
}

extension Sequence<QuotaRow> {
    /// Of versions of one plan what holds on a day; nil: nothing was set, or it is withdrawn.
    func standing(on day: Day) -> QuotaRow? {
        let last = filter { $0.from.map { $0 <= day } ?? true }
            .max {
                ($0.from?.number ?? .min, $0.recordedAt?.microseconds ?? .min)
                    < ($1.from?.number ?? .min, $1.recordedAt?.microseconds ?? .min)
            }
        return last.flatMap { $0.value == nil ? nil : $0 }
    }
}

extension QuotaRow {
    /// Whether both are versions of one plan.
    func isOfOnePlan(with other: QuotaRow) -> Bool {
        (period, department, employee, pipeline) == (other.period, other.department, other.employee, other.pipeline)
            && measure == other.measure
    }
}

extension Scope {
    /// In a record of deeds.
    fileprivate var subject: String {
        switch self {
        case .company: "company"
        case .department(let id): "department:\(id?.number ?? 0)"
        case .employee(let id): "employee:\(id?.number ?? 0)"
        }
    }
}
