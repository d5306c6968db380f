package import SalesDomain
internal import SalesFacts

/// What a commission plan would cost: the present period's bonus of each person whom it concerns, as it is and as it would
/// be if the new version held since the period's first day. Minor units of the base currency.
package struct SchemePreview: Sendable, Equatable {
    package let period: Period
    package let currency: Currency
    /// In the organisation's order.
    package let rows: [Row]

    package struct Row: Sendable, Equatable {
        package let employee: Employee.ID
        package let before: Side
        package let after: Side
    }

    package struct Side: Sendable, Equatable {
        /// Nil: no plan pays for this period.
        package let plan: String?
        package let earned: Int64
        package let expected: Int64
        package init(plan: String?, earned: Int64, expected: Int64) {
            self.plan = plan
            self.earned = earned
            self.expected = expected
        }
    }

    package var before: Side { total(\.before) }
    package var after: Side { total(\.after) }

    private func total(_ side: (Row) -> Side) -> Side {
        let sides = rows.map(side)
        return Side(plan: nil, earned: sides.total(\.earned), expected: sides.total(\.expected))
    }
}

extension Reporter {
    /// For whoever sees the whole company. Throws `notFound` for anybody else.
    package func preview(_ version: CommissionVersion, for seen: Seen) throws(ReportRefusal) -> SchemePreview {
        let looking = try admitted(.company, .sales, asOf: now, seen)
        return SchemePreviewMaker(looking, version, seen).preview
    }
}

private struct SchemePreviewMaker {
    private let reporter: Reporter
    private let version: CommissionVersion
    private let seen: Seen
    private let period: Period
    private let after: [CommissionPlan]

    init(_ reporter: Reporter, _ version: CommissionVersion, _ seen: Seen) {
        self.reporter = reporter
        self.version = version
        self.seen = seen
        period = SchemePreviewMaker.period(reporter, version)
        after = reporter.facts.frame.commissions.with(version.since(period.start))
    }

    /// The running one, of the longest kind that the version or a plan which it touches pays by.
    private static func period(_ reporter: Reporter, _ version: CommissionVersion) -> Period {
        let facts = reporter.facts
        let change = CommissionChange(
            version.since(reporter.today), over: facts.frame.commissions, in: facts.organisation, facts.calendar)
        let kinds =
            [version.every]
            + change.moved.compactMap {
                change.before.plan(of: $0, in: facts.organisation, on: reporter.today)?.every
            }
        let periods = kinds.compactMap { Period.holding(reporter.today, $0, in: facts.calendar) }
        return periods.max { $0.days < $1.days } ?? .month(containing: reporter.today)
    }

    var preview: SchemePreview {
        SchemePreview(
            period: period, currency: reporter.facts.frame.company.baseCurrency,
            rows: reporter.facts.organisation.employees.map(\.id).compactMap(row))
    }

    private func row(_ employee: Employee.ID) -> SchemePreview.Row? {
        let (old, new) = (maker(employee, nil), maker(employee, after))
        let (now, then) = (old.plan(in: period)?.name, new.plan(in: period)?.name)
        guard now == version.name || then == version.name else { return nil }
        return SchemePreview.Row(employee: employee, before: side(old, now), after: side(new, then))
    }

    private func maker(_ employee: Employee.ID, _ plans: [CommissionPlan]?) -> BonusMaker {
        BonusMaker(reporter: reporter, employee: employee, asOf: reporter.now, seen: seen, plans: plans)
    }

    private func side(_ maker: BonusMaker, _ plan: String?) -> SchemePreview.Side {
        let bonus = maker.report(in: period)
        return SchemePreview.Side(plan: plan, earned: bonus.toDate, expected: bonus.expected)
    }
}
