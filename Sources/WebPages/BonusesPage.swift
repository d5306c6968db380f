package import SalesDomain
package import SalesReports
internal import Texts
internal import WebRoutes

/// Bonuses of a period: everybody's whom the reader may see, or one person's with the way of each hryvnia.
package struct BonusesPage: Sendable {
    /// A person's bonus and, where one was kept, the statement.
    package struct Row: Sendable {
        package let bonus: BonusReport
        package let statement: Statement?
        /// What the next statement puts right of earlier ones.
        package let pending: [CommissionLine]
        package init(bonus: BonusReport, statement: Statement?, pending: [CommissionLine] = []) {
            self.bonus = bonus
            self.statement = statement
            self.pending = pending
        }
    }

    package struct Statement: Sendable {
        package let id: CommissionStatement.ID
        package let statement: CommissionStatement
        /// The next state, if this reader may take it there.
        package let next: CommissionStatement.State?
        package init(id: CommissionStatement.ID, statement: CommissionStatement, next: CommissionStatement.State?) {
            self.id = id
            self.statement = statement
            self.next = next
        }
    }

    package struct Rights: Sendable {
        /// May statements of this period be calculated now?
        package let calculates: Bool
        /// Nil: not this reader's to give; else whether team totals are shared today.
        package let sharesTeams: Bool?
        /// May this reader set commission plans?
        package let setsPlans: Bool
        package init(calculates: Bool, sharesTeams: Bool?, setsPlans: Bool = false) {
            self.setsPlans = setsPlans
            self.calculates = calculates
            self.sharesTeams = sharesTeams
        }
    }

    private let head: ReportHead
    private let rows: [Row]
    private let rights: Rights
    private let frame: Frame

    package init(_ rows: [Row], head: ReportHead, rights: Rights, frame: Frame) {
        self.rows = rows
        self.head = head
        self.rights = rights
        self.frame = frame
    }

    package func html() -> String { Templates.render("bonuses", values) }

    var values: Values {
        frame.values(
            Heading(title: texts("page.bonuses"), scope: head.scope, period: head.period),
            [
                "sentence_html": sentence,
                "pending": PendingCorrections(lines: rows.flatMap(\.pending), currency: head.currency, frame: frame)
                    .words ?? false as Any,
                "basis": frame.basisWords, "any": !rows.isEmpty,
                "set_href": rights.setsPlans ? Route.setScheme().target : false as Any,
                "none_next": texts(rights.setsPlans ? "bonus.none.set" : "bonus.none.ask"),
                "csv_href": frame.file(.csv), "xlsx_href": frame.file(.xlsx), "lines_href": frame.lines(.csv),
                "missing": missing ?? false as Any,
                "unit": texts.symbol(head.currency),
                "rows": rows.map(row), "action": frame.route.target, "csrf": frame.csrf,
                "calculate": rights.calculates
                    ? ["label": texts("bonus.calculate", ["period": .text(texts.period(head.period, in: calendar))])]
                        as Values
                    : false as Any,
                "sharing": rights.sharesTeams.map(sharing) ?? false as Any,
                "detail": isPerson ? rows.first.map(detail) ?? false as Any : false as Any,
                "traces": isPerson ? rows.flatMap(\.bonus.accruals).map(trace) : [Values](),
                "schemes_href": Route.schemes(
                    ReportFilter(scope: ScopeName(head.scope, in: frame.names.organisation))
                ).target,
            ])
    }

    private var texts: Texts { frame.texts }
    private var calendar: CompanyCalendar { frame.company.calendar }
    private var isPerson: Bool { head.scope.isPerson }

    /// Sums without the bonus for a team's total: of so many people.
    private var missing: String? {
        let partial = rows.count(where: \.bonus.isPartial)
        if partial == 0 { return nil }
        return isPerson ? texts("bonus.missing.own") : texts("bonus.missing", ["people": .count(partial)])
    }

    private var sentence: String {
        let groups = BonusSums(rows).groups
        guard !groups.isEmpty else {
            return texts.html(
                "bonus.sentence.none",
                [
                    "subject": .text(frame.name(of: head.scope)),
                    "period": .text(texts.period(head.period, in: calendar)),
                ]
            )
        }
        return groups.enumerated().map { sentence($0.element, isFirst: $0.offset == 0) }.joined(separator: " ")
    }

    /// Of those whose bonus is of one and the same period.
    private func sentence(_ group: BonusSums.Group, isFirst: Bool) -> String {
        let period =
            group.periods.isEmpty
            ? texts.period(head.period, in: calendar)
            : group.periods.map { texts.period($0, in: calendar) }.joined(separator: ", ")
        let given: [String: Texts.Argument] = [
            "subject": .text(frame.name(of: head.scope)), "period": .text(isFirst ? period : texts.capital(period)),
            "people": .count(group.rows.count), "earned": .text(exact(group.earned)),
            "expected": .text(exact(group.expected)),
        ]
        let key = isPerson ? "bonus.sentence.own." : isFirst ? "bonus.sentence.team." : "bonus.sentence.besides."
        return texts.html(key + (isOver(group.end(head.period)) ? "over" : "running"), given)
    }

    private func isOver(_ end: Day) -> Bool { end <= frame.zone.day(of: head.asOf) }

    private func trace(_ accrual: BonusReport.Accrual) -> Values {
        BonusTrace(accrual: accrual, isOver: isOver(accrual.period.end), currency: head.currency, frame: frame).values
    }

    private func row(_ row: Row) -> Values {
        let name = ScopeName(.employee(row.bonus.employee), in: frame.names.organisation)
        return [
            "name": frame.name(of: .employee(row.bonus.employee)),
            "href": frame.route.asked(scope: name).target,
            "plan": row.bonus.accruals.map(\.plan).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                .joined(separator: ", "),
            "spans": texts.beyond(row.bonus, in: calendar).map { texts.capital($0) } ?? false as Any,
            "earned": column(row.bonus.toDate), "expected": column(row.bonus.expected),
            "range": row.bonus.p10 == row.bonus.p90 && row.bonus.p10 == row.bonus.expected
                ? texts("none") : column(row.bonus.p10) + Signs.enDash + column(row.bonus.p90),
            "partial": row.bonus.isPartial,
            "total": row.statement.map { column($0.statement.total) } ?? texts("none"),
            "state": row.statement.map { texts("bonus.state." + $0.statement.state.rawValue) }
                ?? texts(row.bonus.accruals.count > 1 ? "bonus.state.parts" : "bonus.state.none"),
            "next": next(row.statement) ?? false as Any, "settled": row.statement != nil,
        ]
    }

    private func next(_ statement: Statement?) -> Values? {
        guard let statement, let next = statement.next else { return nil }
        return [
            "id": String(statement.id.number), "from": statement.statement.state.rawValue,
            "label": texts("bonus.move." + next.rawValue),
        ]
    }

    private func sharing(_ isShared: Bool) -> Values {
        [
            "words": texts(isShared ? "bonus.sharing.on" : "bonus.sharing.off"),
            "label": texts(isShared ? "bonus.sharing.end" : "bonus.sharing.give"), "value": isShared ? "end" : "give",
        ]
    }

    /// The statement's lines where there is one, else what is accrued so far.
    private func detail(_ row: Row) -> Values {
        let lines = row.statement?.statement.lines ?? row.bonus.accruals.flatMap(\.lines)
        return [
            "title": texts(row.statement == nil ? "bonus.lines.accrued" : "bonus.lines.statement"),
            "lines": lines.map(line), "total": column(lines.reduce(0) { $0 + $1.amount }), "has_lines": !lines.isEmpty,
            "changed": changed(row) ?? false as Any,
        ]
    }

    /// What the records say now, where a statement says something else: it is put right by the next one.
    private func changed(_ row: Row) -> String? {
        guard let kept = row.statement?.statement else { return nil }
        let settled = kept.lines.filter { $0.kind != .correction }.total(\.amount)
        guard settled != row.bonus.toDate else { return nil }
        return texts(
            kept.state.isFixed
                ? "bonus.changed.fixed" : kept.state == .calculated ? "bonus.changed" : "bonus.changed.agreed",
            ["now": .text(exact(row.bonus.toDate)), "then": .text(exact(settled))])
    }

    private func line(_ line: CommissionLine) -> Values {
        let isMoney = line.measure.isMoney
        return [
            "rule": line.rule,
            "deal": line.deal.map { ["title": frame.names.title(of: $0), "href": frame.address(of: $0)] as Values }
                ?? false as Any,
            "kind": line.kind == .accrual
                ? "" : texts("bonus.kind." + line.kind.rawValue, ["period": .text(shown(line.period))]),
            "day": day(of: line),
            "base": line.base == 0 ? "" : isMoney ? column(line.base) : texts.integer(Int(line.base)),
            "rate": rate(line),
            "amount": texts.decimal(Double(line.amount) / Double(head.currency.scale), places: 2),
            "minus": line.amount < 0,
        ]
    }

    /// The rate that was applied; of a part of a target, what it comes to for one unit of what is counted.
    private func rate(_ line: CommissionLine) -> String {
        let isMoney = line.measure.isMoney
        if let rate = line.rate {
            return isMoney ? texts.percent(Double(rate) / 1e6, places: rate % 10_000 == 0 ? 0 : 1) : exact(rate)
        }
        guard line.kind == .accrual, line.base != 0, line.amount != 0 else { return "" }
        let rate = Double(line.amount) / Double(line.base)
        let each = texts.decimal(rate / Double(head.currency.scale), places: 2) + Signs.noBreak
        return texts(
            "bonus.rate.effective",
            ["rate": .text(isMoney ? texts.percent(rate, places: 2) : each + texts.symbol(head.currency))])
    }

    /// On which a win or a payment counts; of what is not a win, as what it counts.
    private func day(of line: CommissionLine) -> String {
        guard let day = line.day else { return "" }
        guard line.measure != .won else { return texts.day(day) }
        return texts("measure." + line.measure.rawValue) + " · " + texts.day(day)
    }

    private func shown(_ period: String?) -> String {
        period.flatMap { Period(name: $0, in: calendar) }.map { texts.period($0, in: calendar) } ?? ""
    }

    private func exact(_ minor: Int64) -> String { texts.whole(minor, head.currency) }
    private func column(_ minor: Int64) -> String { texts.column(minor, head.currency, .unit) }
}
