/// The columns of the exchange format, spelled as in a file's header.
package enum Column: Int, CaseIterable, Sendable {
    case account, active, activity_id, amount, at, by, changed_at, closed_at, contact_id, cost, country
    case created_at, currency, date, deal_id, department, direction, done_at, due_at, duration_s, email, employee_id
    case expected_close, field, from, head, industry, key, kind, lead_id, lost_reason, measure, name, new, note, old
    case outcome, owner_id, parent, payment_id, period, phone, pipeline, position, price, probability, product, quantity
    case rate, recorded_at, result, role, series, share, source, stage, started_at, status, tax_id, title, to, value
    case vat_rate, working
    case base, cap, customer, every, grant, line, mode, of_period, plan, pro_rata, rule, state, target, team, threshold
    case tiers, unit, weight
    case best, ended_at, headline, reference
    case day, mean, p10, p50, p90, quota, statistical, template, won
    case action_id, alert, conversion, conversion_error, deal_amount, due, ended_by, expected, origin, stage_days, until
    case what

    package var name: String { Column.names[rawValue] }

    package init?(name: some StringProtocol) {
        guard let found = Column.byName[String(name)] else { return nil }
        self = found
    }

    private static let names = allCases.map { "\($0)" }
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}
